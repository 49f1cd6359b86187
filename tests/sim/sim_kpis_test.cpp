// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/sim_kpis.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

SimFill maker(Lots quantity, PriceUnits midAtDecision, SimTime age)
{
    return {.kind = FillKind::Maker,
            .side = BookSide::Bid,
            .at = 0,
            .price = kReferencePrice,
            .quantity = quantity,
            .midBefore = kReferencePrice + 300,
            .midAtDecision = midAtDecision,
            .age = age};
}

} // namespace

TEST(SimKpis, WithoutAnythingMeasuredEverythingIsMissing)
{
    EXPECT_EQ(kpisOf({}), SimKpis{});
}

TEST(SimKpis, WithoutAFillThereIsNoNetAndNoMakerShare)
{
    const std::vector<SimTime> latencies{200'000, 300'000};
    const SimKpis kpis =
        kpisOf({.latencies = latencies, .requests = {.placed = 2}, .ticks = 100, .ticksAtRisk = 0});
    EXPECT_EQ(kpis.netBps, std::nullopt);
    EXPECT_EQ(kpis.makerShare, std::nullopt);
    EXPECT_EQ(kpis.orderAgeP95Ms, std::nullopt);
    EXPECT_EQ(kpis.minIntervalRatio, std::nullopt) << "nothing was blocked";
    EXPECT_EQ(kpis.latencyP95Ms, 300.0);
    EXPECT_EQ(kpis.riskRatio, 0.0) << "measured, and 0";
    EXPECT_EQ(kpis.cancelRatio, 0.0);
}

TEST(SimKpis, PartsAreInBpsOfTheNotional)
{
    const SimKpis kpis = kpisOf({.parts = {.gross = 600,
                                           .fees = -20,
                                           .slippage = -100,
                                           .adverse = -50,
                                           .inventory = 10,
                                           .net = 440,
                                           .notional = 1'000'000}});
    EXPECT_DOUBLE_EQ(*kpis.netBps, 4.4);
    EXPECT_DOUBLE_EQ(*kpis.grossBps, 6);
    EXPECT_DOUBLE_EQ(*kpis.feesBps, -0.2);
    EXPECT_DOUBLE_EQ(*kpis.slippageBps, -1);
    EXPECT_DOUBLE_EQ(*kpis.adverseBps, -0.5);
    EXPECT_DOUBLE_EQ(*kpis.inventoryBps, 0.1);
}

TEST(SimKpis, SharesAreOfLotsAndOfTicks)
{
    SimFill taker = maker(25, kReferencePrice, 0);
    taker.kind = FillKind::Taker;
    const std::vector<SimFill> fills{maker(50, kReferencePrice, 0), maker(25, kReferencePrice, 0),
                                     taker};
    const SimKpis kpis = kpisOf({.fills = fills, .ticks = 400, .ticksAtRisk = 100});
    EXPECT_EQ(kpis.makerShare, 0.75);
    EXPECT_EQ(kpis.riskRatio, 0.25);
    EXPECT_EQ(countFills(fills),
              (FillCounts{.maker = 2, .taker = 1, .makerLots = 75, .takerLots = 25}));
}

// Twenty fills: the nearest rank of 95 % is the nineteenth.
TEST(SimKpis, CostsOfFillsAreByNearestRank)
{
    std::vector<SimFill> fills;
    for (int i = 1; i <= 20; ++i) {
        // The mid was i bps higher when the bot decided than when it bought: a cost of i - 3.
        fills.push_back(maker(1, kReferencePrice + i * 100, i * 10'000));
    }
    const std::vector<PriceUnits> mids(200, kReferencePrice + 300 - 150);
    const SimKpis kpis = kpisOf({.fills = fills, .mids = mids, .closing = 0});
    EXPECT_DOUBLE_EQ(*kpis.slippageP95Bps, 19 - 3);
    EXPECT_DOUBLE_EQ(*kpis.adverseP95Bps, 1.5);
    EXPECT_DOUBLE_EQ(*kpis.orderAgeP95Ms, 190);
}

TEST(SimKpis, RatiosAreOfQuotesAndOfBlocks)
{
    const SimKpis kpis =
        kpisOf({.requests = {.placed = 5, .replaced = 10, .cancelled = 5, .rescues = 80},
                .refusals = {.minInterval = 1, .concurrency = 2, .throttle = 3, .risk = 4}});
    EXPECT_EQ(kpis.cancelRatio, 0.25);
    EXPECT_EQ(kpis.replaceRatio, 0.5);
    EXPECT_EQ(kpis.minIntervalRatio, 0.1);
    EXPECT_EQ(kpis.concurrencyRatio, 0.2);
    EXPECT_EQ(kpis.throttleRatio, 0.3);
    EXPECT_EQ(kpis.riskBlockRatio, 0.4);
}

TEST(SimKpis, TheP95OfTimesIsInMilliseconds)
{
    EXPECT_EQ(p95Ms({}), std::nullopt);
    const std::vector<SimTime> one{123'456};
    EXPECT_DOUBLE_EQ(*p95Ms(one), 123.456);
}

} // namespace soak
