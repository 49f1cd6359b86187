// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/descriptive.h"

#include "core/base/result.h"
#include "core/model/compensated_sum.h"
#include "core/model/statistics.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

constexpr double kMadToSigma = 1.4826022185056018;       // of a normal distribution
constexpr double kDeviationToSigma = 1.2533141373155003; // sqrt(pi / 2)

} // namespace

double squaresAbout(std::span<const double> values, double centre)
{
    CompensatedSum sum;
    for (const double value : values) {
        sum.add((value - centre) * (value - centre));
    }
    return sum.total();
}

std::optional<double> sampleVariance(std::span<const double> values)
{
    if (values.size() < 2) {
        return std::nullopt;
    }
    return squaresAbout(values, *mean(values)) / static_cast<double>(values.size() - 1);
}

double quantileOfSorted(std::span<const double> sorted, double p)
{
    SOAK_ASSERT(!sorted.empty() && p >= 0 && p <= 1);
    const double place = p * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double share = place - static_cast<double>(below);
    return sorted[below] + share * (sorted[above] - sorted[below]);
}

std::optional<double> quantile7(std::span<const double> values, double p)
{
    SOAK_ASSERT(p >= 0 && p <= 1);
    if (values.empty()) {
        return std::nullopt;
    }
    const double place = p * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    std::vector<double> copy(values.begin(), values.end());
    const auto low = copy.begin() + static_cast<std::ptrdiff_t>(below);
    std::nth_element(copy.begin(), low, copy.end());
    if (below + 1 == copy.size()) {
        return *low;
    }
    const double high = *std::min_element(low + 1, copy.end());
    return *low + (place - static_cast<double>(below)) * (high - *low);
}

std::optional<double> medianDeviation(std::span<const double> values)
{
    const std::optional<double> centre = median(values);
    if (!centre) {
        return std::nullopt;
    }
    std::vector<double> distances(values.size());
    std::ranges::transform(values, distances.begin(),
                           [&](double value) { return std::abs(value - *centre); });
    return median(distances);
}

std::optional<double> skewness(std::span<const double> values)
{
    if (values.size() < 3) {
        return std::nullopt;
    }
    const double centre = *mean(values);
    CompensatedSum squares;
    CompensatedSum cubes;
    for (const double value : values) {
        const double distance = value - centre;
        squares.add(distance * distance);
        cubes.add(distance * distance * distance);
    }
    const auto count = static_cast<double>(values.size());
    const double variance = squares.total() / count;
    if (!(variance > 0)) {
        return std::nullopt;
    }
    return cubes.total() / count / (variance * std::sqrt(variance));
}

std::optional<double> positiveHarmonicMean(std::span<const double> values)
{
    const bool isPositive = std::ranges::all_of(values, [](double value) { return value > 0; });
    return isPositive ? harmonicMean(values) : std::nullopt;
}

std::string_view keyOf(RobustScores::Scale scale)
{
    switch (scale) {
    case RobustScores::Scale::None:
        return "none";
    case RobustScores::Scale::Mad:
        return "mad";
    case RobustScores::Scale::MeanDeviation:
        return "mean_abs_dev";
    case RobustScores::Scale::Constant:
        return "constant";
    }
    return "";
}

RobustScores robustScores(std::span<const double> values)
{
    RobustScores scores;
    if (values.size() < kFewestForScores) {
        return scores;
    }
    const double centre = *median(values);
    double scale = kMadToSigma * *medianDeviation(values);
    scores.scale = RobustScores::Scale::Mad;
    if (scale == 0) {
        CompensatedSum distances;
        for (const double value : values) {
            distances.add(std::abs(value - centre));
        }
        scale = kDeviationToSigma * distances.total() / static_cast<double>(values.size());
        scores.scale =
            scale == 0 ? RobustScores::Scale::Constant : RobustScores::Scale::MeanDeviation;
    }
    scores.z.reserve(values.size());
    for (const double value : values) {
        scores.z.push_back(scale == 0 ? 0 : (value - centre) / scale);
    }
    return scores;
}

} // namespace soak
