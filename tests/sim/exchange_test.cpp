// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/exchange.h"
#include "tests/sim/book_check.h"
#include "tests/support/property.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

constexpr BookBucket kMiddle = kReferencePrice / kBucketWidth;
constexpr PriceUnits kFar = 5000;

// Asks of 40 at +10 buckets and 50 at +11; bids of 20 at -10.
Exchange smallExchange()
{
    Exchange exchange(kReferencePrice);
    exchange.book().add(BookSide::Ask, kMiddle + 10, 40);
    exchange.book().add(BookSide::Ask, kMiddle + 11, 50);
    exchange.book().add(BookSide::Bid, kMiddle - 10, 20);
    return exchange;
}

RestingOrder orderAt(PriceUnits price, Lots quantity = 30)
{
    return {.price = price, .quantity = quantity, .placedAt = 7, .midAtDecision = kReferencePrice};
}

TakeOrder buy(Lots quantity, PriceUnits limit = kReferencePrice + kFar)
{
    return {.resting = BookSide::Ask, .quantity = quantity, .limit = limit};
}

} // namespace

TEST(Exchange, ABetterPriceInABucketHasLessAhead)
{
    struct Case {
        BookSide side;
        PriceUnits offset; // in the bucket
        Lots ahead;
    };

    for (const Case& c :
         {Case{BookSide::Ask, 0, 0}, Case{BookSide::Ask, 24, 20}, Case{BookSide::Ask, 49, 40},
          Case{BookSide::Bid, 49, 0}, Case{BookSide::Bid, 24, 10}, Case{BookSide::Bid, 0, 20}}) {
        Exchange exchange = smallExchange();
        const BookBucket bucket = kMiddle + (c.side == BookSide::Ask ? 10 : -10);
        ASSERT_TRUE(exchange.place(c.side, orderAt(bucket * kBucketWidth + c.offset)));
        EXPECT_EQ(exchange.book().ahead(c.side), c.ahead) << c.offset;
    }
}

TEST(Exchange, AnOrderThatWouldTradeIsRefused)
{
    Exchange exchange = smallExchange();
    const PriceUnits ask = centreOf(kMiddle + 10);
    EXPECT_FALSE(exchange.place(BookSide::Bid, orderAt(ask)));
    EXPECT_FALSE(exchange.order(BookSide::Bid).isLive());
    EXPECT_TRUE(exchange.place(BookSide::Bid, orderAt(ask - 1)));
    EXPECT_FALSE(exchange.place(BookSide::Ask, orderAt(ask - 1))) << "nor against its own";
    EXPECT_TRUE(exchange.place(BookSide::Ask, orderAt(ask)));
}

TEST(Exchange, ABetterPriceIsAnybodys)
{
    Exchange exchange = smallExchange();
    EXPECT_FALSE(exchange.hasBetter(BookSide::Ask, centreOf(kMiddle + 10)));
    EXPECT_TRUE(exchange.hasBetter(BookSide::Ask, centreOf(kMiddle + 10) + 1));
    exchange.place(BookSide::Ask, orderAt(kReferencePrice + 300));
    EXPECT_FALSE(exchange.hasBetter(BookSide::Ask, kReferencePrice + 300));
    EXPECT_TRUE(exchange.hasBetter(BookSide::Ask, kReferencePrice + 301));
    EXPECT_TRUE(exchange.hasBetter(BookSide::Bid, centreOf(kMiddle - 10) - 1));
    EXPECT_FALSE(Exchange(kReferencePrice).hasBetter(BookSide::Bid, 0));
}

TEST(Exchange, ABetterQuoteTradesFirst)
{
    Exchange exchange = smallExchange();
    exchange.place(BookSide::Ask, orderAt(kReferencePrice + 300));
    const Taken some = exchange.take(buy(10));
    EXPECT_EQ(some.fromBot, 10);
    EXPECT_EQ(some.fromOthers, 0);
    EXPECT_EQ(some.botPrice, kReferencePrice + 300);
    EXPECT_EQ(exchange.order(BookSide::Ask).quantity, 20) << "what is left stays";
    const Taken rest = exchange.take(buy(50));
    EXPECT_EQ(rest.fromBot, 20);
    EXPECT_EQ(rest.botOrder.quantity, 20);
    EXPECT_EQ(rest.fromOthers, 30);
    EXPECT_FALSE(exchange.order(BookSide::Ask).isLive());
}

TEST(Exchange, InItsBucketTheBotWaitsForThoseAhead)
{
    Exchange exchange = smallExchange();
    exchange.place(BookSide::Ask, orderAt((kMiddle + 10) * kBucketWidth + 24)); // 20 of 40 ahead
    EXPECT_EQ(exchange.take(buy(15)).fromBot, 0);
    EXPECT_EQ(exchange.book().ahead(BookSide::Ask), 5);
    const Taken through = exchange.take(buy(45)); // 5 ahead, 30 of the bot, 10 behind
    EXPECT_EQ(through.fromBot, 30);
    EXPECT_EQ(through.fromOthers, 15);
    EXPECT_EQ(exchange.book().lotsAt(BookSide::Ask, kMiddle + 10), 10);
}

TEST(Exchange, APartialFillKeepsItsPlace)
{
    Exchange exchange = smallExchange();
    exchange.place(BookSide::Ask,
                   orderAt((kMiddle + 10) * kBucketWidth, 30)); // first of its bucket
    EXPECT_EQ(exchange.take(buy(12)).fromBot, 12);
    EXPECT_EQ(exchange.take(buy(10)).fromBot, 10);
    EXPECT_EQ(exchange.order(BookSide::Ask).placedAt, 7);
}

TEST(Exchange, NobodyPaysMoreThanTheLimit)
{
    Exchange exchange = smallExchange();
    const Taken taken = exchange.take(buy(1000, centreOf(kMiddle + 10)));
    EXPECT_EQ(taken.fromOthers, 40);
    EXPECT_EQ(taken.paidToOthers, 40 * centreOf(kMiddle + 10));
    EXPECT_EQ(exchange.take(buy(1000, kReferencePrice)).fromOthers, 0);
    exchange.place(BookSide::Ask, orderAt(kReferencePrice + 300));
    EXPECT_EQ(exchange.take(buy(5, kReferencePrice + 299)).fromBot, 0);
    EXPECT_EQ(exchange.take(buy(5, kReferencePrice + 300)).fromBot, 5);
}

TEST(Exchange, TheBotTradesWhereNobodyElseIs)
{
    Exchange exchange(kReferencePrice);
    exchange.place(BookSide::Bid, orderAt(kReferencePrice - 300, 8));
    const Taken taken =
        exchange.take({.resting = BookSide::Bid, .quantity = 20, .limit = kReferencePrice - kFar});
    EXPECT_EQ(taken.fromBot, 8);
    EXPECT_EQ(taken.fromOthers, 0);
}

TEST(Exchange, TheBotDoesNotTradeWithItself)
{
    Exchange exchange = smallExchange();
    exchange.place(BookSide::Ask, orderAt(kReferencePrice + 300));
    const Taken taken = exchange.takeForBot(buy(60));
    EXPECT_EQ(taken.fromBot, 0);
    EXPECT_EQ(taken.fromOthers, 60);
    EXPECT_EQ(taken.paidToOthers, 40 * centreOf(kMiddle + 10) + 20 * centreOf(kMiddle + 11));
    EXPECT_EQ(exchange.order(BookSide::Ask).quantity, 30);
}

// However orders come, lots are neither made nor lost, and the bot never gives a worse price.
SOAK_PROPERTY(Exchange, KeepsItsLots, ())
{
    Exchange exchange(kReferencePrice);
    for (int i = *rc::gen::inRange(0, 20); i > 0; --i) {
        exchange.book().add(BookSide::Ask, kMiddle + *rc::gen::inRange(5, 30),
                            *rc::gen::inRange<Lots>(1, 30));
    }
    const PriceUnits price = kReferencePrice + *rc::gen::inRange(200, 1500);
    exchange.place(BookSide::Ask, orderAt(price, *rc::gen::inRange<Lots>(1, 40)));
    for (int i = *rc::gen::inRange(1, 10); i > 0; --i) {
        const Lots before = exchange.book().total(BookSide::Ask);
        const Lots own = exchange.order(BookSide::Ask).quantity;
        const TakeOrder order =
            buy(*rc::gen::inRange<Lots>(1, 200), kReferencePrice + *rc::gen::inRange(0, 2000));
        const Taken taken = exchange.take(order);
        RC_ASSERT(taken.fromOthers + taken.fromBot <= order.quantity);
        RC_ASSERT(exchange.book().total(BookSide::Ask) == before - taken.fromOthers);
        RC_ASSERT(exchange.order(BookSide::Ask).quantity == own - taken.fromBot);
        RC_ASSERT(taken.fromBot == 0 || (taken.botPrice == price && price <= order.limit));
        RC_ASSERT(taken.paidToOthers <= taken.fromOthers * order.limit);
        RC_ASSERT(unsoundnessOf(exchange.book(), kReferencePrice) == "");
    }
}

} // namespace soak
