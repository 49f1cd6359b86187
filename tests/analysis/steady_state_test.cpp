// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/steady_state.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

#include <cmath>

namespace soak
{

namespace
{

// A latency that settles after some thirty iterations, beside a little noise.
SoakRun settlingRun(int iterations)
{
    return aRun()
        .withIterations(iterations)
        .editKpis([](int k, MetricValues& kpis) {
            const double noise = std::sin(k * 12.9898) * 43758.5453;
            kpis[indexOf(Metric::P95LatencyMs)] =
                200 + 300 * std::exp(-k / 10.0) + 4 * (noise - std::floor(noise));
        })
        .build();
}

TEST(SteadyState, TakesWhatTheRunDeclares)
{
    EXPECT_EQ(steadyStateOf(aRun().withIterations(36).build()).from(), 1);
    PhasePlan plan{.enabled = true, .warmupIterations = 4, .rampdownIterations = 2};
    EXPECT_EQ(steadyStateOf(aRun().withIterations(36).withWarmup(plan, 10).build()).from(), 7);
    EXPECT_EQ(steadyStateOf(aRun().withIterations(36).foreign().build()).from(),
              kDeclaredWarmUp + 1);
}

TEST(SteadyState, MeasuresWhereTheRunIsLongEnough)
{
    const SteadyState state = steadyStateOf(settlingRun(200));
    EXPECT_TRUE(state.isMeasured);
    EXPECT_GE(state.cut, 15);
    EXPECT_LE(state.cut, 60);
    const KpiWarmUp& p95 = state.kpis[1];
    EXPECT_EQ(p95.metric, Metric::P95LatencyMs);
    EXPECT_TRUE(p95.isApplied);
    EXPECT_EQ(p95.cut, state.cut);
}

// Below 100 iterations MSER-5 cuts good data off as often as not: it is reported, not applied.
TEST(SteadyState, ReportsAndDoesNotApplyBelowAHundred)
{
    const SteadyState state = steadyStateOf(settlingRun(80));
    EXPECT_FALSE(state.isMeasured);
    EXPECT_EQ(state.cut, 0);
    EXPECT_GT(state.kpis[1].cut, 0);
    EXPECT_TRUE(state.kpis[1].warmUp.isUsable);
}

TEST(SteadyState, AHugeDeclaredWarmUpLeavesNothing)
{
    PhasePlan plan{.enabled = true, .warmupIterations = 2147483647, .rampdownIterations = 7};
    const SoakRun run =
        aRun().withIterations(9).editRun([plan](SoakRun& own) { own.info->phases = plan; }).build();
    EXPECT_EQ(steadyStateOf(run).from(), 2147483647);
}

TEST(SteadyState, ARunWithoutIterationsHasNothingToMeasure)
{
    const SteadyState state = steadyStateOf(SoakRun{});
    EXPECT_EQ(state.cut, kDeclaredWarmUp);
    EXPECT_FALSE(state.kpis[0].warmUp.isUsable);
}

} // namespace

} // namespace soak
