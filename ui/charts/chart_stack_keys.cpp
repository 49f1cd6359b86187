// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a ChartStack (UX 2.3).
#include "ui/charts/chart_stack.h"

#include <QKeyEvent>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr double kZoomPerKey = 0.7;

} // namespace

const ChartScene* ChartStack::first() const
{
    return m_panes.empty() ? nullptr : m_panes.front()->scene().get();
}

ChartPane* ChartStack::focusedPane() const
{
    const auto found = std::find_if(m_panes.begin(), m_panes.end(),
                                    [](const ChartPane* pane) { return pane->hasFocus(); });
    return found == m_panes.end() ? nullptr : *found;
}

// A cursor that leaves what is shown takes the range with it.
void ChartStack::moveCursor(std::optional<int> iteration)
{
    if (!iteration) {
        return;
    }
    m_selection.setCursor(iteration);
    const PlotRange shown = shownRange();
    const double at = *iteration;
    if (at < shown.low || at > shown.high) {
        const double half = (shown.high - shown.low) / 2;
        request(clampedRange({at - half, at + half}, m_domain), true);
    }
}

void ChartStack::stepCursor(int step)
{
    if (const ChartScene* scene = first()) {
        moveCursor(neighbour(*scene, m_selection.cursor(), step));
    }
}

void ChartStack::stepEvent(int step)
{
    const QList<int>& stops = m_lanes[0]->scene()->stops;
    if (stops.empty()) {
        return;
    }
    const int from = m_selection.cursor().value_or(step > 0 ? stops.front() - 1 : stops.back() + 1);
    if (step > 0) {
        const auto next = std::upper_bound(stops.begin(), stops.end(), from);
        moveCursor(next == stops.end() ? stops.back() : *next);
    } else {
        const auto at = std::lower_bound(stops.begin(), stops.end(), from);
        moveCursor(at == stops.begin() ? stops.front() : *(at - 1));
    }
}

void ChartStack::stepPane(int step)
{
    if (m_panes.empty()) {
        return;
    }
    const auto found = std::find(m_panes.begin(), m_panes.end(), focusedPane());
    const auto last = static_cast<std::ptrdiff_t>(m_panes.size()) - 1;
    const std::ptrdiff_t next =
        found == m_panes.end() ? (step > 0 ? 0 : last) : (found - m_panes.begin()) + step;
    revealPane(
        m_panes[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(next, 0, last))]->scene()->id);
}

void ChartStack::zoomAtCursor(double factor)
{
    const PlotRange shown = shownRange();
    const double middle = (shown.low + shown.high) / 2;
    const double at = m_selection.cursor() ? *m_selection.cursor() : middle;
    const double anchor = at >= shown.low && at <= shown.high ? at : middle;
    request(clampedRange(zoomed(shown, factor, anchor), m_domain), false);
}

void ChartStack::toggleMark(bool isA)
{
    const std::optional<int> mark = isA ? m_selection.markA() : m_selection.markB();
    const std::optional<int> at =
        mark == m_selection.cursor() ? std::nullopt : m_selection.cursor();
    if (isA) {
        m_selection.setMarkA(at);
    } else {
        m_selection.setMarkB(at);
    }
}

bool ChartStack::handleControlKey(int key)
{
    switch (key) {
    case Qt::Key_Left:
        stepEvent(-1);
        return true;
    case Qt::Key_Right:
        stepEvent(1);
        return true;
    case Qt::Key_C:
        Q_EMIT copyRequested(focusedPane());
        return true;
    default:
        return false;
    }
}

bool ChartStack::handleKey(const QKeyEvent& event)
{
    const ChartScene* scene = first();
    switch (event.key()) {
    case Qt::Key_Left:
        stepCursor(-1);
        return true;
    case Qt::Key_Right:
        stepCursor(1);
        return true;
    case Qt::Key_Up:
        stepPane(-1);
        return true;
    case Qt::Key_Down:
        stepPane(1);
        return true;
    case Qt::Key_Space:
        m_selection.setLocked(m_selection.cursor() && !m_selection.isLocked());
        return true;
    case Qt::Key_A:
        toggleMark(true);
        return true;
    case Qt::Key_B:
        toggleMark(false);
        return true;
    case Qt::Key_Home:
        // All first; where all is shown already, the first iteration.
        if (m_selection.range()) {
            showAll();
        } else if (scene != nullptr) {
            moveCursor(neighbour(*scene, std::nullopt, 1));
        }
        return true;
    case Qt::Key_End:
        if (scene != nullptr) {
            moveCursor(neighbour(*scene, std::nullopt, -1));
        }
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomAtCursor(kZoomPerKey);
        return true;
    case Qt::Key_Minus:
        zoomAtCursor(1 / kZoomPerKey);
        return true;
    case Qt::Key_Backspace:
        if (m_selection.hasPreviousRange()) {
            m_selection.previousRange();
            return true;
        }
        return false; // back to where the person was before
    case Qt::Key_Escape:
        m_selection.setLocked(false);
        m_selection.setMarkA({});
        m_selection.setMarkB({});
        m_selection.pick({});
        return true;
    default:
        return false;
    }
}

void ChartStack::keyPressEvent(QKeyEvent* event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool isHandled = modifiers == Qt::ControlModifier ? handleControlKey(event->key())
                           : modifiers == Qt::NoModifier || modifiers == Qt::ShiftModifier
                               ? handleKey(*event)
                               : false;
    if (!isHandled) {
        QWidget::keyPressEvent(event);
    }
}

} // namespace soak::ui
