// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to EventLanes from outside: scenes, pointer, size.
#include "ui/charts/event_lanes.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr std::size_t kMostInList = 12;
constexpr double kLaneReach = 3; // pixels around a mark that still hit it

const LaneSceneRef& noLanes()
{
    static const LaneSceneRef scene = std::make_shared<const LaneScene>();
    return scene;
}

bool hasSameMarks(const LaneScene& a, const LaneScene& b)
{
    return std::equal(a.lanes.begin(), a.lanes.end(), b.lanes.begin(), b.lanes.end(),
                      [](const EventLane& one, const EventLane& other) {
                          return one.kind == other.kind && one.title == other.title &&
                                 one.marks.isSharedWith(other.marks);
                      });
}

} // namespace

EventLanes::EventLanes(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_scene(noLanes())
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Events over the iterations"));
    connect(&theme, &Theme::changed, this, &EventLanes::invalidate);
    connect(&m_gestures, &ChartGestures::rangeRequested, this, &EventLanes::rangeRequested);
    connect(&m_gestures, &ChartGestures::allRequested, this, &EventLanes::allRequested);
    connect(&m_gestures, &ChartGestures::left, this, &EventLanes::cursorLeft);
    connect(&m_gestures, &ChartGestures::clicked, this, &EventLanes::click);
    connect(&m_gestures, &ChartGestures::brushChanged, this, [this] { update(); });
    connect(&m_gestures, &ChartGestures::hovered, this, [this](double x, QPointF at) {
        if (plotRect().contains(at)) {
            Q_EMIT cursorRequested(static_cast<int>(std::lround(x)), false);
        } else {
            Q_EMIT cursorLeft();
        }
    });
}

void EventLanes::setScene(LaneSceneRef scene)
{
    const LaneSceneRef before = std::exchange(m_scene, scene ? std::move(scene) : noLanes());
    if (hasSameMarks(*before, *m_scene)) {
        m_isRowStale = true; // the end of the run, its window
        update(rowRect().toAlignedRect());
    } else {
        m_groups.reset();
        m_base = {};
        updateGeometry();
        update();
    }
}

QRectF EventLanes::rowRect() const
{
    return {0, 0, static_cast<double>(width()), laneTop(0)};
}

void EventLanes::renderBase()
{
    m_isRowStale = false;
    const double ratio = devicePixelRatioF();
    m_base = QPixmap((QSizeF(size()) * ratio).toSize());
    m_base.setDevicePixelRatio(ratio);
    m_base.fill(Qt::transparent);
    QPainter painter(&m_base);
    paint(painter, m_theme.tone());
}

void EventLanes::renderRow()
{
    m_isRowStale = false;
    QPainter painter(&m_base);
    painter.setClipRect(rowRect());
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.fillRect(rowRect(), Qt::transparent);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    paint(painter, m_theme.tone());
}

void EventLanes::setRange(PlotRange x)
{
    if (!(x == m_range)) {
        m_range = x;
        invalidate();
    }
}

void EventLanes::setPlotEdges(double left, double right)
{
    if (left != m_left || right != m_right) {
        m_left = left;
        m_right = right;
        invalidate();
    }
}

void EventLanes::setAxisShown(bool isShown)
{
    if (isShown != m_hasAxis) {
        m_hasAxis = isShown;
        updateGeometry();
        invalidate();
    }
}

void EventLanes::showCursor(const ChartCursor& cursor)
{
    if (cursor == m_cursor) {
        return;
    }
    if (cursor.markA != m_cursor.markA || cursor.markB != m_cursor.markB) {
        m_base = {}; // their letters are lettering of the base
        update();
    }
    const QRegion region = cursorRegion();
    m_cursor = cursor;
    update(region + cursorRegion());
}

QRegion EventLanes::cursorRegion() const
{
    QRegion region;
    for (const std::optional<int>& line : {m_cursor.at, m_cursor.markA, m_cursor.markB}) {
        if (line && *line >= m_range.low && *line <= m_range.high) {
            region += QRectF(px(*line) - kLaneReach, 0, 2 * kLaneReach, height()).toAlignedRect();
        }
    }
    return region;
}

void EventLanes::invalidate()
{
    m_groups.reset();
    m_base = {};
    update();
}

void EventLanes::paintEvent(QPaintEvent* event)
{
    if (m_base.isNull()) {
        renderBase();
    } else if (m_isRowStale) {
        renderRow();
    }
    QPainter painter(this);
    painter.setClipRegion(event->region());
    painter.drawPixmap(0, 0, m_base);
    paintCursor(painter);
}

void EventLanes::stage()
{
    m_gestures.setStage(plotRect(), m_range, m_scene->domain);
}

void EventLanes::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    invalidate();
}

void EventLanes::mousePressEvent(QMouseEvent* event)
{
    stage();
    m_gestures.press(*event);
}

void EventLanes::mouseMoveEvent(QMouseEvent* event)
{
    stage();
    m_gestures.move(*event);
    const std::vector<LaneGroup>& all = groups();
    setCursor(groupAt(all, event->position()) != nullptr ? Qt::PointingHandCursor
                                                         : Qt::ArrowCursor);
}

void EventLanes::mouseReleaseEvent(QMouseEvent* event)
{
    m_gestures.release(*event);
}

void EventLanes::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_gestures.doubleClick(*event);
}

void EventLanes::wheelEvent(QWheelEvent* event)
{
    stage();
    m_gestures.wheel(*event);
}

void EventLanes::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_gestures.leave();
}

void EventLanes::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Events over the iterations"));
        invalidate();
    }
}

const LaneMark& EventLanes::markOf(const LaneGroup& group, std::size_t index) const
{
    return m_scene->lanes[group.lane].marks[static_cast<qsizetype>(group.first + index)];
}

const LaneGroup* EventLanes::groupAt(const std::vector<LaneGroup>& all, QPointF at) const
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const LaneGroup& group) {
        return group.rect.adjusted(-kLaneReach, -kLaneReach, kLaneReach, kLaneReach).contains(at);
    });
    return found == all.end() ? nullptr : &*found;
}

QString EventLanes::textOf(const LaneGroup& group) const
{
    const EventLane& lane = m_scene->lanes[group.lane];
    QStringList lines;
    for (std::size_t i = 0; i < std::min(group.count, kMostInList); ++i) {
        lines << soak::ui::textOf(*m_scene, lane.kind, markOf(group, i));
    }
    if (group.count > kMostInList) {
        lines << tr("and %1 more").arg(group.count - kMostInList);
    }
    return lines.join(QLatin1Char('\n'));
}

// A single mark leads to its place; of several the person picks one.
void EventLanes::click(double iteration, QPointF at)
{
    const std::vector<LaneGroup>& all = groups();
    const LaneGroup* group = groupAt(all, at);
    if (group == nullptr) {
        if (plotRect().contains(at)) {
            Q_EMIT cursorRequested(static_cast<int>(std::lround(iteration)), true);
        }
    } else if (group->count == 1) {
        const LaneMark& mark = markOf(*group, 0);
        Q_EMIT cursorRequested(mark.from, true);
        Q_EMIT activated(idOf(m_scene->lanes[group->lane].kind, mark));
    } else {
        openList(*group, mapToGlobal(at.toPoint()));
    }
}

void EventLanes::openDeltas(int from, int to, QPoint globalAt)
{
    for (std::size_t lane = 0; lane < m_scene->lanes.size(); ++lane) {
        const QList<LaneMark>& marks = m_scene->lanes[lane].marks;
        if (m_scene->lanes[lane].kind != EventLaneKind::Deltas) {
            continue;
        }
        const auto first = std::ranges::lower_bound(marks, from, {}, &LaneMark::from);
        const auto end = std::ranges::upper_bound(first, marks.end(), to, {}, &LaneMark::from);
        LaneGroup group;
        group.lane = lane;
        group.first = static_cast<std::size_t>(first - marks.begin());
        group.count = static_cast<std::size_t>(end - first);
        if (group.count > 0) {
            openList(group, globalAt);
        }
    }
}

void EventLanes::openList(const LaneGroup& group, QPoint at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(m_scene->lanes[group.lane].title);
    const EventLaneKind kind = m_scene->lanes[group.lane].kind;
    for (std::size_t i = 0; i < std::min(group.count, kMostInList); ++i) {
        const LaneMark& mark = markOf(group, i);
        QString text = soak::ui::textOf(*m_scene, kind, mark);
        text.replace(QLatin1Char('&'), QStringLiteral("&&"));
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, id = idOf(kind, mark), from = mark.from] {
                    Q_EMIT cursorRequested(from, true);
                    Q_EMIT activated(id);
                });
    }
    if (group.count > kMostInList) {
        const PlotRange around{markOf(group, 0).from - 0.5,
                               markOf(group, group.count - 1).to + 0.5};
        connect(menu->addAction(tr("Zoom to all %1").arg(group.count)), &QAction::triggered, this,
                [this, around] { Q_EMIT rangeRequested(around, false); });
    }
    menu->popup(at);
}

void EventLanes::contextMenuEvent(QContextMenuEvent* event)
{
    if (m_scene->lanes.empty() || !plotRect().contains(event->pos())) {
        return;
    }
    const QRectF plot = plotRect();
    const double share = (event->pos().x() - plot.left()) / plot.width();
    auto iteration =
        static_cast<int>(std::lround(m_range.low + share * (m_range.high - m_range.low)));
    // A flag that was hit means its own iteration, though its neighbour may be nearer.
    const std::vector<LaneGroup>& all = groups();
    if (const LaneGroup* group = groupAt(all, event->pos());
        group != nullptr && group->count == 1) {
        iteration = markOf(*group, 0).from;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Note on #%1\u2026").arg(iteration), this,
                    [this, iteration] { Q_EMIT noteRequested(iteration); });
    Q_EMIT menuMade(menu, iteration);
    menu->popup(event->globalPos());
}

bool EventLanes::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const std::vector<LaneGroup>& all = groups();
        const LaneGroup* group = groupAt(all, help->pos());
        QToolTip::showText(help->globalPos(), group == nullptr ? QString() : textOf(*group), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace soak::ui
