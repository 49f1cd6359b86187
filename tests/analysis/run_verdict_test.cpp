// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/run_verdict.h"
#include "tests/support/builders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::HasSubstr;

TEST(RunVerdict, FollowsTheTableOfTheFourGoals)
{
    constexpr std::optional<bool> kUnknown;

    struct Case {
        Goals goals; // maker, latency, risk, net
        RunVerdict verdict;
        int met;
    };

    const Case cases[] = {
        {{true, true, true, true}, RunVerdict::Pass, 4},
        {{false, true, true, true}, RunVerdict::Warn, 3},
        {{true, false, true, true}, RunVerdict::Warn, 3},
        {{false, false, true, true}, RunVerdict::Warn, 2},
        {{true, true, false, true}, RunVerdict::Fail, 3},
        {{true, true, true, false}, RunVerdict::Fail, 3},
        {{kUnknown, true, true, true}, RunVerdict::Fail, 3},
        {{true, kUnknown, true, true}, RunVerdict::Fail, 3},
        {{false, kUnknown, true, true}, RunVerdict::Fail, 2},
        {{true, true, kUnknown, true}, RunVerdict::Fail, 3},
        {{true, true, true, kUnknown}, RunVerdict::Fail, 3},
        {{kUnknown, kUnknown, kUnknown, kUnknown}, RunVerdict::Fail, 0},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(verdictOf(c.goals), c.verdict);
        EXPECT_EQ(countMet(c.goals), c.met);
    }
}

TEST(RunVerdict, GoalsAreTheFourKpiRowsOfTheMission)
{
    const std::vector<GateSpec> goals = goalSpecs();
    ASSERT_EQ(goals.size(), 4U);
    EXPECT_EQ(goals[0].metric, "maker_taker_ratio");
    EXPECT_EQ(goals[0].threshold, 0.83);
    EXPECT_EQ(goals[1].threshold, 340);
    EXPECT_EQ(goals[2].threshold, 0.40);
    EXPECT_EQ(goals[3].threshold, 2.5);
}

TEST(RunVerdict, GoalWithoutDataIsUnknown)
{
    GateResult met;
    met.outcome = GateOutcome::Pass;
    GateResult missed = met;
    missed.outcome = GateOutcome::Fail;
    const GateResult unknown;
    EXPECT_EQ(goalsOf(std::vector{met, missed, unknown, met}),
              (Goals{true, false, std::nullopt, true}));
}

TEST(RunVerdict, SaysWhichGoalsAreNotMetAndWhy)
{
    GateResult met;
    met.outcome = GateOutcome::Pass;
    met.why = "fine";
    GateResult missed;
    missed.outcome = GateOutcome::Fail;
    missed.why = "net is 1, not >= 2.5";
    EXPECT_EQ(verdictText(std::vector{met, met, met, met}), "all four goals are met");
    EXPECT_EQ(verdictText(std::vector{met, met, met, missed}), "net is 1, not >= 2.5");
}

TEST(RunVerdict, IterationPassesWhenItsOwnValuesMeetAllFour)
{
    const SoakRun run = aRun()
                            .withIterations(10)
                            .at(1, Metric::NetBps, 1)   // before the window
                            .at(4, Metric::NetBps, 2.5) // just met
                            .at(5, Metric::NetBps, 2.4)
                            .at(6, Metric::P95LatencyMs, 341)
                            .at(7, Metric::RiskRatio, std::nullopt)
                            .build();
    EXPECT_EQ(countPassing(run, windowOf(run, 8), goalSpecs()), 5);
}

} // namespace soak
