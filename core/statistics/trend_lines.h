// SPDX-License-Identifier: GPL-3.0-or-later
// Trends as others report them, for the comparison page (STATISTICS 4). The reports' own is
// trendOf() of core/analysis.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace soak
{

enum class TrendLabel : std::uint8_t { Flat, Up, Down };

std::string_view keyOf(TrendLabel label); // flat, up, down

struct QuarterTrend {
    double first = 0;
    double last = 0;
    TrendLabel label = TrendLabel::Flat;
    bool operator==(const QuarterTrend&) const = default;
};

// Mean of the last quarter against that of the first, beyond 5 % of the first; the first and the
// last value for fewer than four. nullopt when empty.
std::optional<QuarterTrend> quarterTrend(std::span<const double> values);

// As the scripts of old have it, with their defects: ceil(n / 4) values at the end, times 1.05 and
// .95, which turns around for negative means.
std::optional<QuarterTrend> quarterTrendLegacy(std::span<const double> values);

struct SlopeTrend {
    double slope = 0; // an iteration
    TrendLabel label = TrendLabel::Flat;
    bool operator==(const SlopeTrend&) const = default;
};

// Least squares; the label by 5 % of |mean| an iteration (.1 where the mean is 0): insensitive.
// 0 for one value; nullopt when empty.
std::optional<SlopeTrend> slopeTrend(std::span<const double> values);

} // namespace soak
