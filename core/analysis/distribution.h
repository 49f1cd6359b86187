// SPDX-License-Identifier: GPL-3.0-or-later
// How the values of runs are distributed, for pictures beside each other: steps, bins, boxes,
// densities. All of the compared iterations only; what is missing is counted and left out. All
// values in the unit of the series.
#pragma once

#include "core/statistics/series.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace soak
{

// The share of values at or below `value`.
struct EcdfStep {
    double value = 0;
    double share = 0; // 0..1
    bool operator==(const EcdfStep&) const = default;
};

// One step for each distinct value, ascending; the last share is 1. Empty without a value.
std::vector<EcdfStep> ecdfOf(const Series& series);

// Quantiles by linear interpolation (Hyndman & Fan type 7, as in numpy).
struct BoxStatistics {
    std::size_t n = 0;
    std::size_t missing = 0;
    double mean = 0;
    double min = 0;
    double q1 = 0;
    double median = 0;
    double q3 = 0;
    double p95 = 0;
    double max = 0;
    // The farthest values within 1.5 times the interquartile range of the box (Tukey).
    double whiskerLow = 0;
    double whiskerHigh = 0;
    std::vector<double> outliers; // beyond the whiskers, ascending
    bool operator==(const BoxStatistics&) const = default;
};

// nullopt without a value.
std::optional<BoxStatistics> boxOf(const Series& series);

inline constexpr std::size_t kMostBins = 60;

struct Histogram {
    std::vector<double> edges;                    // ascending, one more than there are bins
    std::vector<std::vector<std::size_t>> counts; // by series, then by bin
    bool operator==(const Histogram&) const = default;
};

// The same bins for all series. Their width is the least that the rule of Freedman and Diaconis
// (2 IQR n^(-1/3)) gives for one of them, never more bins than kMostBins; of values without spread
// one bin. The last bin holds its upper edge. Empty without a value.
Histogram histogramOf(std::span<const Series> series);

struct DensityPoint {
    double value = 0;
    double density = 0; // per unit of the series; its integral is 1
    bool operator==(const DensityPoint&) const = default;
};

// Kernel density with a Gaussian of Silverman's width, .9 min(sd, IQR / 1.34) n^(-1/5), at `points`
// places from three widths below the lowest to as far above the highest value. Empty with fewer
// than two values or values without spread.
std::vector<DensityPoint> densityOf(const Series& series, std::size_t points);

} // namespace soak
