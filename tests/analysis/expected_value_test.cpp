// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/expected_value.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::HasSubstr;

namespace
{

struct Recorded {
    TuningStep step;
    std::optional<DroppedParams> dropped;

    [[nodiscard]] Expectation of(std::string_view parameter, bool isLate = false) const
    {
        return expectationOf({&step, dropped ? &*dropped : nullptr}, parameter, isLate);
    }
};

Recorded applied()
{
    Recorded recorded;
    recorded.step.applied = true;
    recorded.step.changedKeys = {"tail_age_ms"};
    return recorded;
}

} // namespace

TEST(ExpectedValue, ChangesWhereNothingHoldsItBack)
{
    EXPECT_FALSE(applied().of("tail_age_ms").isUnchanged);
    EXPECT_FALSE(
        applied().of("min_interval_ms").isUnchanged); // claimed to be applied, so it must be there
    EXPECT_FALSE(Recorded{}.of("tail_age_ms").isUnchanged); // not applied, and no reason given
    EXPECT_FALSE(expectationOf({}, "tail_age_ms", true).isUnchanged);
}

TEST(ExpectedValue, StaysWhereTheParameterWasDropped)
{
    Recorded recorded = applied();
    recorded.dropped = DroppedParams{{"min_interval_ms", DropReason::Velocity}};
    EXPECT_TRUE(recorded.of("min_interval_ms").isUnchanged);
    EXPECT_EQ(recorded.of("min_interval_ms").reason, "dropped: velocity");
    EXPECT_FALSE(recorded.of("tail_age_ms").isUnchanged);
}

TEST(ExpectedValue, StaysWhereAGuardBlockedTheIteration)
{
    for (const auto flag :
         {&SkipReason::cooldown, &SkipReason::velocity, &SkipReason::oscillation,
          &SkipReason::freeze, &SkipReason::noOp, &SkipReason::partialFreeze,
          &SkipReason::lateIteration, &SkipReason::duplicate, &SkipReason::noDeltas,
          &SkipReason::microSteps, &SkipReason::atBound, &SkipReason::disabled}) {
        Recorded recorded;
        recorded.step.skip.*flag = true;
        recorded.step.skip.note = "because";
        EXPECT_TRUE(recorded.of("tail_age_ms").isUnchanged);
        EXPECT_THAT(recorded.of("tail_age_ms").reason, HasSubstr("because"));
    }
}

TEST(ExpectedValue, NoteWithoutAFlagIsNoReason)
{
    Recorded recorded;
    recorded.step.skip.note = "felt like it";
    EXPECT_FALSE(recorded.of("tail_age_ms").isUnchanged);
}

TEST(ExpectedValue, StaysInTheFinalIteration)
{
    EXPECT_TRUE(Recorded{}.of("tail_age_ms", true).isUnchanged);
    EXPECT_FALSE(applied().of("tail_age_ms", true).isUnchanged);
}

TEST(ExpectedValue, ForeignStepWithAGuardFlagDroppedWhatItDidNotChange)
{
    Recorded recorded = applied();
    recorded.step.skip.velocity = true;
    EXPECT_FALSE(recorded.of("tail_age_ms").isUnchanged);
    EXPECT_TRUE(recorded.of("min_interval_ms").isUnchanged);
    recorded.dropped.emplace(); // one of ours would say so
    EXPECT_FALSE(recorded.of("min_interval_ms").isUnchanged);
}

TEST(ExpectedValue, IntegersAreEqualAfterRoundingRealsWithinATolerance)
{
    const ParameterSpec& whole = *ParameterRegistry::builtin().find("tail_age_ms");
    const ParameterSpec& real = *ParameterRegistry::builtin().find("impact_cap_ratio");
    EXPECT_TRUE(isSameValue(whole, 630.4, 630));
    EXPECT_FALSE(isSameValue(whole, 630.5, 630));
    EXPECT_TRUE(isSameValue(real, 0.09 + 9e-10, 0.09));
    EXPECT_FALSE(isSameValue(real, 0.09 + 2e-9, 0.09));
    EXPECT_TRUE(isSameReal(1e6 + 5e-4, 1e6));
    EXPECT_FALSE(isSameReal(1e6 + 2e-3, 1e6));
}

} // namespace soak
