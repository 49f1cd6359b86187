// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/selection.h"

#include <algorithm>
#include <iterator>

namespace soak::ui
{

void Selection::setPrimary(const QString& identity)
{
    if (identity == m_primary) {
        return;
    }
    m_primary = identity;
    const bool isAdded = !identity.isEmpty() && !m_shown.contains(identity);
    if (isAdded) {
        const auto mayGo = [this](const QString& one) { return one != m_baseline; };
        const auto last = std::find_if(m_shown.rbegin(), m_shown.rend(), mayGo);
        if (isFull() && last != m_shown.rend()) {
            m_shown.erase(std::next(last).base());
        }
        m_shown.append(identity);
    }
    // Iterations of another run are other iterations.
    const bool hadCursor = m_cursor.has_value() || m_isLocked;
    const bool hadMarks = m_markA || m_markB;
    const bool hadRange = m_range.has_value();
    m_cursor.reset();
    m_isLocked = false;
    m_markA.reset();
    m_markB.reset();
    m_range.reset();
    m_ranges.clear();
    Q_EMIT primaryChanged();
    if (isAdded) {
        Q_EMIT shownChanged();
    }
    if (hadCursor) {
        Q_EMIT cursorChanged();
    }
    if (hadMarks) {
        Q_EMIT marksChanged();
    }
    if (hadRange) {
        Q_EMIT rangeChanged();
    }
}

void Selection::setShown(const QString& identity, bool isShown)
{
    if (identity.isEmpty() || m_shown.contains(identity) == isShown) {
        return;
    }
    if (isShown && isFull()) {
        Q_EMIT full();
        return;
    }
    if (isShown) {
        m_shown.append(identity);
        if (m_primary.isEmpty()) {
            setPrimary(identity);
        }
    } else {
        m_shown.removeAll(identity);
        if (m_primary == identity) {
            setPrimary(m_shown.isEmpty() ? QString() : m_shown.front());
        }
    }
    Q_EMIT shownChanged();
}

void Selection::setBaseline(const QString& identity)
{
    if (identity != m_baseline) {
        m_baseline = identity;
        Q_EMIT baselineChanged();
    }
}

void Selection::highlight(const QString& identity)
{
    if (identity != m_highlighted) {
        m_highlighted = identity;
        Q_EMIT highlightChanged();
    }
}

std::size_t Picked::count() const
{
    std::size_t all = 0;
    for (const auto& [run, of] : iterations) {
        all += of.size();
    }
    return all;
}

void Selection::pick(Picked picked)
{
    std::erase_if(picked.iterations, [](const auto& run) { return run.second.empty(); });
    if (picked != m_picked) {
        m_picked = std::move(picked);
        Q_EMIT pickedChanged();
    }
}

void Selection::forget(const QString& identity)
{
    if (m_picked.iterations.contains(identity)) {
        Picked picked = m_picked;
        picked.iterations.erase(identity);
        pick(picked.iterations.empty() ? Picked{} : std::move(picked));
    }
    if (m_highlighted == identity) {
        highlight({});
    }
    setShown(identity, false);
    if (m_baseline == identity) {
        setBaseline({});
    }
}

void Selection::hover(std::optional<int> iteration)
{
    if (!m_isLocked) {
        setCursor(iteration);
    }
}

void Selection::setCursor(std::optional<int> iteration)
{
    if (iteration != m_cursor) {
        m_cursor = iteration;
        Q_EMIT cursorChanged();
    }
}

void Selection::setLocked(bool isLocked)
{
    if (isLocked != m_isLocked) {
        m_isLocked = isLocked;
        Q_EMIT cursorChanged();
    }
}

void Selection::setMarkA(std::optional<int> iteration)
{
    if (iteration != m_markA) {
        m_markA = iteration;
        Q_EMIT marksChanged();
    }
}

void Selection::setMarkB(std::optional<int> iteration)
{
    if (iteration != m_markB) {
        m_markB = iteration;
        Q_EMIT marksChanged();
    }
}

void Selection::setRange(std::optional<ViewRange> range)
{
    if (range == m_range || (range && !(range->from < range->to))) {
        return;
    }
    if (m_ranges.size() == kMostRanges) {
        m_ranges.erase(m_ranges.begin());
    }
    m_ranges.push_back(m_range);
    m_range = range;
    Q_EMIT rangeChanged();
}

void Selection::moveRange(std::optional<ViewRange> range)
{
    if (range == m_range || (range && !(range->from < range->to))) {
        return;
    }
    m_range = range;
    Q_EMIT rangeChanged();
}

void Selection::previousRange()
{
    if (m_ranges.empty()) {
        return;
    }
    m_range = m_ranges.back();
    m_ranges.pop_back();
    Q_EMIT rangeChanged();
}

} // namespace soak::ui
