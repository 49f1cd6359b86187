// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/steady_state.h"

#include "core/analysis/compared_rows.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace soak
{

namespace
{

int declaredCut(const SoakRun& run)
{
    if (!run.info) {
        return kDeclaredWarmUp;
    }
    const PhasePlan& plan = run.info->phases;
    // What a run declares is anything that fits a number.
    constexpr std::int64_t kMost = std::numeric_limits<int>::max() - 1;
    const std::int64_t sum = std::int64_t{plan.warmupIterations} + plan.rampdownIterations;
    return plan.enabled ? static_cast<int>(std::clamp<std::int64_t>(sum, 0, kMost)) : 0;
}

KpiWarmUp warmUpOf(const SoakRun& run, Metric metric)
{
    const RowSpan all{0, run.table.rowCount()};
    const Series series = comparedSeries(run, metric, all);
    KpiWarmUp found{metric, mser5(series)};
    if (found.warmUp.cut > 0) {
        // The values before it are the first `cut` ones; gaps between them go with them.
        found.cut =
            run.table.iterations().front() + static_cast<int>(series.at[found.warmUp.cut]) - 1;
    }
    found.isApplied = mayBeApplied(found.warmUp, series);
    return found;
}

} // namespace

SteadyState steadyStateOf(const SoakRun& run)
{
    SteadyState state;
    state.declared = declaredCut(run);
    state.cut = state.declared;
    for (std::size_t at = 0; at < state.kpis.size(); ++at) {
        const KpiWarmUp& kpi = state.kpis[at] = warmUpOf(run, goalMetrics()[at]);
        state.isNeverSettled = state.isNeverSettled || kpi.warmUp.isAtEdge;
        if (kpi.isApplied && kpi.cut > state.cut) {
            state.cut = kpi.cut;
            state.isMeasured = true;
        }
    }
    return state;
}

} // namespace soak
