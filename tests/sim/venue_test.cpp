// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/venue.h"
#include "tests/sim/book_check.h"
#include "tests/support/property.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

constexpr BookBucket kHome = kReferencePrice / kBucketWidth;
constexpr PriceUnits kFar = 5000;

// Asks of 40 at +10 buckets and 50 at +11; bids of 20 at -10.
Venue smallVenue()
{
    Venue venue(kReferencePrice);
    venue.book().add(BookSide::Ask, kHome + 10, 40);
    venue.book().add(BookSide::Ask, kHome + 11, 50);
    venue.book().add(BookSide::Bid, kHome - 10, 20);
    return venue;
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

TEST(Venue, ABetterPriceInABucketHasLessAhead)
{
    struct Case {
        BookSide side;
        PriceUnits offset; // in the bucket
        Lots ahead;
    };

    for (const Case& c :
         {Case{BookSide::Ask, 0, 0}, Case{BookSide::Ask, 24, 20}, Case{BookSide::Ask, 49, 40},
          Case{BookSide::Bid, 49, 0}, Case{BookSide::Bid, 24, 10}, Case{BookSide::Bid, 0, 20}}) {
        Venue venue = smallVenue();
        const BookBucket bucket = kHome + (c.side == BookSide::Ask ? 10 : -10);
        ASSERT_TRUE(venue.place(c.side, orderAt(bucket * kBucketWidth + c.offset)));
        EXPECT_EQ(venue.book().ahead(c.side), c.ahead) << c.offset;
    }
}

TEST(Venue, AnOrderThatWouldTradeIsRefused)
{
    Venue venue = smallVenue();
    const PriceUnits ask = centreOf(kHome + 10);
    EXPECT_FALSE(venue.place(BookSide::Bid, orderAt(ask)));
    EXPECT_FALSE(venue.order(BookSide::Bid).isLive());
    EXPECT_TRUE(venue.place(BookSide::Bid, orderAt(ask - 1)));
    EXPECT_FALSE(venue.place(BookSide::Ask, orderAt(ask - 1))) << "nor against its own";
    EXPECT_TRUE(venue.place(BookSide::Ask, orderAt(ask)));
}

TEST(Venue, ABetterPriceIsAnybodys)
{
    Venue venue = smallVenue();
    EXPECT_FALSE(venue.hasBetter(BookSide::Ask, centreOf(kHome + 10)));
    EXPECT_TRUE(venue.hasBetter(BookSide::Ask, centreOf(kHome + 10) + 1));
    venue.place(BookSide::Ask, orderAt(kReferencePrice + 300));
    EXPECT_FALSE(venue.hasBetter(BookSide::Ask, kReferencePrice + 300));
    EXPECT_TRUE(venue.hasBetter(BookSide::Ask, kReferencePrice + 301));
    EXPECT_TRUE(venue.hasBetter(BookSide::Bid, centreOf(kHome - 10) - 1));
    EXPECT_FALSE(Venue(kReferencePrice).hasBetter(BookSide::Bid, 0));
}

TEST(Venue, ABetterQuoteTradesFirst)
{
    Venue venue = smallVenue();
    venue.place(BookSide::Ask, orderAt(kReferencePrice + 300));
    const Taken some = venue.take(buy(10));
    EXPECT_EQ(some.fromBot, 10);
    EXPECT_EQ(some.fromOthers, 0);
    EXPECT_EQ(some.botPrice, kReferencePrice + 300);
    EXPECT_EQ(venue.order(BookSide::Ask).quantity, 20) << "what is left stays";
    const Taken rest = venue.take(buy(50));
    EXPECT_EQ(rest.fromBot, 20);
    EXPECT_EQ(rest.botOrder.quantity, 20);
    EXPECT_EQ(rest.fromOthers, 30);
    EXPECT_FALSE(venue.order(BookSide::Ask).isLive());
}

TEST(Venue, InItsBucketTheBotWaitsForThoseAhead)
{
    Venue venue = smallVenue();
    venue.place(BookSide::Ask, orderAt((kHome + 10) * kBucketWidth + 24)); // 20 of 40 ahead
    EXPECT_EQ(venue.take(buy(15)).fromBot, 0);
    EXPECT_EQ(venue.book().ahead(BookSide::Ask), 5);
    const Taken through = venue.take(buy(45)); // 5 ahead, 30 of the bot, 10 behind
    EXPECT_EQ(through.fromBot, 30);
    EXPECT_EQ(through.fromOthers, 15);
    EXPECT_EQ(venue.book().lotsAt(BookSide::Ask, kHome + 10), 10);
}

TEST(Venue, APartialFillKeepsItsPlace)
{
    Venue venue = smallVenue();
    venue.place(BookSide::Ask, orderAt((kHome + 10) * kBucketWidth, 30)); // first of its bucket
    EXPECT_EQ(venue.take(buy(12)).fromBot, 12);
    EXPECT_EQ(venue.take(buy(10)).fromBot, 10);
    EXPECT_EQ(venue.order(BookSide::Ask).placedAt, 7);
}

TEST(Venue, NobodyPaysMoreThanTheLimit)
{
    Venue venue = smallVenue();
    const Taken taken = venue.take(buy(1000, centreOf(kHome + 10)));
    EXPECT_EQ(taken.fromOthers, 40);
    EXPECT_EQ(taken.paidToOthers, 40 * centreOf(kHome + 10));
    EXPECT_EQ(venue.take(buy(1000, kReferencePrice)).fromOthers, 0);
    venue.place(BookSide::Ask, orderAt(kReferencePrice + 300));
    EXPECT_EQ(venue.take(buy(5, kReferencePrice + 299)).fromBot, 0);
    EXPECT_EQ(venue.take(buy(5, kReferencePrice + 300)).fromBot, 5);
}

TEST(Venue, TheBotTradesWhereNobodyElseIs)
{
    Venue venue(kReferencePrice);
    venue.place(BookSide::Bid, orderAt(kReferencePrice - 300, 8));
    const Taken taken =
        venue.take({.resting = BookSide::Bid, .quantity = 20, .limit = kReferencePrice - kFar});
    EXPECT_EQ(taken.fromBot, 8);
    EXPECT_EQ(taken.fromOthers, 0);
}

TEST(Venue, TheBotDoesNotTradeWithItself)
{
    Venue venue = smallVenue();
    venue.place(BookSide::Ask, orderAt(kReferencePrice + 300));
    const Taken taken = venue.takeForBot(buy(60));
    EXPECT_EQ(taken.fromBot, 0);
    EXPECT_EQ(taken.fromOthers, 60);
    EXPECT_EQ(taken.paidToOthers, 40 * centreOf(kHome + 10) + 20 * centreOf(kHome + 11));
    EXPECT_EQ(venue.order(BookSide::Ask).quantity, 30);
}

// However orders come, lots are neither made nor lost, and the bot never gives a worse price.
SOAK_PROPERTY(Venue, KeepsItsLots, ())
{
    Venue venue(kReferencePrice);
    for (int i = *rc::gen::inRange(0, 20); i > 0; --i) {
        venue.book().add(BookSide::Ask, kHome + *rc::gen::inRange(5, 30),
                         *rc::gen::inRange<Lots>(1, 30));
    }
    const PriceUnits price = kReferencePrice + *rc::gen::inRange(200, 1500);
    venue.place(BookSide::Ask, orderAt(price, *rc::gen::inRange<Lots>(1, 40)));
    for (int i = *rc::gen::inRange(1, 10); i > 0; --i) {
        const Lots before = venue.book().total(BookSide::Ask);
        const Lots own = venue.order(BookSide::Ask).quantity;
        const TakeOrder order =
            buy(*rc::gen::inRange<Lots>(1, 200), kReferencePrice + *rc::gen::inRange(0, 2000));
        const Taken taken = venue.take(order);
        RC_ASSERT(taken.fromOthers + taken.fromBot <= order.quantity);
        RC_ASSERT(venue.book().total(BookSide::Ask) == before - taken.fromOthers);
        RC_ASSERT(venue.order(BookSide::Ask).quantity == own - taken.fromBot);
        RC_ASSERT(taken.fromBot == 0 || (taken.botPrice == price && price <= order.limit));
        RC_ASSERT(taken.paidToOthers <= taken.fromOthers * order.limit);
        RC_ASSERT(unsoundnessOf(venue.book(), kReferencePrice) == "");
    }
}

} // namespace soak
