// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/warm_up.h"

#include "core/model/compensated_sum.h"
#include "core/model/statistics.h"

#include <algorithm>
#include <span>
#include <vector>

namespace soak
{

namespace
{

constexpr std::size_t kBatch = 5;
constexpr std::size_t kFewestBatches = 4;
constexpr std::size_t kFewestToApply = 100;
constexpr double kMostRatio = .6;

std::vector<double> meansOfFive(std::span<const double> values)
{
    std::vector<double> means;
    means.reserve(values.size() / kBatch);
    for (std::size_t first = 0; first + kBatch <= values.size(); first += kBatch) {
        means.push_back(*mean(values.subspan(first, kBatch)));
    }
    return means;
}

// S(d) for every d: squares about the mean of what follows, over the square of how many follow.
// From the end, so that each takes one step (Welford's).
std::vector<double> statisticsFromEnd(std::span<const double> means)
{
    std::vector<double> statistics(means.size());
    double centre = 0;
    CompensatedSum squares;
    for (std::size_t count = 1; count <= means.size(); ++count) {
        const double value = means[means.size() - count];
        const double distance = value - centre;
        const auto size = static_cast<double>(count);
        centre += distance / size;
        squares.add(distance * (value - centre));
        statistics[means.size() - count] = squares.total() / (size * size);
    }
    return statistics;
}

} // namespace

WarmUp mser5(const Series& series)
{
    WarmUp result;
    const std::vector<double> means = meansOfFive(series.values);
    if (means.size() < kFewestBatches) {
        return result;
    }
    result.isUsable = true;
    if (*std::ranges::max_element(series.values) == *std::ranges::min_element(series.values)) {
        return result;
    }
    const std::vector<double> statistics = statisticsFromEnd(means);
    const std::size_t edge = means.size() / 2;
    const auto best = std::min_element(statistics.begin(),
                                       statistics.begin() + static_cast<std::ptrdiff_t>(edge) + 1);
    const auto batches = static_cast<std::size_t>(best - statistics.begin());
    result.cut = kBatch * batches;
    result.statisticAtStart = statistics.front();
    result.statistic = *best;
    result.isAtEdge = batches == edge;
    if (statistics.front() > 0) {
        result.ratio = *best / statistics.front();
    }
    return result;
}

bool mayBeApplied(const WarmUp& warmUp, const Series& series)
{
    return series.values.size() >= kFewestToApply && !warmUp.isAtEdge && warmUp.ratio &&
           *warmUp.ratio < kMostRatio;
}

} // namespace soak
