// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/simulate.h"
#include "tests/sim/sim_support.h"
#include "tests/support/golden.h"
#include "tests/support/property.h"

#include <gmock/gmock.h>

namespace soak
{

namespace
{

SimResult simulated(std::string_view scenario, int iteration, const Overrides& overrides = {},
                    std::uint64_t seed = 1)
{
    return simulateIteration(simInput(scenario, iteration, overrides, seed));
}

} // namespace

TEST(SimulateIteration, TheSameInputGivesTheSameResult)
{
    for (const ScenarioSpec& spec : scenarios()) {
        EXPECT_EQ(simulated(spec.name, 3), simulated(spec.name, 3)) << spec.name;
    }
}

TEST(SimulateIteration, SeedsIterationsScenariosAndOverridesGiveOthers)
{
    std::set<std::uint64_t> digests;
    std::size_t runs = 0;
    for (const ScenarioSpec& spec : scenarios()) {
        if (spec.name == "fee_change") {
            continue; // calm until its ninth iteration
        }
        for (const std::uint64_t seed : {1U, 2U}) {
            for (const int iteration : {1, 2}) {
                digests.insert(simulated(spec.name, iteration, {}, seed).digest);
                ++runs;
            }
        }
    }
    digests.insert(simulated("calm", 1, middleOverrides()).digest);
    EXPECT_EQ(digests.size(), runs + 1);
}

TEST(SimulateIteration, TheDigestIsThatOfEveryBuild)
{
    EXPECT_GOLDEN("sim/digests.txt", digestLines());
}

// SIMULATOR 9.1: 12 iterations of each of the 8 scenarios.
TEST(SimulateIteration, ThePartsAreTheNetIn96Runs)
{
    for (const ScenarioSpec& spec : scenarios()) {
        for (int iteration = 1; iteration <= 12; ++iteration) {
            const SimResult result = simulated(spec.name, iteration, middleOverrides());
            ASSERT_EQ(result.parts.sum(), result.parts.net) << spec.name << iteration;
            const SimKpis& kpis = result.kpis;
            ASSERT_NEAR(*kpis.netBps,
                        *kpis.grossBps + *kpis.feesBps + *kpis.slippageBps + *kpis.adverseBps +
                            *kpis.inventoryBps,
                        1e-9);
        }
    }
}

TEST(SimulateIteration, CallsFromOtherIterationsChangeNothing)
{
    const SimResult alone = simulated("volatile", 7);
    simulated("volatile", 6);
    simulated("news", 7);
    EXPECT_EQ(simulated("volatile", 7), alone);
}

TEST(SimulateIteration, MidsAreKeptWhenAskedFor)
{
    SimInput input = simInput("calm", 1);
    EXPECT_EQ(simulateIteration(input).mids, std::nullopt);
    input.keepMids = KeepMids::Yes;
    const SimResult kept = simulateIteration(input);
    ASSERT_TRUE(kept.mids);
    EXPECT_EQ(kept.mids->size(), 30'001U) << "one a tick, both ends";
    EXPECT_EQ(kept.digest, simulated("calm", 1).digest);
}

TEST(SimulateIteration, SamplesTheLatencyOnceASecond)
{
    const SimResult result = simulated("calm", 1);
    ASSERT_EQ(result.samples.size(), 300U);
    EXPECT_EQ(result.samples.front().at, kSecond);
    EXPECT_EQ(result.samples.back().at, kIterationLength);
    for (std::size_t i = 0; i < result.samples.size(); ++i) {
        EXPECT_EQ(result.samples[i].at, static_cast<SimTime>(i + 1) * kSecond);
        ASSERT_TRUE(result.samples[i].p95Ms);
        EXPECT_GT(*result.samples[i].p95Ms, 128.5) << "nothing is faster than the least times";
    }
}

TEST(SimulateIteration, AShortIterationWithoutFillsHasNoNet)
{
    SimInput input = simInput("calm", 1);
    input.duration = kTick;
    const SimResult result = simulateIteration(input);
    EXPECT_EQ(result.kpis.netBps, std::nullopt);
    EXPECT_EQ(result.kpis.makerShare, std::nullopt);
    EXPECT_EQ(result.kpis.latencyP95Ms, std::nullopt);
    EXPECT_EQ(result.kpis.riskRatio, 0.0);
    EXPECT_EQ(result.fills, FillCounts{});
}

TEST(SimulateIteration, HigherFeesCostExactlyTheirDifference)
{
    const SimResult before = simulated("calm", 9);
    const SimResult after = simulated("fee_change", 9);
    EXPECT_EQ(after.fills, before.fills);
    EXPECT_EQ(before.parts.fees, -(before.fills.makerLots * 20 + before.fills.takerLots * 500));
    EXPECT_EQ(after.parts.fees, -(before.fills.makerLots * 60 + before.fills.takerLots * 600));
    EXPECT_EQ(after.parts.net - before.parts.net, after.parts.fees - before.parts.fees);
    EXPECT_EQ(simulated("fee_change", 8).digest, simulated("calm", 8).digest);
}

TEST(SimulateIteration, ThePositionStaysNearItsLimit)
{
    for (const ScenarioSpec& spec : scenarios()) {
        for (int iteration = 1; iteration <= 4; ++iteration) {
            const SimResult result = simulated(spec.name, iteration);
            // One quote beyond: what rests and what is on its way may both be filled.
            EXPECT_LE(std::abs(result.position), spec.market.positionLimit + 32) << spec.name;
        }
    }
}

// Whatever the overrides: every number is there or absent, and in its range.
SOAK_PROPERTY(SimulateIteration, KpisAreInTheirRanges, (std::uint64_t seed))
{
    Overrides overrides;
    for (const auto& [name, value] : middleOverrides().values) {
        const double factor = *rc::gen::inRange(0, 400) / 100.0;
        overrides.values[name] = ParamValue{value.amount * factor};
    }
    const auto scenario = *rc::gen::inRange<std::size_t>(0, scenarios().size());
    SimInput input{.overrides = overrides,
                   .market = perturbed(scenarios()[scenario].market, drawPerturbation(seed)),
                   .seed = seed,
                   .duration = 10 * kSecond};
    const SimResult result = simulateIteration(input);
    RC_ASSERT(result.parts.sum() == result.parts.net);
    for (const auto& ratio :
         {result.kpis.makerShare, result.kpis.riskRatio, result.kpis.cancelRatio,
          result.kpis.replaceRatio, result.kpis.minIntervalRatio, result.kpis.concurrencyRatio,
          result.kpis.throttleRatio, result.kpis.riskBlockRatio}) {
        const double share = ratio.value_or(0);
        RC_ASSERT(share >= 0 && share <= 1);
    }
    const bool hasFills = result.fills.makerLots + result.fills.takerLots > 0;
    RC_ASSERT(result.kpis.netBps.has_value() == hasFills);
    RC_ASSERT(result.kpis.makerShare.has_value() == hasFills);
}

} // namespace soak
