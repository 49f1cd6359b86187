// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/unusual_iterations.h"
#include "tests/support/builders.h"
#include "tests/support/noise.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

// Net edge 3 before iteration 61 and 5 from there on, with noise.
RunBuilder twoLevels()
{
    const auto noise = Noise(12).ar1Values(120, 0);
    return aRun().withIterations(120).editKpis([noise](int k, MetricValues& kpis) {
        kpis[indexOf(Metric::NetBps)] =
            (k > 60 ? 5 : 3) + .1 * noise[static_cast<std::size_t>(k - 1)];
    });
}

TEST(UnusualIterations, AreTheOnesThatStandOutOfTheirStretch)
{
    const SoakRun run = twoLevels().at(30, Metric::NetBps, 5.0).build(); // usual later on
    const UnusualIterations found = unusualIterations(run, Metric::NetBps);
    ASSERT_EQ(found.found.size(), 1U);
    EXPECT_EQ(found.found[0].iteration, 30);
    EXPECT_EQ(found.found[0].value, 5.0);
    EXPECT_GT(found.found[0].z, 5);
    EXPECT_EQ(found.looked, 120U);
    EXPECT_GT(found.expected, .1);
    EXPECT_LT(found.expected, 1);
}

TEST(UnusualIterations, GapsKeepTheNumbersRight)
{
    const SoakRun run = twoLevels().missing(5).unreadable(20).at(30, Metric::NetBps, 9.0).build();
    ASSERT_EQ(unusualIterations(run, Metric::NetBps).found.size(), 1U);
    EXPECT_EQ(unusualIterations(run, Metric::NetBps).found[0].iteration, 30);
}

TEST(UnusualIterations, NothingIsSaidOfShortOrConstantStretches)
{
    EXPECT_EQ(unusualIterations(aRun().withIterations(11).build(), Metric::NetBps).looked, 0U);
    EXPECT_TRUE(unusualIterations(aRun().withIterations(50).build(), Metric::NetBps).found.empty());
    EXPECT_EQ(unusualIterations(SoakRun{}, Metric::NetBps).looked, 0U);
}

TEST(UnusualIterations, RatesFallBetweenTheMeasuredOnes)
{
    EXPECT_EQ(unusualRate(12), .014);
    EXPECT_NEAR(unusualRate(36), .0032, 1e-12);
    EXPECT_LT(unusualRate(50), .0032);
    EXPECT_GT(unusualRate(50), .0010);
    EXPECT_EQ(unusualRate(5'000), .0005);
    EXPECT_EQ(unusualRate(3), .014);
}

} // namespace

} // namespace soak
