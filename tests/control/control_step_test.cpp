// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/iteration_guards.h"
#include "tests/control/control_run.h"
#include "tests/control/random_run.h"
#include "tests/support/mock_sequence.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{
using Lines = std::vector<std::string>;
using Kpis = std::map<Metric, double>;
using enum Metric;

std::vector<RunStep> constantRun(const ControlPlan& plan, const Kpis& kpis,
                                 const Overrides& start = bestCell(), const TuningState& state = {})
{
    return runControl({.plan = plan,
                       .start = start,
                       .summaryOf = [kpis](int) { return withMetrics(kpis); },
                       .samplesOf = {},
                       .state = state,
                       .iterations = {}});
}

const Kpis kRisky{{NetBps, 1}, {RiskRatio, 0.7}, {P95LatencyMs, 200}};
} // namespace

TEST(ControlStep, AutoTuneOffProposesNothingAndSaysSo)
{
    ControlPlan plan = microPlan(3);
    plan.autoTune = false;
    const TuningStep step = constantRun(plan, kRisky).front().outcome.step;
    EXPECT_TRUE(step.hasProposal);
    EXPECT_TRUE(step.proposed.empty());
    EXPECT_TRUE(step.skip.noDeltas);
    EXPECT_TRUE(step.hasSkipObject);
    EXPECT_EQ(step.skip.note, "auto-tune off");
}

TEST(ControlStep, DisabledApplyRecordsTheProposalAndChangesNothing)
{
    ControlPlan plan = microPlan(3);
    plan.applyDisabled = true;
    const ControlOutcome outcome = constantRun(plan, kRisky).front().outcome;
    EXPECT_EQ(outcome.step.proposed.size(), 3U);
    EXPECT_FALSE(outcome.step.applied);
    EXPECT_TRUE(outcome.step.skip.disabled);
    EXPECT_EQ(outcome.step.skip.note, "auto-tune disabled");
    EXPECT_EQ(outcome.baselineNext, bestCell());
}

TEST(ControlStep, AnIterationAlreadyInTheStateChangesNothingAgain)
{
    const RunStep first = constantRun(microPlan(5), kRisky).front();
    const IterationSummary summary = withMetrics(kRisky);
    const auto samples = sampleAtEnd(1, 200);
    const ControlOutcome again = controlStep(microPlan(5), registry(),
                                             {.iteration = 1,
                                              .summary = summary,
                                              .samples = samples,
                                              .baseline = first.outcome.baselineNext,
                                              .effective = first.outcome.effectiveNext,
                                              .state = first.outcome.state});
    EXPECT_FALSE(again.step.applied);
    EXPECT_TRUE(again.step.skip.duplicate);
    EXPECT_EQ(again.step.skip.note, "already applied");
    EXPECT_EQ(again.state, first.outcome.state);
    EXPECT_EQ(again.baselineNext, first.outcome.baselineNext);
}

TEST(ControlStep, AFailedIterationProposesNothing)
{
    const TuningStep step = constantRun(microPlan(3), {}).front().outcome.step;
    EXPECT_TRUE(step.proposed.empty());
    EXPECT_TRUE(step.skip.noDeltas);
    EXPECT_EQ(step.reasons, (Lines{"NO_DATA failed iteration", "P95_UNKNOWN"}));
}

TEST(ControlStep, WhatIsAtItsBoundIsDroppedAndRecorded)
{
    // The engine's floor of impact is .06, the apply range ends at .08.
    ControlPlan plan = microPlan(3);
    plan.tuner = "driver";
    IterationSummary summary = withMetrics({{NetBps, 3}});
    summary.notes.negEdgeDrivers = {"adverse_bps"};
    Overrides start = bestCell();
    start.values["impact_cap_ratio"] = ParamValue{0.08};
    start.values["max_delta_ratio"] = ParamValue{0.11};
    start.values["velocity_cap"] = ParamValue{1};
    const RunStep first = runControl({.plan = plan,
                                      .start = start,
                                      .summaryOf = [&](int) { return summary; },
                                      .samplesOf = {},
                                      .state = {},
                                      .iterations = 1})
                              .front();
    const TuningStep& step = first.outcome.step;
    EXPECT_EQ(lines(step.proposed), (Lines{"impact_cap_ratio -0.02", "max_delta_ratio -0.01"}));
    EXPECT_EQ(lines(*step.appliedDeltas), Lines{"max_delta_ratio -0.01"});
    EXPECT_EQ(lines(*step.dropped), Lines{"impact_cap_ratio at_bound"});
    EXPECT_EQ(step.bounded.at("impact_cap_ratio").bound, Bound::Floor);
}

TEST(ControlStep, AStateSeenTwoStatesAgoIsNotWrittenAgain)
{
    TuningState state;
    Overrides before = bestCell();
    before.values["min_interval_ms"] = ParamValue{65};
    before.values["impact_cap_ratio"] = ParamValue{0.095};
    state.distinctStates = {stateHash(before, registry()), stateHash(bestCell(), registry())};
    const RunStep first =
        constantRun(microPlan(5), {{NetBps, 1}, {RiskRatio, 0.5}}, bestCell(), state).front();
    EXPECT_TRUE(first.outcome.step.oscillationDetected);
    EXPECT_TRUE(first.outcome.step.skip.oscillation);
    EXPECT_EQ(first.outcome.baselineNext, bestCell());
    EXPECT_TRUE(first.outcome.step.appliedDeltas->empty());
}

// Risk goes up and down, so that min_interval goes +5 -3 +5 -3 and impact with it.
TEST(ControlStep, AnOscillationFreezesRebidAndRescueAndLetsEdgeMove)
{
    ControlPlan plan = microPlan(9);
    plan.tunerOptions.normalise = true;
    const auto summaryOf = [](int n) {
        return withMetrics({{NetBps, 3}, {RiskRatio, n % 2 == 1 ? 0.5 : 0.2}, {P95LatencyMs, 200}});
    };
    const std::vector<RunStep> steps = runControl({.plan = plan,
                                                   .start = bestCell(),
                                                   .summaryOf = summaryOf,
                                                   .samplesOf = {},
                                                   .state = {},
                                                   .iterations = {}});
    EXPECT_TRUE(steps[5].outcome.step.guards->oscillation.raw);
    EXPECT_EQ(steps[5].outcome.step.guards->action, "none");
    const TuningStep& frozen = steps[6].outcome.step;
    EXPECT_EQ(frozen.guards->action, "partial_freeze");
    EXPECT_EQ(frozen.guards->partialFreeze.subsystems, (Lines{"rebid", "rescue_taker"}));
    EXPECT_EQ(frozen.freezeReason, "oscillation");
    EXPECT_EQ(lines(*frozen.dropped), Lines{"min_interval_ms partial_freeze"});
    EXPECT_EQ(lines(*frozen.appliedDeltas), Lines{"impact_cap_ratio -0.005"});
}

TEST(ControlStep, ALongHardLatencyFreezesRebidAndLetsEdgeMove)
{
    const std::vector<RunStep> steps =
        constantRun(microPlan(4), {{NetBps, 1}, {RiskRatio, 0.7}, {P95LatencyMs, 400}});
    const TuningStep& first = steps[0].outcome.step;
    const TuningStep& second = steps[1].outcome.step;
    EXPECT_EQ(first.guards->action, "none");
    EXPECT_TRUE(first.appliedDeltas->contains("min_interval_ms"));
    EXPECT_EQ(second.guards->action, "partial_freeze");
    EXPECT_EQ(second.dropped->at("min_interval_ms"), DropReason::PartialFreeze);
    EXPECT_TRUE(second.appliedDeltas->contains("tail_age_ms"));
    EXPECT_TRUE(second.freezeTriggered);
    EXPECT_EQ(second.freezeReason, "latency_hard");
    EXPECT_EQ(steps[2].outcome.step.guards->action, "continue_freeze");
}

TEST(ControlStep, RescueIsBlockedByThePhasesLimits)
{
    struct Case {
        bool warmup;
        Kpis kpis;
        bool blocked;
    };

    for (const Case& c :
         {Case{false, {{RiskRatio, 0.55}, {P95LatencyMs, 400}}, false},
          Case{false, {{RiskRatio, 0.56}}, true}, Case{false, {{P95LatencyMs, 401}}, true},
          Case{true, {{RiskRatio, 0.45}, {P95LatencyMs, 360}}, false},
          Case{true, {{RiskRatio, 0.46}}, true}, Case{true, {{P95LatencyMs, 361}}, true},
          Case{true, {{NetBps, 1}}, false}}) {
        ControlPlan plan = microPlan(3);
        plan.phases.enabled = c.warmup;
        EXPECT_EQ(constantRun(plan, c.kpis).front().outcome.step.guards->rescueBlocked, c.blocked);
    }
}

TEST(ControlStep, StateHashIsOfTheEffectiveOverridesAndBaselineHashOfB)
{
    ControlPlan plan = microPlan(10);
    plan.phases.enabled = true;
    plan.warmupPreset = *findBuiltinPreset("warmup_conservative_v1");
    const RunStep first = constantRun(plan, kRisky).front();
    const TuningStep& step = first.outcome.step;
    EXPECT_EQ(step.stateHash, stateHash(first.outcome.effectiveNext, registry()));
    EXPECT_EQ(step.oldHash, stateHash(first.effective, registry()));
    EXPECT_EQ(step.baselineHash, stateHash(first.outcome.baselineNext, registry()));
    EXPECT_NE(step.stateHash, step.baselineHash);
    EXPECT_EQ(first.outcome.state.lastAppliedSignature, step.stateHash);
}

// The random runs are worth something only when they reach every decision.
TEST(RandomRuns, ReachEveryDecision)
{
    std::map<std::string, int> reached;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        for (const naive::Outcome& outcome : runNaive(randomRun(seed, 60))) {
            for (const std::string& flag : outcome.skipFlags) {
                ++reached["skip " + flag];
            }
            for (const auto& [name, reason] : outcome.dropped) {
                ++reached["drop " + reason];
            }
            ++reached["action " + outcome.action];
        }
    }
    for (const char* decision : {"skip disabled",        "skip freeze",
                                 "skip partial_freeze",  "skip velocity",
                                 "skip cooldown",        "skip micro_steps",
                                 "skip at_bound",        "skip oscillation",
                                 "skip no_deltas",       "skip late_iteration",
                                 "drop steady_freeze",   "drop partial_freeze",
                                 "drop velocity",        "drop cooldown",
                                 "drop micro_steps",     "drop at_bound",
                                 "action none",          "action partial_freeze",
                                 "action extend_freeze", "action continue_freeze",
                                 "action clear"}) {
        EXPECT_GE(reached[decision], 3) << decision;
    }
}

TEST(Defect2, AppliedIsThePreviousValuePlusTheDelta)
{
    const RunStep first = constantRun(microPlan(3), kRisky).front();
    EXPECT_EQ(first.outcome.baselineNext.values.at("tail_age_ms").amount, 630);
    EXPECT_EQ(first.outcome.baselineNext.values.at("min_interval_ms").amount, 65);
    EXPECT_DOUBLE_EQ(first.outcome.baselineNext.values.at("impact_cap_ratio").amount, 0.09);
}

TEST(Defect12, EveryGuardThatDroppedOrBlockedLeavesItsFlag)
{
    const std::vector<RunStep> steps = runControl({.plan = microPlan(36),
                                                   .start = bestCell(),
                                                   .summaryOf = mockSummary,
                                                   .samplesOf = {},
                                                   .state = {},
                                                   .iterations = {}});
    std::vector<int> velocity;
    for (const RunStep& at : steps) {
        if (at.outcome.step.velocityViolation) {
            velocity.push_back(at.iteration);
        }
    }
    EXPECT_EQ(velocity, (std::vector<int>{2, 3, 7}));
}

TEST(Defect12, NothingToApplyIsNoDeltasAndNotNoOp)
{
    const TuningStep step =
        constantRun(microPlan(3), {{NetBps, 3}, {RiskRatio, 0.3}}).front().outcome.step;
    EXPECT_TRUE(step.skip.noDeltas);
    EXPECT_FALSE(step.skip.noOp);
}

TEST(Defect12, CountVelocityLooksAtAppliedChangesOnly)
{
    ControlPlan plan = microPlan(9);
    plan.tunerOptions.velocity = VelocityMode::Count;
    const std::vector<RunStep> steps = runControl({.plan = plan,
                                                   .start = bestCell(),
                                                   .summaryOf = mockSummary,
                                                   .samplesOf = {},
                                                   .state = {},
                                                   .iterations = 5});
    EXPECT_TRUE(steps[2].outcome.step.applied);
    EXPECT_TRUE(steps[3].outcome.step.skip.velocity);
    EXPECT_TRUE(steps[4].outcome.step.applied); // 4 proposed and did not apply
}

TEST(Defect21, ABlockedIterationHasItsHashAndItIsUnchanged)
{
    const RunStep last = constantRun(microPlan(2), kRisky).back();
    EXPECT_TRUE(last.outcome.step.skip.lateIteration);
    ASSERT_TRUE(last.outcome.step.stateHash);
    EXPECT_EQ(last.outcome.step.stateHash, last.outcome.step.oldHash);
}

// Normalise would raise the impact cap in the very iterations that freeze it.
TEST(Defect68, TheFreezeHasPriorityOverNormalise)
{
    ControlPlan plan = microPlan(9);
    plan.tunerOptions.normalise = true;
    Overrides start = bestCell();
    start.values["impact_cap_ratio"] = ParamValue{0.08};
    const std::vector<RunStep> steps = constantRun(plan, {{NetBps, 3}, {RiskRatio, 0.3}}, start);
    EXPECT_TRUE(steps[0].outcome.step.appliedDeltas->contains("impact_cap_ratio"));
    EXPECT_EQ(steps[2].outcome.step.dropped->at("impact_cap_ratio"), DropReason::SteadyFreeze);
}

} // namespace soak
