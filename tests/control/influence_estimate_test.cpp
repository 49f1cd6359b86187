// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/influence_estimate.h"
#include "tests/control/control_run.h"
#include "tests/control/response_prior.h"
#include "tests/support/property.h"

#include <gtest/gtest.h>

#include <cmath>

namespace soak
{

namespace
{

using Measured = std::array<std::optional<double>, kInfluenceGoals>;

const Measured kGoals{8.4, -11.0, -2.5, 3.0};

// Rebid helps the latency by 2; the net edge is three times as noisy where the spread is wide.
ResponsePrior aNoisyPrior()
{
    ResponsePrior prior = flatPrior();
    prior.response[1][9] = straight(2);
    prior.noise[3][0] = {1, 1, 1, 2, 3};
    return prior;
}

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

TEST(Response, IsStraightBetweenItsKnotsAndFlatOutside)
{
    const ResponseCurve curve{0, 4, 6, 6, 2};
    for (const auto& [position, value] : {std::pair{0.0, 0.0},
                                          {0.125, 2.0},
                                          {0.25, 4.0},
                                          {0.9, 3.6},
                                          {1.0, 2.0},
                                          {-3.0, 0.0},
                                          {7.0, 2.0}}) {
        EXPECT_NEAR(valueAt(curve, position), value, 1e-12) << position;
    }
}

TEST(Response, OfAStepIsThePriorsAndWhatWasLearned)
{
    InfluenceMatrix correction{};
    correction[1][9] = 3;
    const GoalVector effect = effectOf(aNoisyPrior(), correction, at(0.5), at(0.6));
    EXPECT_NEAR(effect[1], 0.2 + 0.3, 1e-12);
    EXPECT_EQ(effect[3], 0);
}

TEST(Response, NoiseFollowsItsCurvesAndTheSurprises)
{
    ParamVector wide = at(0.5);
    wide[0] = 0.875;
    const GoalVector noise = noiseAt(aNoisyPrior(), {1, 4, 1, 1}, wide);
    EXPECT_NEAR(noise[1], 0.4, 1e-12);
    EXPECT_NEAR(noise[3], 0.5, 1e-12);
    EXPECT_GT(noiseAt({}, {1, 1, 1, 1}, wide)[0], 0) << "nothing is measured without noise";
}

TEST(Learned, TheFirstMeasurementIsTheEstimate)
{
    const ModelState state = learned(std::nullopt, aNoisyPrior(), 1, at(0.5), kGoals);
    EXPECT_EQ(state.correction, InfluenceMatrix{});
    EXPECT_EQ(state.estimate, (GoalVector{8.4, -11.0, -2.5, 3.0}));
    for (const double variance : state.variance) {
        EXPECT_NEAR(variance, 0.04, 1e-12);
    }
    EXPECT_EQ(state.surprise, (GoalVector{1, 1, 1, 1}));
}

// By hand: P' = .04 + .03, K = .07 / .11; the surprise is .09 / .11 of what was expected.
TEST(Learned, WithoutAStepASurpriseIsNoise)
{
    const ModelState first = learned(std::nullopt, aNoisyPrior(), 1, at(0.5), kGoals);
    Measured second = kGoals;
    second[1] = -10.7;
    const ModelState state = learned(first, aNoisyPrior(), 2, at(0.5), second);
    EXPECT_NEAR(state.estimate[1], -11 + 0.3 * 0.07 / 0.11, 1e-12);
    EXPECT_NEAR(state.variance[1], 0.07 * (1 - 0.07 / 0.11), 1e-12);
    EXPECT_NEAR(state.surprise[1], 1 + 0.12 * (0.09 / 0.11 - 1), 1e-12);
    EXPECT_EQ(state.correction, first.correction);
}

// By hand: a step of .1 is expected to bring +.2, and brought +.5.
TEST(Learned, ASurpriseAfterAStepTeachesTheInfluence)
{
    const ModelState first = learned(std::nullopt, aNoisyPrior(), 1, at(0.5), kGoals);
    Measured second = kGoals;
    second[1] = -10.5;
    const ModelState state = learned(first, aNoisyPrior(), 2, at(0.6), second);
    const double variance = 0.04 + 0.03 + 0.005;
    const double gain = variance / (variance + 0.04);
    EXPECT_NEAR(state.estimate[1], -10.8 + 0.3 * gain, 1e-12);
    EXPECT_NEAR(state.correction[1][9], 0.25 * gain * 0.3 * 0.1 / (0.01 + 0.02), 1e-12);
    EXPECT_EQ(state.correction[0], ParamVector{});
}

TEST(Learned, TooSmallAStepTeachesNothing)
{
    const ModelState first = learned(std::nullopt, aNoisyPrior(), 1, at(0.5), kGoals);
    EXPECT_EQ(learned(first, aNoisyPrior(), 2, at(0.55), {8, -9, -2, 2}).correction,
              first.correction);
}

TEST(Learned, WhatIsMissingIsOnlyExpected)
{
    const ModelState first = learned(std::nullopt, aNoisyPrior(), 1, at(0.5), kGoals);
    const ModelState state =
        learned(first, aNoisyPrior(), 2, at(0.6), {kGoals[0], {}, kGoals[2], kGoals[3]});
    EXPECT_NEAR(state.estimate[1], -10.8, 1e-12);
    EXPECT_NEAR(state.variance[1], 0.04 + 0.03 + 0.005, 1e-12);
    EXPECT_EQ(state.surprise[1], 1);
}

TEST(Learned, OneHugeSurpriseCountsAsTwoDeviations)
{
    const ModelState first = learned(std::nullopt, aNoisyPrior(), 1, at(0.5), kGoals);
    Measured second = kGoals;
    second[1] = -100;
    EXPECT_NEAR(learned(first, aNoisyPrior(), 2, at(0.5), second).surprise[1], 1 + 0.12 * 3, 1e-12);
}

SOAK_PROPERTY(Learned, TheDoubtNeverGrowsByAMeasurementAndNothingOverflows, ())
{
    std::optional<ModelState> state;
    for (int k = 1; k <= 30; ++k) {
        Measured measured;
        for (auto& one : measured) {
            one = *rc::gen::inRange(-2000, 2000) / 100.0;
        }
        state = learned(state, aNoisyPrior(), k, at(*rc::gen::inRange(0, 100) / 100.0), measured);
        for (std::size_t g = 0; g < kInfluenceGoals; ++g) {
            RC_ASSERT(state->variance.at(g) > 0);
            RC_ASSERT(std::isfinite(state->estimate.at(g)));
        }
        for (const double surprise : state->surprise) {
            RC_ASSERT(surprise >= 0.1);
            RC_ASSERT(surprise <= 8);
        }
    }
}

} // namespace soak
