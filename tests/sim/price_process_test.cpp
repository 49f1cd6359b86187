// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/price_process.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace soak
{

namespace
{

MarketParameters still()
{
    MarketParameters market;
    market.regimes.risesPermille = {0, 0, 0};
    market.regimes.fallsPermille = {0, 0, 0};
    return market;
}

SimRandom priceRandom(std::uint64_t seed = 31)
{
    return streamsOf(seed, 1).price;
}

} // namespace

TEST(PriceProcess, BeginsAtTheReference)
{
    const MarketParameters market;
    SimRandom random = priceRandom();
    const PriceProcess price(market, kIterationLength, random);
    EXPECT_EQ(price.price(), kReferencePrice);
    EXPECT_EQ(price.regime(), 0);
    EXPECT_EQ(price.shock(), 0);
}

TEST(PriceProcess, JumpsAreAsLargeAsTheRegimeSays)
{
    for (int regime = 0; regime < 3; ++regime) {
        MarketParameters market = still();
        market.regimes.first = regime;
        SimRandom random = priceRandom();
        PriceProcess price(market, kIterationLength, random);
        double sum = 0;
        double drift = 0;
        constexpr int kJumps = 20'000;
        for (int i = 0; i < kJumps; ++i) {
            const PriceUnits before = price.price();
            price.jump();
            sum += static_cast<double>(std::abs(price.price() - before));
            drift += static_cast<double>(price.price() - before);
        }
        const double mean = 20.0 *
                            static_cast<double>(market.regimes.multiplierPermille.at(
                                static_cast<std::size_t>(regime))) /
                            1000;
        EXPECT_NEAR(sum / kJumps, mean, mean * 0.04) << regime;
        EXPECT_NEAR(drift / kJumps, 0, mean * 0.06) << regime;
    }
}

TEST(PriceProcess, StaysWithinItsBounds)
{
    MarketParameters market = still();
    market.jumpMean = 1'000'000;
    SimRandom random = priceRandom();
    PriceProcess price(market, kIterationLength, random);
    for (int i = 0; i < 1000; ++i) {
        price.jump();
        ASSERT_GE(price.price(), kLowestPrice);
        ASSERT_LE(price.price(), kHighestPrice);
    }
}

TEST(PriceProcess, RegimesDwellAndMoveAlongTheChain)
{
    const MarketParameters market; // calm
    SimRandom random = priceRandom();
    constexpr SimTime kLong = 3000 * kIterationLength;
    PriceProcess price(market, kLong, random);
    std::array<std::int64_t, 3> ticks{};
    int last = 0;
    for (SimTime now = 0; now < kLong; now += 10 * kTick) { // coarser ticks, to be quick
        price.onTick(now);
        ASSERT_LE(std::abs(price.regime() - last), 1);
        last = price.regime();
        ++ticks.at(static_cast<std::size_t>(last));
    }
    // Mean times per visit are 32.2 / 0.6, 16.2 and 8.2 s; of 100 stays in the middle 12 go up, and
    // each of those comes back to the middle.
    const double total = static_cast<double>(ticks[0] + ticks[1] + ticks[2]);
    const double cycle = 32.2 / 0.6 + 16.2 / 0.88 + 8.2 * 0.12 / 0.88;
    EXPECT_NEAR(static_cast<double>(ticks[0]) / total, 32.2 / 0.6 / cycle, 0.02);
    EXPECT_NEAR(static_cast<double>(ticks[1]) / total, 16.2 / 0.88 / cycle, 0.02);
    EXPECT_NEAR(static_cast<double>(ticks[2]) / total, 8.2 * 0.12 / 0.88 / cycle, 0.005);
}

TEST(PriceProcess, DriftsAtItsRateAndTurns)
{
    MarketParameters market = still();
    market.driftMilliUnitsPerTick = 586;
    market.driftFlipTicks = INT64_MAX / 2; // practically never
    SimRandom random = priceRandom();
    PriceProcess steady(market, kIterationLength, random);
    for (SimTime now = 0; now < 100 * kSecond; now += kTick) {
        steady.onTick(now);
    }
    EXPECT_NEAR(static_cast<double>(std::abs(steady.price() - kReferencePrice)), 5860, 1);

    market.driftFlipTicks = 6000;
    PriceProcess turning(market, kIterationLength, random);
    int turns = 0;
    PriceUnits lastSecond = 0;
    PriceUnits before = kReferencePrice;
    for (SimTime now = 0; now < 6000 * kSecond; now += kTick) {
        turning.onTick(now);
        if (now % kSecond == 0) {
            const PriceUnits change = turning.price() - before;
            turns += change * lastSecond < 0 ? 1 : 0;
            lastSecond = change;
            before = turning.price();
        }
    }
    EXPECT_NEAR(turns, 100, 50) << "about one a minute";
}

TEST(PriceProcess, NewsDriveThePriceForTwoSecondsAndUnsettleItLonger)
{
    MarketParameters market = still();
    market.hasNews = true;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        SimRandom random = priceRandom(seed);
        PriceProcess price(market, kIterationLength, random);
        int shocks = 0;
        int sign = 0;
        std::optional<SimTime> first;
        std::int64_t unsettled = 0;
        for (SimTime now = 0; now < kIterationLength; now += kTick) {
            price.onTick(now);
            if (price.shock() != 0) {
                first = first.value_or(now);
                ASSERT_TRUE(sign == 0 || sign == price.shock());
                sign = price.shock();
                ++shocks;
            }
            unsettled += price.regime() == 2 ? 1 : 0;
        }
        EXPECT_EQ(shocks, 200);
        ASSERT_TRUE(first);
        EXPECT_GE(*first, kIterationLength / 4);
        EXPECT_LE(*first, kIterationLength * 3 / 4 + kTick);
        EXPECT_NEAR(static_cast<double>((price.price() - kReferencePrice) * sign), 3500, 150);
        EXPECT_GE(unsettled, 1500); // 15 s; this chain then stays
    }
}

TEST(PriceProcess, OnlyTheSurpriseOfAnOrderMovesThePrice)
{
    struct Case {
        int sign;
        MilliHertz buys;
        MilliHertz sells;
        std::int64_t permille;
        PriceUnits change;
    };

    for (const Case& c : {
             Case{1, 1100, 1100, 1000, 190},   // 100 lots, nothing foretold: 1.9 bps
             Case{-1, 1100, 1100, 1000, -190}, // and the other way
             Case{1, 3300, 1100, 1000, 95},    // buying was three times as likely
             Case{-1, 3300, 1100, 1000, -285}, // selling was not
             Case{1, 1100, 1100, 250, 48},     // the bot's own order: a quarter, to the nearest
         }) {
        const MarketParameters market;
        SimRandom random = priceRandom();
        PriceProcess price(market, kIterationLength, random);
        price.addImpact(100, c.sign, c.buys, c.sells, c.permille);
        EXPECT_EQ(price.price() - kReferencePrice, c.change);
    }
}

} // namespace soak
