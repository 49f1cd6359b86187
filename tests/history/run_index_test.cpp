// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/run_index.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

RunFigures figures(const RunBuilder& builder)
{
    return figuresOf(judge(builder.shared(), missionProfile()));
}

} // namespace

TEST(RunIndex, FiguresAreThoseOfTheFourGoals)
{
    const RunFigures row = figures(aRun()
                                       .withIterations(12)
                                       .with(Metric::P95LatencyMs, 300)
                                       .at(10, Metric::P95LatencyMs, 362));
    EXPECT_EQ(row.verdict, RunVerdict::Warn);
    EXPECT_EQ(row.gateVerdict, GateResultVerdict::Fail);
    EXPECT_EQ(row.values[1], 362);
    EXPECT_EQ(row.margins[1], -22);
    EXPECT_NEAR(*row.marginShares[1], -22.0 / 340, 1e-12);
    EXPECT_EQ(row.iterationsRead, 12U);
    ASSERT_EQ(row.window.size(), 8U);
    EXPECT_EQ(row.window.front().iteration, 5);
    EXPECT_EQ(row.window[4].mark, WindowMark::Met);
    EXPECT_EQ(row.window[5].mark, WindowMark::Broke);
    EXPECT_NEAR(*row.window[5].margin, -22.0 / 340, 1e-12);
}

TEST(RunIndex, AWhatIfIsCalledByItsFolder)
{
    RunRow row;
    row.name = "folder";
    EXPECT_EQ(shownName(row), "folder");
    row.runId = "RUN_1";
    EXPECT_EQ(shownName(row), "RUN_1");
    row.isBranch = true;
    EXPECT_EQ(shownName(row), "folder");
}

TEST(RunIndex, AMissingValueIsMissingUnlessAnotherGoalIsBroken)
{
    const RunFigures row = figures(aRun()
                                       .at(3, Metric::RiskRatio, std::nullopt)
                                       .at(4, Metric::RiskRatio, std::nullopt)
                                       .at(4, Metric::NetBps, -1));
    EXPECT_EQ(row.window[2].mark, WindowMark::Missing);
    EXPECT_EQ(row.window[2].margin, std::nullopt);
    EXPECT_EQ(row.window[3].mark, WindowMark::Broke);
    EXPECT_EQ(row.window[1].mark, WindowMark::Met);
}

TEST(RunIndex, ProblemsAreErrorsAndWarnings)
{
    const RunFigures row = figures(aRun().editRun([](SoakRun& run) {
        run.findings = {{FindingKind::LoadError, Severity::Error, "", {}, "", ""},
                        {FindingKind::Gap, Severity::Warning, "", {}, "", ""},
                        {FindingKind::ChainAbsent, Severity::Info, "", {}, "", ""}};
    }));
    EXPECT_EQ(row.problems, 2U);
}

TEST(RunIndex, AMetricThatIsNowhereHasNoValue)
{
    const RunFigures row = figures(aRun().without(Metric::NetBps));
    EXPECT_EQ(row.values[3], std::nullopt);
    EXPECT_EQ(row.margins[3], std::nullopt);
    EXPECT_EQ(row.marginShares[3], std::nullopt);
}

TEST(RunIndex, WhatWasInForceInTheLastIterationIsToldWhereItIsKnown)
{
    const RunFigures ours =
        figures(aRun().forcing(8, "tail_age_ms", 650).forcing(9, "tail_age_ms", 700));
    EXPECT_EQ(ours.parameters.at("tail_age_ms").amount, 650); // 700 is of an iteration not made
    Overrides last = bestCell();
    last.values["tail_age_ms"] = {650};
    EXPECT_EQ(ours.stateHash, stateHash(last, ParameterRegistry::builtin()));

    EXPECT_EQ(figures(aRun().foreign()).parameters,
              bestCell().values); // its last step changed nothing
    const RunFigures changed = figures(aRun().foreign().proposing(8, {{"tail_age_ms", {50}}}));
    EXPECT_TRUE(changed.parameters.empty());
    EXPECT_EQ(changed.stateHash, "");
}

} // namespace soak
