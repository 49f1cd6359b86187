// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/runs_delegate.h"

#include "ui/theme/numbers.h"
#include "ui/widgets/verdict_chip.h"

#include <QLineEdit>
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
constexpr double kFullMargin = 0.25; // a quarter of the target reaches the edge
constexpr double kLastDot = 2;
constexpr double kNote = 9; // width of its page

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

void RunsDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    const auto* line = qobject_cast<const QLineEdit*>(editor);
    if (line == nullptr || !line->isModified()) {
        QStyledItemDelegate::setEditorData(editor, index);
    }
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
    } else if (!m_highlighted.isEmpty() && item->identity == m_highlighted) {
        painter->fillRect(option.rect, m_theme.colour(Ink::WarmUp));
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
    if (!item.notes.isEmpty()) {
        paintNote(painter,
                  QRectF(cell.right() - kNote, cell.center().y() - kNote / 2, kNote, kNote + 1));
        cell.adjust(0, 0, -static_cast<int>(kNote) - kPad, 0);
    }
    const QFont font = item.isPrimary ? Theme::strongFont() : Theme::textFont();
    painter.setFont(font);
    if (!item.arm.isEmpty()) {
        painter.setPen(m_theme.colour(Ink::Muted));
        painter.drawText(cell, Qt::AlignVCenter | Qt::AlignLeft, item.arm);
        cell.adjust(QFontMetrics(font).horizontalAdvance(item.arm) + kPad, 0, 0, 0);
    }
    painter.setPen(m_theme.colour(Ink::Text));
    painter.drawText(cell, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(font).elidedText(item.name, Qt::ElideMiddle, cell.width()));
}

void RunsDelegate::paintVerdict(QPainter& painter, const QRect& cell, const RunListItem& item) const
{
    VerdictChip::paint(painter, cell.adjusted(2, 2, -2, -2), m_theme.tone(), item.meaning,
                       coreWord(item.word));
}

// The least margin of the goals over the iterations of the window, around the line of 0; an
// iteration that lacks a value is a hole. The last dot has the colour of the verdict.
void RunsDelegate::paintMargins(QPainter& painter, const QRect& cell, const RunListItem& item) const
{
    if (!item.row->figures || item.row->figures->window.empty()) {
        return;
    }
    const std::vector<WindowPoint>& window = item.row->figures->window;
    const QRectF box = QRectF(cell).adjusted(kPad + 1, 4, -kPad - 1, -4);
    const double middle = box.center().y();
    const double step =
        window.size() > 1 ? box.width() / static_cast<double>(window.size() - 1) : 0;
    painter.fillRect(QRectF(box.left(), middle - 0.5, box.width(), 1), m_theme.colour(Ink::Border));
    painter.setPen(QPen(m_theme.colour(Ink::Muted), 1));
    QPointF before;
    bool hasBefore = false;
    for (std::size_t i = 0; i < window.size(); ++i) {
        if (!window[i].margin) {
            hasBefore = false;
            continue;
        }
        const double share = std::clamp(*window[i].margin / kFullMargin, -1.0, 1.0);
        const QPointF at(box.left() + static_cast<double>(i) * step,
                         middle - share * box.height() / 2);
        if (hasBefore) {
            painter.drawLine(before, at);
        } else {
            painter.drawPoint(at);
        }
        before = at;
        hasBefore = true;
    }
    if (hasBefore) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(chipColours(m_theme.tone(), item.meaning).ink);
        painter.drawEllipse(before, kLastDot, kLastDot);
    }
}

// A page with its corner folded: somebody wrote about the run.
void RunsDelegate::paintNote(QPainter& painter, const QRectF& box) const
{
    const double fold = box.width() * 0.4;
    QPolygonF page{{box.topLeft(), QPointF(box.right() - fold, box.top()),
                    QPointF(box.right(), box.top() + fold), box.bottomRight(), box.bottomLeft()}};
    painter.setPen(QPen(m_theme.colour(Ink::Accent), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(page);
    const double middle = box.center().y() + 1;
    painter.drawLine(QPointF(box.left() + 2, middle), QPointF(box.right() - 2, middle));
}

} // namespace soak::ui
