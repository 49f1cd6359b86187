// SPDX-License-Identifier: GPL-3.0-or-later
// Where a run has settled: MSER-5 of White, Cobb and Spratt (STATISTICS 2a).
#pragma once

#include "core/statistics/series.h"

#include <cstddef>
#include <optional>

namespace soak
{

struct WarmUp {
    std::size_t cut = 0; // values at the start that are better left out
    std::optional<double>
        ratio; // of the statistic there to that of no cut; absent for equal values
    double statisticAtStart = 0;
    double statistic = 0;
    bool isAtEdge = false; // half of the run would go: no steady state was seen
    bool isUsable = false; // false: fewer than 20 values
    bool operator==(const WarmUp&) const = default;
};

// Gaps closed: `cut` counts values. O(n).
WarmUp mser5(const Series& series);

// Measured to do more good than harm only there: at least 100 values, and the ratio below .6. Not
// at the edge of the search: where that ends is no place at which anything settled.
bool mayBeApplied(const WarmUp& warmUp, const Series& series);

} // namespace soak
