// SPDX-License-Identifier: GPL-3.0-or-later
// A line to type into, above a list, that is there while something is typed. Escape ends it.
#pragma once

#include <QLineEdit>

namespace soak::ui
{

class FilterLine final : public QLineEdit
{
    Q_OBJECT

public:
    // `list` gets the focus when the person has typed.
    FilterLine(QWidget* list, QWidget* parent);

    void begin();
    void retranslate();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* m_list;
};

} // namespace soak::ui
