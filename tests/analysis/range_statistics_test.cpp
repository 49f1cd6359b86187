// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/range_statistics.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

// Net is 1, 2, 3, … of iteration; absent in iteration 4; iteration 6 is missing.
SoakRun countingRun()
{
    return aRun()
        .withIterations(8)
        .missing(6)
        .editKpis([](int k, MetricValues& kpis) {
            kpis[indexOf(Metric::NetBps)] = k == 4 ? std::nullopt : std::optional<double>(k);
        })
        .build();
}

} // namespace

TEST(RangeStatistics, CountsBothEndsInEitherOrder)
{
    const SoakRun run = countingRun();
    const MetricStatistics forth = rangeStatistics(run.table, Metric::NetBps, 1, 3);
    EXPECT_EQ(forth.mean, 2.0);
    EXPECT_EQ(forth.min, 1.0);
    EXPECT_EQ(forth.max, 3.0);
    EXPECT_EQ(forth.iterationOfMax, 3);
    EXPECT_EQ(forth.count, 3U);
    EXPECT_EQ(rangeStatistics(run.table, Metric::NetBps, 3, 1), forth);
}

TEST(RangeStatistics, AMissingValueIsCountedAndIsNotZero)
{
    const SoakRun run = countingRun();
    const MetricStatistics range = rangeStatistics(run.table, Metric::NetBps, 3, 7);
    EXPECT_EQ(range.count, 3U); // 3, 5, 7
    EXPECT_EQ(range.missing, 1U);
    EXPECT_EQ(range.mean, 5.0);
    EXPECT_EQ(range.min, 3.0);
}

TEST(RangeStatistics, OfARangeWithoutRowsAreAbsent)
{
    const MetricStatistics range = rangeStatistics(countingRun().table, Metric::NetBps, 100, 200);
    EXPECT_EQ(range.count, 0U);
    EXPECT_FALSE(range.mean);
}

TEST(MarkedValues, DifferByBLessA)
{
    const MarkedValues values = markedValues(countingRun().table, Metric::NetBps, 7, 2);
    EXPECT_EQ(values.a, 7.0);
    EXPECT_EQ(values.b, 2.0);
    EXPECT_EQ(values.delta, -5.0);
    EXPECT_EQ(values.between.count, 4U); // 2, 3, 5, 7
}

TEST(MarkedValues, WithoutOneOfThemHaveNoDelta)
{
    const SoakRun run = countingRun();
    const MarkedValues one = markedValues(run.table, Metric::NetBps, 2, std::nullopt);
    EXPECT_EQ(one.a, 2.0);
    EXPECT_FALSE(one.delta);
    EXPECT_EQ(one.between.count, 0U);
    EXPECT_FALSE(markedValues(run.table, Metric::NetBps, 2, 4).delta);
}

} // namespace soak
