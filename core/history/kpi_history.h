// SPDX-License-Identifier: GPL-3.0-or-later
// One KPI over the runs: where its level changed from run to run (STATISTICS 2e, "across history").
#pragma once

#include "core/history/history_page.h"
#include "core/model/kpi.h"
#include "core/statistics/change_points.h"

#include <cstddef>
#include <string>
#include <vector>

namespace soak
{

inline constexpr std::size_t kFewestRunsForChanges = 16; // before that only pairs are compared

struct HistoryChange {
    std::size_t run = 0;       // of KpiHistory::runs, the first of the new level
    std::size_t halfWidth = 0; // the place is known to so many runs either way
    double before = 0;         // means of run means, in the metric's unit
    double after = 0;
    double p = 1;
    bool operator==(const HistoryChange&) const = default;
};

struct KpiHistory {
    Metric metric = Metric::NetBps;
    std::vector<KpiOfRun> runs;         // by their start
    std::size_t means = 0;              // runs that have a mean
    std::vector<HistoryChange> changes; // none for fewer than 16 means
    bool operator==(const KpiHistory&) const = default;

    [[nodiscard]] bool isTooShort() const { return means < kFewestRunsForChanges; }
};

// A run without a mean is skipped, and keeps its place.
KpiHistory kpiHistory(Metric metric, std::vector<KpiOfRun> runs);

// "the level changed at RUN_7, give or take 2 runs: 3.10 bps to 2.40 bps"; of too few runs, what is
// needed.
std::vector<std::string> historyChangeTexts(const KpiHistory& history);

} // namespace soak
