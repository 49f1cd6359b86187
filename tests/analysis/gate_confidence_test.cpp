// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/gate_confidence.h"
#include "tests/support/builders.h"
#include "tests/support/noise.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace soak
{

namespace
{

RunBuilder noisyRun(int iterations, double netBps)
{
    return aRun().withIterations(iterations).editKpis([netBps](int k, MetricValues& kpis) {
        Noise noise(static_cast<std::uint64_t>(k) * 7919);
        kpis[indexOf(Metric::NetBps)] = netBps + .1 * noise.normal();
        kpis[indexOf(Metric::MakerTakerRatio)] = .92 + .005 * noise.normal();
        kpis[indexOf(Metric::RiskRatio)] = .30 + .01 * noise.normal();
        kpis[indexOf(Metric::P95LatencyMs)] = 250 + 5 * noise.normal();
    });
}

GateConfidence confidenceOf(const RunBuilder& builder)
{
    return gateConfidence(judge(builder.shared(), missionProfile()));
}

const GateConfidenceRow& rowFor(const GateConfidence& confidence, Metric metric)
{
    return *std::ranges::find(confidence.rows, std::string(specOf(metric).key),
                              [](const GateConfidenceRow& row) { return row.gate.metric; });
}

// A row of what is already gone would be read after its end.
const GateConfidenceRow& rowFor(GateConfidence&& confidence, Metric metric) = delete;

TEST(GateConfidence, ALongGoodRunIsProved)
{
    const GateConfidence found = confidenceOf(noisyRun(130, 3.5));
    EXPECT_EQ(found.call, ReleaseCall::Go) << found.why;
    EXPECT_EQ(confidenceExitCode(found), ExitCode::Ok);
    EXPECT_EQ(found.rows.size(), missionProfile().gates.size());
}

// Eight iterations meet every target and prove nothing.
TEST(GateConfidence, AShortGoodRunIsUnproven)
{
    const GateConfidence found = confidenceOf(noisyRun(8, 3.5));
    EXPECT_EQ(found.call, ReleaseCall::GoUnproven);
    EXPECT_EQ(confidenceExitCode(found), ExitCode::BadInput);
    const GateConfidenceRow& net = rowFor(found, Metric::NetBps);
    EXPECT_EQ(net.point, GateOutcome::Pass);
    EXPECT_EQ(net.confidence->reason, ConfidenceReason::TooFewValues);
    EXPECT_EQ(net.why, "8 values since #1, at least 16 are needed; about 16 iterations needed");
}

TEST(GateConfidence, ATargetMissedByThePointVerdictIsNoGo)
{
    const GateConfidence found = confidenceOf(noisyRun(130, 2.0));
    EXPECT_EQ(found.call, ReleaseCall::NoGo);
    EXPECT_NE(found.why.find("net_bps"), std::string::npos) << found.why;
    EXPECT_EQ(confidenceExitCode(found), ExitCode::NegativeVerdict);
}

// The last eight are fine, the steady state is not: luck is no release.
TEST(GateConfidence, ASteadyStateThatMissesIsNoGoThoughTheWindowPasses)
{
    const GateConfidence found =
        confidenceOf(noisyRun(130, 2.45).editKpis([](int k, MetricValues& kpis) {
            if (k > 122) {
                kpis[indexOf(Metric::NetBps)] = 2.52;
            }
        }));
    EXPECT_EQ(rowFor(found, Metric::NetBps).point, GateOutcome::Pass);
    EXPECT_EQ(rowFor(found, Metric::NetBps).confidence->verdict, ConfidenceVerdict::Fail);
    EXPECT_EQ(found.call, ReleaseCall::NoGo);
    EXPECT_NE(found.why.find("steady state"), std::string::npos);
}

TEST(GateConfidence, LooksOnlyAtWhatCameAfterTheLastChange)
{
    const GateConfidence changed =
        confidenceOf(noisyRun(130, 3.5).proposing(40, {{"min_interval_ms", ParamDelta{5}}}));
    EXPECT_EQ(rowFor(changed, Metric::NetBps).from, 41);
    EXPECT_EQ(rowFor(changed, Metric::NetBps).since, SteadySince::Overrides);
    const GateConfidence stepped =
        confidenceOf(noisyRun(130, 3.5).editKpis([](int k, MetricValues& kpis) {
            if (k <= 90) {
                *kpis[indexOf(Metric::NetBps)] -= .4;
            }
        }));
    EXPECT_EQ(rowFor(stepped, Metric::NetBps).from, 91);
    EXPECT_EQ(rowFor(stepped, Metric::NetBps).since, SteadySince::ChangePoint);
    EXPECT_EQ(rowFor(stepped, Metric::RiskRatio).since, SteadySince::WarmUp);
}

TEST(GateConfidence, WhatIsNoMetricHasThePointVerdictAlone)
{
    GateProfile profile = missionProfile();
    GateSpec gate;
    gate.metric = "iterations_missing";
    gate.op = GateOp::AtMost;
    profile.gates.push_back(gate);
    const GateConfidence found = gateConfidence(judge(noisyRun(130, 3.5).shared(), profile));
    EXPECT_FALSE(found.rows.back().confidence);
    EXPECT_EQ(found.call, ReleaseCall::Go);
}

// Looked at while it grows, nothing but a mean may pass, and that by wider bounds.
TEST(GateConfidence, ARunThatHasNotEndedIsJudgedByTheSequence)
{
    const GateConfidence found =
        confidenceOf(noisyRun(130, 3.5).editRun([](SoakRun& run) { run.end.reset(); }));
    EXPECT_EQ(found.call, ReleaseCall::GoUnproven);
    EXPECT_EQ(rowFor(found, Metric::P95LatencyMs).confidence->reason, ConfidenceReason::NotEnded);
    const GateConfidence once = confidenceOf(noisyRun(130, 3.5));
    const auto& live = rowFor(found, Metric::NetBps).confidence->bounds;
    const auto& ended = rowFor(once, Metric::NetBps).confidence->bounds;
    EXPECT_LE(live->low, ended->low);
}

TEST(GateConfidence, ASoftRowDecidesNothing)
{
    GateProfile profile = missionProfile();
    for (GateSpec& gate : profile.gates) {
        gate.severity = gate.metric == "net_bps" ? GateSeverity::Soft : GateSeverity::Hard;
    }
    EXPECT_EQ(gateConfidence(judge(noisyRun(130, 2.0).shared(), profile)).call, ReleaseCall::Go);
}

} // namespace

} // namespace soak
