// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the steady state meets a target, given noise and autocorrelation (STATISTICS 2c). Stands
// beside the point verdict, which is the contract.
#pragma once

#include "core/model/kpi.h"
#include "core/statistics/series.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace soak
{

enum class ConfidenceVerdict : std::uint8_t { Pass, Fail, NotEnoughData };

std::string_view keyOf(ConfidenceVerdict verdict); // PASS, FAIL, NOT ENOUGH DATA

enum class ConfidenceReason : std::uint8_t {
    None,
    TooFewValues,      // fewer than 16
    TooFewIndependent, // ESS below 5
    ThresholdInside,   // of the interval
    NoSuchMethod,      // of this aggregate: last, min, harmonic mean
    NotEnded,          // looked at while it grows: no method for that but of a mean of ESS >= 10
};

std::string_view keyOf(ConfidenceReason reason); // "", n<16, ess<5, ...

struct ConfidenceGate {
    ConfidenceVerdict verdict = ConfidenceVerdict::NotEnoughData;
    ConfidenceReason reason = ConfidenceReason::None;
    std::size_t n = 0; // values used
    // Of mean and median: one-sided bounds, each alone right in 95 % of cases.
    std::optional<Interval> bounds;
    std::optional<double> ess; // of the median: effective values
    std::optional<double> phi;
    // Of the maximum: windows of 8 values, those that broke the target, bounds of their share.
    std::optional<std::size_t> windows;
    std::size_t broken = 0;
    std::optional<Interval> brokenShare;
    std::optional<std::size_t> needed; // about so many values, when there are not enough
    bool isSkewed = false;             // |skewness| > 1 and a mean: its chances of error are higher
    bool operator==(const ConfidenceGate&) const = default;
};

inline constexpr std::size_t kFewestForGate = 16;
inline constexpr std::size_t kGateWindow = 8;
inline constexpr std::size_t kCleanWindowsNeeded = 14; // for PASS of a maximum

// How often the question is asked of a series. Who looks again and again until the answer is liked
// gets it by chance in a quarter of cases and more (STATISTICS 2c).
enum class Looks : std::uint8_t { Once, WhileItGrows };

// `isAtLeast`: the target is >= threshold, else <= threshold.
ConfidenceGate confidenceGate(const Series& series, Aggregate aggregate, bool isAtLeast,
                              double threshold, Looks looks = Looks::Once);

} // namespace soak
