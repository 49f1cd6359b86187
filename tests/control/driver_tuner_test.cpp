// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/tuner.h"
#include "tests/control/control_run.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{
using Lines = std::vector<std::string>;
using Values = std::map<std::string, double>;
using Kpis = std::map<Metric, double>;
using enum Metric;

Proposal proposalOf(const Kpis& kpis, const std::vector<std::string>& drivers = {},
                    const Values& values = {}, const TuningState& state = {})
{
    IterationSummary summary = withMetrics(kpis);
    summary.notes.negEdgeDrivers = drivers;
    const Overrides baseline = withValues(values);
    return proposeDriver({.iteration = 5,
                          .summary = summary,
                          .baseline = baseline,
                          .effective = baseline,
                          .registry = ParameterRegistry::builtin(),
                          .options = {},
                          .state = state});
}

struct Case {
    std::string name;
    Kpis kpis;
    std::vector<std::string> drivers;
    Values values;
    Lines deltas;
};

TuningState afterOneNegativeIteration()
{
    TuningState state;
    state.negativeNetStreak = 1;
    return state;
}
} // namespace

TEST(ProposeDriver, RuleByRule)
{
    const std::vector<Case> cases{
        {"slippage driver",
         {{NetBps, 3}},
         {"slippage_bps"},
         {},
         {"base_spread_bps_delta 0.02", "tail_age_ms 50.0"}},
        {"adverse driver",
         {{NetBps, 3}},
         {"adverse_bps"},
         {},
         {"impact_cap_ratio -0.02", "max_delta_ratio -0.02"}},
        {"other driver", {{NetBps, 3}}, {"fees_eff_bps"}, {}, {}},
        {"min interval blocks .40", {{NetBps, 3}, {MinIntervalRatio, 0.40}}, {}, {}, {}},
        {"min interval blocks .41",
         {{NetBps, 3}, {MinIntervalRatio, 0.41}},
         {},
         {},
         {"min_interval_ms 20.0"}},
        {"concurrency blocks .30", {{NetBps, 3}, {ConcurrencyRatio, 0.30}}, {}, {}, {}},
        {"concurrency blocks .31",
         {{NetBps, 3}, {ConcurrencyRatio, 0.31}},
         {},
         {},
         {"replace_rate_per_min -30.0"}},
        {"cancel .55", {{NetBps, 3}, {CancelRatio, 0.55}}, {}, {}, {}},
        {"cancel .56",
         {{NetBps, 3}, {CancelRatio, 0.56}},
         {},
         {},
         {"min_interval_ms 20.0", "replace_rate_per_min -30.0"}},
        {"adverse 4", {{NetBps, 3}, {AdverseBpsP95, 4}}, {}, {}, {}},
        {"adverse 4.1",
         {{NetBps, 3}, {AdverseBpsP95, 4.1}},
         {},
         {},
         {"base_spread_bps_delta 0.05"}},
        {"slippage 3", {{NetBps, 3}, {SlippageBpsP95, 3}}, {}, {}, {}},
        {"slippage 3.1",
         {{NetBps, 3}, {SlippageBpsP95, 3.1}},
         {},
         {},
         {"base_spread_bps_delta 0.05"}},
        {"ws lag 120", {{NetBps, 3}, {WsLagP95Ms, 120}}, {}, {}, {}},
        {"ws lag 121", {{NetBps, 3}, {WsLagP95Ms, 121}}, {}, {}, {"min_interval_ms 20.0"}},
        {"net 2.5", {{NetBps, 2.5}}, {}, {}, {}},
        {"net 2.49", {{NetBps, 2.49}}, {}, {}, {"base_spread_bps_delta 0.02"}},
        {"net low, but a trigger failed",
         {{NetBps, 2}, {WsLagP95Ms, 121}},
         {},
         {},
         {"min_interval_ms 20.0"}},
        {"net unknown", {{CancelRatio, 0.1}}, {}, {}, {}},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(lines(proposalOf(c.kpis, c.drivers, c.values).deltas), c.deltas) << c.name;
    }
}

TEST(ProposeDriver, AgeReliefNeedsEverythingElseCalmAndKnown)
{
    const Kpis calm{{NetBps, 3},
                    {OrderAgeP95Ms, 331},
                    {AdverseBpsP95, 4},
                    {SlippageBpsP95, 3},
                    {RiskRatio, 0.39}};
    const Lines relief{"min_interval_ms -10.0", "replace_rate_per_min 30.0"};
    EXPECT_EQ(lines(proposalOf(calm).deltas), relief);
    for (const auto& [metric, value] : Kpis{{OrderAgeP95Ms, 330},
                                            {AdverseBpsP95, 4.1},
                                            {SlippageBpsP95, 3.1},
                                            {RiskRatio, 0.40}}) {
        Kpis changed = calm;
        changed[metric] = value;
        EXPECT_FALSE(proposalOf(changed).deltas.contains("replace_rate_per_min"));
        changed.erase(metric);
        EXPECT_FALSE(proposalOf(changed).deltas.contains("replace_rate_per_min"));
    }
}

TEST(ProposeDriver, RulesWorkOnOneCopyOneAfterTheOther)
{
    const Proposal proposal = proposalOf({{NetBps, 3},
                                          {OrderAgeP95Ms, 340},
                                          {AdverseBpsP95, 1},
                                          {SlippageBpsP95, 1},
                                          {RiskRatio, 0.2},
                                          {MinIntervalRatio, 0.5}});
    EXPECT_EQ(lines(proposal.deltas), (Lines{"min_interval_ms 10.0", "replace_rate_per_min 30.0"}));
    EXPECT_EQ(proposal.reasons, (Lines{"BLOCK min_interval", "AGE_RELIEF"}));
}

TEST(ProposeDriver, ChangesAFieldAtMostTwice)
{
    // Blocks, cancels and lag each want +20.
    const Proposal proposal =
        proposalOf({{NetBps, 3}, {MinIntervalRatio, 0.5}, {CancelRatio, 0.6}, {WsLagP95Ms, 130}});
    EXPECT_EQ(lines(proposal.deltas),
              (Lines{"min_interval_ms 40.0", "replace_rate_per_min -30.0"}));
}

TEST(ProposeDriver, NeverTurnsAStepAroundAtItsLimit)
{
    const Proposal proposal = proposalOf({{NetBps, 3}, {MinIntervalRatio, 0.5}}, {"slippage_bps"},
                                         {{"min_interval_ms", 130}, {"tail_age_ms", 880}});
    EXPECT_EQ(lines(proposal.deltas), (Lines{"base_spread_bps_delta 0.02", "tail_age_ms 20.0"}));
}

TEST(ProposeDriver, ThreeFailsDiscardEverythingForTheGuardPackage)
{
    const Proposal proposal = proposalOf(
        {{NetBps, 1}, {CancelRatio, 0.6}, {AdverseBpsP95, 5}, {WsLagP95Ms, 130}}, {"adverse_bps"});
    EXPECT_EQ(lines(proposal.deltas), (Lines{"base_spread_bps_delta 0.05", "min_interval_ms 20.0",
                                             "replace_rate_per_min -30.0"}));
    EXPECT_EQ(proposal.reasons, Lines{"multi_fail_guard"});
}

TEST(ProposeDriver, TwoNegativeIterationsFallBackToTheConservativePackage)
{
    const Values low{{"impact_cap_ratio", 0.06}, {"tail_age_ms", 600}};
    const Proposal proposal =
        proposalOf({{NetBps, -0.1}, {CancelRatio, 0.9}}, {}, low, afterOneNegativeIteration());
    EXPECT_TRUE(proposal.fallback);
    EXPECT_EQ(proposal.reasons, Lines{"fallback_conservative"});
    EXPECT_EQ(lines(proposal.deltas),
              (Lines{"base_spread_bps_delta 0.02", "impact_cap_ratio 0.02", "min_interval_ms 20.0",
                     "replace_rate_per_min -60.0", "tail_age_ms 100.0"}));
}

TEST(ProposeDriver, FallbackRaisesImpactAndTailOnlyFromBelow)
{
    const Proposal proposal =
        proposalOf({{NetBps, -1}}, {}, {{"impact_cap_ratio", 0.10}, {"tail_age_ms", 750}},
                   afterOneNegativeIteration());
    EXPECT_FALSE(proposal.deltas.contains("impact_cap_ratio"));
    EXPECT_FALSE(proposal.deltas.contains("tail_age_ms"));
}

TEST(ProposeDriver, FallbackNeedsTwoInARowAndARestAfterTheLast)
{
    TuningState justFellBack = afterOneNegativeIteration();
    justFellBack.lastFallbackIteration = 4;
    TuningState rested = afterOneNegativeIteration();
    rested.lastFallbackIteration = 3;
    EXPECT_FALSE(proposalOf({{NetBps, -1}}).fallback);
    EXPECT_FALSE(proposalOf({{NetBps, 0}}, {}, {}, afterOneNegativeIteration()).fallback);
    EXPECT_FALSE(proposalOf({{NetBps, -1}}, {}, {}, justFellBack).fallback);
    EXPECT_TRUE(proposalOf({{NetBps, -1}}, {}, {}, rested).fallback);
}

// Iterations -1 -1 -1 -1 -1: a fallback at 2, then the streak begins anew.
TEST(ProposeDriver, TheStreakBeginsAnewAfterAFallback)
{
    ControlPlan plan = microPlan(10);
    plan.tuner = "driver";
    const std::vector<RunStep> steps = runControl({.plan = plan,
                                                   .start = bestCell(),
                                                   .summaryOf =
                                                       [](int) {
                                                           return withMetrics({{NetBps, -1}});
                                                       },
                                                   .samplesOf = {},
                                                   .state = {},
                                                   .iterations = 5});
    std::vector<int> fallbacks;
    for (const RunStep& at : steps) {
        if (at.outcome.step.rationale.starts_with("fallback_conservative")) {
            fallbacks.push_back(at.iteration);
        }
    }
    EXPECT_EQ(fallbacks, (std::vector<int>{2, 4}));
}

TEST(Defect1, WhatTheDriverEngineProposesIsApplied)
{
    ControlPlan plan = microPlan(10);
    plan.tuner = "driver";
    const RunStep first = runControl({.plan = plan,
                                      .start = bestCell(),
                                      .summaryOf =
                                          [](int) {
                                              return withMetrics({{NetBps, 2}});
                                          },
                                      .samplesOf = {},
                                      .state = {},
                                      .iterations = 1})
                              .front();
    EXPECT_TRUE(first.outcome.step.applied);
    EXPECT_DOUBLE_EQ(first.outcome.baselineNext.values.at("base_spread_bps_delta").amount, 0.07);
}

} // namespace soak
