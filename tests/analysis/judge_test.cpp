// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/judgement.h"
#include "tests/analysis/verification_cases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;

namespace
{

const MetricStatistics& windowOf(const Judgement& judgement, Metric metric)
{
    return judgement.windowStatistics[indexOf(metric)];
}

const MetricStatistics& allOf(const Judgement& judgement, Metric metric)
{
    return judgement.allStatistics[indexOf(metric)];
}

std::vector<IterationStatus> statusesOf(const Judgement& judgement)
{
    std::vector<IterationStatus> statuses;
    for (const IterationGate& gate : judgement.iterationGates) {
        statuses.push_back(gate.status);
    }
    return statuses;
}

} // namespace

TEST(Judge, MockRunOf36HasTheNumbersOfTheSpecification)
{
    const Judgement j = judge(goldenTrajectory(36).shared(), missionProfile());
    EXPECT_THAT(j.windowIterations, ElementsAre(29, 30, 31, 32, 33, 34, 35, 36));
    EXPECT_DOUBLE_EQ(*windowOf(j, Metric::MakerTakerRatio).mean, 0.85);
    EXPECT_EQ(windowOf(j, Metric::P95LatencyMs).max, 180);
    EXPECT_EQ(windowOf(j, Metric::RiskRatio).median, 0.30);
    EXPECT_NEAR(*windowOf(j, Metric::NetBps).mean, 5.95, 1e-12);
    EXPECT_NEAR(*windowOf(j, Metric::NetBps).min, 5.6, 1e-12);
    EXPECT_NEAR(*windowOf(j, Metric::NetBps).max, 6.3, 1e-12);
    EXPECT_EQ(windowOf(j, Metric::NetBps).trend, Trend::Up);
    EXPECT_EQ(windowOf(j, Metric::MakerTakerRatio).trend, Trend::Flat);
    EXPECT_EQ(windowOf(j, Metric::CancelRatio).mean, 0.05);
    EXPECT_EQ(j.goalsMet, 4);
    EXPECT_EQ(j.iterationsPassing, 8);
    EXPECT_EQ(j.verdict, RunVerdict::Pass);
    EXPECT_EQ(j.gateVerdict, GateResultVerdict::Pass);
    EXPECT_TRUE(j.freezeReady);
    EXPECT_TRUE(j.releaseReady) << testing::PrintToString(j.releaseBlockers);
    EXPECT_EQ(reportExitCode(j), ExitCode::Ok);
    EXPECT_EQ(gateExitCode(j), ExitCode::Ok);

    EXPECT_NEAR(*allOf(j, Metric::MakerTakerRatio).mean, 0.812, 5e-4);
    EXPECT_NEAR(*allOf(j, Metric::P95LatencyMs).mean, 233.472, 5e-4);
    EXPECT_EQ(allOf(j, Metric::P95LatencyMs).median, 232.5);
    EXPECT_EQ(allOf(j, Metric::P95LatencyMs).max, 310);
    EXPECT_NEAR(*allOf(j, Metric::RiskRatio).mean, 0.323, 5e-4);
    EXPECT_NEAR(*allOf(j, Metric::RiskRatio).max, 0.68, 1e-12);
    EXPECT_NEAR(*allOf(j, Metric::NetBps).mean, 4.328, 5e-4);
    EXPECT_NEAR(*allOf(j, Metric::AdverseBpsP95).mean, 1.881, 5e-4);
    EXPECT_NEAR(*allOf(j, Metric::SlippageBpsP95).mean, 1.281, 5e-4);
}

TEST(Judge, MockRunOf8FailsMakerAndNet)
{
    const Judgement j = judge(goldenTrajectory(8).shared(), missionProfile());
    EXPECT_NEAR(*windowOf(j, Metric::MakerTakerRatio).mean, 0.68125, 1e-12);
    EXPECT_NEAR(*windowOf(j, Metric::MakerTakerRatio).median, 0.675, 1e-12);
    EXPECT_EQ(windowOf(j, Metric::P95LatencyMs).max, 310);
    EXPECT_EQ(windowOf(j, Metric::P95LatencyMs).mean, 289.375);
    EXPECT_NEAR(*windowOf(j, Metric::RiskRatio).median, 0.3594, 5e-5);
    EXPECT_NEAR(*windowOf(j, Metric::RiskRatio).mean, 0.403, 5e-4);
    EXPECT_NEAR(*windowOf(j, Metric::NetBps).mean, 2.15, 1e-12);
    EXPECT_NEAR(*windowOf(j, Metric::NetBps).median, 3.15, 1e-12);
    EXPECT_NEAR(*windowOf(j, Metric::AdverseBpsP95).mean, 3.1375, 1e-12);
    EXPECT_NEAR(*windowOf(j, Metric::SlippageBpsP95).mean, 2.20625, 1e-12);
    for (const Metric up :
         {Metric::MakerTakerRatio, Metric::P95LatencyMs, Metric::RiskRatio, Metric::NetBps}) {
        EXPECT_EQ(windowOf(j, up).trend, Trend::Up) << specOf(up).key;
    }
    for (const Metric down : {Metric::AdverseBpsP95, Metric::SlippageBpsP95}) {
        EXPECT_EQ(windowOf(j, down).trend, Trend::Down) << specOf(down).key;
    }
    EXPECT_EQ(j.goals, (Goals{false, true, true, false}));
    EXPECT_EQ(j.verdict, RunVerdict::Fail);
    EXPECT_EQ(j.gateVerdict, GateResultVerdict::Fail);
    EXPECT_FALSE(j.freezeReady);
    EXPECT_EQ(reportExitCode(j), ExitCode::NegativeVerdict);
    EXPECT_EQ(gateExitCode(j), ExitCode::NegativeVerdict);
    using enum IterationStatus;
    EXPECT_THAT(statusesOf(j), ElementsAre(Fail, Fail, Fail, Fail, Warn, Ok, Ok, Ok));
}

TEST(Judge, WarmupIterationsNeverFailTheirGate)
{
    const PhasePlan plan{.enabled = true, .warmupIterations = 4, .rampdownIterations = 2};
    const Judgement j =
        judge(aRun().withMockKpis().withWarmup(plan, 25).shared(), missionProfile());
    using enum IterationStatus;
    EXPECT_THAT(statusesOf(j), ElementsAre(Warn, Warn, Warn, Warn, Warn, Ok, Ok, Ok));
}

TEST(Judge, SmokeRunOf3FailsTheMissionAndPassesTheSmokeProfile)
{
    const auto run = aRun().withIterations(3).withMockKpis().shared();
    const Judgement j = judge(run, *findBuiltinGateProfile("smoke"));
    EXPECT_NEAR(*windowOf(j, Metric::MakerTakerRatio).mean, 0.5667, 5e-5);
    EXPECT_EQ(windowOf(j, Metric::P95LatencyMs).max, 310);
    EXPECT_EQ(windowOf(j, Metric::RiskRatio).median, 0.33);
    EXPECT_NEAR(*windowOf(j, Metric::NetBps).mean, 0.2333, 5e-5);
    EXPECT_EQ(j.goals, (Goals{false, true, true, false}));
    EXPECT_EQ(j.verdict, RunVerdict::Fail);
    EXPECT_EQ(j.gateVerdict, GateResultVerdict::Pass);
    EXPECT_FALSE(j.freezeReady);
    EXPECT_TRUE(judge(run, missionProfile()).windowShort);
}

TEST(Judge, GoalsAreThoseOfTheMissionWhateverTheProfile)
{
    const auto run = aRun().with(Metric::P95LatencyMs, 335).shared();
    const Judgement j = judge(run, *findBuiltinGateProfile("readiness"));
    EXPECT_EQ(j.verdict, RunVerdict::Pass);
    EXPECT_EQ(j.gateVerdict, GateResultVerdict::Fail);
    ASSERT_EQ(j.goalGates.size(), 4U);
    EXPECT_EQ(j.goalGates[1].gate.threshold, 340);
    EXPECT_EQ(j.goalGates[1].observed, 335);
    EXPECT_EQ(reportExitCode(j), ExitCode::Ok);
    EXPECT_EQ(gateExitCode(j), ExitCode::NegativeVerdict);
}

TEST(Judge, WindowIsAskedForByTheOptionBeforeTheProfile)
{
    const auto run = aRun().withIterations(20).shared();
    EXPECT_EQ(judge(run, missionProfile()).windowIterations.front(), 13);
    EXPECT_EQ(judge(run, missionProfile(), {.window = 3}).windowIterations.front(), 18);
    const Judgement whole = judge(run, missionProfile(), {.window = 0});
    EXPECT_EQ(whole.windowIterations.size(), 20U);
    EXPECT_FALSE(whole.windowShort);
    EXPECT_EQ(whole.windowStatistics, whole.allStatistics);
}

TEST(Judge, WindowReachesOverGapsToTheLastIterationsPresent)
{
    const Judgement j =
        judge(aRun().withIterations(12).missing(7).missing(9).shared(), missionProfile());
    EXPECT_THAT(j.windowIterations, ElementsAre(3, 4, 5, 6, 8, 10, 11, 12));
    EXPECT_TRUE(j.freezeReady);
}

TEST(Judge, MakerShareIsOfTheLastIterationsFills)
{
    EXPECT_EQ(judge(aRun().shared(), missionProfile()).makerSharePct, 92);
    const RunBuilder withoutVolumes = aRun().without(Metric::MakerVolume);
    EXPECT_EQ(judge(withoutVolumes.shared(), missionProfile()).makerSharePct, 85);
    RunBuilder withoutFills = withoutVolumes;
    withoutFills.without(Metric::TakerCount);
    EXPECT_EQ(judge(withoutFills.shared(), missionProfile()).makerSharePct, std::nullopt);
}

TEST(Judge, RunWithoutIterationsIsNoInput)
{
    const Judgement j = judge(aRun().withIterations(1).missing(1).shared(), missionProfile());
    EXPECT_THAT(j.windowIterations, IsEmpty());
    EXPECT_EQ(j.verdict, RunVerdict::Fail);
    EXPECT_FALSE(j.freezeReady);
    EXPECT_EQ(reportExitCode(j), ExitCode::BadInput);
    EXPECT_EQ(gateExitCode(j), ExitCode::BadInput);
}

TEST(Judge, IsTheSameForTheSameRun)
{
    const auto run = goldenTrajectory(36).shared();
    const Judgement a = judge(run, missionProfile());
    const Judgement b = judge(run, missionProfile());
    EXPECT_EQ(a.windowStatistics, b.windowStatistics);
    EXPECT_EQ(a.gates, b.gates);
    EXPECT_EQ(a.anomalies, b.anomalies);
    EXPECT_EQ(a.verification, b.verification);
    EXPECT_EQ(a.recommendations, b.recommendations);
    EXPECT_EQ(a.releaseBlockers, b.releaseBlockers);
}

} // namespace soak
