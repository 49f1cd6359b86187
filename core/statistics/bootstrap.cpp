// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/bootstrap.h"

#include "core/base/split_mix.h"
#include "core/model/statistics.h"
#include "core/statistics/descriptive.h"
#include "core/statistics/mean_variance.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

constexpr std::size_t kMostValues = 20'000;
constexpr std::size_t kBatchesOfLong = 64;

Series shortened(const Series& series)
{
    if (series.values.size() <= kMostValues) {
        return series;
    }
    const std::size_t size = series.values.size() / kBatchesOfLong;
    const auto newest = std::span(series.values).last(size * kBatchesOfLong);
    std::vector<double> means;
    for (std::size_t batch = 0; batch < kBatchesOfLong; ++batch) {
        means.push_back(*mean(newest.subspan(batch * size, size)));
    }
    return seriesOf(means);
}

std::size_t placeOf(double fraction, std::size_t n)
{
    return std::min(static_cast<std::size_t>(fraction * static_cast<double>(n)), n - 1);
}

} // namespace

std::uint64_t bootstrapSeed(std::string_view text)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char letter : text) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3ULL;
    }
    return hash;
}

double blockLength(double phi, std::size_t n)
{
    const auto count = static_cast<double>(n);
    const double length = std::pow(2 * phi / (1 - phi * phi), 2.0 / 3) * std::cbrt(count);
    return std::clamp(length, 1.0, std::max(count / 3, 1.0));
}

std::vector<std::size_t> resample(std::size_t n, double block, std::uint64_t& state)
{
    std::vector<std::size_t> places(n);
    if (n == 0) {
        return places;
    }
    places[0] = placeOf(uniform53(state), n);
    for (std::size_t step = 1; step < n; ++step) {
        const bool startsAnew = uniform53(state) < 1 / block;
        places[step] = startsAnew ? placeOf(uniform53(state), n) : (places[step - 1] + 1) % n;
    }
    return places;
}

std::optional<BootstrapInterval> bootstrapInterval(const Series& series, const Statistic& statistic,
                                                   std::uint64_t seed, double confidence,
                                                   std::size_t resamples)
{
    const Series used = shortened(series);
    const auto phi = unbatchedPhi(used);
    const auto estimate = statistic(series.values);
    if (!phi || !estimate) {
        return std::nullopt;
    }
    const std::size_t n = used.values.size();
    BootstrapInterval result{blockLength(*phi, n), *estimate, {}, resamples};
    std::vector<double> found;
    found.reserve(resamples);
    std::vector<double> drawn(n);
    for (std::size_t round = 0; round < resamples; ++round) {
        const std::vector<std::size_t> places = resample(n, result.block, seed);
        std::ranges::transform(places, drawn.begin(),
                               [&](std::size_t place) { return used.values[place]; });
        const auto value = statistic(drawn);
        if (!value) {
            return std::nullopt;
        }
        found.push_back(*value);
    }
    std::ranges::sort(found);
    const double tail = (1 - confidence) / 2;
    result.interval = {quantileOfSorted(found, tail), quantileOfSorted(found, 1 - tail)};
    return result;
}

} // namespace soak
