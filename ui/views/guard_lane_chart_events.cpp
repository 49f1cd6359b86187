// SPDX-License-Identifier: GPL-3.0-or-later
// The lanes of the guards under mouse and keys.
#include "ui/theme/numbers.h"
#include "ui/views/guard_lane_chart.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr double kEdgeReach = 4; // pixels around an edge that still hit it

} // namespace

void GuardLaneChart::moveTo(int iteration)
{
    m_context.selection.setCursor(std::clamp(iteration, m_first, m_last));
}

void GuardLaneChart::keyPressEvent(QKeyEvent* event)
{
    const int at = m_context.selection.cursor().value_or(m_last);
    const bool byEdge = event->modifiers().testFlag(Qt::ControlModifier);
    const auto next = std::ranges::upper_bound(m_edges, at);
    const auto here = std::ranges::lower_bound(m_edges, at);
    switch (event->key()) {
    case Qt::Key_Left:
        moveTo(!byEdge ? at - 1 : here == m_edges.begin() ? at : *std::prev(here));
        return;
    case Qt::Key_Right:
        moveTo(!byEdge ? at + 1 : next == m_edges.end() ? at : *next);
        return;
    case Qt::Key_Home:
        moveTo(m_first);
        return;
    case Qt::Key_End:
        moveTo(m_last);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(at);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void GuardLaneChart::mouseMoveEvent(QMouseEvent* event)
{
    m_context.selection.hover(iterationAt(event->position().x()));
}

void GuardLaneChart::leaveEvent(QEvent* /*event*/)
{
    m_context.selection.hover(std::nullopt);
}

void GuardLaneChart::mousePressEvent(QMouseEvent* event)
{
    const std::optional<int> at = iterationAt(event->position().x());
    if (!at) {
        return;
    }
    m_context.selection.setCursor(at);
    const std::optional<std::size_t> lane = laneAt(event->position().y());
    if (!lane) {
        return;
    }
    for (const LaneSpan& span : m_lanes[*lane].spans) {
        const double x = event->position().x();
        if (std::abs(x - xOf(span.from)) <= kEdgeReach) {
            Q_EMIT edgeActivated(span.from, toQString(m_lanes[*lane].subject));
            return;
        }
        if (std::abs(x - xOf(span.to + 1.0)) <= kEdgeReach) {
            activateEnd(m_lanes[*lane], span);
            return;
        }
    }
}

// What ended is over in the next iteration, which has the event. Up to the last one nothing ended,
// and a tick has no end.
void GuardLaneChart::activateEnd(const Lane& lane, const LaneSpan& span)
{
    const bool hasEnd = lane.kind != LaneKind::Marks && span.to < m_last;
    Q_EMIT edgeActivated(hasEnd ? span.to + 1 : span.to, toQString(lane.subject));
}

// By key: of the lanes with an edge there the topmost one is meant.
void GuardLaneChart::activate(int iteration)
{
    for (const Lane& lane : m_lanes) {
        for (const LaneSpan& span : lane.spans) {
            if (span.from == iteration) {
                Q_EMIT edgeActivated(iteration, toQString(lane.subject));
                return;
            }
            if (span.to == iteration) {
                activateEnd(lane, span);
                return;
            }
        }
    }
    Q_EMIT linkActivated({.kind = LinkKind::Iteration, .iteration = iteration});
}

bool GuardLaneChart::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const std::optional<int> at = iterationAt(help->pos().x());
        const std::optional<std::size_t> lane = laneAt(help->pos().y());
        QString text = lane ? m_lanes[*lane].title : QString();
        if (at && lane) {
            const QString said = m_lanes[*lane].textAt(*at);
            text = QStringLiteral("#%1").arg(*at) +
                   (said.isEmpty() ? QString() : QStringLiteral(": ") + said);
        }
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace soak::ui
