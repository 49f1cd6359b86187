// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/mean_variance.h"

#include "core/model/compensated_sum.h"
#include "core/model/statistics.h"
#include "core/statistics/descriptive.h"
#include "core/statistics/distributions.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace soak
{

namespace
{

constexpr std::size_t kBatches = 64;
constexpr std::size_t kGuardBatches = 6;

// Means of `size` values each, of the newest ones: the oldest that do not fill a batch are left
// out.
std::vector<double> batchMeans(std::span<const double> values, std::size_t size, std::size_t count)
{
    std::vector<double> means;
    means.reserve(count);
    for (auto rest = values.last(size * count); !rest.empty(); rest = rest.subspan(size)) {
        means.push_back(*mean(rest.first(size)));
    }
    return means;
}

// `places` empty: every value is the neighbour of the one before it.
double firstCorrelation(std::span<const double> values, double centre, double squares,
                        std::span<const std::int64_t> places)
{
    CompensatedSum sum;
    for (std::size_t t = 0; t + 1 < values.size(); ++t) {
        if (places.empty() || places[t] + 1 == places[t + 1]) {
            sum.add((values[t] - centre) * (values[t + 1] - centre));
        }
    }
    return sum.total() / squares;
}

double correctedPhi(double r1, double k)
{
    return std::clamp((k * r1 + 1) / (k - 4), 0.0, kMostPhi);
}

bool isConstantSample(std::span<const double> values)
{
    return *std::ranges::max_element(values) == *std::ranges::min_element(values);
}

double guardVariance(std::span<const double> values)
{
    const std::vector<double> means =
        batchMeans(values, values.size() / kGuardBatches, kGuardBatches);
    return *sampleVariance(means) / static_cast<double>(kGuardBatches);
}

} // namespace

double varianceFactor(double phi, double k)
{
    return (1 + phi) / (1 - phi) - 2 * phi * (1 - std::pow(phi, k)) / (k * (1 - phi) * (1 - phi));
}

std::optional<MeanVariance> meanVariance(const Series& series)
{
    const std::span<const double> values = series.values;
    if (values.size() < kFewestForMean) {
        return std::nullopt;
    }
    MeanVariance result;
    result.n = values.size();
    result.mean = *mean(values);
    result.batch = values.size() >= 2 * kBatches ? values.size() / kBatches : 1;
    result.k = values.size() / result.batch;
    const auto n = static_cast<double>(result.n);
    const auto k = static_cast<double>(result.k);
    if (isConstantSample(values)) {
        result.ess = n;
        result.df = k - 1;
        return result;
    }
    const double variance = *sampleVariance(values);
    result.sd = std::sqrt(variance);
    std::vector<double> batched;
    if (result.batch > 1) {
        batched = batchMeans(values, result.batch, result.k);
    }
    const std::span<const double> used = result.batch > 1 ? batched : values;
    const double centre = *mean(used);
    const double squares = squaresAbout(used, centre);
    if (squares > 0) {
        result.r1 = firstCorrelation(used, centre, squares,
                                     result.batch > 1 ? std::span<const std::int64_t>{}
                                                      : std::span(series.at));
        result.phi = correctedPhi(result.r1, k);
    }
    result.g = std::min(varianceFactor(result.phi, k), .9 * k);
    result.varMean = squares * result.g / (k * (k - result.g));
    result.df = std::max(k / result.g - 1, kLeastDf);
    result.ess = result.varMean > 0 ? std::clamp(variance / result.varMean, 1.0, n) : n;
    result.varGuard = guardVariance(values);
    return result;
}

double halfWidth(const MeanVariance& mean, double q)
{
    return std::max(studentQuantile(q, mean.df) * std::sqrt(mean.varMean),
                    studentQuantile(q, kGuardDf) * std::sqrt(mean.varGuard));
}

std::optional<double> unbatchedPhi(const Series& series)
{
    if (series.values.size() < kFewestForMean) {
        return std::nullopt;
    }
    if (isConstantSample(series.values)) {
        return 0;
    }
    const double centre = *mean(series.values);
    const double r1 =
        firstCorrelation(series.values, centre, squaresAbout(series.values, centre), series.at);
    return correctedPhi(r1, static_cast<double>(series.values.size()));
}

std::optional<double> sequenceHalfWidth(const MeanVariance& mean)
{
    constexpr double kLevel = .05;
    constexpr double kTuning = .0794; // narrowest near 100 iterations
    constexpr double kLeastEss = 10;
    constexpr double kNormal95 = 1.645;
    if (mean.ess < kLeastEss) {
        return std::nullopt;
    }
    const auto n = static_cast<double>(mean.n);
    const double scale = n * kTuning + 1;
    return std::sqrt(n * mean.varMean) *
           std::sqrt(2 * scale / (n * n * kTuning) *
                     std::log(1 + std::sqrt(scale) / (2 * kLevel))) *
           studentQuantile(.95, mean.df) / kNormal95;
}

} // namespace soak
