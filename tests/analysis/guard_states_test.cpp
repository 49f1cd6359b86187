// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/guard_states.h"
#include "tests/support/builders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::ElementsAre;
using testing::IsEmpty;

namespace
{

GuardState stateOf(const std::function<void(TuningStep&)>& edit)
{
    return guardStateAt(aRun().editStep(3, edit).build(), 2);
}

} // namespace

TEST(GuardStates, AQuietIterationHasNone)
{
    EXPECT_EQ(guardStateAt(aRun().build(), 2), GuardState{});
}

TEST(GuardStates, FlagsAndDebouncedSignalsCountOnce)
{
    const GuardState state = stateOf([](TuningStep& step) {
        step.oscillationDetected = true;
        step.velocityViolation = true;
        step.guards.emplace();
        step.guards->oscillation.active = true;
        step.guards->latencyHard.active = true;
    });
    EXPECT_THAT(state.guards,
                ElementsAre(GuardType::LatencyHard, GuardType::Oscillation, GuardType::Velocity));
    EXPECT_THAT(state.frozen, IsEmpty());
}

TEST(GuardStates, FrozenAreTheSubsystemsOfThePartialFreeze)
{
    const GuardState state = stateOf([](TuningStep& step) {
        step.guards.emplace();
        step.guards->partialFreeze = {true, {"rebid", "rescue_taker"}, "", {}, {}};
    });
    EXPECT_THAT(state.frozen, ElementsAre("rebid", "rescue_taker"));
}

TEST(GuardStates, TheSteadyFreezeLastsThroughItsLastIteration)
{
    const auto frozenUntil = [](int last) {
        return stateOf([last](TuningStep& step) {
                   step.guards.emplace();
                   step.guards->frozenUntilIter = last;
               })
            .frozen;
    };
    EXPECT_THAT(frozenUntil(3), ElementsAre("steady"));
    EXPECT_THAT(frozenUntil(2), IsEmpty());
}

TEST(GuardStates, TheEndOfTheSteadyFreezeMayBeSetAside)
{
    const SoakRun run = aRun()
                            .editStep(3, [](TuningStep& step) { step.guards.emplace(); })
                            .editRun([](SoakRun& r) { r.frozenUntil = {0, 0, 5, 0, 0, 0, 0, 0}; })
                            .build();
    EXPECT_THAT(guardStateAt(run, 2).frozen, ElementsAre("steady"));
}

TEST(GuardStates, OtherToolsOnlySayThatSomethingWasFrozen)
{
    EXPECT_THAT(stateOf([](TuningStep& step) { step.skip.partialFreeze = true; }).frozen,
                ElementsAre("partial"));
    EXPECT_THAT(stateOf([](TuningStep& step) { step.freezeTriggered = true; }).frozen,
                ElementsAre("steady"));
}

} // namespace soak
