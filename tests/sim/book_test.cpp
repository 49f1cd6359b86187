// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/book.h"
#include "tests/sim/book_check.h"
#include "tests/support/property.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

constexpr PriceUnits kWithdrawn = 234;
constexpr BookBucket kMiddle = kReferencePrice / kBucketWidth;

// Bids at -10 and -12 buckets, asks at +10 and +11.
Book smallBook()
{
    Book book(kReferencePrice);
    book.add(BookSide::Bid, kMiddle - 10, 20);
    book.add(BookSide::Bid, kMiddle - 12, 30);
    book.add(BookSide::Ask, kMiddle + 10, 40);
    book.add(BookSide::Ask, kMiddle + 11, 50);
    return book;
}

SimRandom queueRandom(std::uint64_t seed = 1)
{
    return streamsOf(seed, 1).queue;
}

} // namespace

TEST(Book, KnowsItsBestAndMid)
{
    const Book book = smallBook();
    EXPECT_EQ(book.best(BookSide::Bid), kMiddle - 10);
    EXPECT_EQ(book.best(BookSide::Ask), kMiddle + 10);
    EXPECT_EQ(book.mid(), kReferencePrice + 25); // between the centres of the two buckets
    EXPECT_EQ(book.halfSpread(), 500);
    EXPECT_EQ(book.total(BookSide::Bid), 50);
    EXPECT_EQ(book.total(BookSide::Ask), 90);
    expectSound(book, kReferencePrice);
}

TEST(Book, AnEmptyBookHasTheMidOfThePriceItBeganWith)
{
    const Book book(kReferencePrice + 7);
    EXPECT_EQ(book.mid(), kReferencePrice + 7);
    EXPECT_TRUE(book.isEmpty(BookSide::Bid));
    EXPECT_TRUE(book.isEmpty(BookSide::Ask));
}

TEST(Book, AnOrderNeverCrosses)
{
    Book book = smallBook();
    book.add(BookSide::Bid, kMiddle + 30, 5);
    EXPECT_EQ(book.best(BookSide::Bid), kMiddle + 9);
    book.add(BookSide::Ask, kMiddle + 9, 5);
    EXPECT_EQ(book.lotsAt(BookSide::Ask, kMiddle + 10), 45);
    expectSound(book, kReferencePrice);
}

TEST(Book, AnOrderOutsideTheLiveRangeIsNotThere)
{
    Book book = smallBook();
    book.add(BookSide::Bid, kMiddle - Book::kLiveRange, 1);
    book.add(BookSide::Bid, kMiddle - Book::kLiveRange - 1, 1);
    EXPECT_EQ(book.total(BookSide::Bid), 51);
    EXPECT_EQ(book.lotsAt(BookSide::Bid, kMiddle - Book::kLiveRange - 1), 0);
}

TEST(Book, TakingTheLastLotsMovesTheBestOutwards)
{
    Book book = smallBook();
    book.take(BookSide::Bid, kMiddle - 10, 20);
    EXPECT_EQ(book.best(BookSide::Bid), kMiddle - 12);
    EXPECT_EQ(book.mid(), kReferencePrice - 25);
    book.take(BookSide::Bid, kMiddle - 12, 30);
    EXPECT_TRUE(book.isEmpty(BookSide::Bid));
    EXPECT_EQ(book.mid(), kReferencePrice - 25) << "an empty side leaves the last mid";
    EXPECT_EQ(book.halfSpread(), 550);
}

TEST(Book, TradesReduceWhatIsAheadFirst)
{
    Book book = smallBook();
    book.joinQueue(BookSide::Ask, kMiddle + 10, 25);
    book.take(BookSide::Ask, kMiddle + 10, 10);
    EXPECT_EQ(book.ahead(BookSide::Ask), 15);
    book.take(BookSide::Ask, kMiddle + 10, 20);
    EXPECT_EQ(book.ahead(BookSide::Ask), 0);
    EXPECT_EQ(book.lotsAt(BookSide::Ask, kMiddle + 10), 10);
}

TEST(Book, OrdersThatComeLaterStandBehind)
{
    Book book = smallBook();
    book.joinQueue(BookSide::Ask, kMiddle + 10, 25);
    book.add(BookSide::Ask, kMiddle + 10, 100);
    EXPECT_EQ(book.ahead(BookSide::Ask), 25);
    book.take(BookSide::Ask, kMiddle + 11, 50); // another bucket
    EXPECT_EQ(book.ahead(BookSide::Ask), 25);
}

TEST(Book, CancelsFindTheirLotFromTheBestOutwards)
{
    struct Case {
        Lots lot;
        BookSide side;
        BookBucket bucket;
    };

    for (const Case& c :
         {Case{0, BookSide::Bid, kMiddle - 10}, Case{19, BookSide::Bid, kMiddle - 10},
          Case{20, BookSide::Bid, kMiddle - 12}, Case{49, BookSide::Bid, kMiddle - 12},
          Case{50, BookSide::Ask, kMiddle + 10}, Case{89, BookSide::Ask, kMiddle + 10},
          Case{90, BookSide::Ask, kMiddle + 11}, Case{139, BookSide::Ask, kMiddle + 11}}) {
        Book book = smallBook();
        const Lots before = book.lotsAt(c.side, c.bucket);
        SimRandom queue = queueRandom();
        book.cancel(c.lot, 7, queue);
        EXPECT_EQ(book.lotsAt(c.side, c.bucket), before - 7) << c.lot;
        EXPECT_EQ(book.total(BookSide::Bid) + book.total(BookSide::Ask), 133) << c.lot;
    }
}

TEST(Book, ACancelTakesNoMoreThanItsBucketHas)
{
    Book book = smallBook();
    SimRandom queue = queueRandom();
    book.cancel(0, 1000, queue);
    EXPECT_EQ(book.lotsAt(BookSide::Bid, kMiddle - 10), 0);
    EXPECT_EQ(book.total(BookSide::Bid), 30);
}

// The proportional rule: of 40 lots 10 are ahead, so a cancel of 6 takes 1.5 of them on average.
TEST(Book, CancelsStoodAheadInProportion)
{
    constexpr int kTimes = 20'000;
    SimRandom queue = queueRandom(9);
    Lots gone = 0;
    for (int i = 0; i < kTimes; ++i) {
        Book book = smallBook();
        book.joinQueue(BookSide::Ask, kMiddle + 10, 10);
        book.cancel(50, 6, queue);
        const Lots left = book.ahead(BookSide::Ask);
        ASSERT_TRUE(left == 8 || left == 9) << left;
        gone += 10 - left;
    }
    EXPECT_NEAR(static_cast<double>(gone) / kTimes, 1.5, 0.02); // five standard errors
}

TEST(Book, QuotesNearThePriceAreWithdrawn)
{
    Book book = smallBook();
    // The ask at +10 buckets is 525 above the old price, the one at +11 575.
    book.follow(kReferencePrice + 525 - kWithdrawn, kWithdrawn);
    EXPECT_EQ(book.best(BookSide::Ask), kMiddle + 10) << "exactly at the distance it stays";
    book.joinQueue(BookSide::Ask, kMiddle + 10, 30);
    book.follow(kReferencePrice + 526 - kWithdrawn, kWithdrawn);
    EXPECT_EQ(book.best(BookSide::Ask), kMiddle + 11);
    EXPECT_EQ(book.total(BookSide::Ask), 50);
    EXPECT_EQ(book.ahead(BookSide::Ask), 0) << "nobody is ahead any more";
    EXPECT_EQ(book.total(BookSide::Bid), 50) << "bids are far away";
}

TEST(Book, WhatTheLiveRangeLeavesBehindIsGone)
{
    Book book = smallBook();
    const PriceUnits up = (Book::kLiveRange - 11) * kBucketWidth;
    book.follow(kReferencePrice + up, kWithdrawn); // the lowest live bucket is now -11
    EXPECT_EQ(book.total(BookSide::Bid), 20);
    EXPECT_TRUE(book.isEmpty(BookSide::Ask)); // all of them below the price
    book.follow(kReferencePrice, kWithdrawn);
    EXPECT_EQ(book.lotsAt(BookSide::Bid, kMiddle - 12), 0) << "nothing comes back";
    expectSound(book, kReferencePrice);
}

TEST(Book, AJumpOverTheWholeRangeLeavesNothing)
{
    for (const PriceUnits jump : {-400'000, -60'000, 60'000, 400'000}) {
        Book book = smallBook();
        book.follow(kReferencePrice + jump, kWithdrawn);
        expectSound(book, kReferencePrice + jump);
        EXPECT_EQ(book.total(BookSide::Bid) + book.total(BookSide::Ask), 0) << jump;
        book.add(BookSide::Bid, bucketOf(kReferencePrice + jump) - 20, 5);
        EXPECT_EQ(book.total(BookSide::Bid), 5);
        expectSound(book, kReferencePrice + jump);
    }
}

// Whatever is done to it, in whatever order.
SOAK_PROPERTY(Book, StaysSound, ())
{
    Book book(kReferencePrice);
    PriceUnits price = kReferencePrice;
    SimRandom queue = queueRandom(*rc::gen::arbitrary<std::uint64_t>());
    const int steps = *rc::gen::inRange(1, 200);
    for (int step = 0; step < steps; ++step) {
        const BookSide side = *rc::gen::element(BookSide::Bid, BookSide::Ask);
        const Lots all = book.total(BookSide::Bid) + book.total(BookSide::Ask);
        const int what = *rc::gen::inRange(0, 6);
        if (what == 0 && all > 0) {
            book.cancel(*rc::gen::inRange<Lots>(0, all), *rc::gen::inRange<Lots>(1, 16), queue);
        } else if (what == 1 && !book.isEmpty(side)) {
            const Lots there = book.lotsAt(side, book.best(side));
            book.take(side, book.best(side), *rc::gen::inRange<Lots>(1, there + 1));
        } else if (what == 2) {
            price += *rc::gen::inRange<PriceUnits>(-2000, 2000);
            book.follow(price, kWithdrawn);
        } else if (what == 3 && !book.isEmpty(side)) {
            const Lots there = book.lotsAt(side, book.best(side));
            book.joinQueue(side, book.best(side), *rc::gen::inRange<Lots>(0, there + 1));
        } else {
            const BookBucket away = *rc::gen::inRange<BookBucket>(-5, 140);
            book.add(side, bucketOf(price) - signOf(side) * away, *rc::gen::inRange<Lots>(1, 30));
        }
        RC_ASSERT(unsoundnessOf(book, price) == "");
    }
}

} // namespace soak
