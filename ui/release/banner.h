// SPDX-License-Identifier: GPL-3.0-or-later
// What has to be read first, in the colours of its meaning: a heading and lines below it.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;

namespace soak::ui
{

class Banner final : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(const Theme& theme, QWidget* parent = nullptr);

    // Hides itself without a title. `lines`: plain text.
    void setTexts(Meaning meaning, const QString& title, const QStringList& lines = {});

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void colour();

    const Theme& m_theme;
    Meaning m_meaning = Meaning::Fail;
    QLabel* m_title = nullptr;
    QLabel* m_lines = nullptr;
};

} // namespace soak::ui
