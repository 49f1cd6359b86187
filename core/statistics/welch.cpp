// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/welch.h"

#include "core/model/statistics.h"
#include "core/statistics/descriptive.h"
#include "core/statistics/distributions.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

constexpr double kLeastMean = 1e-12; // STATISTICS 2d

bool isConstant(std::span<const double> values)
{
    const auto [low, high] = std::ranges::minmax_element(values);
    return *low == *high;
}

} // namespace

Spread welch(const Spread& a, const Spread& b)
{
    const double sum = a.variance + b.variance;
    const double parts = a.variance * a.variance / a.df + b.variance * b.variance / b.df;
    return {sum, parts > 0 ? sum * sum / parts : a.df + b.df};
}

double differenceP(double difference, const Spread& spread)
{
    if (spread.variance > 0) {
        return studentTwoSided(difference / std::sqrt(spread.variance), spread.df);
    }
    return difference == 0 ? 1 : 0;
}

double differenceHalfWidth(double q, const Spread& spread)
{
    return studentQuantile(q, spread.df) * std::sqrt(spread.variance);
}

std::optional<double> shareOfMean(double difference, double mean)
{
    return std::abs(mean) < kLeastMean ? std::nullopt : std::optional(difference / std::abs(mean));
}

std::optional<SampleComparison> compareSamples(std::span<const double> a, std::span<const double> b)
{
    const auto varianceA = sampleVariance(a);
    const auto varianceB = sampleVariance(b);
    if (!varianceA || !varianceB) {
        return std::nullopt;
    }
    SampleComparison result;
    const double meanA = *mean(a);
    result.difference = *mean(b) - meanA;
    result.relative = shareOfMean(result.difference, meanA);
    // By the values: the variance of equal ones may be rounded to something.
    result.isDeterministic = isConstant(a) && isConstant(b);
    if (result.isDeterministic) {
        return result;
    }
    const auto spreadOf = [](double variance, std::size_t count) {
        return Spread{variance / static_cast<double>(count), static_cast<double>(count) - 1};
    };
    const Spread spread = welch(spreadOf(*varianceA, a.size()), spreadOf(*varianceB, b.size()));
    const auto intervalOf = [&](double q) {
        const double half = differenceHalfWidth(q, spread);
        return Interval{result.difference - half, result.difference + half};
    };
    result.standardized = result.difference / std::sqrt((*varianceA + *varianceB) / 2);
    result.df = spread.df;
    result.p = differenceP(result.difference, spread);
    result.ci95 = intervalOf(.975);
    result.ci90 = intervalOf(.95);
    return result;
}

} // namespace soak
