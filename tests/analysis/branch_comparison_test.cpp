// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/branch_comparison.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace soak
{

namespace
{

const BranchKpi& kpiOf(const BranchComparison& comparison, Metric metric)
{
    return *std::ranges::find(comparison.kpis, metric, &BranchKpi::metric);
}

// A row of a comparison that is already gone would be read after its end.
const BranchKpi& kpiOf(BranchComparison&& comparison, Metric metric) = delete;

SoakRun withHashes(SoakRun run, int otherFrom)
{
    run.summaryFiles.resize(run.table.rowCount());
    for (std::size_t row = 0; row < run.summaryFiles.size(); ++row) {
        const int iteration = run.table.iterations()[row];
        run.summaryFiles[row].sha256[0] = static_cast<unsigned char>(iteration);
        run.summaryFiles[row].sha256[1] = iteration >= otherFrom ? 1 : 0;
    }
    return run;
}

TEST(BranchComparison, TakesMeansOverTheIterationsThatBothMeasured)
{
    const SoakRun source = aRun()
                               .withIterations(6)
                               .at(5, Metric::NetBps, 2.0)
                               .at(6, Metric::NetBps, 4.0)
                               .at(4, Metric::NetBps, std::nullopt)
                               .build();
    const SoakRun branch = aRun()
                               .withIterations(8)
                               .at(4, Metric::NetBps, 100.0)
                               .at(5, Metric::NetBps, 3.0)
                               .at(6, Metric::NetBps, 6.0)
                               .build();
    const BranchComparison comparison = compareBranch(source, branch, 4);
    EXPECT_EQ(comparison.from, 4);
    EXPECT_EQ(comparison.to, 6);
    const BranchKpi& net = kpiOf(comparison, Metric::NetBps);
    EXPECT_EQ(net.source, 3.0);
    EXPECT_EQ(net.branch, 4.5);
    EXPECT_EQ(net.change(), 1.5);
    EXPECT_EQ(net.count, 2U);
}

TEST(BranchComparison, WhatOnlyOneMeasuredHasNoMean)
{
    const SoakRun source = aRun().withIterations(3).without(Metric::RiskRatio).build();
    const SoakRun branch = aRun().withIterations(3).build();
    const BranchComparison comparison = compareBranch(source, branch, 2);
    const BranchKpi& risk = kpiOf(comparison, Metric::RiskRatio);
    EXPECT_EQ(risk.count, 0U);
    EXPECT_FALSE(risk.source);
    EXPECT_FALSE(risk.branch);
    EXPECT_FALSE(risk.change());
}

TEST(BranchComparison, SaysWhereTheRunsPart)
{
    const SoakRun source = withHashes(aRun().withIterations(6).build(), 99);
    EXPECT_FALSE(compareBranch(source, source, 4).firstOtherFile);
    EXPECT_FALSE(compareBranch(source, source, 4).firstOtherMetric);
    const SoakRun branch =
        withHashes(aRun().withIterations(6).at(5, Metric::NetBps, 1.0).build(), 4);
    EXPECT_EQ(compareBranch(source, branch, 4).firstOtherFile, 4);
    EXPECT_EQ(compareBranch(source, branch, 4).firstOtherMetric, 5);
}

} // namespace

} // namespace soak
