// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/safe_step.h"
#include "tests/control/response_prior.h"
#include "tests/support/property.h"

#include <gtest/gtest.h>

#include <cmath>

namespace soak
{

namespace
{

ParamVector everywhere(double value)
{
    ParamVector position{};
    position.fill(value);
    return position;
}

// All gates are met with much room but that of the latency, which misses by `missed` units of 30
// ms.
ModelState slowBy(double missed, double at = 0.5)
{
    ModelState state;
    state.position = everywhere(at);
    state.estimate = {0.95 / 0.10, 340.0 / -30 - missed, 0.1 / -0.15, 5 / 0.8};
    state.surprise.fill(1);
    return state;
}

ResponsePrior onlyRebidHelpsLatency(double span)
{
    ResponsePrior prior = flatPrior();
    prior.response[1][9] = straight(span);
    return prior;
}

} // namespace

TEST(SafeStep, IsNothingWhereNothingIsMissed)
{
    EXPECT_EQ(safeStep(onlyRebidHelpsLatency(3), slowBy(-5), everywhere(0.5)), ParamVector{});
}

TEST(SafeStep, UsesTheLeverThatHelpsAndNoOther)
{
    const ParamVector step = safeStep(onlyRebidHelpsLatency(3), slowBy(1), everywhere(0.5));
    EXPECT_DOUBLE_EQ(step[9], kLongestStep);
    for (std::size_t i = 0; i + 1 < kInfluenceParams; ++i) {
        EXPECT_EQ(step.at(i), 0) << i;
    }
}

TEST(SafeStep, IsNeverLongerThanAllowedAndStaysInTheRange)
{
    for (const auto& [position, expected] :
         {std::pair{0.5, 0.12}, {0.95, 0.05}, {1.0, 0.0}, {1.3, 0.0}, {-0.2, 0.12}}) {
        EXPECT_NEAR(
            safeStep(onlyRebidHelpsLatency(3), slowBy(50, position), everywhere(position))[9],
            expected, 1e-9)
            << position;
    }
}

TEST(SafeStep, LeavesOutWhatIsTooSmall)
{
    EXPECT_EQ(safeStep(onlyRebidHelpsLatency(3), slowBy(5, 0.995), everywhere(0.995)),
              ParamVector{});
}

// Concurrency is such a lever: nothing changes down to three, two is much faster.
TEST(SafeStep, SeesALeverThatActsOnlyFarAway)
{
    ResponsePrior prior = flatPrior();
    prior.response[1][6] = {2, 0, 0, 0, 0};
    const ModelState state = slowBy(1, 0.8);
    EXPECT_EQ(aimOf(prior, state, everywhere(0.8))[6], 0);
    EXPECT_DOUBLE_EQ(safeStep(prior, state, everywhere(0.8))[6], -kLongestStep);
}

// A wide spread earns a little more than a middle one, from so few fills that nobody can tell.
TEST(SafeStep, PrefersWhatIsLessNoisy)
{
    ResponsePrior prior = flatPrior();
    prior.response[3][0] = {-2, 0, 2, 2.1, 2.2};
    ModelState state = slowBy(-5);
    state.position[0] = 0.1;
    state.estimate[3] = 2.5 / 0.8 + 0.15 - 3.2; // in the middle .15 above the limit
    EXPECT_GT(aimOf(prior, state, state.position)[0], 0.55);
    prior.noise[3][0] = {1, 1, 1, 4, 10};
    EXPECT_NEAR(aimOf(prior, state, state.position)[0], 0.5, 0.051);
}

SOAK_PROPERTY(SafeStep, AnAimIsNeverLessLikelyThanWhereItBegan, ())
{
    ResponsePrior prior = flatPrior();
    ModelState state = slowBy(0);
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        for (std::size_t i = 0; i < kInfluenceParams; ++i) {
            for (double& knot : prior.response.at(k).at(i)) {
                knot = *rc::gen::inRange(-200, 200) / 100.0;
            }
            prior.noise.at(k).at(i).fill(*rc::gen::inRange(50, 200) / 100.0);
        }
        state.estimate.at(k) += *rc::gen::inRange(-300, 300) / 100.0;
        state.variance.at(k) = *rc::gen::inRange(0, 100) / 100.0;
    }
    const auto doubtAt = [&](const ParamVector& position) {
        double sum = 0;
        for (const double one : gateDoubts(standingAt(prior, state, position))) {
            sum += one;
        }
        return sum;
    };
    const ParamVector from = everywhere(0.5);
    RC_ASSERT(doubtAt(aimOf(prior, state, from)) <= doubtAt(from));
    for (const double one : safeStep(prior, state, from)) {
        RC_ASSERT(std::abs(one) <= kLongestStep);
    }
}

} // namespace soak
