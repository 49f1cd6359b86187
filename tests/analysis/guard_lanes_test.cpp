// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/guard_lanes.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

constexpr DebounceTimes kTimes{Millis{2500}, Millis{4000}};

std::function<void(TuningStep&)> guardsAt(Millis clock, DebounceStatus latency,
                                          PartialFreezeStatus freeze = {})
{
    return [=](TuningStep& step) {
        step.guards.emplace();
        step.guards->clock = clock;
        step.guards->latencyHard = latency;
        step.guards->partialFreeze = freeze;
    };
}

PartialFreezeStatus frozen(std::vector<std::string> subsystems)
{
    return {true, std::move(subsystems), "latency", Millis{0}, Millis{1200}};
}

} // namespace

TEST(GuardLanes, ATimerRunsWhileSignalAndStateDiffer)
{
    const SoakRun run =
        aRun()
            .withIterations(3)
            .editStep(
                1, guardsAt(Millis{1000}, {.active = false, .raw = true, .rawSince = Millis{400}}))
            .editStep(
                2, guardsAt(Millis{5000}, {.active = true, .raw = true, .rawSince = Millis{400}}))
            .editStep(
                3, guardsAt(Millis{7000}, {.active = true, .raw = false, .rawSince = Millis{6000}}))
            .build();
    const GuardLanes lanes = guardLanes(run, kTimes);
    ASSERT_EQ(lanes.debounced.size(), 2U);
    EXPECT_EQ(lanes.debounced[0].key, "latency_hard");
    const auto& samples = lanes.debounced[0].samples;
    ASSERT_EQ(samples.size(), 3U);
    EXPECT_EQ(samples[0], (GuardSample{1, true, false, Millis{600}, Millis{2500}}));
    EXPECT_EQ(samples[0].left(), Millis{1900});
    EXPECT_EQ(samples[1], (GuardSample{2, true, true, Millis{0}, Millis{0}}));
    EXPECT_EQ(samples[2], (GuardSample{3, false, true, Millis{1000}, Millis{4000}}));
}

TEST(GuardLanes, TheClockSetAsideByTheLoaderCounts)
{
    const SoakRun run =
        aRun()
            .withIterations(1)
            .editStep(1,
                      guardsAt(Millis{0}, {.active = false, .raw = true, .rawSince = Millis{400}}))
            .editRun([](SoakRun& loaded) { loaded.guardClocks = {Millis{900}}; })
            .build();
    EXPECT_EQ(guardLanes(run, kTimes).debounced[0].samples[0].elapsed, Millis{500});
}

TEST(GuardLanes, AClockThatWentBackIsNoTime)
{
    const SoakRun run =
        aRun()
            .withIterations(1)
            .editStep(
                1, guardsAt(Millis{100}, {.active = false, .raw = true, .rawSince = Millis{400}}))
            .build();
    EXPECT_EQ(guardLanes(run, kTimes).debounced[0].samples[0].elapsed, Millis{0});
}

TEST(GuardLanes, FreezesArePerSubsystemAndEndWhereTheyWereNot)
{
    const SoakRun run = aRun()
                            .withIterations(4)
                            .editStep(1, guardsAt(Millis{1}, {}, frozen({"rebid"})))
                            .editStep(2, guardsAt(Millis{2}, {}, frozen({"rebid", "rescue_taker"})))
                            .editStep(3, guardsAt(Millis{3}, {}))
                            .editStep(4, guardsAt(Millis{4}, {}, frozen({"rebid"})))
                            .build();
    const auto freezes = guardLanes(run, kTimes).freezes;
    ASSERT_EQ(freezes.size(), 3U);
    EXPECT_EQ(freezes[0], (FreezeSpan{"rebid", 1, 2, "latency", Millis{1200}}));
    EXPECT_EQ(freezes[1], (FreezeSpan{"rebid", 4, 4, "latency", Millis{1200}}));
    EXPECT_EQ(freezes[2], (FreezeSpan{"rescue_taker", 2, 2, "latency", Millis{1200}}));
}

TEST(GuardLanes, TheSteadyFreezeLastsToItsLastIteration)
{
    const SoakRun run = aRun()
                            .withIterations(3)
                            .editStep(1, guardsAt(Millis{1}, {}))
                            .editStep(2, guardsAt(Millis{2}, {}))
                            .editStep(3, guardsAt(Millis{3}, {}))
                            .editRun([](SoakRun& loaded) {
                                loaded.frozenUntil = {0, 3, 3};
                            })
                            .build();
    const auto freezes = guardLanes(run, kTimes).freezes;
    ASSERT_EQ(freezes.size(), 1U);
    EXPECT_EQ(freezes[0].subsystem, "steady");
    EXPECT_EQ(freezes[0].from, 2);
    EXPECT_EQ(freezes[0].to, 3);
}

TEST(GuardLanes, OfARunWithoutGuardsAreNone)
{
    const GuardLanes lanes = guardLanes(aRun().build(), kTimes);
    EXPECT_TRUE(lanes.debounced.empty());
    EXPECT_TRUE(lanes.freezes.empty());
}

} // namespace soak
