// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/window_statistics.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

// Net of iterations 1.. as given, nullopt is missing.
MetricStatistics netStatistics(const std::vector<std::optional<double>>& values,
                               std::size_t firstRow = 0)
{
    RunBuilder builder = aRun().withIterations(static_cast<int>(values.size()));
    for (std::size_t i = 0; i < values.size(); ++i) {
        builder.at(static_cast<int>(i) + 1, Metric::NetBps, values[i]);
    }
    return statisticsOf(builder.build().table, firstRow)[indexOf(Metric::NetBps)];
}

} // namespace

TEST(WindowStatistics, AreOfTheValuesPresent)
{
    const MetricStatistics s = netStatistics({4, std::nullopt, 1, 3, std::nullopt, 2});
    EXPECT_EQ(s.count, 4U);
    EXPECT_EQ(s.missing, 2U);
    EXPECT_EQ(s.mean, 2.5);
    EXPECT_EQ(s.median, 2.5);
    EXPECT_EQ(s.min, 1);
    EXPECT_EQ(s.max, 4);
    EXPECT_EQ(s.last, 2);
    EXPECT_EQ(s.iterationOfMin, 3);
    EXPECT_EQ(s.iterationOfMax, 1);
    EXPECT_NEAR(*s.harmonicMean, 4 / (1.0 / 4 + 1 + 1.0 / 3 + 1.0 / 2), 1e-12);
    EXPECT_EQ(s.trend, Trend::Down);
}

TEST(WindowStatistics, ColumnWithoutHolesGivesTheSame)
{
    const MetricStatistics whole = netStatistics({9, 4, 1, 3, 2}, 1);
    MetricStatistics holed = netStatistics({9, 4, 1, std::nullopt, 3, 2}, 1);
    EXPECT_EQ(whole.iterationOfMax, 2);
    holed.missing = 0;
    EXPECT_EQ(whole, holed);
}

TEST(WindowStatistics, StartAtTheFirstRowOfTheWindow)
{
    const MetricStatistics s = netStatistics({100, 100, 1, 2}, 2);
    EXPECT_EQ(s.max, 2);
    EXPECT_EQ(s.iterationOfMax, 4);
    EXPECT_EQ(s.count, 2U);
}

TEST(WindowStatistics, OfNothingAreAbsent)
{
    const MetricStatistics s = netStatistics({std::nullopt, std::nullopt});
    EXPECT_EQ(s.count, 0U);
    EXPECT_EQ(s.missing, 2U);
    for (const Aggregate aggregate : {Aggregate::Mean, Aggregate::Median, Aggregate::Min,
                                      Aggregate::Max, Aggregate::Last, Aggregate::HarmonicMean}) {
        EXPECT_EQ(aggregateOf(s, aggregate), std::nullopt) << aggregateText(aggregate);
    }
    EXPECT_EQ(s.trend, Trend::Flat);
}

TEST(WindowStatistics, AggregatesAreTheOnesNamed)
{
    const MetricStatistics s = netStatistics({1, 4, 4});
    EXPECT_EQ(aggregateOf(s, Aggregate::Mean), 3);
    EXPECT_EQ(aggregateOf(s, Aggregate::Median), 4);
    EXPECT_EQ(aggregateOf(s, Aggregate::Min), 1);
    EXPECT_EQ(aggregateOf(s, Aggregate::Max), 4);
    EXPECT_EQ(aggregateOf(s, Aggregate::Last), 4);
    EXPECT_EQ(aggregateOf(s, Aggregate::HarmonicMean), 2);
}

TEST(WindowStatistics, HarmonicMeanOfNegativeValuesIsNone)
{
    EXPECT_EQ(netStatistics({1, -1}).harmonicMean, std::nullopt);
}

TEST(WindowStatistics, MeanIsRoundedOnceSoThatAGateAtItsValuePasses)
{
    EXPECT_EQ(netStatistics({0.83, 0.83, 0.83, 0.83, 0.83}).mean, 0.83);
}

} // namespace soak
