// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/start_overrides.h"
#include "tests/control/control_run.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{
using Sources = std::map<std::string, std::string>;

StartOverrides startOf(const StartInputs& inputs)
{
    auto start = startOverrides(inputs, registry());
    EXPECT_TRUE(start.has_value()) << (start ? "" : describe(start.error()));
    return start ? *start : StartOverrides{};
}

Error errorOf(const StartInputs& inputs)
{
    const auto start = startOverrides(inputs, registry());
    EXPECT_FALSE(start.has_value());
    return start ? Error{} : start.error();
}
} // namespace

TEST(StartOverridesOf, NothingIsBestCell)
{
    const StartOverrides start = startOf({});
    EXPECT_EQ(start.overrides, bestCell());
    EXPECT_EQ(start.sources.size(), 6U);
    EXPECT_EQ(start.sources.at("tail_age_ms"), "default");
    EXPECT_TRUE(start.findings.empty());
}

// Each layer names three parameters: its own and those of the two above it.
TEST(StartOverridesOf, TheHigherSourceWins)
{
    StartInputs inputs;
    inputs.file = withValues({{"tail_age_ms", 610}, {"max_age_ms", 900}});
    inputs.profile = findBuiltinProfile("default_overrides");
    inputs.preset = findBuiltinPreset("maker_bias_uplift_v1");
    inputs.environment = withValues({{"impact_cap_ratio", 0.10}, {"max_delta_ratio", 0.12}});
    inputs.settings = {{"max_delta_ratio", 0.13}, {"quoting.min_interval_ms", 70}};
    const StartOverrides start = startOf(inputs);
    EXPECT_EQ(start.overrides, withValues({{"base_spread_bps_delta", 0.15},
                                           {"impact_cap_ratio", 0.10},
                                           {"max_delta_ratio", 0.13},
                                           {"min_interval_ms", 70},
                                           {"replace_rate_per_min", 252},
                                           {"tail_age_ms", 620},
                                           {"max_age_ms", 900},
                                           {"rescue_max_ratio", 0.255},
                                           {"min_edge_bps", 1.5},
                                           {"cooldown_ms", 750}}));
    EXPECT_EQ(start.sources, (Sources{{"base_spread_bps_delta", "preset:maker_bias_uplift_v1"},
                                      {"impact_cap_ratio", "env"},
                                      {"max_delta_ratio", "cli"},
                                      {"min_interval_ms", "cli"},
                                      {"replace_rate_per_min", "preset:maker_bias_uplift_v1"},
                                      {"tail_age_ms", "profile:default_overrides"},
                                      {"max_age_ms", "file"},
                                      {"rescue_max_ratio", "preset:maker_bias_uplift_v1"},
                                      {"min_edge_bps", "preset:maker_bias_uplift_v1"},
                                      {"cooldown_ms", "preset:maker_bias_uplift_v1"}}));
}

// A live file of the run before must not make a red start green.
TEST(StartOverridesOf, ARedStartStandsInPlaceOfTheDefaultAndTheFile)
{
    StartInputs inputs;
    inputs.red = withValues({{"tail_age_ms", 520}, {"min_interval_ms", 45}});
    inputs.file = withValues({{"tail_age_ms", 800}, {"max_age_ms", 900}});
    inputs.settings = {{"min_interval_ms", 70}};
    const StartOverrides start = startOf(inputs);
    EXPECT_EQ(start.overrides, withValues({{"tail_age_ms", 520}, {"min_interval_ms", 70}}));
    EXPECT_EQ(start.sources, (Sources{{"tail_age_ms", "red"}, {"min_interval_ms", "cli"}}));
}

TEST(StartOverridesOf, TheLastSettingOfAParameterWins)
{
    StartInputs inputs;
    inputs.settings = {{"tail_age_ms", 500}, {"tail_age_ms", 700}};
    EXPECT_EQ(startOf(inputs).overrides.values.at("tail_age_ms").amount, 700);
}

TEST(StartOverridesOf, UnknownMembersMergeDeeply)
{
    StartInputs inputs;
    inputs.file = Overrides{};
    inputs.file->extras = {{{"notes", "who"}, "\"ann\""},
                           {{"notes", "why"}, "[1]"},
                           {{"limits"}, "3"},
                           {{"plan", "a"}, "1"}};
    inputs.environment = Overrides{};
    inputs.environment->extras = {
        {{"notes", "why"}, "[2]"}, {{"limits", "day"}, "4"}, {{"plan"}, "{}"}};
    EXPECT_EQ(startOf(inputs).overrides.extras,
              (std::map<JsonPath, std::string>{{{"notes", "who"}, "\"ann\""},
                                               {{"notes", "why"}, "[2]"},
                                               {{"limits", "day"}, "4"},
                                               {{"plan", "a"}, "1"}}));
}

TEST(StartOverridesOf, ALeafReplacesAnObject)
{
    StartInputs inputs;
    inputs.file = Overrides{};
    inputs.file->extras = {{{"notes", "who"}, "1"}, {{"notes", "why"}, "2"}};
    inputs.environment = Overrides{};
    inputs.environment->extras = {{{"notes"}, "null"}};
    EXPECT_EQ(startOf(inputs).overrides.extras,
              (std::map<JsonPath, std::string>{{{"notes"}, "null"}}));
}

TEST(StartOverridesOf, RefusesAnUnknownSetting)
{
    StartInputs inputs;
    inputs.settings = {{"min_intervall_ms", 60}};
    const Error error = errorOf(inputs);
    EXPECT_EQ(error.code, Errc::Usage);
    EXPECT_EQ(error.where, "min_intervall_ms");
}

TEST(StartOverridesOf, RefusesAValueOutsideItsSafeLimitsAndSaysWhereItCameFrom)
{
    StartInputs inputs;
    inputs.file = withValues({{"min_interval_ms", 5}});
    const Error error = errorOf(inputs);
    EXPECT_EQ(error.code, Errc::BadInput);
    EXPECT_EQ(error.where, "min_interval_ms");
    EXPECT_EQ(error.message, "5.0 (from file) is outside the safe limits 40.0 to 300.0");
}

TEST(StartOverridesOf, RefusesAnOpenLimitItself)
{
    StartInputs inputs;
    inputs.settings = {{"position_limit_notional", 0}};
    EXPECT_EQ(errorOf(inputs).message, "0.0 (from cli) is outside the safe limits 0.0 to any");
}

TEST(StartOverridesOf, AValueOutsideApplyButInsideSafeIsAccepted)
{
    StartInputs inputs;
    inputs.settings = {{"min_interval_ms", 300}};
    EXPECT_EQ(startOf(inputs).overrides.values.at("min_interval_ms").amount, 300);
}

TEST(StartOverridesOf, AFractionOfAWholeNumberIsRoundedWithAFinding)
{
    StartInputs inputs;
    inputs.file = withValues({{"min_interval_ms", 62.5}});
    inputs.fileLabel = "live.json";
    const StartOverrides start = startOf(inputs);
    EXPECT_EQ(start.overrides.values.at("min_interval_ms").amount, 63);
    ASSERT_EQ(start.findings.size(), 1U);
    EXPECT_EQ(start.findings.front().file, "live.json");
    EXPECT_EQ(start.findings.front().field, "min_interval_ms");
}

TEST(StartOverridesOf, AParameterThatTheRegistryDoesNotKnowIsCarried)
{
    StartInputs inputs;
    inputs.file = withValues({{"custom_knob", -7.5}});
    EXPECT_EQ(startOf(inputs).overrides.values.at("custom_knob").amount, -7.5);
}

// The release profile of the reference: deltas stored as values.
TEST(Defect2, AFileWithDeltasInThePlaceOfValuesIsRefused)
{
    StartInputs inputs;
    inputs.file = withValues({{"tail_age_ms", 30}, {"impact_cap_ratio", -0.01}});
    EXPECT_EQ(errorOf(inputs).code, Errc::BadInput);
}

TEST(Defect32, TheProfileSteadySafeNeedsNoFile)
{
    StartInputs inputs;
    inputs.profile = findBuiltinProfile("steady_safe");
    ASSERT_NE(inputs.profile, nullptr);
    const StartOverrides start = startOf(inputs);
    EXPECT_EQ(start.overrides.values.at("tail_age_ms").amount, 740);
    EXPECT_EQ(start.sources.at("tail_age_ms"), "profile:steady_safe");
}

} // namespace soak
