// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/key_filters.h"
#include "tests/control/control_run.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace soak
{

namespace
{
using Lines = std::vector<std::string>;

struct Filters {
    TuningState state;
    PartialFreeze freeze;
    Phase phase = Phase::Steady;
    bool microSteps = false;
    VelocityMode velocity = VelocityMode::Range;
    TunerSettings settings;
    Millis elapsed{5000};

    void applied(int iteration, const std::string& name, double amount)
    {
        AppliedEntry entry;
        entry.iteration = iteration;
        entry.appliedDeltas.emplace(name, ParamDelta{amount});
        state.history.push_back(entry);
        state.lastChanged[name] = iteration;
    }

    [[nodiscard]] FilterResult operator()(int iteration, const Deltas& proposed) const
    {
        return filterKeys(proposed, {.iteration = iteration,
                                     .phase = phase,
                                     .microSteps = microSteps,
                                     .velocity = velocity,
                                     .settings = settings,
                                     .elapsed = elapsed,
                                     .registry = ParameterRegistry::builtin(),
                                     .state = state,
                                     .freeze = freeze});
    }

    [[nodiscard]] Lines drops(int iteration, const Deltas& proposed) const
    {
        return lines((*this)(iteration, proposed).dropped);
    }
};

Deltas one(const std::string& name, double amount)
{
    return {{name, ParamDelta{amount}}};
}
} // namespace

TEST(SteadyFreeze, DropsTheRiskParametersUntilItsLastIteration)
{
    Filters filters;
    filters.state.frozenUntilIter = 12;
    filters.state.frozenParams = {"impact_cap_ratio", "max_delta_ratio"};
    const Deltas proposed{{"impact_cap_ratio", ParamDelta{-0.001}},
                          {"max_delta_ratio", ParamDelta{-0.001}},
                          {"tail_age_ms", ParamDelta{1}}};
    EXPECT_EQ(filters.drops(12, proposed),
              (Lines{"impact_cap_ratio steady_freeze", "max_delta_ratio steady_freeze"}));
    EXPECT_EQ(filters.drops(13, proposed), Lines{});
}

TEST(PartialFreezeFilter, DropsFrozenSubsystemsAndKeepsEdge)
{
    Filters filters;
    filters.freeze.activate({"rebid"}, "latency_hard", Millis{0});
    EXPECT_EQ(
        filters.drops(3, {{"min_interval_ms", ParamDelta{1}}, {"tail_age_ms", ParamDelta{1}}}),
        Lines{"min_interval_ms partial_freeze"});
}

TEST(CooldownFilter, BlocksUntilItsLastIteration)
{
    Filters filters;
    filters.state.cooldown["min_interval_ms"] = 7;
    EXPECT_EQ(filters.drops(7, one("min_interval_ms", 1)), Lines{"min_interval_ms cooldown"});
    EXPECT_EQ(filters.drops(8, one("min_interval_ms", 1)), Lines{});
    EXPECT_EQ(filters.drops(7, one("tail_age_ms", 1)), Lines{});
}

// min_interval has a range of 40: 18 ms in three iterations is exactly .15.
TEST(VelocityFilter, RangeAllowsExactlyTheCapInThreeIterations)
{
    Filters filters;
    filters.applied(3, "min_interval_ms", 6);
    filters.applied(4, "min_interval_ms", -6);
    EXPECT_EQ(filters.drops(5, one("min_interval_ms", 6)), Lines{});
    EXPECT_EQ(filters.drops(5, one("min_interval_ms", 7)), Lines{"min_interval_ms velocity"});
    EXPECT_EQ(filters.drops(6, one("min_interval_ms", 12)), Lines{});
    EXPECT_EQ(filters.drops(6, one("min_interval_ms", 13)), Lines{"min_interval_ms velocity"});
    EXPECT_EQ(filters.drops(7, one("min_interval_ms", 18)), Lines{});
}

TEST(VelocityFilter, RangeIsHalfAsStrictAgainInWarmup)
{
    Filters filters;
    EXPECT_EQ(filters.drops(1, one("min_interval_ms", 27)), Lines{"min_interval_ms velocity"});
    filters.phase = Phase::Warmup;
    EXPECT_EQ(filters.drops(1, one("min_interval_ms", 27)), Lines{});
    EXPECT_EQ(filters.drops(1, one("min_interval_ms", 27.1)), Lines{"min_interval_ms velocity"});
}

TEST(VelocityFilter, CountBlocksAfterThreeIterationsThatApplied)
{
    Filters filters;
    filters.velocity = VelocityMode::Count;
    filters.applied(1, "min_interval_ms", 1);
    filters.applied(2, "tail_age_ms", 1);
    EXPECT_EQ(filters.drops(4, one("tail_age_ms", 300)), Lines{});
    filters.applied(3, "tail_age_ms", 1);
    EXPECT_EQ(filters.drops(4, one("max_delta_ratio", 0.001)), Lines{"max_delta_ratio velocity"});
    EXPECT_EQ(filters.drops(5, one("max_delta_ratio", 0.001)), Lines{});
}

// .10 of the range an hour: min_interval 4 ms.
TEST(VelocityFilter, HourlyAllowsAShareOfTheRangeByElapsedTime)
{
    Filters filters;
    filters.velocity = VelocityMode::Hourly;
    filters.elapsed = Millis{3'600'000};
    EXPECT_EQ(filters.drops(2, one("min_interval_ms", 4)), Lines{});
    EXPECT_EQ(filters.drops(2, one("min_interval_ms", 4.1)), Lines{"min_interval_ms velocity"});
    filters.elapsed = Millis{7'200'000};
    EXPECT_EQ(filters.drops(2, one("min_interval_ms", 8)), Lines{});
    filters.elapsed = Millis{0};
    EXPECT_EQ(filters.drops(2, one("min_interval_ms", 0.001)), Lines{"min_interval_ms velocity"});
}

TEST(MicroSteps, KeepsTheTwoKeysOfTheLargestNormalisedSize)
{
    Filters filters;
    filters.microSteps = true;
    const Deltas proposed{{"base_spread_bps_delta", ParamDelta{0.02}}, // .118
                          {"max_delta_ratio", ParamDelta{-0.01}},      // .167
                          {"min_interval_ms", ParamDelta{5}},          // .125
                          {"tail_age_ms", ParamDelta{30}}};            // .1
    EXPECT_EQ(filters.drops(1, proposed),
              (Lines{"base_spread_bps_delta micro_steps", "tail_age_ms micro_steps"}));
}

// .01 of .06 and 50 of 300 are both one sixth.
TEST(MicroSteps, TiesAreKeptByName)
{
    Filters filters;
    filters.microSteps = true;
    filters.settings.velocityCap = 1;
    const Deltas proposed{{"impact_cap_ratio", ParamDelta{-0.02}},
                          {"max_delta_ratio", ParamDelta{-0.01}},
                          {"tail_age_ms", ParamDelta{50}}};
    EXPECT_EQ(filters.drops(1, proposed), Lines{"tail_age_ms micro_steps"});
}

TEST(MicroSteps, AChangedKeyRestsForOneIteration)
{
    Filters filters;
    filters.microSteps = true;
    filters.applied(4, "tail_age_ms", 10);
    EXPECT_EQ(filters.drops(5, one("tail_age_ms", 10)), Lines{"tail_age_ms micro_steps"});
    EXPECT_EQ(filters.drops(6, one("tail_age_ms", 10)), Lines{});
}

TEST(MicroSteps, ARestingKeyTakesNoPlace)
{
    Filters filters;
    filters.microSteps = true;
    filters.applied(4, "max_delta_ratio", -0.01);
    const Deltas proposed{{"max_delta_ratio", ParamDelta{-0.01}},
                          {"min_interval_ms", ParamDelta{5}},
                          {"tail_age_ms", ParamDelta{10}}};
    EXPECT_EQ(filters.drops(5, proposed), Lines{"max_delta_ratio micro_steps"});
}

TEST(FilterKeys, UnknownAndNeverTunedParametersAreDropped)
{
    const Filters filters;
    EXPECT_EQ(filters.drops(1, one("no_such_parameter", 1)),
              Lines{"no_such_parameter unknown_param"});
    EXPECT_EQ(filters.drops(1, one("tick_size", 1)), Lines{"tick_size unknown_param"});
    EXPECT_EQ(filters.drops(1, one("velocity_cap", 1)), Lines{"velocity_cap unknown_param"});
}

TEST(FilterKeys, TheFirstFilterThatObjectsIsNamed)
{
    Filters filters;
    filters.microSteps = true;
    filters.freeze.activate({"rebid"}, "latency_hard", Millis{0});
    filters.state.cooldown = {{"min_interval_ms", 9}, {"tail_age_ms", 9}};
    filters.applied(1, "tail_age_ms", 300);
    filters.applied(1, "max_delta_ratio", 0.06);
    filters.state.frozenUntilIter = 9;
    filters.state.frozenParams = {"impact_cap_ratio"};
    EXPECT_EQ(filters.drops(2, {{"impact_cap_ratio", ParamDelta{-1}},
                                {"max_delta_ratio", ParamDelta{-0.01}},
                                {"min_interval_ms", ParamDelta{99}},
                                {"tail_age_ms", ParamDelta{300}}}),
              (Lines{"impact_cap_ratio steady_freeze", "max_delta_ratio velocity",
                     "min_interval_ms partial_freeze", "tail_age_ms cooldown"}));
}

TEST(NormalisedSize, IsAShareOfTheEffectiveRange)
{
    const ParameterRegistry& registry = ParameterRegistry::builtin();
    EXPECT_DOUBLE_EQ(normalisedSize(*registry.find("min_interval_ms"), -10), 0.25);
    EXPECT_DOUBLE_EQ(normalisedSize(*registry.find("base_spread_bps"), 0.195), 0.1);
    EXPECT_EQ(normalisedSize(*registry.find("position_limit_notional"), 1e6), 0);
    ParameterSpec point = *registry.find("min_interval_ms");
    point.apply = ParamRange{60, 60};
    EXPECT_EQ(normalisedSize(point, 1), std::numeric_limits<double>::infinity());
    EXPECT_EQ(normalisedSize(point, 0), 0);
}

TEST(TunerSettingsOf, ComeFromTheOverridesElseTheRegistry)
{
    const ParameterRegistry& registry = ParameterRegistry::builtin();
    EXPECT_EQ(tunerSettings({}, registry), TunerSettings{});
    EXPECT_EQ(tunerSettings(withValues({{"velocity_cap", 0.3},
                                        {"max_delta_per_hour", 0.2},
                                        {"cooldown_iters", 5},
                                        {"oscillation_window", 4}}),
                            registry),
              (TunerSettings{.velocityCap = 0.3,
                             .maxDeltaPerHour = 0.2,
                             .cooldownIterations = 5,
                             .oscillationWindow = 4}));
    EXPECT_EQ(tunerSettings(withValues({{"velocity_cap", -1},
                                        {"cooldown_iters", -5},
                                        {"oscillation_window", 1e300}}),
                            registry),
              (TunerSettings{.velocityCap = 0,
                             .maxDeltaPerHour = 0.10,
                             .cooldownIterations = 0,
                             .oscillationWindow = 16}));
}

// RI's 0.10 an hour was absolute, so that any change of milliseconds was a violation.
TEST(Defect66, HourlyLimitAndCooldownAreNormalisedAndPerKey)
{
    Filters filters;
    filters.velocity = VelocityMode::Hourly;
    filters.elapsed = Millis{3'600'000};
    filters.state.cooldown["max_delta_ratio"] = 9;
    EXPECT_EQ(filters.drops(
                  2, {{"max_delta_ratio", ParamDelta{-0.001}}, {"tail_age_ms", ParamDelta{30}}}),
              Lines{"max_delta_ratio cooldown"});
}

} // namespace soak
