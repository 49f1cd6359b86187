// SPDX-License-Identifier: GPL-3.0-or-later
// The overrides as the integers that the bot works with (SIMULATOR 6, 8): made once per iteration,
// the only arithmetic with doubles before the KPIs.
#pragma once

#include "core/model/overrides.h"
#include "core/sim/scenario.h"

namespace soak
{

struct QuotingLimits {
    PriceUnits halfSpread = 0;       // without volatility and latency
    PriceUnits latencySpreadAdd = 0; // while the gateway is slow
    PriceUnits rebidThreshold = 0;
    SimTime tailAge = 0;
    SimTime minInterval = 0;
    int concurrency = 0; // requests in flight
    std::int64_t requestsPerMinute = 0;
    std::int64_t rescueMillionths = 0; // of the position
    PriceUnits rescueSpreadCap = 0;
    Lots size = 0;
    Lots positionLimit = 0;

    bool operator==(const QuotingLimits&) const = default;
};

// A parameter that `overrides` lack has the default of the registry. The bot never leaves the safe
// range of a parameter (DOMAIN 3), whatever is asked of it; what is no number is the default.
QuotingLimits quotingLimits(const Overrides& overrides, const MarketParameters& market);

} // namespace soak
