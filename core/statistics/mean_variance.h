// SPDX-License-Identifier: GPL-3.0-or-later
// The building block of every interval here (STATISTICS 1): the variance of the mean of an
// autocorrelated series, by an AR(1) correction, with six batch means as a guard against what AR(1)
// does not see.
#pragma once

#include "core/statistics/series.h"

#include <cstddef>
#include <optional>

namespace soak
{

inline constexpr std::size_t kFewestForMean = 8; // no interval from fewer values
inline constexpr double kGuardDf = 5;
inline constexpr double kLeastDf = .5;
inline constexpr double kMostPhi = .99;

struct MeanVariance {
    std::size_t n = 0;     // values
    double mean = 0;       // of all of them
    double sd = 0;         // of one value, by n - 1
    std::size_t batch = 1; // values in a batch mean
    std::size_t k = 0;     // batch means
    double r1 = 0;         // first autocorrelation of the batch means
    double phi = 0;        // the same, corrected for its bias; 0 to .99
    double g = 1;          // variance of the mean over that of independent values
    double varMean = 0;
    double df = 0;
    double ess = 0; // so many independent values are worth as much; 1 to n
    double varGuard = 0;
    bool operator==(const MeanVariance&) const = default;

    [[nodiscard]] bool isConstant() const { return varMean == 0 && varGuard == 0 && sd == 0; }
};

// nullopt for fewer than 8 values. O(n).
std::optional<MeanVariance> meanVariance(const Series& series);

// Half the width of the interval about the mean whose upper bound has the level `q` by itself: .95
// for one-sided 95 %, .975 for two-sided.
double halfWidth(const MeanVariance& mean, double q);

// 1 + 2 sum of (1 - j/k) phi^j, in closed form and without the cap.
double varianceFactor(double phi, double k);

// First autocorrelation of the series as it is (no batches), corrected: clamp((n r1 + 1) / (n - 4),
// 0, .99). nullopt for fewer than 8 values; 0 for equal ones.
std::optional<double> unbatchedPhi(const Series& series);

// Half of the interval that holds at every look at once, however often a run that is still going
// on is looked at (STATISTICS 2c), one-sided 5 %. nullopt when ESS < 10: nothing may be said yet.
std::optional<double> sequenceHalfWidth(const MeanVariance& mean);

} // namespace soak
