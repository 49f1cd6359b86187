// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/quantile_bounds.h"

#include "core/statistics/descriptive.h"
#include "core/statistics/distributions.h"
#include "core/statistics/mean_variance.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace soak
{

namespace
{

constexpr double kUnbounded = std::numeric_limits<double>::infinity();

Series indicatorsOf(const Series& series, double limit)
{
    Series indicators{{}, series.at, series.length};
    indicators.values.reserve(series.values.size());
    for (const double value : series.values) {
        indicators.values.push_back(value <= limit ? 1 : 0);
    }
    return indicators;
}

} // namespace

std::optional<QuantileBounds> quantileBounds(const Series& series, double p, double alpha)
{
    const auto values = meanVariance(series);
    if (!values) {
        return std::nullopt;
    }
    std::vector<double> sorted = series.values;
    std::ranges::sort(sorted);
    QuantileBounds result;
    result.quantile = quantileOfSorted(sorted, p);
    const auto indicators = meanVariance(indicatorsOf(series, result.quantile));
    const auto n = static_cast<double>(values->n);
    const double spread = p * (1 - p);
    const double worth =
        indicators->varMean > 0 ? std::clamp(spread / indicators->varMean, 1.0, n) : n;
    result.effective = std::min(values->ess, worth);
    result.df = std::max(std::min(values->df, indicators->df), kLeastDf);
    const double half =
        std::max(studentQuantile(1 - alpha, result.df) * std::sqrt(spread / result.effective),
                 studentQuantile(1 - alpha, kGuardDf) * std::sqrt(indicators->varGuard));
    result.lowShare = p - half;
    result.highShare = p + half;
    result.bounds.low =
        result.lowShare < 0 ? -kUnbounded : quantileOfSorted(sorted, result.lowShare);
    result.bounds.high =
        result.highShare > 1 ? kUnbounded : quantileOfSorted(sorted, result.highShare);
    return result;
}

} // namespace soak
