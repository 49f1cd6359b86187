// SPDX-License-Identifier: GPL-3.0-or-later
// The markets that can be simulated, as one table of numbers (SIMULATOR 2 to 5). The numbers are
// synthetic: they say nothing about a real market.
#pragma once

#include "core/sim/market_units.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

struct FeeSchedule {
    PriceUnits maker = 20; // per lot; 20 units are 0.2 bps
    PriceUnits taker = 500;
};

// The three volatility regimes. A share is of 1000; what neither rises nor falls stays.
struct RegimeTable {
    std::array<std::int64_t, 3> multiplierPermille{700, 1200, 2300};
    std::array<SimTime, 3> meanDwell{32 * kSecond, 16 * kSecond, 8 * kSecond};
    std::array<std::int64_t, 3> risesPermille{600, 120, 0};
    std::array<std::int64_t, 3> fallsPermille{0, 880, 1000};
    int first = 0;
};

// A gateway under load now and then; never where `onsetPerMillionTicks` is 0.
struct StormTable {
    std::int64_t onsetPerMillionTicks = 0;
    SimTime shortest = 2 * kSecond;
    SimTime meanBeyond = 4 * kSecond;
    std::int64_t networkPermille = 1600;
    std::int64_t servicePermille = 1800;
    std::int64_t feedDelayPermille = 2000;
};

// Everything that a scenario can change; the defaults are the calm market.
struct MarketParameters {
    MilliHertz jumpRate = 20'000;
    PriceUnits jumpMean = 20;
    std::int64_t driftMilliUnitsPerTick = 0; // the sign flips now and then
    std::int64_t driftFlipTicks = 6000;      // on average
    RegimeTable regimes;

    MilliHertz limitRate = 36'000; // per side, when the side holds referenceDepth()
    PriceUnits touch = 520;        // how near to the efficient price others quote
    PriceUnits depthMean = 450;    // beyond that
    Lots limitSizeMean = 8;
    MilliHertz cancelRatePerLot = 900;
    MilliHertz marketRate = 1100; // per side, without excitation
    Lots marketSizeMean = 14;
    PriceUnits impactPer100Lots = 190;

    std::int64_t servicePermille = 1000;
    StormTable storm;
    Lots positionLimit = 80;
    bool hasNews = false;
    bool hasOutage = false;
    FeeSchedule fees;
    int feesChangeAtIteration = 0; // 0: they never do
    FeeSchedule feesAfter;
};

inline constexpr Lots kMeanCancelled = 8; // a cancel is of 1 to 15 lots

// The depth of a side at which limit orders and cancels balance: 320 lots in the calm market.
Lots referenceDepth(const MarketParameters& market);
FeeSchedule feesIn(const MarketParameters& market, int iteration);

struct ScenarioSpec {
    std::string_view name;
    std::string_view sentence; // for people
    MarketParameters market;
};

// In the order in which people should read them.
std::span<const ScenarioSpec> scenarios();
// Those of SIMULATOR 3: the others came when the tuners had been made, to try them.
std::span<const ScenarioSpec> specifiedScenarios();
const ScenarioSpec* findScenario(std::string_view name); // nullptr when there is none
std::string scenarioNames();                             // "calm, volatile, ..."
std::vector<std::string> scenarioList();

// A market that differs from the one that a tuner was made for (SIMULATOR 13); shares of 1000.
struct MarketPerturbation {
    std::int64_t orderFlowPermille = 1000; // limit and market orders alike
    std::int64_t impactPermille = 1000;
    std::int64_t servicePermille = 1000;
    std::int64_t jumpPermille = 1000;
    std::int64_t touchPermille = 1000;
};

// Uniform within order flow +-25 %, impact -40/+50 %, service -8/+6 %, jump size +-25 %, touch
// +-12 %.
MarketPerturbation drawPerturbation(std::uint64_t seed);
MarketParameters perturbed(const MarketParameters& market, const MarketPerturbation& by);

} // namespace soak
