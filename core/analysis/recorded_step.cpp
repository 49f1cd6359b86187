// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/recorded_step.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace soak
{

const Deltas& RecordedStep::proposed() const
{
    static const Deltas none;
    return step == nullptr ? none : step->proposed;
}

RecordedSteps::RecordedSteps(const SoakRun& run) : m_run(run)
{
    m_reported.reserve(run.tuningReport.size());
    for (const ReportedTuning& row : run.tuningReport) {
        m_reported.emplace_back(row.iteration, &row.step);
    }
    const auto isBefore = [](const auto& a, const auto& b) { return a.first < b.first; };
    if (!std::is_sorted(m_reported.begin(), m_reported.end(), isBefore)) {
        std::stable_sort(m_reported.begin(), m_reported.end(), isBefore);
    }
}

// Of several rows of one iteration the last one: a rerun replaces.
const TuningStep* RecordedSteps::reportedAt(std::size_t row) const
{
    const int iteration = m_run.table.iterations()[row];
    const auto after = std::upper_bound(m_reported.begin(), m_reported.end(), iteration,
                                        [](int k, const auto& entry) { return k < entry.first; });
    const bool isThere = after != m_reported.begin() && std::prev(after)->first == iteration;
    return isThere ? std::prev(after)->second : nullptr;
}

RecordedStep RecordedSteps::at(std::size_t row) const
{
    const TuningStep* first = m_run.tuning.at(row);
    if (m_run.info && first != nullptr && first->hasProposal && first->dropped) {
        return {first, &*first->dropped};
    }
    const TuningStep* second = reportedAt(row);
    if (!m_run.info) {
        std::swap(first, second);
    }
    if (first == nullptr || (!first->hasProposal && second != nullptr && second->hasProposal)) {
        std::swap(first, second);
    }
    RecordedStep recorded{first, nullptr};
    for (const TuningStep* step : {second, first}) {
        if (step != nullptr && step->dropped) {
            recorded.dropped = &*step->dropped;
        }
    }
    return recorded;
}

bool RecordedSteps::any() const
{
    if (!m_reported.empty()) {
        return true;
    }
    for (std::size_t row = 0; row < m_run.table.rowCount(); ++row) {
        if (m_run.tuning.at(row) != nullptr) {
            return true;
        }
    }
    return false;
}

} // namespace soak
