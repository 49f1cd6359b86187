// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/scenario.h"

#include "core/base/text.h"
#include "core/sim/random.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr MarketParameters volatileMarket()
{
    MarketParameters market;
    market.regimes.first = 1;
    market.regimes.risesPermille = {1000, 900, 0};
    market.regimes.fallsPermille = {0, 100, 1000};
    market.jumpMean = 24;
    market.marketRate = 1500;
    return market;
}

constexpr MarketParameters trendingMarket()
{
    MarketParameters market;
    market.driftMilliUnitsPerTick = 586; // 0.586 bps/s
    return market;
}

constexpr MarketParameters stormyMarket()
{
    MarketParameters market;
    market.storm.onsetPerMillionTicks = 92; // 0.0092/s
    return market;
}

constexpr MarketParameters thinMarket()
{
    MarketParameters market;
    market.limitRate = 18'000;
    market.marketRate = 700;
    market.touch = 600;
    market.depthMean = 550;
    market.marketSizeMean = 12;
    market.positionLimit = 44;
    return market;
}

constexpr MarketParameters newsMarket()
{
    MarketParameters market;
    market.hasNews = true;
    return market;
}

constexpr MarketParameters feeChangeMarket()
{
    MarketParameters market;
    market.feesChangeAtIteration = 9;
    market.feesAfter = {.maker = 60, .taker = 600};
    return market;
}

constexpr MarketParameters outageMarket()
{
    MarketParameters market;
    market.hasOutage = true;
    return market;
}

constexpr MarketParameters busyMarket()
{
    MarketParameters market;
    market.limitRate = 54'000;
    market.marketRate = 1500;
    return market;
}

constexpr MarketParameters jumpyMarket()
{
    MarketParameters market;
    market.jumpRate = 8'000;
    market.jumpMean = 40;
    market.touch = 620;
    return market;
}

constexpr std::array kScenarios{
    ScenarioSpec{"calm", "An ordinary day: tight quotes, short bursts of trading.", {}},
    ScenarioSpec{"volatile", "The price jumps further and more often, and more people trade.",
                 volatileMarket()},
    ScenarioSpec{"trending", "The price drifts one way for a minute or so, then turns.",
                 trendingMarket()},
    ScenarioSpec{"latency_storm", "Now and then the network and the gateway are slow for seconds.",
                 stormyMarket()},
    ScenarioSpec{"thin", "Half the orders, wider quotes, and a smaller position limit.",
                 thinMarket()},
    ScenarioSpec{"news", "Once in an iteration the price runs away for two seconds.", newsMarket()},
    ScenarioSpec{"fee_change", "From the ninth iteration on the venue charges more.",
                 feeChangeMarket()},
    ScenarioSpec{"outage", "Once in an iteration the gateway is silent for six seconds.",
                 outageMarket()},
    ScenarioSpec{"busy", "Half as many orders again, of all kinds.", busyMarket()},
    ScenarioSpec{"jumpy", "The price moves less often and twice as far, quotes are wider.",
                 jumpyMarket()}};
constexpr std::size_t kSpecifiedScenarios = 8;

std::int64_t scaled(std::int64_t value, std::int64_t permille)
{
    return roundDiv(value * permille, 1000);
}

} // namespace

Lots referenceDepth(const MarketParameters& market)
{
    return std::max<Lots>(1, market.limitRate * kMeanCancelled / market.cancelRatePerLot);
}

FeeSchedule feesIn(const MarketParameters& market, int iteration)
{
    const bool changed =
        market.feesChangeAtIteration > 0 && iteration >= market.feesChangeAtIteration;
    return changed ? market.feesAfter : market.fees;
}

std::span<const ScenarioSpec> scenarios()
{
    return kScenarios;
}

std::span<const ScenarioSpec> specifiedScenarios()
{
    return scenarios().first(kSpecifiedScenarios);
}

const ScenarioSpec* findScenario(std::string_view name)
{
    const auto* const found = std::find_if(kScenarios.begin(), kScenarios.end(),
                                           [name](const auto& spec) { return spec.name == name; });
    return found == kScenarios.end() ? nullptr : found;
}

std::vector<std::string> scenarioList()
{
    std::vector<std::string> names;
    for (const ScenarioSpec& spec : kScenarios) {
        names.emplace_back(spec.name);
    }
    return names;
}

std::string scenarioNames()
{
    return join(scenarioList(), ", ");
}

MarketPerturbation drawPerturbation(std::uint64_t seed)
{
    SimRandom random = streamsOf(seed, 0).price;
    MarketPerturbation by;
    by.orderFlowPermille = random.between(750, 1250);
    by.impactPermille = random.between(600, 1500);
    by.servicePermille = random.between(920, 1060);
    by.jumpPermille = random.between(750, 1250);
    by.touchPermille = random.between(880, 1120);
    return by;
}

MarketParameters perturbed(const MarketParameters& market, const MarketPerturbation& by)
{
    MarketParameters out = market;
    out.limitRate = scaled(market.limitRate, by.orderFlowPermille);
    out.marketRate = scaled(market.marketRate, by.orderFlowPermille);
    out.impactPer100Lots = scaled(market.impactPer100Lots, by.impactPermille);
    out.servicePermille = scaled(market.servicePermille, by.servicePermille);
    out.jumpMean = scaled(market.jumpMean, by.jumpPermille);
    out.touch = scaled(market.touch, by.touchPermille);
    return out;
}

} // namespace soak
