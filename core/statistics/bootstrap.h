// SPDX-License-Identifier: GPL-3.0-or-later
// The stationary bootstrap of Politis and Romano: for display only, labelled "approximate; too
// narrow for strongly correlated series" (STATISTICS 2b). Repeatable from its seed to the bit.
#pragma once

#include "core/statistics/series.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace soak
{

inline constexpr std::size_t kResamples = 999;

struct BootstrapInterval {
    double block = 1; // mean length of a block
    double estimate = 0;
    Interval interval; // percentiles
    std::size_t resamples = 0;
    bool operator==(const BootstrapInterval&) const = default;
};

// FNV-1a of 64 bits of "run-id/kpi": the seed where none is given.
std::uint64_t bootstrapSeed(std::string_view text);

// Mean length of a block for `phi` (unbatchedPhi()) and `n` values.
double blockLength(double phi, std::size_t n);

// The next resample: n places of 0 to n - 1.
std::vector<std::size_t> resample(std::size_t n, double block, std::uint64_t& state);

using Statistic = std::function<std::optional<double>(std::span<const double>)>;

// nullopt for fewer than 8 values, or when the statistic of the sample or of a resample is absent.
// Series of more than 20 000 values are resampled by their 64 batch means.
std::optional<BootstrapInterval> bootstrapInterval(const Series& series, const Statistic& statistic,
                                                   std::uint64_t seed, double confidence = .95,
                                                   std::size_t resamples = kResamples);

} // namespace soak
