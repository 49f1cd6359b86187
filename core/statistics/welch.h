// SPDX-License-Identifier: GPL-3.0-or-later
// A difference of two means whose variances are estimates of their own (Welch), and samples of
// independent values held against each other by it.
#pragma once

#include "core/statistics/series.h"

#include <optional>
#include <span>

namespace soak
{

// The variance of a mean, or of a difference of means, in the square of its unit, and the degrees
// of freedom of that estimate.
struct Spread {
    double variance = 0;
    double df = 1;
};

// Of the difference of two independent means; df by Welch and Satterthwaite.
Spread welch(const Spread& a, const Spread& b);

// Two-sided, by Student's t: 1 of a difference of 0 without variance, 0 of any other without it.
double differenceP(double difference, const Spread& spread);

// Half the width of the interval whose upper bound has the level `q` by itself.
double differenceHalfWidth(double q, const Spread& spread);

// `difference` / |mean|; nullopt below a mean of 1e-12, of which nothing is a share.
std::optional<double> shareOfMean(double difference, double mean);

// All in the unit of the values unless said otherwise.
struct SampleComparison {
    double difference = 0;              // mean of B - mean of A
    std::optional<double> relative;     // shareOfMean() of A's
    std::optional<double> standardized; // in standard deviations of one value
    bool isDeterministic = false;       // both are constant: what follows is absent
    std::optional<double> df;
    std::optional<double> p;
    std::optional<Interval> ci95;
    std::optional<Interval> ci90;
    bool operator==(const SampleComparison&) const = default;
};

// Of values that are independent of each other, as the means of runs are. nullopt when a side has
// fewer than two.
std::optional<SampleComparison> compareSamples(std::span<const double> a,
                                               std::span<const double> b);

} // namespace soak
