// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/quoting_limits.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

constexpr std::int64_t kMillion = 1'000'000;
constexpr PriceUnits kLeastHalfSpread = 170; // with no delta
// 0.08 to 0.25 of the parameter then span 3.4 bps, the useful range of the fill curve.
constexpr std::int64_t kSpreadGain = 20;
constexpr Lots kDeltaLots = 240; // the position change per step that max_delta_ratio is a share of
constexpr Lots kLeastSize = 2;

// In millionths, to the nearest. The product is rounded once, and the range is within 10^4, so that
// every compiler makes the same integer of it.
std::int64_t millionths(const Overrides& overrides, std::string_view name)
{
    const ParameterSpec* const spec = ParameterRegistry::builtin().find(name);
    SOAK_ASSERT(spec != nullptr && spec->defaultValue);
    double amount = valueOrDefault(overrides, *spec)->amount;
    if (std::isnan(amount)) {
        amount = *spec->defaultValue;
    }
    amount = std::clamp(amount, spec->safe.low, spec->safe.high);
    constexpr double kHalves = 2 * static_cast<double>(kMillion);
    return (static_cast<std::int64_t>(amount * kHalves) + 1) / 2;
}

std::int64_t whole(const Overrides& overrides, std::string_view name)
{
    return roundDiv(millionths(overrides, name), kMillion);
}

PriceUnits units(const Overrides& overrides, std::string_view nameOfBps, std::int64_t gain = 1)
{
    return roundDiv(millionths(overrides, nameOfBps) * gain * kUnitsPerBps, kMillion);
}

Lots sizeFrom(const Overrides& overrides, const MarketParameters& market)
{
    const Lots byDepth =
        millionths(overrides, "impact_cap_ratio") * referenceDepth(market) / kMillion;
    const Lots byDelta = millionths(overrides, "max_delta_ratio") * kDeltaLots / kMillion;
    return std::max(kLeastSize, std::min(byDepth, byDelta));
}

} // namespace

QuotingLimits quotingLimits(const Overrides& overrides, const MarketParameters& market)
{
    QuotingLimits limits;
    limits.halfSpread = kLeastHalfSpread + units(overrides, "base_spread_bps_delta", kSpreadGain);
    limits.latencySpreadAdd = units(overrides, "spread_add_bps");
    limits.rebidThreshold = units(overrides, "rebid_threshold_bps");
    limits.tailAge = whole(overrides, "tail_age_ms") * kMillisecond;
    limits.minInterval = whole(overrides, "min_interval_ms") * kMillisecond;
    limits.concurrency = static_cast<int>(whole(overrides, "concurrency_limit"));
    limits.requestsPerMinute = whole(overrides, "replace_rate_per_min");
    limits.rescueMillionths = millionths(overrides, "rescue_max_ratio");
    limits.rescueSpreadCap = units(overrides, "rescue_spread_cap_bps");
    limits.size = sizeFrom(overrides, market);
    limits.positionLimit = market.positionLimit;
    return limits;
}

} // namespace soak
