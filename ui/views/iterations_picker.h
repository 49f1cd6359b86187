// SPDX-License-Identifier: GPL-3.0-or-later
// A list to pick a chart from, narrowed by typing. Opens under a button, closes by itself.
#pragma once

#include <QFrame>
#include <QString>

#include <vector>

class QLineEdit;
class QListWidget;

namespace soak::ui
{

struct ChartChoice {
    QString id;
    QString text;
    QString detail; // the key or path; also found by typing
};

class ChartPicker final : public QFrame
{
    Q_OBJECT

public:
    explicit ChartPicker(QWidget* parent = nullptr);

    void open(const std::vector<ChartChoice>& choices, QWidget* under);

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& text);
    void choose();

    QLineEdit* m_filter = nullptr;
    QListWidget* m_list = nullptr;
};

} // namespace soak::ui
