// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/compared_means.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

ComparedMean meanOf(const SoakRun& run, const SoakRun* baseline, Metric metric)
{
    return comparedMeans(run, baseline, std::vector<Metric>{metric}, ComparedWindow::All, 1)[0];
}

TEST(ComparedMeans, LeanByTheDirectionOfTheMetric)
{
    struct Row {
        Metric metric;
        double baseline;
        double own;
        Leaning wanted;
    };

    for (const Row& row :
         {Row{Metric::P95LatencyMs, 200, 190, Leaning::Better},
          Row{Metric::P95LatencyMs, 200, 210, Leaning::Worse},
          Row{Metric::NetBps, 3, 4, Leaning::Better}, Row{Metric::NetBps, 3, 2, Leaning::Worse},
          Row{Metric::NetBps, 3, 3, Leaning::Equal},
          Row{Metric::MakerCount, 3, 4, Leaning::Other}}) {
        const SoakRun baseline = aRun().withIterations(4).with(row.metric, row.baseline).build();
        const SoakRun run = aRun().withIterations(4).with(row.metric, row.own).build();
        const ComparedMean mean = meanOf(run, &baseline, row.metric);
        EXPECT_EQ(mean.leaning, row.wanted) << keyOf(row.wanted);
        EXPECT_EQ(mean.delta, row.own - row.baseline);
        EXPECT_EQ(mean.relative, (row.own - row.baseline) / row.baseline);
        EXPECT_EQ(mean.n, 4U);
    }
}

TEST(ComparedMeans, ExtremesAndTheLastAreOfTheComparedIterations)
{
    RunBuilder builder = aRun().withIterations(5);
    for (int i = 1; i <= 5; ++i) {
        builder.at(i, Metric::NetBps, i * i); // 1 4 9 16 25
    }
    const ComparedMean all = meanOf(builder.build(), nullptr, Metric::NetBps);
    EXPECT_EQ(all.median, 9.0);
    EXPECT_DOUBLE_EQ(*all.p95, 23.2); // 16 + .8 * 9
    EXPECT_EQ(all.min, 1.0);
    EXPECT_EQ(all.max, 25.0);
    EXPECT_EQ(all.last, 25.0);
    const ComparedMean holed =
        meanOf(builder.at(5, Metric::NetBps, std::nullopt).build(), nullptr, Metric::NetBps);
    EXPECT_EQ(holed.max, 16.0);
    EXPECT_FALSE(holed.last) << "the value before it is not the last";
    const ComparedMean none =
        meanOf(aRun().withIterations(3).without(Metric::NetBps).build(), nullptr, Metric::NetBps);
    EXPECT_FALSE(none.median || none.p95 || none.min || none.max || none.last);
}

TEST(ComparedMeans, WhatIsMissingHasNoDelta)
{
    const SoakRun run = aRun().withIterations(4).build();
    const SoakRun none = aRun().withIterations(4).without(Metric::NetBps).build();
    EXPECT_FALSE(meanOf(none, &run, Metric::NetBps).mean);
    EXPECT_EQ(meanOf(none, &run, Metric::NetBps).missing, 4U);
    EXPECT_FALSE(meanOf(run, &none, Metric::NetBps).delta);
    EXPECT_EQ(meanOf(run, &none, Metric::NetBps).leaning, Leaning::Unknown);
    EXPECT_FALSE(meanOf(run, nullptr, Metric::NetBps).delta);
    EXPECT_EQ(keyOf(Leaning::Unknown), "");
}

TEST(ComparedMeans, ABaselineOfZeroHasADeltaButNoShare)
{
    const SoakRun zero = aRun().withIterations(2).with(Metric::NetBps, 0.0).build();
    const SoakRun run = aRun().withIterations(2).with(Metric::NetBps, 1.0).build();
    EXPECT_EQ(meanOf(run, &zero, Metric::NetBps).delta, 1);
    EXPECT_FALSE(meanOf(run, &zero, Metric::NetBps).relative);
}

TEST(ComparedMeans, AreOfTheWindow)
{
    const SoakRun run = aRun().withIterations(10).at(1, Metric::NetBps, 100.0).build();
    const std::vector<Metric> net{Metric::NetBps};
    EXPECT_EQ(comparedMeans(run, nullptr, net, ComparedWindow::Last8, 1)[0].n, 8U);
    EXPECT_EQ(comparedMeans(run, nullptr, net, ComparedWindow::Steady, 5)[0].n, 6U);
    EXPECT_EQ(comparedMeans(run, nullptr, net, ComparedWindow::All, 5)[0].n, 10U);
}

} // namespace

} // namespace soak
