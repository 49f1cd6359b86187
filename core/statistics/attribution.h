// SPDX-License-Identifier: GPL-3.0-or-later
// Which change of the overrides preceded a change point, and whether chance would do as well
// (STATISTICS 2g). "Preceded by", never "caused by".
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// A change that was verified as applied by its value.
struct EffectiveDelta {
    std::int64_t effective = 0; // place of the first iteration it was in force
    std::string key;
    bool operator==(const EffectiveDelta&) const = default;
};

struct PlacedChange {
    std::int64_t at = 0;
    std::size_t halfWidth = 0;
};

enum class AttributionStatus : std::uint8_t { Attributed, Ambiguous, Unexplained };

std::string_view keyOf(AttributionStatus status); // attributed, ambiguous, unexplained

struct Attribution {
    std::int64_t at = 0;
    AttributionStatus status = AttributionStatus::Unexplained;
    std::vector<EffectiveDelta> candidates; // the nearest first, then by key
    bool operator==(const Attribution&) const = default;
};

struct Attributions {
    std::vector<Attribution> changes; // in the order given
    double coverage = 0;              // share of the run near a delta
    double chanceP = 1;               // that so many changes lie near one by chance alone
    bool isWeak = true;               // chanceP > .05: no evidence
    std::size_t idle = 0;             // deltas with no change near them
    bool operator==(const Attributions&) const = default;
};

inline constexpr std::int64_t kAttributionLag = 2;

// `n`: places of the run, the first of which is `origin` in the numbers of changes and deltas.
// Deltas in any order.
Attributions attribute(std::span<const PlacedChange> changes,
                       std::span<const EffectiveDelta> deltas, std::size_t n,
                       std::int64_t lag = kAttributionLag, std::int64_t origin = 0);

} // namespace soak
