// SPDX-License-Identifier: GPL-3.0-or-later
// Defects of the reference implementation (DOMAIN 9) that concern what is concluded from a run.
#include "core/analysis/judgement.h"
#include "core/analysis/trend.h"
#include "tests/analysis/judged.h"
#include "tests/analysis/verification_cases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::ElementsAre;
using testing::Gt;
using testing::IsEmpty;

namespace
{

SkipReason velocityBlock()
{
    SkipReason skip;
    skip.velocity = true;
    skip.note = "velocity cap exceeded";
    return skip;
}

std::vector<int> of(const GuardActivations& activations, GuardType type)
{
    return activations[static_cast<std::size_t>(type)];
}

} // namespace

TEST(Defect3, WrongValueFailsThoughTheParameterExistsInTheFinalFile)
{
    const Verification v = verified(aProposal().forcing(4, "tail_age_ms", 30));
    EXPECT_EQ(v.legacy.fullApplyRatio, 1.0); // what existence alone says
    EXPECT_EQ(v.fullApplyRatio, 0.0);
    EXPECT_EQ(v.verdict, VerifyVerdict::Fail);
}

TEST(Defect6, RunWithoutLatencyOrRiskDoesNotMeetThem)
{
    const Judgement j = judged(aRun().without(Metric::P95LatencyMs).without(Metric::RiskRatio));
    EXPECT_EQ(j.goals.p95Latency, std::nullopt);
    EXPECT_EQ(j.goals.risk, std::nullopt);
    EXPECT_EQ(j.verdict, RunVerdict::Fail);
    EXPECT_EQ(reportExitCode(j), ExitCode::NegativeVerdict);
    EXPECT_EQ(gateExitCode(j), ExitCode::BadInput);
}

TEST(Defect6, OneIterationIsAShortWindowAndNotReadyToFreeze)
{
    const Judgement j = judged(aRun().withIterations(1));
    EXPECT_EQ(j.verdict, RunVerdict::Pass);
    EXPECT_TRUE(j.windowShort);
    EXPECT_FALSE(j.freezeReady);
}

TEST(Defect14, LatencyRulesAreCountedFromTheReasonsWritten)
{
    const Judgement j =
        judged(aRun()
                   .editStep(3, [](TuningStep& step) { step.reasons = {"LATENCY_BUFFER p95 335"}; })
                   .editStep(5, [](TuningStep& step) { step.reasons = {"LATENCY_HARD p95 365"}; }));
    EXPECT_THAT(of(j.guardsWindow, GuardType::LatencySoft), ElementsAre(3));
    EXPECT_THAT(of(j.guardsWindow, GuardType::LatencyHard), ElementsAre(5));
}

TEST(Defect15, GoalsMetAndIterationsPassingAreTwoNumbers)
{
    const Judgement j = judged(aRun().at(3, Metric::NetBps, 2).at(4, Metric::NetBps, 2));
    EXPECT_EQ(j.goalsMet, 4);
    EXPECT_EQ(j.iterationsPassing, 6);
}

TEST(Defect16, GuardsBeforeTheWindowAreNotInIt)
{
    RunBuilder builder = aRun().withIterations(36);
    for (const int k : {4, 5, 6}) {
        builder.skipping(k, velocityBlock());
    }
    const Judgement j = judged(builder);
    EXPECT_THAT(of(j.guardsWindow, GuardType::Velocity), IsEmpty());
    EXPECT_THAT(of(j.guardsAll, GuardType::Velocity), ElementsAre(4, 5, 6));
    EXPECT_EQ(j.tuning.skipReasons.at("velocity cap exceeded"), 3);
}

TEST(Defect16, AnomaliesAreMoreThanBusyGuards)
{
    EXPECT_THAT(judged(aRun().at(3, Metric::P95LatencyMs, 500)).anomalies, testing::SizeIs(1));
}

TEST(Defect18, FailedRunGetsConcreteChanges)
{
    const Judgement j = judged(goldenTrajectory(8));
    ASSERT_EQ(j.verdict, RunVerdict::Fail);
    bool hasMaker = false;
    bool hasNet = false;
    for (const Recommendation& change : j.recommendations.required) {
        hasMaker = hasMaker || change.goal == "maker_taker";
        hasNet = hasNet || change.goal == "net_bps";
        EXPECT_NE(change.delta, 0);
        EXPECT_NE(change.suggested, change.current);
    }
    EXPECT_TRUE(hasMaker);
    EXPECT_TRUE(hasNet);
}

TEST(Defect19, PeakIsNamedByItsIterationThoughOthersAreMissing)
{
    const Judgement j =
        judged(aRun().withIterations(10).missing(2).missing(5).at(7, Metric::P95LatencyMs, 333));
    EXPECT_EQ(j.allStatistics[indexOf(Metric::P95LatencyMs)].iterationOfMax, 7);
}

TEST(Defect20, ConstantNegativeSeriesIsFlat)
{
    EXPECT_EQ(trendOf(std::vector<double>(8, -1.0), 0.02), Trend::Flat);
}

TEST(Defect20, RiseFromZeroWithinNoiseIsFlat)
{
    EXPECT_EQ(trendOf(std::vector<double>{0, 0, 0.01, 0.01}, 0.02), Trend::Flat);
}

TEST(Defect20, BothEndsAreOfTheSameLength)
{
    // Of seven values a slice is one long at both ends; an unequal one would take in the 9.
    EXPECT_EQ(trendOf(std::vector<double>{1, 1, 1, 1, 1, 9, 1}, 0.02), Trend::Flat);
}

TEST(Defect23, VerificationWorksWithoutATuningReport)
{
    const SoakRun run = aProposal().build();
    ASSERT_FALSE(run.hasTuningReport);
    EXPECT_EQ(verified(aProposal()).fullApplyCount, 1);
}

TEST(Defect23, LegacyTagIsAReasonLikeAnyOther)
{
    SkipReason late; // as a reader makes it of the text "final_iteration"
    late.lateIteration = true;
    late.note = "final_iteration";
    const auto asText = [](TuningStep& step) { step.hasSkipObject = true; };
    EXPECT_EQ(thePair(verified(aProposal().skipping(3, late).editStep(3, asText))).status,
              PairStatus::PartialOk);
}

TEST(Defect30, ZeroMakesTheHarmonicMeanZero)
{
    const Judgement j = judged(aRun().at(3, Metric::MakerTakerRatio, 0));
    EXPECT_EQ(j.windowStatistics[indexOf(Metric::MakerTakerRatio)].harmonicMean, 0);
}

TEST(Defect36, VerdictExitCodeAndGateAreOneConclusion)
{
    for (const double tail : {630.0, 615.0}) {
        const Judgement j = judged(aProposal().forcing(4, "tail_age_ms", tail));
        const bool isPass = j.verification.verdict == VerifyVerdict::Pass;
        EXPECT_EQ(isPass, tail == 630);
        EXPECT_EQ(verifyExitCode(j.verification) == ExitCode::Ok, isPass);
        EXPECT_EQ(j.gates.back().gate.metric, "full_apply_ratio");
        EXPECT_EQ(j.gates.back().outcome == GateOutcome::Pass, isPass);
        EXPECT_EQ(j.releaseReady, isPass);
    }
}

TEST(Defect37, NestedMissesAreCounted)
{
    const auto erase = [](Overrides& o) { o.values.erase("tail_age_ms"); };
    EXPECT_THAT(verified(aProposal().editOverrides(4, erase)).nestedMissPaths,
                ElementsAre("3:tail_age_ms:engine.tail_age_ms"));
}

TEST(Defect43, ProposalsOfWhichNothingCanBeReadDoNotPass)
{
    const Verification v = verified(aProposal().foreign());
    EXPECT_THAT(v.proposedCount, Gt(0));
    EXPECT_EQ(v.fullApplyRatio, std::nullopt);
    EXPECT_FALSE(passesStrictly(v));
    EXPECT_EQ(verifyExitCode(v), ExitCode::BadInput);
}

TEST(Defect47, NegativeGateHasANegativeExitCode)
{
    EXPECT_EQ(gateExitCode(judged(aRun().with(Metric::NetBps, 1))), ExitCode::NegativeVerdict);
}

TEST(Defect50, VerdictSurvivesTheLossOfAnIteration)
{
    const Judgement j = judged(goldenTrajectory(120).missing(5));
    EXPECT_EQ(j.windowIterations.back(), 120);
    EXPECT_EQ(j.verdict, RunVerdict::Pass);
}

TEST(Defect51, IterationWithHighRiskFailsThoughItsNetIsFine)
{
    const Judgement j =
        judged(aRun().at(3, Metric::RiskRatio, 0.68).editNotes(3, [](IterationNotes& notes) {
            notes.kpiVerdict = "PASS";
        }));
    EXPECT_EQ(j.iterationGates[2].status, IterationStatus::Fail);
    EXPECT_EQ(j.iterationsPassing, 7);
}

TEST(Defect54, PassNeedsNoFreezeEvent)
{
    const Judgement j = judged(aRun().withIterations(36));
    EXPECT_THAT(of(j.guardsAll, GuardType::Freeze), IsEmpty());
    EXPECT_EQ(j.verdict, RunVerdict::Pass);
    EXPECT_TRUE(j.freezeReady);
}

TEST(Defect57, LastIsTheHighestNumberAndMedianTheTrueOne)
{
    RunBuilder builder = aRun().withIterations(12);
    for (int k = 1; k <= 12; ++k) {
        builder.at(k, Metric::NetBps, k);
    }
    const MetricStatistics net = judged(builder).allStatistics[indexOf(Metric::NetBps)];
    EXPECT_EQ(net.last, 12);
    EXPECT_EQ(net.trend, Trend::Up);
    EXPECT_EQ(net.median, 6.5);
}

TEST(Defect59, LatencyOf360IsHard)
{
    const auto changes = judged(aRun().at(2, Metric::P95LatencyMs, 360)).recommendations.required;
    ASSERT_FALSE(changes.empty());
    EXPECT_EQ(changes[0].parameter, "concurrency_limit");
    EXPECT_EQ(changes[0].suggested, 8);
}

TEST(Defect62, EveryListOfGoalsHasNet)
{
    const Judgement j = judged(aRun().with(Metric::NetBps, 1));
    EXPECT_EQ(j.goalGates.back().gate.metric, "net_bps");
    EXPECT_EQ(j.goalGates.back().outcome, GateOutcome::Fail);
    EXPECT_EQ(j.goals.netBps, false);
}

TEST(Defect63, RefusalIsNotExitZero)
{
    EXPECT_NE(gateExitCode(judged(aRun().with(Metric::RiskRatio, 0.9))), ExitCode::Ok);
    EXPECT_NE(reportExitCode(judged(aRun().with(Metric::RiskRatio, 0.9))), ExitCode::Ok);
}

TEST(Defect65, WhatIsUnknownIsNotOk)
{
    const Judgement j = judged(aRun().without(Metric::NetBps));
    EXPECT_EQ(j.goalGates.back().outcome, GateOutcome::NoData);
    EXPECT_NE(gateExitCode(j), ExitCode::Ok);
    EXPECT_EQ(j.iterationGates[0].status, IterationStatus::Warn);
}

TEST(Defect70, UnreadableIterationKeepsTheRunFromFreezing)
{
    const Judgement j = judged(aRun().withIterations(12).unreadable(11));
    EXPECT_EQ(j.verdict, RunVerdict::Pass);
    EXPECT_TRUE(j.loadErrorInWindow);
    EXPECT_FALSE(j.freezeReady);
}

} // namespace soak
