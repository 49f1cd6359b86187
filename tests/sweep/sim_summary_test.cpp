// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/simulate.h"
#include "core/sweep/sim_summary.h"

#include <gtest/gtest.h>

namespace soak
{

TEST(SimSummary, CostsArePositiveAndNothingIsMadeUp)
{
    SimKpis kpis;
    kpis.netBps = 3.5;
    kpis.feesBps = -0.7;
    kpis.inventoryBps = 0.25;
    kpis.slippageBps = 0;
    const IterationSummary summary = summaryOf(kpis);
    EXPECT_EQ(summary.at(Metric::NetBps), 3.5);
    EXPECT_EQ(summary.at(Metric::FeesEffBps), 0.7);
    EXPECT_EQ(summary.at(Metric::InventoryBps), -0.25);
    EXPECT_FALSE(std::signbit(*summary.at(Metric::SlippageBps)));
    EXPECT_EQ(summary.at(Metric::MakerTakerRatio), std::nullopt);
    EXPECT_EQ(summary.at(Metric::P95LatencyMs), std::nullopt);
}

// net = gross - fees - slippage - adverse - inventory, as a report has them.
TEST(SimSummary, OfASimulatedIterationAddsUp)
{
    SimInput input;
    input.market = findScenario("calm")->market;
    input.seed = 11;
    const IterationSummary summary = summaryOf(simulateIteration(input).kpis);
    EXPECT_NEAR(*summary.at(Metric::NetBps),
                *summary.at(Metric::GrossBps) - *summary.at(Metric::FeesEffBps) -
                    *summary.at(Metric::SlippageBps) - *summary.at(Metric::AdverseBps) -
                    *summary.at(Metric::InventoryBps),
                1e-9);
}

} // namespace soak
