// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/gate_chance.h"

#include <gtest/gtest.h>

#include <cmath>

namespace soak
{

namespace
{

double exactly(double z)
{
    return -std::log(std::erfc(-z / std::sqrt(2.0)) / 2);
}

// In the units of the goals: the limits are .83, 340 ms, .40 and 2.5 bps.
GoalStanding standing(double maker, double p95, double risk, double net)
{
    GoalStanding one;
    one.goal = {maker / 0.10, p95 / -30, risk / -0.15, net / 0.8};
    one.noise.fill(0.5);
    return one;
}

} // namespace

TEST(GateChance, TheTableIsTheNormalDistribution)
{
    for (double z = -4; z <= 4; z += 0.01) {
        EXPECT_NEAR(minusLogNormal(z), exactly(z), 0.008) << z;
    }
    for (const double z : {-4.5, -6.0, -10.0, -20.0}) {
        EXPECT_NEAR(minusLogNormal(z) / exactly(z), 1, 0.03) << z;
    }
    EXPECT_EQ(minusLogNormal(4), 0);
    EXPECT_EQ(minusLogNormal(50), 0);
}

TEST(GateChance, FarFromALimitCountsMore)
{
    double before = minusLogNormal(-30) + 1;
    double slope = 1e9;
    for (double z = -30; z < 4; z += 0.25) {
        const double here = minusLogNormal(z);
        EXPECT_LT(here, before) << z;
        if (before <= minusLogNormal(-30)) {
            EXPECT_LE(before - here, slope + 1e-6) << z;
            slope = before - here;
        }
        before = here;
    }
}

// At the limit itself a mean and a median are met as often as not, the largest of 8 once in 256.
TEST(GateChance, AtTheLimitAMaximumIsHarderThanAMean)
{
    const GoalVector doubts = gateDoubts(standing(0.83, 340, 0.40, 2.5));
    EXPECT_NEAR(chanceOf(doubts[0]), 0.5, 0.001);
    EXPECT_NEAR(chanceOf(doubts[2]), 0.5, 0.001);
    EXPECT_NEAR(chanceOf(doubts[3]), 0.5, 0.001);
    EXPECT_NEAR(chanceOf(doubts[1]), 1.0 / 256, 0.0001);
}

// Eight iterations: a mean's deviation is .5 / sqrt 8, a median's sqrt(pi / 2) of that.
TEST(GateChance, NoiseAndDoubtTellHowMuchRoomIsEnough)
{
    GoalStanding one = standing(0.83 + 0.02, 340 - 30, 0.40 - 0.03, 2.5 + 0.16);
    const GoalVector doubts = gateDoubts(one);
    EXPECT_NEAR(doubts[0], exactly(0.2 * std::sqrt(8.0) / 0.5), 0.008);
    EXPECT_NEAR(doubts[1], 8 * exactly(1 / 0.5), 8 * 0.008);
    EXPECT_NEAR(doubts[2], exactly(0.2 * std::sqrt(8.0) / std::sqrt(std::acos(-1) / 2) / 0.5),
                0.008);
    one.doubt.fill(0.3);
    const GoalVector doubtful = gateDoubts(one);
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        EXPECT_GT(doubtful.at(k), doubts.at(k)) << k;
    }
}

} // namespace soak
