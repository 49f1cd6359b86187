// SPDX-License-Identifier: GPL-3.0-or-later
// Where the level of a KPI changed in a run, and which overrides changed before it (STATISTICS 2e,
// 2g). "Preceded by", never "caused by".
#pragma once

#include "core/analysis/judgement.h"
#include "core/statistics/attribution.h"
#include "core/statistics/change_points.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace soak
{

struct RunChange {
    int iteration = 0;         // first of the new level
    std::size_t halfWidth = 0; // the place is known to so many iterations either way
    double p = 1;
    double before = 0; // means of the two levels, in the metric's unit
    double after = 0;
    AttributionStatus status = AttributionStatus::Unexplained;
    std::vector<EffectiveDelta> precededBy; // `effective` is an iteration; the nearest first
    bool operator==(const RunChange&) const = default;
};

struct KpiChanges {
    Metric metric = Metric::NetBps;
    std::vector<RunChange> confirmed;  // ascending
    std::vector<RunChange> candidates; // too short to confirm: no deltas are looked for
    double coverage = 0;               // share of the run that lies near a change of the overrides
    double chanceP = 1;                // that chance alone would do as well
    bool isWeak = true;                // chanceP > .05
    std::size_t idle = 0;              // changes of overrides with no change point near them
    SearchEnd end = SearchEnd::Complete;
    bool operator==(const KpiChanges&) const = default;
};

// Changes that were verified as applied by their value; `effective` is the first iteration with
// them. By iteration, then key.
std::vector<EffectiveDelta> verifiedDeltas(const Verification& verification);

// From which iteration on the overrides in force stayed as they are; nullopt: they never changed,
// or none were recorded.
std::optional<int> lastOverrideChange(const SoakRun& run);

KpiChanges kpiChanges(const SoakRun& run, Metric metric, std::span<const EffectiveDelta> deltas,
                      const std::function<bool()>& isTimeUp = {});

// What became of one parameter's changes, over some KPIs.
struct KeyEffect {
    std::string key;
    std::size_t changed = 0;  // times
    std::size_t followed = 0; // of them by a confirmed change point of a KPI
    bool operator==(const KeyEffect&) const = default;
};

std::vector<KeyEffect> keyEffects(std::span<const EffectiveDelta> deltas,
                                  std::span<const KpiChanges> changes); // by key

// "#62 ±3, preceded by impact_cap_ratio (#61)"; each parameter once, with its nearest change; at
// most four, then a count. "#62 ±3, not preceded by a change of the overrides".
std::string changeText(const RunChange& change);

} // namespace soak
