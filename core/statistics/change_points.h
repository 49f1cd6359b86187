// SPDX-License-Identifier: GPL-3.0-or-later
// Where the level of an autocorrelated series changed (STATISTICS 2e): seeded binary segmentation
// with the CUSUM test of cusum_node.h.
#pragma once

#include "core/statistics/series.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace soak
{

struct ChangePoint {
    std::size_t index = 0;     // of the first value of the new level, among the values there are
    std::int64_t at = 0;       // its place in the series
    std::size_t halfWidth = 0; // the place is known to so many values either way
    double p = 1;
    double before = 0; // mean of the level it ended
    double after = 0;
    bool operator==(const ChangePoint&) const = default;
};

enum class SearchEnd : std::uint8_t { Complete, TooMany, OutOfTime };

struct ChangePoints {
    std::vector<ChangePoint> confirmed;  // ascending
    std::vector<ChangePoint> candidates; // p is small, but the series too short to confirm them
    std::vector<std::size_t> raw;        // the confirmed ones before they were placed exactly
    SearchEnd end = SearchEnd::Complete;
    bool operator==(const ChangePoints&) const = default;
};

inline constexpr double kChangeAlpha = .01;
inline constexpr double kLeastEffective = 12;
inline constexpr std::size_t kMostChangePoints = 64;

struct ChangeOptions {
    double alpha = kChangeAlpha;
    double leastEffective = kLeastEffective;
    // Asked before each stretch is looked at; true ends the search (OutOfTime).
    std::function<bool()> isTimeUp = {};
};

// None for fewer than 16 values or equal ones. Gaps are closed. O(n log n) for each level found.
ChangePoints changePoints(const Series& series, const ChangeOptions& options = {});

std::string_view keyOf(SearchEnd end); // complete, more than 64, out of time

} // namespace soak
