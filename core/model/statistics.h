// SPDX-License-Identifier: GPL-3.0-or-later
// Elementary statistics, which several layers need (DOMAIN 2.3, 2.4). All pure; samples in any
// unit, result in the same.
#pragma once

#include <optional>
#include <span>

namespace soak
{

// Correctly rounded mean, as Python's statistics.mean (DOMAIN 2.4: Neumaier sum, one corrected
// division). nullopt when empty.
std::optional<double> mean(std::span<const double> samples);
// Mid-average for an even count. nullopt when empty.
std::optional<double> median(std::span<const double> samples);
// n / sum(1/v); 0 when any value is 0 (DOMAIN 2.1). nullopt when empty.
std::optional<double> harmonicMean(std::span<const double> samples);
// Nearest rank: sorted[ceil(p*n) - 1] (DOMAIN 2.3). `p` in (0, 1], asserted. nullopt when empty.
std::optional<double> nearestRank(std::span<const double> samples, double p);

} // namespace soak
