// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/statistics.h"

#include "core/base/result.h"
#include "core/model/compensated_sum.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace soak
{

namespace
{

// One division and its correction: dividing the sum alone gives 0.8299999999999998 for five times
// 0.83, and a gate at 0.83 would fail.
double quotient(const CompensatedSum& sum, double count)
{
    const double first = sum.high() / count;
    return first + (std::fma(-first, count, sum.high()) + sum.low()) / count;
}

// Sums that overflow are made of values so large that the division by a power of two is exact.
constexpr int kScaleBits = 64;

double scaledMean(std::span<const double> samples)
{
    CompensatedSum sum;
    for (const double sample : samples) {
        sum.add(std::ldexp(sample, -kScaleBits));
    }
    return std::ldexp(quotient(sum, static_cast<double>(samples.size())), kScaleBits);
}

double withinExtremes(std::span<const double> samples, double value)
{
    const auto [low, high] = std::minmax_element(samples.begin(), samples.end());
    return std::clamp(value, *low, *high);
}

} // namespace

std::optional<double> mean(std::span<const double> samples)
{
    if (samples.empty()) {
        return std::nullopt;
    }
    CompensatedSum sum;
    for (const double sample : samples) {
        sum.add(sample);
    }
    const double result = std::isfinite(sum.high()) && std::isfinite(sum.low())
                              ? quotient(sum, static_cast<double>(samples.size()))
                              : scaledMean(samples);
    return withinExtremes(samples, result);
}

std::optional<double> median(std::span<const double> samples)
{
    if (samples.empty()) {
        return std::nullopt;
    }
    std::vector<double> copy(samples.begin(), samples.end());
    const auto middle = copy.begin() + static_cast<std::ptrdiff_t>(copy.size() / 2);
    std::nth_element(copy.begin(), middle, copy.end());
    if (copy.size() % 2 == 1) {
        return *middle;
    }
    return std::midpoint(*std::max_element(copy.begin(), middle), *middle);
}

std::optional<double> harmonicMean(std::span<const double> samples)
{
    if (samples.empty()) {
        return std::nullopt;
    }
    CompensatedSum reciprocals;
    for (const double sample : samples) {
        if (sample == 0) {
            return 0;
        }
        reciprocals.add(1 / sample);
    }
    const double result = static_cast<double>(samples.size()) / reciprocals.total();
    if (!std::isfinite(result)) {
        return std::nullopt;
    }
    // Of values of one sign it lies between them: five times 0.83 give 0.83, whatever 1/0.83 rounds
    // to.
    const bool isOneSign = std::all_of(samples.begin(), samples.end(),
                                       [&](double v) { return (v > 0) == (samples.front() > 0); });
    return isOneSign ? withinExtremes(samples, result) : result;
}

std::optional<double> nearestRank(std::span<const double> samples, double p)
{
    SOAK_ASSERT(p > 0 && p <= 1);
    if (samples.empty()) {
        return std::nullopt;
    }
    // p*n may lie a rounding error above the integer that it means (0.07*100): not a rank more.
    const auto count = static_cast<double>(samples.size());
    const double rank = std::ceil(p * count - 1e-12 * count);
    const auto index = static_cast<std::size_t>(std::clamp(rank, 1.0, count)) - 1;
    std::vector<double> copy(samples.begin(), samples.end());
    const auto place = copy.begin() + static_cast<std::ptrdiff_t>(index);
    std::nth_element(copy.begin(), place, copy.end());
    return *place;
}

} // namespace soak
