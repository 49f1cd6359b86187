// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/market_load.h"

#include <array>

namespace soak
{

namespace
{

using enum Metric;

constexpr std::array kMarketMetrics{
    MakerCount,    TakerCount,   MakerVolume, TakerVolume,   MinIntervalRatio, ConcurrencyRatio,
    ThrottleRatio, ReplaceRatio, CancelRatio, OrderAgeP95Ms, WsLagP95Ms,
};

} // namespace

std::span<const Metric> marketMetrics()
{
    return kMarketMetrics;
}

MarketLoad marketLoadOf(const SoakRun& run)
{
    MarketLoad load;
    for (const Metric metric : marketMetrics()) {
        // A column of a metric that never occurs has no values at all.
        const bool isRecorded = !run.table.column(metric).values().empty();
        (isRecorded ? load.recorded : load.absent).push_back(metric);
    }
    if (run.info) {
        load.scenario = run.info->scenario;
    }
    return load;
}

} // namespace soak
