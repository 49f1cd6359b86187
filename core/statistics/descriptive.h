// SPDX-License-Identifier: GPL-3.0-or-later
// Plain figures of a sample, with no claim about what is behind it. All in the unit of the values.
#pragma once

#include "core/statistics/series.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace soak
{

// Sum of (x - centre)^2, compensated.
double squaresAbout(std::span<const double> values, double centre);

// By n - 1; nullopt for fewer than two values.
std::optional<double> sampleVariance(std::span<const double> values);

// Type 7: linear between the order statistics. `p` in [0, 1], asserted. nullopt when empty.
std::optional<double> quantile7(std::span<const double> values, double p);

// Of values already in ascending order, which must not be empty (asserted).
double quantileOfSorted(std::span<const double> sorted, double p);

// Median of the distances from the median, unscaled. nullopt when empty.
std::optional<double> medianDeviation(std::span<const double> values);

// Third standardised moment, of the sample; nullopt for fewer than three values or equal ones.
std::optional<double> skewness(std::span<const double> values);

// The harmonic mean of the statistics page: nullopt unless all values are positive. (That of the
// reports is harmonicMean() of core/model, DOMAIN 2.1.)
std::optional<double> positiveHarmonicMean(std::span<const double> values);

// How unusual each value is beside the others (STATISTICS 2f).
struct RobustScores {
    enum class Scale : std::uint8_t { None, Mad, MeanDeviation, Constant };

    std::vector<double> z; // one for each value; empty for fewer than 12
    Scale scale = Scale::None;
    bool operator==(const RobustScores&) const = default;
};

inline constexpr std::size_t kFewestForScores = 12;
inline constexpr double kUnusualScore = 3.5;
inline constexpr double kExtremeScore = 5;

std::string_view keyOf(RobustScores::Scale scale); // none, mad, mean_abs_dev, constant
RobustScores robustScores(std::span<const double> values);

} // namespace soak
