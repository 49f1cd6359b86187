// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/safe_step.h"
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

InfluenceMatrix onlyRebidHelpsLatency(double by)
{
    InfluenceMatrix influence{};
    influence[1][9] = by;
    return influence;
}

} // namespace

TEST(SafeStep, IsNothingWhereNothingIsMissed)
{
    EXPECT_EQ(safeStep(onlyRebidHelpsLatency(3), {-1, -0.5, 0, -2}, everywhere(0.5)),
              ParamVector{});
}

// By hand: the minimum of 1.3 (.1 - 3 d)^2 + d^2 / 4 is at d = 1.3 * 3 * .1 / (1.3 * 9 + .25).
TEST(SafeStep, GoesWhereGainAndPriceAgree)
{
    const ParamVector step = safeStep(onlyRebidHelpsLatency(3), {0, 0.1, 0, 0}, everywhere(0.5));
    EXPECT_NEAR(step[9], 0.39 / 11.95, 1e-6);
    for (std::size_t i = 0; i + 1 < kInfluenceParams; ++i) {
        EXPECT_EQ(step.at(i), 0) << i;
    }
}

TEST(SafeStep, IsNeverLongerThanAllowedAndStaysInTheRange)
{
    for (const auto& [position, expected] :
         {std::pair{0.5, 0.12}, {0.95, 0.05}, {1.0, 0.0}, {1.3, 0.0}, {-0.2, 0.12}}) {
        EXPECT_NEAR(safeStep(onlyRebidHelpsLatency(3), {0, 50, 0, 0}, everywhere(position))[9],
                    expected, 1e-9)
            << position;
    }
}

TEST(SafeStep, LeavesOutWhatIsTooSmall)
{
    EXPECT_EQ(safeStep(onlyRebidHelpsLatency(3), {0, 0.03, 0, 0}, everywhere(0.5)), ParamVector{});
}

SOAK_PROPERTY(SafeStep, NeverMakesTheWeightedMissWorse, ())
{
    InfluenceMatrix influence{};
    for (ParamVector& row : influence) {
        for (double& one : row) {
            one = *rc::gen::inRange(-400, 400) / 100.0;
        }
    }
    GoalVector shortfall{};
    for (double& one : shortfall) {
        one = *rc::gen::inRange(-300, 300) / 100.0;
    }
    const ParamVector step = safeStep(influence, shortfall, everywhere(0.5));
    double before = 0;
    double after = 0;
    constexpr GoalVector kWeights{1, 1.3, 1, 1.4};
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        double effect = 0;
        for (std::size_t i = 0; i < kInfluenceParams; ++i) {
            RC_ASSERT(std::abs(step.at(i)) <= kLongestStep);
            effect += influence.at(k).at(i) * step.at(i);
        }
        const double missed = std::max(0.0, shortfall.at(k));
        const double left = std::max(0.0, shortfall.at(k) - effect);
        before += kWeights.at(k) * missed * missed;
        after += kWeights.at(k) * left * left;
    }
    RC_ASSERT(after <= before + 0.05); // what is too small to be taken is left out
}

} // namespace soak
