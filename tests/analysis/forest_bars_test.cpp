// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/forest_bars.h"

#include <gtest/gtest.h>

#include <limits>

namespace soak
{

namespace
{

constexpr double kUnbounded = std::numeric_limits<double>::infinity();

KpiEffect effectOf(Metric metric, double difference, Interval interval, double margin)
{
    KpiEffect effect;
    effect.metric = metric;
    effect.margin = margin;
    effect.difference = difference;
    effect.ci95 = interval;
    return effect;
}

TEST(ForestBars, BetterIsToTheRightWhateverTheDirection)
{
    EXPECT_EQ(forestBar(effectOf(Metric::NetBps, 0.25, {0.125, 0.5}, 0.125)), (ForestBar{2, 1, 4}));
    EXPECT_EQ(forestBar(effectOf(Metric::P95LatencyMs, -10, {-15, -5}, 5)), (ForestBar{2, 1, 3}));
    EXPECT_EQ(forestBar(effectOf(Metric::P95LatencyMs, 10, {5, kUnbounded}, 5)),
              (ForestBar{-2, -kUnbounded, -1}));
}

TEST(ForestBars, WithoutAnEffectIntervalMarginOrSideThereIsNone)
{
    KpiEffect effect = effectOf(Metric::NetBps, 1, {0, 2}, 1);
    effect.difference.reset();
    EXPECT_FALSE(forestBar(effect));
    effect = effectOf(Metric::NetBps, 1, {0, 2}, 1);
    effect.ci95.reset();
    EXPECT_FALSE(forestBar(effect));
    EXPECT_FALSE(forestBar(effectOf(Metric::NetBps, 1, {0, 2}, 0)));
    EXPECT_FALSE(forestBar(effectOf(Metric::MakerCount, 1, {0, 2}, 1)));
}

TEST(ForestBars, TheScaleShowsAllWithinItsLimits)
{
    const auto reach = [](std::vector<ForestBar> bars) { return forestReach(bars); };
    EXPECT_EQ(reach({}), kLeastReach);
    EXPECT_EQ(reach({{0, -0.5, 0.5}}), kLeastReach);
    EXPECT_DOUBLE_EQ(reach({{1, -4, 3}}), 4.4);
    EXPECT_DOUBLE_EQ(reach({{1, -4, kUnbounded}}), 4.4);
    EXPECT_EQ(reach({{50, 40, 60}}), kMostReach);
}

TEST(ForestBars, CliffsDeltaIsPositiveWhereTheOtherRunIsHigher)
{
    EXPECT_EQ(cliffsDelta(0.0), 1); // the baseline's value is never the larger
    EXPECT_EQ(cliffsDelta(0.5), 0);
    EXPECT_EQ(cliffsDelta(1.0), -1);
    EXPECT_FALSE(cliffsDelta(std::nullopt));
}

} // namespace

} // namespace soak
