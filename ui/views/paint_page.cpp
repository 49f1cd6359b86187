// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/paint_page.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollArea>

#include <algorithm>

namespace soak::ui
{
namespace
{

enum class Least { One, None };

// What of `from..to` is left without a cell that reaches out at an end.
struct Extent {
    int from = 0;
    int to = 0;
    Least least = Least::One; // that stays

    void cutAtEnd(int cellFrom, int cellTo)
    {
        if (cellTo > to && (cellFrom > from || least == Least::None)) {
            to = cellFrom - 1;
        }
    }

    void cutAtBegin(int cellFrom, int cellTo)
    {
        if (cellFrom < from && (cellTo < to || least == Least::None)) {
            from = cellTo + 1;
        }
    }
};

QRect wholeCells(const QAbstractItemView& view, const QRect& room)
{
    // One that a scrolled page cuts off has its first row further up or down.
    const Least least = room == view.viewport()->rect() ? Least::One : Least::None;
    Extent rows{room.top(), room.bottom(), least};
    Extent columns{room.left(), room.right()};
    const auto cellAt = [&](const QPoint& at) { return view.visualRect(view.indexAt(at)); };
    if (const QRect first = cellAt(room.topLeft()); first.isValid()) {
        rows.cutAtBegin(first.top(), first.bottom());
        columns.cutAtBegin(first.left(), first.right());
    }
    if (const QRect last = cellAt(room.bottomLeft()); last.isValid()) {
        rows.cutAtEnd(last.top(), last.bottom());
    }
    if (const QRect last = cellAt(room.topRight()); last.isValid()) {
        columns.cutAtEnd(last.left(), last.right());
    }
    return {QPoint(columns.from, rows.from), QPoint(columns.to, rows.to)};
}

QRect wholeSections(const QHeaderView& header, const QRect& room)
{
    const bool isHorizontal = header.orientation() == Qt::Horizontal;
    Extent along =
        isHorizontal ? Extent{room.left(), room.right()} : Extent{room.top(), room.bottom()};
    const auto begin = [&](int section) { return header.sectionViewportPosition(section); };
    const auto end = [&](int section) { return begin(section) + header.sectionSize(section) - 1; };
    if (const int first = header.logicalIndexAt(along.from); first >= 0) {
        along.cutAtBegin(begin(first), end(first));
    }
    if (const int last = header.logicalIndexAt(along.to); last >= 0) {
        along.cutAtEnd(begin(last), end(last));
    }
    return isHorizontal ? QRect(QPoint(along.from, room.top()), QPoint(along.to, room.bottom()))
                        : QRect(QPoint(room.left(), along.from), QPoint(room.right(), along.to));
}

// What of `widget` the scrolled parts of `page` that it lies in show, in its own coordinates.
QRect seenPart(const QWidget& widget, const QWidget& page)
{
    QRect seen = widget.rect();
    for (const QWidget* outer = widget.parentWidget(); outer != nullptr && outer != &page;
         outer = outer->parentWidget()) {
        if (const auto* area = qobject_cast<const QScrollArea*>(outer)) {
            const QWidget& viewport = *area->viewport();
            QRect shown(widget.mapFrom(&viewport, QPoint()), viewport.size());
            if (area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff) {
                // Nothing brings the rest of it into sight: a little too wide is better than gone.
                shown.setLeft(std::min(shown.left(), seen.left()));
                shown.setRight(std::max(shown.right(), seen.right()));
            }
            seen &= shown;
        }
    }
    return seen;
}

// Views paint the cells that the part to be painted touches; of what is scrolled, the parts that
// are whole are painted.
class WholePartsOnly final : public QObject
{
public:
    explicit WholePartsOnly(QWidget& page) : m_page(page)
    {
        for (QAbstractItemView* view : page.findChildren<QAbstractItemView*>()) {
            if (view->isVisibleTo(&page)) {
                view->viewport()->installEventFilter(this);
            }
        }
        for (const QScrollArea* area : page.findChildren<QScrollArea*>()) {
            if (area->widget() != nullptr && area->isVisibleTo(&page)) {
                leaveOut(*area->widget());
            }
        }
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Paint || m_isPassing) {
            return false;
        }
        auto* viewport = static_cast<QWidget*>(watched);
        const auto* view = qobject_cast<QAbstractItemView*>(viewport->parentWidget());
        if (view == nullptr || view->viewport() != viewport) {
            return true; // it is left out
        }
        const QRect seen = seenPart(*viewport, m_page);
        const auto* header = qobject_cast<const QHeaderView*>(view);
        QPaintEvent whole(header != nullptr ? wholeSections(*header, seen)
                                            : wholeCells(*view, seen));
        if (whole.rect().isEmpty()) {
            return true;
        }
        m_isPassing = true;
        QCoreApplication::sendEvent(viewport, &whole);
        m_isPassing = false;
        return true;
    }

private:
    // Of what reaches out, the parts that do not are painted.
    void leaveOut(QWidget& part)
    {
        for (QWidget* inner : part.findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
            const bool isCut = inner->isVisibleTo(&part) &&
                               seenPart(*inner, m_page) != inner->rect() &&
                               qobject_cast<QAbstractItemView*>(inner) == nullptr;
            if (isCut) {
                inner->installEventFilter(this);
                leaveOut(*inner);
            }
        }
    }

    const QWidget& m_page;
    bool m_isPassing = false;
};

} // namespace

void paintPage(QWidget& page, QPainter& painter)
{
    const WholePartsOnly whole(page);
    page.render(&painter, QPoint(), QRegion(),
                QWidget::DrawWindowBackground | QWidget::DrawChildren);
}

} // namespace soak::ui
