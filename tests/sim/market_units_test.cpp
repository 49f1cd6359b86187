// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/market_units.h"

#include <gtest/gtest.h>

namespace soak
{

TEST(MarketUnits, DivisionsRoundTowardsMinusInfinityAndToTheNearest)
{
    EXPECT_EQ(floorDiv(7, 2), 3);
    EXPECT_EQ(floorDiv(-7, 2), -4);
    EXPECT_EQ(floorDiv(-8, 2), -4);
    EXPECT_EQ(floorDiv(0, 5), 0);
    EXPECT_EQ(roundDiv(7, 2), 4);
    EXPECT_EQ(roundDiv(-7, 2), -3);
    EXPECT_EQ(roundDiv(-8, 3), -3);
    EXPECT_EQ(roundDiv(4, 3), 1);
}

TEST(MarketUnits, ABucketHoldsFiftyPricesAndTradesAtItsCentre)
{
    EXPECT_EQ(bucketOf(0), 0);
    EXPECT_EQ(bucketOf(49), 0);
    EXPECT_EQ(bucketOf(50), 1);
    EXPECT_EQ(bucketOf(-1), -1);
    EXPECT_EQ(centreOf(0), 25);
    EXPECT_EQ(centreOf(-1), -25);
}

TEST(MarketUnits, BidsAreBetterHighAndAsksLow)
{
    EXPECT_TRUE(isBetter(BookSide::Bid, 2, 1));
    EXPECT_FALSE(isBetter(BookSide::Bid, 1, 1));
    EXPECT_TRUE(isBetter(BookSide::Ask, 1, 2));
    EXPECT_EQ(opposite(opposite(BookSide::Bid)), BookSide::Bid);
    EXPECT_EQ(signOf(BookSide::Bid), -signOf(BookSide::Ask));
}

} // namespace soak
