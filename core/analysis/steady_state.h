// SPDX-License-Identifier: GPL-3.0-or-later
// From which iteration on a run counts as settled (STATISTICS 2a): one cut for all KPIs of a run.
#pragma once

#include "core/model/kpi.h"
#include "core/model/soak_run.h"
#include "core/statistics/warm_up.h"

#include <array>
#include <optional>

namespace soak
{

// A run that declares no warm-up of its own.
inline constexpr int kDeclaredWarmUp = 4;

struct KpiWarmUp {
    Metric metric = Metric::NetBps;
    WarmUp warmUp;
    int cut = 0;            // iterations before the place that MSER-5 found
    bool isApplied = false; // long enough and clear enough to go by
    bool operator==(const KpiWarmUp&) const = default;
};

struct SteadyState {
    int cut = 0;                     // iterations that are left out, counted from 1
    int declared = kDeclaredWarmUp;  // warm-up and ramp-down of the run
    bool isMeasured = false;         // the cut is that of MSER-5, being the larger
    bool isNeverSettled = false;     // of a KPI half of the run would go: a warning, no verdict
    std::array<KpiWarmUp, 4> kpis{}; // in the order of goalMetrics()
    bool operator==(const SteadyState&) const = default;

    [[nodiscard]] int from() const { return cut + 1; } // first iteration that counts
};

SteadyState steadyStateOf(const SoakRun& run);

} // namespace soak
