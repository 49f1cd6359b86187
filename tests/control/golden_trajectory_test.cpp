// SPDX-License-Identifier: GPL-3.0-or-later
// "Our golden tuning trajectory" of DOMAIN 8.
#include "tests/control/control_run.h"
#include "tests/support/mock_sequence.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace soak
{

namespace
{
using Lines = std::vector<std::string>;

struct GoldenRow {
    Lines proposed;
    Lines applied;
    Lines dropped;
};

const Lines kFour{"base_spread_bps_delta 0.02", "impact_cap_ratio -0.01", "max_delta_ratio -0.01",
                  "tail_age_ms 30.0"};

const std::vector<GoldenRow> kGolden{
    {kFour, kFour, {}},
    {kFour,
     {"base_spread_bps_delta 0.02", "max_delta_ratio -0.01", "tail_age_ms 30.0"},
     {"impact_cap_ratio velocity"}},
    {{"impact_cap_ratio -0.01", "min_interval_ms 5.0", "tail_age_ms 30.0"},
     {"min_interval_ms 5.0", "tail_age_ms 30.0"},
     {"impact_cap_ratio velocity"}},
    {{"min_interval_ms 5.0"}, {"min_interval_ms 5.0"}, {}},
    {{"min_interval_ms 5.0"}, {"min_interval_ms 5.0"}, {}},
    {{"base_spread_bps 0.015", "min_interval_ms 5.0", "replace_rate_per_min -45.0"},
     {"base_spread_bps 0.015", "min_interval_ms 5.0", "replace_rate_per_min -45.0"},
     {}},
    {{"base_spread_bps 0.015", "replace_rate_per_min -38.25"},
     {"base_spread_bps 0.015"},
     {"replace_rate_per_min velocity"}},
};

const std::map<std::string, double> kFinalValues{
    {"tail_age_ms", 690},         {"impact_cap_ratio", 0.09},      {"max_delta_ratio", 0.13},
    {"base_spread_bps", 0.15},    {"base_spread_bps_delta", 0.09}, {"min_interval_ms", 80},
    {"replace_rate_per_min", 255}};

constexpr std::string_view kFinalHash =
    "083d8133e080af1c96caddf3fcefdca120ace4c38bc9284476ca7442a1a75b6e";

std::vector<RunStep> mockRun(int iterations)
{
    return runControl({.plan = microPlan(iterations),
                       .start = bestCell(),
                       .summaryOf = mockSummary,
                       .samplesOf = {},
                       .state = {},
                       .iterations = {}});
}

void expectGolden(int iterations)
{
    const std::vector<RunStep> steps = mockRun(iterations);
    for (const RunStep& at : steps) {
        SCOPED_TRACE("iteration " + std::to_string(at.iteration));
        const TuningStep& step = at.outcome.step;
        const auto index = static_cast<std::size_t>(at.iteration - 1);
        const GoldenRow row = index < kGolden.size() ? kGolden[index] : GoldenRow{};
        EXPECT_EQ(lines(step.proposed), row.proposed);
        EXPECT_EQ(lines(*step.appliedDeltas), row.applied);
        EXPECT_EQ(lines(*step.dropped), row.dropped);
        EXPECT_EQ(step.applied, !row.applied.empty());
        EXPECT_EQ(step.skip.note, row.proposed.empty() ? "no deltas" : "");
        EXPECT_EQ(step.skip.noDeltas, row.proposed.empty());
        EXPECT_EQ(step.velocityViolation, !row.dropped.empty());
    }
    EXPECT_EQ(steps.back().outcome.baselineNext, withValues(kFinalValues));
    EXPECT_EQ(steps.back().outcome.step.stateHash, kFinalHash);
    EXPECT_EQ(steps.back().outcome.step.signature, kFinalHash);
}
} // namespace

TEST(GoldenTrajectory, Of36Iterations)
{
    expectGolden(36);
}

// Guard 3 (final iteration) has nothing to block in iteration 8.
TEST(GoldenTrajectory, Of8IterationsIsTheSame)
{
    expectGolden(8);
}

TEST(GoldenTrajectory, SteadyFreezeIsFirstSetAtTheEndOf8AndExtendedEachIteration)
{
    for (const RunStep& at : mockRun(36)) {
        SCOPED_TRACE("iteration " + std::to_string(at.iteration));
        const TuningState& state = at.outcome.state;
        if (at.iteration < 8) {
            EXPECT_EQ(state.frozenUntilIter, std::nullopt);
        } else {
            EXPECT_EQ(state.frozenUntilIter, at.iteration + 4);
            EXPECT_EQ(state.freezeReason, "steady_state_lock");
        }
        EXPECT_EQ(at.outcome.step.guards->frozenUntilIter, state.frozenUntilIter);
    }
}

TEST(GoldenTrajectory, IsStableFromIteration8)
{
    for (const RunStep& at : mockRun(36)) {
        if (at.iteration >= 8) {
            EXPECT_EQ(at.outcome.step.rationale, "STABLE");
        }
    }
}

TEST(GoldenTrajectory, EachIterationStartsFromTheHashOfTheOneBefore)
{
    const std::vector<RunStep> steps = mockRun(36);
    for (std::size_t i = 1; i < steps.size(); ++i) {
        EXPECT_EQ(steps[i].outcome.step.oldHash, steps[i - 1].outcome.step.stateHash);
    }
}

// One iteration later than the mock run ends with the same proposal, guard 3 would have to block.
TEST(GoldenTrajectory, TheFinalIterationProposesButDoesNotApply)
{
    const std::vector<RunStep> steps = mockRun(5);
    const TuningStep& last = steps.back().outcome.step;
    EXPECT_EQ(lines(last.proposed), Lines{"min_interval_ms 5.0"});
    EXPECT_TRUE(last.skip.lateIteration);
    EXPECT_EQ(last.skip.note, "final iteration");
    EXPECT_FALSE(last.applied);
    EXPECT_EQ(last.stateHash, last.oldHash);
}

} // namespace soak
