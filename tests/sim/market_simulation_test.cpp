// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/market_simulation.h"
#include "tests/sim/book_check.h"
#include "tests/sim/sim_support.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

void expectSound(const MarketSimulation& simulation)
{
    expectSound(simulation.venue().book(), simulation.price().price());
}

} // namespace

TEST(MarketSimulation, BeginsWithABookAroundThePrice)
{
    for (const ScenarioSpec& spec : scenarios()) {
        const MarketSimulation simulation(simInput(spec.name, 1));
        const Book& book = simulation.venue().book();
        EXPECT_GE(book.total(BookSide::Bid), referenceDepth(spec.market)) << spec.name;
        EXPECT_GE(book.total(BookSide::Ask), referenceDepth(spec.market)) << spec.name;
        EXPECT_NEAR(static_cast<double>(book.mid()), kReferencePrice, 300) << spec.name;
        expectSound(simulation);
    }
}

TEST(MarketSimulation, TheBookIsSoundAllAlong)
{
    for (const ScenarioSpec& spec : scenarios()) {
        MarketSimulation simulation(simInput(spec.name, 2, middleOverrides()));
        for (SimTime now = 0; now <= kIterationLength; now += kSecond) {
            simulation.runUntil(now);
            ASSERT_EQ(unsoundnessOf(simulation.venue().book(), simulation.price().price()), "")
                << spec.name << " at " << now;
        }
    }
}

// The bot's own quotes are not the book's: nobody else is nearer to the price than the distance at
// which others withdraw.
TEST(MarketSimulation, NobodyQuotesNearThePrice)
{
    MarketSimulation simulation(simInput("volatile", 1));
    for (SimTime now = 0; now <= 20 * kSecond; now += kTick) {
        simulation.runUntil(now);
        const Book& book = simulation.venue().book();
        const PriceUnits price = simulation.price().price();
        ASSERT_LE(centreOf(book.best(BookSide::Bid)), price - 234);
        ASSERT_GE(centreOf(book.best(BookSide::Ask)), price + 234);
    }
}

// Quotes stay exposed, and are never placed anew, until the gateway serves again.
TEST(MarketSimulation, AnOutageChangesNoQuote)
{
    MarketSimulation simulation(simInput("outage", 1));
    PerSide<SimTime> placedAt{};
    int ticksOut = 0;
    int exposed = 0;
    for (SimTime now = 0; now <= kIterationLength; now += kTick) {
        simulation.runUntil(now);
        const bool isOut = simulation.gateway().isOut(now);
        // What was being served when it began still gets there.
        const bool isSettled = isOut && simulation.gateway().isOut(now - kSecond);
        ticksOut += isOut ? 1 : 0;
        for (const BookSide side : kBookSides) {
            const RestingOrder& order = simulation.venue().order(side);
            exposed += isSettled && order.isLive() ? 1 : 0;
            ASSERT_TRUE(!isSettled || !order.isLive() || order.placedAt == placedAt[indexOf(side)]);
            placedAt[indexOf(side)] = order.placedAt;
        }
    }
    EXPECT_EQ(ticksOut, 600);
    EXPECT_GT(exposed, 0);
}

TEST(MarketSimulation, StepsGiveTheSameEvents)
{
    const SimInput input = simInput("calm", 5);
    MarketSimulation stepped(input);
    for (SimTime now = 0; now < input.duration; now += 7 * kSecond + 3) {
        stepped.runUntil(now);
        EXPECT_EQ(stepped.now(), now);
    }
    stepped.runUntil(input.duration);
    EXPECT_EQ(stepped.finish(), simulateIteration(input));
}

// Without anybody who refills it a side runs empty; nothing blows up, and the mid stays.
TEST(MarketSimulation, AnEmptySideDoesNotBlowUp)
{
    SimInput input = simInput("volatile", 1);
    input.market.limitRate = 200; // the book is 1 or 2 lots deep
    input.duration = 100 * kSecond;
    MarketSimulation simulation(input);
    int empty = 0;
    for (SimTime now = 0; now <= input.duration; now += kTick) {
        simulation.runUntil(now);
        const Book& book = simulation.venue().book();
        empty += book.isEmpty(BookSide::Bid) || book.isEmpty(BookSide::Ask) ? 1 : 0;
        ASSERT_LT(book.total(BookSide::Bid) + book.total(BookSide::Ask), 1000);
    }
    EXPECT_GT(empty, 100);
    expectSound(simulation);
    const SimResult result = simulation.finish();
    EXPECT_EQ(result.parts.sum(), result.parts.net);
}

TEST(LongMarketSimulation, TheBookIsSoundAfterTenMillionEvents)
{
    SimInput input = simInput("volatile", 1, middleOverrides());
    input.duration = 40'000 * kSecond;
    MarketSimulation simulation(input);
    for (SimTime now = 0; now <= input.duration; now += 100 * kSecond) {
        simulation.runUntil(now);
        ASSERT_EQ(unsoundnessOf(simulation.venue().book(), simulation.price().price()), "");
        ASSERT_LT(simulation.venue().book().total(BookSide::Bid), 1000);
        ASSERT_LT(simulation.venue().book().total(BookSide::Ask), 1000);
    }
    EXPECT_GT(simulation.events(), 10'000'000);
    const SimResult result = simulation.finish();
    EXPECT_EQ(result.parts.sum(), result.parts.net);
}

} // namespace soak
