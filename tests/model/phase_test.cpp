// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/phase.h"

#include <gtest/gtest.h>

#include <limits>

namespace soak
{
namespace
{

TEST(PhaseOf, IsWarmupThenRampdownThenSteady)
{
    const PhasePlan plan{.enabled = true};
    for (int k = 1; k <= 4; ++k) {
        EXPECT_EQ(phaseOf(plan, k), Phase::Warmup) << k;
    }
    for (int k = 5; k <= 6; ++k) {
        EXPECT_EQ(phaseOf(plan, k), Phase::Rampdown) << k;
    }
    EXPECT_EQ(phaseOf(plan, 7), Phase::Steady);
    EXPECT_EQ(phaseOf(plan, std::numeric_limits<int>::max()), Phase::Steady);
}

TEST(PhaseOf, WithoutWarmupEveryIterationIsSteady)
{
    EXPECT_EQ(phaseOf({}, 1), Phase::Steady);
}

TEST(PhaseOf, LengthsAreThoseOfThePlan)
{
    const PhasePlan plan{.enabled = true, .warmupIterations = 1, .rampdownIterations = 0};
    EXPECT_EQ(phaseOf(plan, 1), Phase::Warmup);
    EXPECT_EQ(phaseOf(plan, 2), Phase::Steady);
    const PhasePlan endless{.enabled = true,
                            .warmupIterations = std::numeric_limits<int>::max(),
                            .rampdownIterations = std::numeric_limits<int>::max()};
    EXPECT_EQ(phaseOf(endless, 5), Phase::Warmup);
}

TEST(Phase, KeysReadBack)
{
    for (const Phase phase : {Phase::Warmup, Phase::Rampdown, Phase::Steady}) {
        EXPECT_EQ(phaseFromKey(keyOf(phase)), phase);
    }
    EXPECT_EQ(keyOf(Phase::Rampdown), "RAMPDOWN");
    EXPECT_EQ(phaseFromKey("steady"), std::nullopt);
}

} // namespace
} // namespace soak
