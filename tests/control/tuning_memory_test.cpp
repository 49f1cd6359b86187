// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/control/control_run.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{
using Kpis = std::map<Metric, double>;
using enum Metric;

std::vector<RunStep> constantRun(const ControlPlan& plan, const Kpis& kpis,
                                 const Overrides& start = bestCell())
{
    return runControl({.plan = plan,
                       .start = start,
                       .summaryOf = [kpis](int) { return withMetrics(kpis); },
                       .samplesOf = {},
                       .state = {},
                       .iterations = {}});
}

} // namespace

TEST(Remember, ALargeChangeCoolsItsKeyDownForThreeIterations)
{
    ControlPlan plan = microPlan(9);
    plan.tunerOptions.velocity = VelocityMode::Count;
    Overrides start = bestCell();
    start.values["min_interval_ms"] = ParamValue{50}; // +25 of 40
    const std::vector<RunStep> steps =
        constantRun(plan, {{NetBps, 2.7}, {RiskRatio, 0.3}, {MakerTakerRatio, 0.5}}, start);
    EXPECT_TRUE(steps[0].outcome.step.appliedDeltas->contains("min_interval_ms"));
    EXPECT_EQ(steps[0].outcome.state.cooldown.at("min_interval_ms"), 4);
    for (int k : {1, 2, 3}) {
        const TuningStep& step = steps[static_cast<std::size_t>(k)].outcome.step;
        EXPECT_EQ(step.dropped->at("min_interval_ms"), DropReason::Cooldown) << k;
        EXPECT_TRUE(step.cooldownActive);
    }
    EXPECT_FALSE(steps[4].outcome.step.cooldownActive);
}

TEST(Remember, HistoryHasAnEntryPerIterationAndKeepsTheLast64)
{
    const std::vector<RunStep> steps = constantRun(microPlan(70), {{NetBps, 3}, {RiskRatio, 0.3}});
    const TuningState& state = steps.back().outcome.state;
    ASSERT_EQ(state.history.size(), kStateHistoryLimit);
    EXPECT_EQ(state.history.front().iteration, 7);
    EXPECT_EQ(state.history.back().iteration, 70);
    EXPECT_TRUE(state.history.back().appliedDeltas.empty());
    EXPECT_EQ(state.history.back().stateHash, stateHash(bestCell(), ParameterRegistry::builtin()));
    EXPECT_EQ(state.lastIteration, 70);
    EXPECT_EQ(state.clock, Millis{350000});
}

TEST(Defect4, TwoGoodIterationsInARowSetTheFreezeForFour)
{
    const auto summaryOf = [](int n) {
        return withMetrics({{NetBps, n == 4 ? 2.69 : 2.7}, {RiskRatio, n == 1 ? 0.36 : 0.35}});
    };
    const std::vector<RunStep> steps = runControl({.plan = microPlan(12),
                                                   .start = bestCell(),
                                                   .summaryOf = summaryOf,
                                                   .samplesOf = {},
                                                   .state = {},
                                                   .iterations = 6});
    std::vector<int> until;
    for (const RunStep& at : steps) {
        until.push_back(at.outcome.state.frozenUntilIter.value_or(0));
    }
    EXPECT_EQ(until, (std::vector<int>{0, 0, 7, 7, 7, 10}));
}

TEST(Defect4, TheFreezeEndsWhenTheResultsAreNoLongerGood)
{
    const auto summaryOf = [](int n) {
        return withMetrics({{NetBps, 1}, {RiskRatio, n <= 2 ? 0.3 : 0.7}});
    };
    TuningState state;
    state.frozenUntilIter = 3;
    state.freezeReason = "steady_state_lock";
    state.frozenParams = {"impact_cap_ratio", "max_delta_ratio"};
    const std::vector<RunStep> steps = runControl({.plan = microPlan(12),
                                                   .start = bestCell(),
                                                   .summaryOf = summaryOf,
                                                   .samplesOf = {},
                                                   .state = state,
                                                   .iterations = 4});
    EXPECT_EQ(steps[2].outcome.step.dropped->at("impact_cap_ratio"), DropReason::SteadyFreeze);
    EXPECT_EQ(steps[2].outcome.step.freezeReason, "steady_state_lock");
    EXPECT_FALSE(steps[3].outcome.step.dropped->contains("impact_cap_ratio"));
    EXPECT_EQ(steps[3].outcome.state.frozenUntilIter, std::nullopt);
}

TEST(Remember, OnlyDistinctStatesOfTheBaseline)
{
    const std::vector<RunStep> steps = constantRun(microPlan(9), {{NetBps, 1}, {RiskRatio, 0.5}});
    std::vector<std::string> expected{stateHash(bestCell(), ParameterRegistry::builtin())};
    for (const RunStep& at : steps) {
        if (at.outcome.step.applied) {
            expected.push_back(*at.outcome.step.baselineHash);
        }
    }
    EXPECT_GE(expected.size(), 3U);
    EXPECT_EQ(steps.back().outcome.state.distinctStates, expected);
}

TEST(Remember, UnknownNetEndsTheNegativeStreak)
{
    const auto summaryOf = [](int n) {
        return n == 3 ? withMetrics({{RiskRatio, 0.3}}) : withMetrics({{NetBps, -1}});
    };
    const std::vector<RunStep> steps = runControl({.plan = microPlan(9),
                                                   .start = bestCell(),
                                                   .summaryOf = summaryOf,
                                                   .samplesOf = {},
                                                   .state = {},
                                                   .iterations = 4});
    std::vector<int> streak;
    for (const RunStep& at : steps) {
        streak.push_back(at.outcome.state.negativeNetStreak);
    }
    EXPECT_EQ(streak, (std::vector<int>{1, 2, 0, 1}));
}

TEST(Remember, KeepsUnknownMembersOfTheState)
{
    TuningState state;
    state.extras = {{{"note"}, "1"}};
    const std::vector<RunStep> steps = runControl({.plan = microPlan(3),
                                                   .start = bestCell(),
                                                   .summaryOf =
                                                       [](int) {
                                                           return withMetrics({{NetBps, 1}});
                                                       },
                                                   .samplesOf = {},
                                                   .state = state,
                                                   .iterations = {}});
    EXPECT_EQ(steps.back().outcome.state.extras, state.extras);
}

} // namespace soak
