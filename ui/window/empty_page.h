// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the middle while no run is open: three ways to get one.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace soak::ui
{

class EmptyPage final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(const Theme& theme, QWidget* parent = nullptr);

    // While the first run is read or made: words in place of the hint.
    void setBusy(const QString& text);

Q_SIGNALS:
    void openRequested();
    void mockRequested();
    void sampleRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    const Theme& m_theme;
    QLabel* m_title = nullptr;
    QLabel* m_hint = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_mock = nullptr;
    QPushButton* m_sample = nullptr;
    QString m_busy;
};

} // namespace soak::ui
