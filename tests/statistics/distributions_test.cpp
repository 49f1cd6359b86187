// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/distributions.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace soak
{

namespace
{

TEST(Distributions, TheBoundsOfAShareAreOneSided)
{
    const Interval none = clopperPearson(0, 14, .05);
    EXPECT_EQ(none.low, 0);
    EXPECT_NEAR(none.high, 1 - std::pow(.05, 1.0 / 14), 1e-12);
    const Interval all = clopperPearson(12, 12, .05);
    EXPECT_NEAR(all.low, std::pow(.05, 1.0 / 12), 1e-12);
    EXPECT_EQ(all.high, 1);
}

// 14 windows without a break are the fewest that show a share below 20 % (STATISTICS 2c).
TEST(Distributions, FourteenCleanWindowsAreNeeded)
{
    EXPECT_GE(clopperPearson(0, 13, .05).high, .2);
    EXPECT_LT(clopperPearson(0, 14, .05).high, .2);
}

TEST(Distributions, TheTwoSeriesOfKolmogorovMeet)
{
    EXPECT_NEAR(kolmogorovTail(std::nextafter(1.18, 0)), kolmogorovTail(1.18), 1e-12);
    EXPECT_EQ(kolmogorovTail(0), 1);
    EXPECT_EQ(kolmogorovTail(-1), 1);
    EXPECT_EQ(kolmogorovTail(40), 0);
}

TEST(Distributions, StudentComesNearTheNormal)
{
    EXPECT_NEAR(studentQuantile(.975, 1e7), 1.959964, 1e-5);
    EXPECT_NEAR(studentTwoSided(1.959964, 1e7), normalTwoSided(1.959964), 1e-6);
    EXPECT_EQ(studentTwoSided(std::numeric_limits<double>::infinity(), 3), 0);
    EXPECT_EQ(studentTwoSided(0, 3), 1);
}

TEST(Distributions, BinomialTails)
{
    EXPECT_EQ(binomialAtLeast(0, 5, 0), 1);
    EXPECT_EQ(binomialAtLeast(1, 5, 0), 0);
    EXPECT_EQ(binomialAtLeast(5, 5, 1), 1);
    EXPECT_EQ(binomialAtLeast(6, 5, .5), 0);
    EXPECT_NEAR(binomialAtLeast(5, 5, .5), 1.0 / 32, 1e-14);
    EXPECT_NEAR(binomialAtLeast(1, 2, .1), .19, 1e-14);
}

} // namespace

} // namespace soak
