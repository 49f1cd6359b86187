// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_line.h"

#include "ui/widgets/clear_button.h"

#include <QKeyEvent>

namespace soak::ui
{

FilterLine::FilterLine(QWidget* list, QWidget* parent) : QLineEdit(parent), m_list(list)
{
    giveClearButton(*this);
    hide();
    retranslate();
}

void FilterLine::retranslate()
{
    setAccessibleName(tr("Filter the list"));
    setPlaceholderText(tr("Filter: words of a line"));
    setToolTip(tr("Keeps the lines that hold every word; Escape shows all"));
}

void FilterLine::begin()
{
    show();
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void FilterLine::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        clear();
        hide();
        m_list->setFocus();
        return;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_list->setFocus();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace soak::ui
