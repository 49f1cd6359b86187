// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/iteration_guards.h"
#include "tests/control/control_run.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{
const Deltas kDeltas{{"tail_age_ms", ParamDelta{30}}};

std::string noteBefore(const ControlPlan& plan, int iteration, const Deltas& proposed,
                       const TuningState& state = {})
{
    const auto skip = guardBeforeFilters(plan, iteration, proposed, state, registry());
    return skip ? skip->note : "";
}

TuningState stateAfter(std::vector<std::string> states)
{
    TuningState state;
    state.distinctStates = std::move(states);
    return state;
}
} // namespace

TEST(GuardBeforeFilters, FirstMatchBlocks)
{
    ControlPlan plan = microPlan(8);
    EXPECT_EQ(noteBefore(plan, 3, kDeltas), "");
    EXPECT_EQ(noteBefore(plan, 3, {}), "no deltas");
    EXPECT_EQ(noteBefore(plan, 8, {}), "no deltas");
    EXPECT_EQ(noteBefore(plan, 8, kDeltas), "final iteration");
    plan.applyDisabled = true;
    EXPECT_EQ(noteBefore(plan, 8, {}), "no deltas");
    EXPECT_EQ(noteBefore(plan, 3, kDeltas), "auto-tune disabled");
    plan.autoTune = false;
    EXPECT_EQ(noteBefore(plan, 3, {}), "auto-tune off");
}

TEST(GuardBeforeFilters, TheSameApplyIdIsADuplicate)
{
    TuningState state;
    state.history.push_back({.iteration = 3,
                             .applyId = applyId("RUN_1760000000000", 3, kDeltas, registry()),
                             .appliedDeltas = kDeltas,
                             .stateHash = "",
                             .baselineHash = ""});
    const auto skip = guardBeforeFilters(microPlan(8), 3, kDeltas, state, registry());
    ASSERT_TRUE(skip);
    EXPECT_TRUE(skip->duplicate);
    EXPECT_EQ(skip->note, "same signature");
}

TEST(NothingLeftSkip, TheFilterOfTheHighestRankDecides)
{
    struct Case {
        std::vector<DropReason> reasons;
        bool SkipReason::*flag;
        bool freeze;
        std::string note;
    };
    using enum DropReason;
    const std::vector<Case> cases{
        {{AtBound}, &SkipReason::atBound, false, "all deltas hit bounds"},
        {{AtBound, MicroSteps}, &SkipReason::microSteps, false, "micro-steps limit"},
        {{MicroSteps, Cooldown}, &SkipReason::cooldown, false, "all keys on cooldown"},
        {{Cooldown, Velocity, AtBound}, &SkipReason::velocity, false, "velocity cap exceeded"},
        {{Velocity, PartialFreeze},
         &SkipReason::partialFreeze,
         true,
         "all deltas frozen by guards"},
        {{PartialFreeze, SteadyFreeze}, &SkipReason::freeze, true, "steady freeze"},
        {{UnknownParam}, &SkipReason::noDeltas, false, "unknown parameters only"},
        {{UnknownParam, AtBound}, &SkipReason::atBound, false, "all deltas hit bounds"},
    };
    for (const Case& c : cases) {
        Drops drops;
        for (const DropReason reason : c.reasons) {
            drops.emplace("key" + std::to_string(drops.size()), reason);
        }
        SkipReason expected;
        expected.*c.flag = true;
        expected.freeze = c.freeze;
        expected.note = c.note;
        EXPECT_EQ(nothingLeftSkip(drops), expected) << c.note;
    }
}

TEST(GuardAfterFilters, TheStateTwoDistinctStatesAgoIsAnOscillation)
{
    const auto skip =
        guardAfterFilters({.fromHash = "b", .toHash = "a"}, stateAfter({"x", "a", "b"}));
    ASSERT_TRUE(skip);
    EXPECT_TRUE(skip->oscillation);
    EXPECT_EQ(skip->note, "oscillation detected");
    EXPECT_FALSE(guardAfterFilters({.fromHash = "b", .toHash = "c"}, stateAfter({"a", "b"})));
    EXPECT_FALSE(guardAfterFilters({.fromHash = "b", .toHash = "x"}, stateAfter({"x", "a", "b"})));
    EXPECT_FALSE(guardAfterFilters({.fromHash = "b", .toHash = "a"}, stateAfter({})));
}

TEST(GuardAfterFilters, AWiderWindowWaitsForALongerAlternation)
{
    const StateChange change{.fromHash = "b", .toHash = "a", .oscillationWindow = 4};
    EXPECT_FALSE(guardAfterFilters(change, stateAfter({"x", "a", "b"})));
    EXPECT_TRUE(guardAfterFilters(change, stateAfter({"b", "a", "b"})));
}

TEST(GuardAfterFilters, AnUnchangedStateIsNoOp)
{
    const auto skip = guardAfterFilters({.fromHash = "b", .toHash = "b"}, stateAfter({"a", "b"}));
    ASSERT_TRUE(skip);
    EXPECT_TRUE(skip->noOp);
    EXPECT_EQ(skip->note, "no effective change");
}

TEST(ApplyId, DependsOnRunIterationAndProposal)
{
    const std::string id = applyId("RUN_1", 3, kDeltas, registry());
    EXPECT_EQ(id.size(), 64U);
    EXPECT_EQ(id, applyId("RUN_1", 3, kDeltas, registry()));
    EXPECT_NE(id, applyId("RUN_2", 3, kDeltas, registry()));
    EXPECT_NE(id, applyId("RUN_1", 4, kDeltas, registry()));
    EXPECT_NE(id, applyId("RUN_1", 3, {{"tail_age_ms", ParamDelta{31}}}, registry()));
}

TEST(Defect67, TheSameStepInTwoIterationsIsNoDuplicate)
{
    TuningState state;
    state.history.push_back({.iteration = 3,
                             .applyId = applyId("RUN_1760000000000", 3, kDeltas, registry()),
                             .appliedDeltas = kDeltas,
                             .stateHash = "",
                             .baselineHash = ""});
    EXPECT_EQ(noteBefore(microPlan(8), 4, kDeltas, state), "");
}

} // namespace soak
