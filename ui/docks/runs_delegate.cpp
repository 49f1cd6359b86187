// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/runs_delegate.h"

#include "ui/theme/numbers.h"
#include "ui/widgets/verdict_chip.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr int kPad = 4;
constexpr double kDot = 9;
constexpr double kFullMargin = 0.25; // a quarter of the target fills the bar

QPainterPath starPath(const QPointF& centre, double radius)
{
    constexpr double kPi = 3.14159265358979323846;
    QPolygonF points;
    for (int i = 0; i < 10; ++i) {
        const double r = i % 2 == 0 ? radius : radius * 0.45;
        const double angle = kPi * i / 5 - kPi / 2;
        points << centre + QPointF(r * std::cos(angle), r * std::sin(angle));
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

} // namespace

RunsDelegate::RunsDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

QSize RunsDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), kRowHeight};
}

void RunsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const auto* item = index.data(RunsModel::ItemRole).value<const RunListItem*>();
    if (item == nullptr) {
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if ((option.state & QStyle::State_Selected) != 0 || item->isPrimary) {
        painter->fillRect(option.rect, m_theme.colour(Ink::SelectionRow));
    }
    if ((option.state & QStyle::State_HasFocus) != 0) {
        painter->setPen(QPen(m_theme.colour(Ink::Accent), 1));
        painter->drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    paintCell(*painter, option.rect, *item, static_cast<RunColumn>(index.column()), index);
    painter->restore();
}

void RunsDelegate::paintCell(QPainter& painter, const QRect& cell, const RunListItem& item,
                             RunColumn column, const QModelIndex& index) const
{
    switch (column) {
    case RunColumn::Shown:
        paintDot(painter, cell, item);
        return;
    case RunColumn::Baseline:
        paintStar(painter, cell, item);
        return;
    case RunColumn::Name:
        paintName(painter, cell, item);
        return;
    case RunColumn::Verdict:
        paintVerdict(painter, cell, item);
        return;
    case RunColumn::Margin:
        paintMargins(painter, cell, item);
        return;
    default:
        break;
    }
    const QFont font = Theme::numberFont();
    const QRect box = cell.adjusted(kPad, 0, -kPad, 0);
    painter.setFont(font);
    painter.setPen(m_theme.colour(column == RunColumn::Start ? Ink::Muted : Ink::Text));
    painter.drawText(
        box, index.data(Qt::TextAlignmentRole).toInt(),
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, box.width()));
}

// Filled: drawn in the charts. A ring: not.
void RunsDelegate::paintDot(QPainter& painter, const QRect& cell, const RunListItem& item) const
{
    QRectF dot(0, 0, kDot, kDot);
    dot.moveCenter(QRectF(cell).center());
    if (item.isShown) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(runColour(m_theme.tone(), item.colourSlot));
    } else {
        painter.setPen(QPen(m_theme.colour(Ink::Muted), 1));
        painter.setBrush(Qt::NoBrush);
    }
    painter.drawEllipse(dot);
}

void RunsDelegate::paintStar(QPainter& painter, const QRect& cell, const RunListItem& item) const
{
    if (item.isBaseline) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(Ink::Text));
        painter.drawPath(starPath(QRectF(cell).center(), 5.5));
    }
}

void RunsDelegate::paintName(QPainter& painter, QRect cell, const RunListItem& item) const
{
    if (item.isNew) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(Ink::Text));
        painter.drawEllipse(QPointF(cell.left() + kPad, cell.center().y() + 0.5), 2.0, 2.0);
    }
    cell.adjust(2 * kPad + 2, 0, -kPad, 0);
    const QFont font = item.isPrimary ? Theme::strongFont() : Theme::textFont();
    painter.setFont(font);
    painter.setPen(m_theme.colour(Ink::Text));
    painter.drawText(cell, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(font).elidedText(item.name, Qt::ElideMiddle, cell.width()));
}

void RunsDelegate::paintVerdict(QPainter& painter, const QRect& cell, const RunListItem& item) const
{
    VerdictChip::paint(painter, cell.adjusted(2, 2, -2, -2), m_theme.tone(), item.meaning,
                       coreWord(item.word));
}

// One bar a goal: up = met by so much, down = missed.
void RunsDelegate::paintMargins(QPainter& painter, const QRect& cell, const RunListItem& item) const
{
    const QRectF box = QRectF(cell).adjusted(kPad, 4, -kPad, -4);
    const double middle = box.center().y();
    const double step = std::min(9.0, box.width() / static_cast<double>(kListedKpis));
    painter.fillRect(QRectF(box.left(), middle - 0.5, step * kListedKpis, 1),
                     m_theme.colour(Ink::Border));
    for (std::size_t i = 0; i < kListedKpis; ++i) {
        if (!item.margins[i]) {
            continue;
        }
        const double share = std::clamp(*item.margins[i] / kFullMargin, -1.0, 1.0);
        const double height = std::max(1.0, std::abs(share) * box.height() / 2);
        const double left = box.left() + static_cast<double>(i) * step + 1;
        const QRectF bar(left, share >= 0 ? middle - height : middle, step - 3, height);
        const bool isMet = *item.margins[i] >= 0;
        painter.fillRect(bar, isMet ? m_theme.colour(Ink::Waterfall)
                                    : chipColours(m_theme.tone(), Meaning::Fail).ink);
    }
}

} // namespace soak::ui
