// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/value_label.h"

#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>

namespace soak::ui
{

ValueLabel::ValueLabel(QWidget* parent) : QLabel(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::WindowText);
    setFont(Theme::numberFont());
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setToolTip(tr("F1: where this number comes from"));
}

void ValueLabel::setValue(const QString& text, const QString& spoken)
{
    setText(text);
    setAccessibleName(text);
    setAccessibleDescription(spoken);
}

void ValueLabel::setInk(const QColor& ink)
{
    m_ink = ink;
    update();
}

bool ValueLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_F1) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
    }
    return QLabel::event(event);
}

void ValueLabel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F1) {
        Q_EMIT explainRequested();
        return;
    }
    QLabel::keyPressEvent(event);
}

void ValueLabel::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Explain"), this, &ValueLabel::explainRequested);
    menu->popup(event->globalPos());
}

void ValueLabel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    QPalette colours = palette();
    if (m_ink.isValid()) {
        colours.setColor(foregroundRole(), m_ink);
    }
    style()->drawItemText(&painter, contentsRect(), static_cast<int>(alignment()), colours,
                          isEnabled(), text(), foregroundRole());
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Link));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

} // namespace soak::ui
