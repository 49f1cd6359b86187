// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/cusum_node.h"
#include "tests/statistics/noise_series.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(CusumNode, NeedsSixteenValuesThatDiffer)
{
    EXPECT_FALSE(cusumNode(NoiseSeries(1).ar1(15, 0).values));
    EXPECT_TRUE(cusumNode(NoiseSeries(1).ar1(16, 0).values));
    EXPECT_FALSE(cusumNode(std::vector<double>(40, .5)));
}

TEST(CusumNode, FindsAClearStepNearWhereItIs)
{
    const auto found = cusumNode(stepped(NoiseSeries(2).ar1(100, 0), 40, 3).values);
    EXPECT_LT(found->p, 1e-6);
    EXPECT_NEAR(static_cast<double>(found->split), 40, 2);
}

TEST(CusumNode, AnExactStepIsCertain)
{
    std::vector<double> values(20, 1.0);
    values.insert(values.end(), 20, 2.0);
    const auto found = cusumNode(values);
    EXPECT_EQ(found->p, 0);
    EXPECT_EQ(found->split, 20U);
}

// Five values are kept on each side, so that one outlier at the end is no new level.
TEST(CusumNode, KeepsFiveOnEachSide)
{
    std::vector<double> values(30, 1.0);
    values.back() = 100;
    const auto found = cusumNode(values);
    EXPECT_GE(found->split, 5U);
    EXPECT_LE(found->split, 25U);
    EXPECT_GT(found->p, .01);
}

TEST(CusumNode, LongRunVarianceGrowsWithMemory)
{
    const Series slow = NoiseSeries(3).ar1(2'000, .8);
    EXPECT_NEAR(longRunOf(slow.values, 1).variance, 1.8 / .2, 2.5);
    EXPECT_NEAR(longRunOf(NoiseSeries(3).ar1(2'000, 0).values, 1).variance, 1, .2);
    EXPECT_EQ(longRunOf(std::vector<double>(20, 0.0), 1).variance, 0);
}

} // namespace

} // namespace soak
