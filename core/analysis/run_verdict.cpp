// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/run_verdict.h"

#include "core/analysis/value_text.h"
#include "core/base/result.h"
#include "core/base/text.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr std::size_t kGoalCount = 4;

std::optional<bool> isMet(const GateResult& row)
{
    if (row.outcome == GateOutcome::NoData) {
        return std::nullopt;
    }
    return row.outcome == GateOutcome::Pass;
}

} // namespace

std::vector<GateSpec> goalSpecs()
{
    std::vector<GateSpec> goals;
    const auto& gates = missionProfile().gates;
    for (const Metric metric : goalMetrics()) {
        const auto found = std::find_if(gates.begin(), gates.end(), [metric](const GateSpec& gate) {
            return gate.metric == specOf(metric).key;
        });
        SOAK_ASSERT(found != gates.end());
        goals.push_back(*found);
    }
    return goals;
}

Goals goalsOf(std::span<const GateResult> rows)
{
    SOAK_ASSERT(rows.size() == kGoalCount);
    return {isMet(rows[0]), isMet(rows[1]), isMet(rows[2]), isMet(rows[3])};
}

int countMet(const Goals& goals)
{
    int count = 0;
    for (const auto& goal : {goals.makerTaker, goals.p95Latency, goals.risk, goals.netBps}) {
        count += goal.value_or(false) ? 1 : 0;
    }
    return count;
}

RunVerdict verdictOf(const Goals& goals)
{
    if (countMet(goals) == static_cast<int>(kGoalCount)) {
        return RunVerdict::Pass;
    }
    const bool isKnown = goals.makerTaker && goals.p95Latency && goals.risk && goals.netBps;
    return isKnown && *goals.risk && *goals.netBps ? RunVerdict::Warn : RunVerdict::Fail;
}

std::string verdictText(std::span<const GateResult> rows)
{
    std::vector<std::string> reasons;
    for (const GateResult& row : rows) {
        if (row.outcome != GateOutcome::Pass) {
            reasons.push_back(row.why);
        }
    }
    return reasons.empty() ? "all four goals are met" : join(reasons, "; ");
}

int countPassing(const SoakRun& run, const Window& window, std::span<const GateSpec> goals)
{
    struct Goal {
        MetricColumn column;
        const GateSpec* gate;
    };

    std::vector<Goal> columns;
    for (const GateSpec& gate : goals) {
        columns.push_back({run.table.column(*metricFromKey(gate.metric)), &gate});
    }
    int count = 0;
    for (std::size_t row = window.firstRow; row < run.table.rowCount(); ++row) {
        count += std::all_of(columns.begin(), columns.end(), [row](const Goal& goal) {
            return goal.column.isPresent(row) &&
                   meets(goal.column.values()[row], goal.gate->op, goal.gate->threshold);
        });
    }
    return count;
}

} // namespace soak
