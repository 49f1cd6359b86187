// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/step_changes.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

StepChanges changesIn(const RunBuilder& builder, std::size_t row)
{
    const SoakRun run = builder.build();
    return changesOf(RecordedSteps(run).at(row));
}

const Deltas kTwo{{"min_interval_ms", {5}}, {"impact_cap_ratio", {-0.005}}};

} // namespace

TEST(StepChanges, NothingProposedIsNothing)
{
    const StepChanges changes = changesIn(aRun(), 0);
    EXPECT_TRUE(changes.applied.empty());
    EXPECT_TRUE(changes.withheld.empty());
}

TEST(StepChanges, AppliedChangesSayByHowMuchTheyReallyChanged)
{
    const auto applied = changesIn(aRun().proposing(2, {{"min_interval_ms", {50}}}), 1).applied;
    ASSERT_EQ(applied.size(), 1U);
    EXPECT_EQ(applied[0], (EventChange{"min_interval_ms", 20})); // up to 80
}

TEST(StepChanges, APartThatAGuardDroppedIsHeld)
{
    const StepChanges changes = changesIn(
        aRun().proposing(2, kTwo).dropping(2, "impact_cap_ratio", DropReason::Velocity), 1);
    ASSERT_EQ(changes.applied.size(), 1U);
    ASSERT_EQ(changes.withheld.size(), 1U);
    EXPECT_EQ(changes.withheld[0].reason, "velocity");
    EXPECT_TRUE(changes.withheld[0].isHeld);
    EXPECT_EQ(changes.withheld[0].changes,
              (std::vector<EventChange>{{"impact_cap_ratio", -0.005}}));
}

TEST(StepChanges, AChangeAtItsBoundIsRefused)
{
    Overrides start = bestCell();
    start.values["min_interval_ms"] = ParamValue{80};
    const StepChanges changes =
        changesIn(aRun().startingFrom(start).proposing(1, {{"min_interval_ms", {5}}}), 0);
    EXPECT_TRUE(changes.applied.empty());
    ASSERT_EQ(changes.withheld.size(), 1U);
    EXPECT_EQ(changes.withheld[0].reason, "at_bound");
    EXPECT_FALSE(changes.withheld[0].isHeld);
}

TEST(StepChanges, AProposalThatAGuardBlockedIsHeldWhole)
{
    SkipReason skip;
    skip.cooldown = true;
    const StepChanges changes = changesIn(aRun().proposing(2, kTwo).skipping(2, skip), 1);
    EXPECT_TRUE(changes.applied.empty());
    ASSERT_EQ(changes.withheld.size(), 1U);
    EXPECT_EQ(changes.withheld[0].reason, "cooldown");
    EXPECT_TRUE(changes.withheld[0].isHeld);
    EXPECT_EQ(changes.withheld[0].changes.size(), 2U);
}

TEST(StepChanges, ARunOfAnotherToolSaysWhatItChangedAndProposed)
{
    const StepChanges changes = changesIn(aRun().foreign().proposing(2, kTwo), 1);
    EXPECT_EQ(changes.applied,
              (std::vector<EventChange>{{"impact_cap_ratio", -0.005}, {"min_interval_ms", 5}}));
}

TEST(StepChanges, NoReasonIsSaidToBeNone)
{
    const StepChanges changes = changesIn(aRun().proposing(2, kTwo).skipping(2, SkipReason{}), 1);
    ASSERT_EQ(changes.withheld.size(), 1U);
    EXPECT_EQ(changes.withheld[0].reason, "no reason recorded");
}

} // namespace soak
