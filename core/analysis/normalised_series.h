// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of different levels on one axis.
#pragma once

#include "core/statistics/series.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace soak
{

enum class Normalisation : std::uint8_t {
    Raw,
    ZScore,            // (value - mean of the run) / standard deviation of the run
    PercentOfBaseline, // 100 * value / |mean of the baseline|
    MinMax,            // (value - lowest) / (highest - lowest) of the run
};

std::string_view keyOf(Normalisation normalisation); // raw, z_score, percent, min_max
std::optional<Normalisation> normalisationFromKey(std::string_view key);
// "" for Raw, which keeps the unit of the metric; "sd of the run", "% of the baseline's mean",
// "0 to 1 of the run".
std::string_view unitText(Normalisation normalisation);
// Whether one rule holds for all runs, so that a threshold can be shown too.
bool isCommonScale(Normalisation normalisation);

// y = (value - zero) * factor. With `why` there is no such scale.
struct NormalScale {
    double zero = 0;
    double factor = 1;
    std::string_view why;
    bool operator==(const NormalScale&) const = default;

    [[nodiscard]] double operator()(double value) const { return (value - zero) * factor; }
};

// `own`, `baseline`: the values that are compared, in the metric's unit. The standard deviation is
// that of a sample (n - 1).
NormalScale normalScale(Normalisation normalisation, const Series& own, const Series& baseline);

} // namespace soak
