// SPDX-License-Identifier: GPL-3.0-or-later
// A quantile of the steady state with one-sided bounds (STATISTICS 2b).
#pragma once

#include "core/statistics/series.h"

#include <optional>

namespace soak
{

struct QuantileBounds {
    double quantile = 0;  // of the values, type 7
    double effective = 0; // independent values that the sample is worth
    double df = 0;
    double lowShare = 0; // which quantiles the bounds are; outside 0 to 1: unbounded
    double highShare = 1;
    Interval bounds; // -inf, inf where the data give none
    bool operator==(const QuantileBounds&) const = default;
};

// Each bound alone is wrong in `alpha` of cases. nullopt for fewer than 8 values. `p` in (0, 1).
std::optional<QuantileBounds> quantileBounds(const Series& series, double p, double alpha);

} // namespace soak
