// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/cusum_node.h"

#include "core/model/compensated_sum.h"
#include "core/model/statistics.h"
#include "core/statistics/descriptive.h"
#include "core/statistics/distributions.h"
#include "core/statistics/mean_variance.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

constexpr double kMostShare = .45;      // of the values, for the variance factors
constexpr double kFactorsInLength = 12; // an interval is long enough to be looked at
constexpr double kNoResidual = 1e-24;   // of the sum of squares: the two levels are exact

// Sums of the values before each place, about their mean: small numbers, so that little is lost.
std::vector<double> sumsOf(std::span<const double> values, double centre)
{
    std::vector<double> sums;
    sums.reserve(values.size() + 1);
    CompensatedSum sum;
    sums.push_back(0);
    for (const double value : values) {
        sum.add(value - centre);
        sums.push_back(sum.total());
    }
    return sums;
}

double largestCusum(std::span<const double> sums, const SeededInterval& interval)
{
    const auto length = static_cast<double>(interval.length());
    const double first = sums[interval.from];
    const double slope = (sums[interval.end] - first) / length;
    const std::span<const double> inside =
        sums.subspan(interval.from, interval.length() + 1 - kKeptEachSide);
    double largest = 0;
    for (std::size_t t = kKeptEachSide; t < inside.size(); ++t) {
        largest = std::max(largest, std::abs(inside[t] - first - slope * static_cast<double>(t)));
    }
    return largest;
}

std::size_t placeOfCusum(std::span<const double> sums, const SeededInterval& interval)
{
    const auto length = static_cast<double>(interval.length());
    const double slope = (sums[interval.end] - sums[interval.from]) / length;
    std::size_t place = interval.from + kKeptEachSide;
    double largest = -1;
    for (std::size_t t = kKeptEachSide; t + kKeptEachSide <= interval.length(); ++t) {
        const double found = std::abs(sums[interval.from + t] - sums[interval.from] -
                                      slope * static_cast<double>(t));
        if (found > largest) {
            largest = found;
            place = interval.from + t;
        }
    }
    return place;
}

std::vector<double> residualsAbout(std::span<const double> values, std::size_t split)
{
    const double before = *mean(values.first(split));
    const double after = *mean(values.subspan(split));
    std::vector<double> residuals;
    residuals.reserve(values.size());
    for (std::size_t at = 0; at < values.size(); ++at) {
        residuals.push_back(values[at] - (at < split ? before : after));
    }
    return residuals;
}

using Layers = std::vector<std::vector<SeededInterval>>;

// The layer of the whole stretch, and those whose intervals are long beside the memory of the
// series.
Layers layersToLookAt(std::size_t n, double factor)
{
    Layers layers = seededIntervals(n, kShortestNode);
    const auto isTooShort = [&](const std::vector<SeededInterval>& layer) {
        const auto longest = std::ranges::max_element(layer, {}, &SeededInterval::length);
        return static_cast<double>(longest->length()) < kFactorsInLength * factor;
    };
    const auto first = std::find_if(layers.begin() + 1, layers.end(), isTooShort);
    layers.erase(first, layers.end());
    return layers;
}

void lookEverywhere(CusumNode& node, std::span<const double> sums, const Layers& layers)
{
    const double deviation = std::sqrt(node.longRunVariance);
    bool isFirst = true;
    for (const auto& layer : layers) {
        const auto looks = static_cast<double>(layers.size() * layer.size());
        for (const SeededInterval& interval : layer) {
            const double t = largestCusum(sums, interval) /
                             std::sqrt(static_cast<double>(interval.length())) / deviation;
            const double p = std::min(1.0, kolmogorovTail(t) * looks);
            if (isFirst || p < node.p) {
                node.p = p;
                node.t = t;
                node.interval = interval;
                isFirst = false;
            }
        }
    }
    node.split = placeOfCusum(sums, node.interval);
}

} // namespace

LongRun longRunOf(std::span<const double> residuals, std::size_t segments)
{
    const auto n = static_cast<double>(residuals.size());
    const auto q = static_cast<double>(segments);
    const double squares = squaresAbout(residuals, 0);
    LongRun run;
    if (!(squares > 0) || n <= 4 * q) {
        return run;
    }
    CompensatedSum products;
    for (std::size_t at = 0; at + 1 < residuals.size(); ++at) {
        products.add(residuals[at] * residuals[at + 1]);
    }
    const double r1 = products.total() / squares;
    run.phi = std::clamp((n * r1 + q) / (n - 4 * q), 0.0, kMostPhi);
    run.factor = std::min((1 + run.phi) / (1 - run.phi), kMostShare * n);
    const double ofSegment = std::min(varianceFactor(run.phi, n / q), kMostShare * n / q);
    run.variance = squares / std::max(n - q * ofSegment, 1.0) * run.factor;
    return run;
}

std::optional<CusumNode> cusumNode(std::span<const double> values)
{
    const std::size_t n = values.size();
    if (n < kShortestNode ||
        *std::ranges::max_element(values) == *std::ranges::min_element(values)) {
        return std::nullopt;
    }
    const std::vector<double> sums = sumsOf(values, *mean(values));
    CusumNode node{.interval = {0, n}};
    node.split = placeOfCusum(sums, node.interval);
    const std::vector<double> residuals = residualsAbout(values, node.split);
    if (squaresAbout(residuals, 0) <= kNoResidual * squaresAbout(values, 0)) {
        node.p = 0;
        node.effective = static_cast<double>(n);
        return node;
    }
    const LongRun run = longRunOf(residuals, 2);
    node.phi = run.phi;
    node.longRunVariance = run.variance;
    node.effective = static_cast<double>(n) / run.factor;
    lookEverywhere(node, sums, layersToLookAt(n, run.factor));
    return node;
}

} // namespace soak
