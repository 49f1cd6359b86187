// SPDX-License-Identifier: GPL-3.0-or-later
// What a run has above a baseline, place by place on their common axis (run_alignment.h).
#pragma once

#include "core/model/iteration_table.h"

#include <optional>
#include <span>
#include <vector>

namespace soak
{

// One metric of a run: `x` ascending, a value or its absence for each.
struct PlacedColumn {
    std::span<const int> x;
    MetricColumn values;
};

// For each place of `own` its value minus the baseline's at the same place; absent where either has
// none. Of several rows at one place (seconds of a fast run) the baseline's first counts. O(n).
std::vector<std::optional<double>> differencesFrom(const PlacedColumn& baseline,
                                                   const PlacedColumn& own);

} // namespace soak
