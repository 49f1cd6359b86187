// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elided_label.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QToolTip>

namespace soak::ui
{

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::WindowText); // on whatever it stands
}

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent) : ElidedLabel(parent)
{
    setText(text);
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

void ElidedLabel::setHint(const QString& hint)
{
    m_hint = hint;
}

void ElidedLabel::setInk(std::function<QColor()> ink)
{
    m_ink = std::move(ink);
    update();
}

bool ElidedLabel::isElided() const
{
    return fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QSize whole = QLabel::minimumSizeHint();
    const int few = fontMetrics().horizontalAdvance(QStringLiteral("m\u2026"));
    return {std::min(whole.width(), few), whole.height()};
}

void ElidedLabel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const QRect box = contentsRect();
    QPalette colours = palette();
    if (m_ink) {
        colours.setColor(foregroundRole(), m_ink());
    }
    style()->drawItemText(&painter, box, static_cast<int>(alignment()), colours, isEnabled(),
                          fontMetrics().elidedText(text(), m_mode, box.width()), foregroundRole());
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Link));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

bool ElidedLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        QString shown = isElided() ? text() : QString();
        if (!m_hint.isEmpty()) {
            shown += (shown.isEmpty() ? QString() : QStringLiteral("\n")) + m_hint;
        }
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), shown, this);
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
    }
    return QLabel::event(event);
}

} // namespace soak::ui
