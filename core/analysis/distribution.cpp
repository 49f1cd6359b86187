// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/distribution.h"

#include "core/base/result.h"
#include "core/model/statistics.h"
#include "core/statistics/descriptive.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace soak
{

namespace
{

constexpr double kQuarter = 0.25;

std::vector<double> sortedValues(const Series& series)
{
    std::vector<double> values = series.values;
    std::ranges::sort(values);
    return values;
}

double middleRange(const std::vector<double>& sorted)
{
    return quantileOfSorted(sorted, 1 - kQuarter) - quantileOfSorted(sorted, kQuarter);
}

std::size_t binOf(const std::vector<double>& edges, double value)
{
    const auto above = std::ranges::upper_bound(edges, value);
    const auto bin =
        static_cast<std::size_t>(std::max<std::ptrdiff_t>(above - edges.begin(), 1)) - 1;
    return std::min(bin, edges.size() - 2);
}

// Of Freedman and Diaconis; nullopt where the middle half has no spread.
std::optional<double> binWidth(const std::vector<double>& sorted)
{
    const double range = middleRange(sorted);
    return range > 0 ? std::optional(2 * range / std::cbrt(static_cast<double>(sorted.size())))
                     : std::nullopt;
}

} // namespace

std::vector<EcdfStep> ecdfOf(const Series& series)
{
    const std::vector<double> values = sortedValues(series);
    const auto n = static_cast<double>(values.size());
    std::vector<EcdfStep> steps;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i + 1 == values.size() || values[i + 1] != values[i]) {
            steps.push_back({values[i], static_cast<double>(i + 1) / n});
        }
    }
    return steps;
}

std::optional<BoxStatistics> boxOf(const Series& series)
{
    constexpr double kWhisker = 1.5;
    constexpr double kTail = 0.95;
    if (series.values.empty()) {
        return std::nullopt;
    }
    const std::vector<double> values = sortedValues(series);
    BoxStatistics box;
    box.n = values.size();
    box.missing = series.missing();
    box.mean = *mean(values);
    box.min = values.front();
    box.max = values.back();
    box.q1 = quantileOfSorted(values, kQuarter);
    box.median = quantileOfSorted(values, 0.5);
    box.q3 = quantileOfSorted(values, 1 - kQuarter);
    box.p95 = quantileOfSorted(values, kTail);
    const double reach = kWhisker * (box.q3 - box.q1);
    box.whiskerLow = *std::ranges::lower_bound(values, box.q1 - reach);
    box.whiskerHigh = *(std::ranges::upper_bound(values, box.q3 + reach) - 1);
    for (const double value : values) {
        if (value < box.whiskerLow || value > box.whiskerHigh) {
            box.outliers.push_back(value);
        }
    }
    return box;
}

Histogram histogramOf(std::span<const Series> series)
{
    std::optional<double> low;
    std::optional<double> high;
    std::optional<double> width;
    for (const Series& one : series) {
        if (one.values.empty()) {
            continue;
        }
        const std::vector<double> values = sortedValues(one);
        low = std::min(low.value_or(values.front()), values.front());
        high = std::max(high.value_or(values.back()), values.back());
        if (const std::optional<double> own = binWidth(values)) {
            width = std::min(width.value_or(*own), *own);
        }
    }
    Histogram histogram;
    if (!low) {
        return histogram;
    }
    const double range = *high - *low;
    const double wanted = width && range > 0 ? std::ceil(range / *width) : 1;
    const auto bins =
        static_cast<std::size_t>(std::clamp(wanted, 1.0, static_cast<double>(kMostBins)));
    // Without spread: a bin of its own around the value.
    const double half = range > 0 ? 0 : std::max(std::abs(*low) * 1e-3, 1e-9);
    for (std::size_t i = 0; i <= bins; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(bins);
        histogram.edges.push_back(*low - half + share * (range + 2 * half));
    }
    for (const Series& one : series) {
        std::vector<std::size_t>& counts = histogram.counts.emplace_back(bins, 0U);
        for (const double value : one.values) {
            ++counts[binOf(histogram.edges, value)];
        }
    }
    return histogram;
}

std::vector<DensityPoint> densityOf(const Series& series, std::size_t points)
{
    constexpr double kReach = 3;
    const std::vector<double> values = sortedValues(series);
    if (values.size() < 2 || values.front() == values.back() || points < 2) {
        return {};
    }
    const auto n = static_cast<double>(values.size());
    const double deviation = std::sqrt(*sampleVariance(values));
    const double middle = middleRange(values) / 1.34;
    const double scale = middle > 0 ? std::min(deviation, middle) : deviation;
    const double width = 0.9 * scale * std::pow(n, -0.2);
    const double from = values.front() - kReach * width;
    const double step = (values.back() + kReach * width - from) / static_cast<double>(points - 1);
    const double unit = 1 / (n * width * std::sqrt(2 * std::numbers::pi));
    // Beyond so many widths a value adds less than can be told.
    constexpr double kSeen = 8;
    std::vector<DensityPoint> density;
    for (std::size_t i = 0; i < points; ++i) {
        const double at = from + static_cast<double>(i) * step;
        auto value = std::ranges::lower_bound(values, at - kSeen * width);
        double sum = 0;
        for (; value != values.end() && *value <= at + kSeen * width; ++value) {
            const double z = (at - *value) / width;
            sum += std::exp(-z * z / 2);
        }
        density.push_back({at, sum * unit});
    }
    return density;
}

} // namespace soak
