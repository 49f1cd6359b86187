// SPDX-License-Identifier: GPL-3.0-or-later
// How much a value remembers of those before it: diagnostics, shown and never used in a verdict.
#pragma once

#include "core/statistics/series.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace soak
{

// Autocorrelations of lags 1 to `lags`, gaps closed: sum d(t) d(t+l) / sum d(t)^2. Empty for equal
// values; as many as there are values for.
std::vector<double> autocorrelations(const Series& series, std::size_t lags);

// Integrated autocorrelation time by Sokal's rule: 1 + 2 sum of the first M autocorrelations, M
// being the first with M >= 5 tau(M).
struct SokalTime {
    double tau = 1;
    std::size_t window = 0;
    bool operator==(const SokalTime&) const = default;
};

// nullopt when empty; 1 by 0 for equal values, as nothing is remembered.
std::optional<SokalTime> sokalTime(const Series& series);

} // namespace soak
