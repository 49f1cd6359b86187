// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/rank_test.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(RankTest, AnEmptySideHasNoTest)
{
    EXPECT_FALSE(rankTest(std::vector<double>{}, std::vector<double>{1}));
    EXPECT_FALSE(rankTest(std::vector<double>{1}, std::vector<double>{}));
}

TEST(RankTest, EqualSidesAreEven)
{
    const auto test = rankTest(std::vector<double>{1, 2, 2}, std::vector<double>{1, 2, 2});
    EXPECT_EQ(test->a12, .5);
    EXPECT_EQ(test->pNormal, 1);
    EXPECT_TRUE(test->hasTies);
    EXPECT_FALSE(test->pExact);
}

TEST(RankTest, OnlyEqualValuesHaveNoSpread)
{
    EXPECT_EQ(rankTest(std::vector<double>{3, 3}, std::vector<double>{3, 3, 3})->pNormal, 1);
}

// Of the 20 orders of three and three values, 1 has all of `a` below `b`.
TEST(RankTest, TheExactTailCountsOrders)
{
    const auto test = rankTest(std::vector<double>{1, 2, 3}, std::vector<double>{4, 5, 6});
    EXPECT_EQ(test->u1, 0);
    EXPECT_EQ(test->u2, 9);
    EXPECT_NEAR(*test->pExact, 2.0 / 20, 1e-15);
}

TEST(RankTest, TheExactTailIsLeftOutForManyPairs)
{
    std::vector<double> a;
    std::vector<double> b;
    for (int i = 0; i < 101; ++i) {
        a.push_back(i);
        b.push_back(i + .5);
    }
    EXPECT_FALSE(rankTest(a, b)->pExact);
    a.pop_back();
    b.pop_back();
    EXPECT_TRUE(rankTest(a, b)->pExact);
}

} // namespace

} // namespace soak
