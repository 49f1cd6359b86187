// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/paint_page.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>

namespace soak::ui
{
namespace
{

// What of `from..to` is left without a cell that reaches out at an end; at least one stays.
struct Extent {
    int from = 0;
    int to = 0;

    void cutAtEnd(int cellFrom, int cellTo)
    {
        if (cellTo > to && cellFrom > from) {
            to = cellFrom - 1;
        }
    }

    void cutAtBegin(int cellFrom, int cellTo)
    {
        if (cellFrom < from && cellTo < to) {
            from = cellTo + 1;
        }
    }
};

QRect wholeCells(const QAbstractItemView& view, const QRect& room)
{
    Extent rows{room.top(), room.bottom()};
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

// Views paint the cells that the part to be painted touches.
class WholeCellsOnly final : public QObject
{
public:
    explicit WholeCellsOnly(QWidget& page)
    {
        for (QAbstractItemView* view : page.findChildren<QAbstractItemView*>()) {
            if (view->isVisibleTo(&page)) {
                view->viewport()->installEventFilter(this);
            }
        }
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        auto* viewport = static_cast<QWidget*>(watched);
        const auto* view = qobject_cast<QAbstractItemView*>(viewport->parentWidget());
        if (event->type() != QEvent::Paint || view == nullptr || m_isPassing) {
            return false;
        }
        const auto* header = qobject_cast<const QHeaderView*>(view);
        QPaintEvent whole(header != nullptr ? wholeSections(*header, viewport->rect())
                                            : wholeCells(*view, viewport->rect()));
        m_isPassing = true;
        QCoreApplication::sendEvent(viewport, &whole);
        m_isPassing = false;
        return true;
    }

private:
    bool m_isPassing = false;
};

} // namespace

void paintPage(QWidget& page, QPainter& painter)
{
    const WholeCellsOnly whole(page);
    page.render(&painter, QPoint(), QRegion(),
                QWidget::DrawWindowBackground | QWidget::DrawChildren);
}

} // namespace soak::ui
