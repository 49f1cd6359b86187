// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a stretch of a series has one level or two: the CUSUM test with a long-run variance that
// allows for autocorrelation (STATISTICS 2e).
#pragma once

#include "core/statistics/seeded_intervals.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace soak
{

inline constexpr std::size_t kShortestNode = 16;
inline constexpr std::size_t kKeptEachSide = 5;

struct CusumNode {
    std::size_t split = 0;     // first place of the new level
    double p = 1;              // corrected for all intervals looked at; 0 for an exact step
    SeededInterval interval{}; // in which it shows most clearly
    double t = 0;              // CUSUM in long-run standard deviations
    double phi = 0;
    double effective = 0; // independent values that the stretch is worth
    double longRunVariance = 0;
    bool operator==(const CusumNode&) const = default;
};

// Places of the stretch: 0 to values.size() - 1. nullopt for fewer than 16 values or equal ones.
// O(n log n).
std::optional<CusumNode> cusumNode(std::span<const double> values);

// Variance of the sum of n values over n, of residuals about the means of `segments` segments.
struct LongRun {
    double phi = 0;
    double factor = 1; // G
    double variance = 0;
};

LongRun longRunOf(std::span<const double> residuals, std::size_t segments);

} // namespace soak
