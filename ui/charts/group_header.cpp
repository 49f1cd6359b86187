// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/group_header.h"

#include "ui/charts/chart_frame.h"

#include <QFontMetrics>
#include <QPainter>

namespace soak::ui
{
namespace
{

constexpr int kHeight = 22;
constexpr int kArrow = 8;
constexpr int kGap = 8;

} // namespace

GroupHeader::GroupHeader(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void GroupHeader::setWords(const QString& title, const QString& detail)
{
    setText(title);
    m_detail = detail;
    setToolTip(detail);
    setAccessibleName(title);
    setAccessibleDescription(detail);
    update();
}

QSize GroupHeader::sizeHint() const
{
    return {200, kHeight};
}

QSize GroupHeader::minimumSizeHint() const
{
    return {100, kHeight};
}

void GroupHeader::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    const double left = kCardPadding;
    const QPolygonF arrow =
        isChecked()
            ? QPolygonF({{left, middle - 3},
                         {left + kArrow, middle - 3},
                         {left + kArrow / 2.0, middle + 3}})
            : QPolygonF({{left + 1, middle - 4}, {left + 7, middle}, {left + 1, middle + 4}});
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Ink::Muted));
    painter.drawPolygon(arrow);
    painter.setBrush(Qt::NoBrush);
    QRectF room = rect();
    room.setLeft(left + kArrow + kGap);
    painter.setFont(Theme::strongFont());
    painter.setPen(m_theme.colour(Ink::Text));
    painter.drawText(room, Qt::AlignVCenter | Qt::TextSingleLine, text());
    room.setLeft(room.left() + textWidth(text(), true) + 2 * kGap);
    room.setRight(room.right() - kCardPadding);
    painter.setFont(Theme::smallFont());
    painter.setPen(m_theme.colour(Ink::Muted));
    painter.drawText(
        room, Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetricsF(Theme::smallFont()).elidedText(m_detail, Qt::ElideRight, room.width()));
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.colour(Ink::Accent), 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
}

} // namespace soak::ui
