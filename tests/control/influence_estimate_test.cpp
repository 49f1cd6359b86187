// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/influence_estimate.h"
#include "tests/control/control_run.h"
#include "tests/support/property.h"

#include <gtest/gtest.h>

#include <cmath>

namespace soak
{

namespace
{

using Measured = std::array<std::optional<double>, kInfluenceGoals>;

const Measured kGoals{8.4, -11.0, -2.5, 3.0};

ParamVector at(double rebid)
{
    ParamVector position{};
    position.fill(0.5);
    position.back() = rebid;
    return position;
}

} // namespace

TEST(Learned, GoalsAreInTheirUnitsAndMissingStaysMissing)
{
    const auto goals = goalsOf(withMetrics(
        {{Metric::MakerTakerRatio, 0.85}, {Metric::P95LatencyMs, 330}, {Metric::NetBps, 2.4}}));
    EXPECT_DOUBLE_EQ(*goals[0], 8.5);
    EXPECT_DOUBLE_EQ(*goals[1], -11);
    EXPECT_EQ(goals[2], std::nullopt);
    EXPECT_DOUBLE_EQ(*goals[3], 3);
}

TEST(Learned, PositionsAreOfTheValueOrTheDefault)
{
    const ParamVector positions = positionsOf(withValues({{"min_interval_ms", 50}}), registry());
    EXPECT_DOUBLE_EQ(positions[3], 0.25);
    EXPECT_DOUBLE_EQ(positions[9], 0.5); // rebid_threshold_bps is 1.5 by default
}

TEST(Learned, TheFirstMeasurementIsTheEstimate)
{
    InfluenceMatrix prior{};
    prior[1][9] = 2;
    const ModelState state = learned(std::nullopt, prior, 1, at(0.5), kGoals);
    EXPECT_EQ(state.influence, prior);
    EXPECT_EQ(state.estimate, (GoalVector{8.4, -11.0, -2.5, 3.0}));
    EXPECT_EQ(state.variance, (GoalVector{0.05, 0.12, 0.04, 0.45}));
    EXPECT_DOUBLE_EQ(state.latencyNoise, 0.06);
}

// By hand: P' = .12 + .03, K = .15 / .27; v = .06 + .12 (.09 - .06).
TEST(Learned, WithoutAStepASurpriseIsNoise)
{
    const ModelState first = learned(std::nullopt, {}, 1, at(0.5), kGoals);
    Measured second = kGoals;
    second[1] = -10.7;
    const ModelState state = learned(first, {}, 2, at(0.5), second);
    EXPECT_NEAR(state.estimate[1], -11 + 0.3 * 0.15 / 0.27, 1e-12);
    EXPECT_NEAR(state.variance[1], 0.15 * (1 - 0.15 / 0.27), 1e-12);
    EXPECT_NEAR(state.latencyNoise, 0.0636, 1e-12);
    EXPECT_EQ(state.influence, first.influence);
}

// By hand: d = .1, J 2: expected +.2, measured +.5; J + .25 * .3 * .1 / (.01 + .02).
TEST(Learned, ASurpriseAfterAStepTeachesTheInfluence)
{
    InfluenceMatrix prior{};
    prior[1][9] = 2;
    const ModelState first = learned(std::nullopt, prior, 1, at(0.5), kGoals);
    Measured second = kGoals;
    second[1] = -10.5;
    const ModelState state = learned(first, {}, 2, at(0.6), second);
    EXPECT_NEAR(state.influence[1][9], 2.25, 1e-12);
    const double variance = 0.12 + 0.03 + 0.005;
    EXPECT_NEAR(state.estimate[1], -10.8 + 0.3 * variance / (variance + 0.12), 1e-12);
    EXPECT_EQ(state.influence[0], prior[0]);
}

TEST(Learned, TooSmallAStepTeachesNothing)
{
    const ModelState first = learned(std::nullopt, {}, 1, at(0.5), kGoals);
    EXPECT_EQ(learned(first, {}, 2, at(0.55), {8, -9, -2, 2}).influence, first.influence);
}

TEST(Learned, WhatIsMissingIsOnlyExpected)
{
    InfluenceMatrix prior{};
    prior[3][9] = 5;
    const ModelState first = learned(std::nullopt, prior, 1, at(0.5), kGoals);
    const ModelState state = learned(first, {}, 2, at(0.6), {kGoals[0], kGoals[1], kGoals[2], {}});
    EXPECT_NEAR(state.estimate[3], 3.5, 1e-12);
    EXPECT_NEAR(state.variance[3], 0.45 + 0.03 + 0.005, 1e-12);
}

TEST(Learned, OneHugeSurpriseCountsAsTwo)
{
    const ModelState first = learned(std::nullopt, {}, 1, at(0.5), kGoals);
    Measured second = kGoals;
    second[1] = -100;
    EXPECT_NEAR(learned(first, {}, 2, at(0.5), second).latencyNoise, 0.06 + 0.12 * (2 - 0.06),
                1e-12);
}

SOAK_PROPERTY(Learned, TheDoubtNeverGrowsByAMeasurementAndNothingOverflows, ())
{
    std::optional<ModelState> state;
    for (int k = 1; k <= 30; ++k) {
        Measured measured;
        for (auto& one : measured) {
            one = *rc::gen::inRange(-2000, 2000) / 100.0;
        }
        state = learned(state, {}, k, at(*rc::gen::inRange(0, 100) / 100.0), measured);
        for (std::size_t g = 0; g < kInfluenceGoals; ++g) {
            RC_ASSERT(state->variance.at(g) > 0);
            RC_ASSERT(std::isfinite(state->estimate.at(g)));
        }
        RC_ASSERT(state->latencyNoise <= 2);
    }
}

} // namespace soak
