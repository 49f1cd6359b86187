// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/start_overrides.h"
#include "tests/control/control_run.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{
struct Applied {
    Overrides overrides;
    std::vector<Finding> findings;
};

Applied applied(const Overrides& base, const Preset& preset)
{
    Applied result;
    result.overrides = applyPreset(base, preset, ParameterRegistry::builtin(), result.findings);
    return result;
}

Preset presetOf(std::vector<PresetChange> changes)
{
    return {.name = "mine", .description = "", .version = "1.0", .changes = std::move(changes)};
}
} // namespace

TEST(ApplyPreset, BestCellWithMakerBias)
{
    const Applied result = applied(bestCell(), *findBuiltinPreset("maker_bias_uplift_v1"));
    EXPECT_EQ(result.overrides, withValues({{"base_spread_bps_delta", 0.06},
                                            {"impact_cap_ratio", 0.095},
                                            {"max_delta_ratio", 0.1425},
                                            {"min_interval_ms", 75},
                                            {"replace_rate_per_min", 270},
                                            {"tail_age_ms", 600},
                                            {"rescue_max_ratio", 0.255},
                                            {"min_edge_bps", 1.5},
                                            {"cooldown_ms", 750}}));
    EXPECT_TRUE(result.findings.empty());
}

TEST(ApplyPreset, BestCellWithWarmup)
{
    const Applied result = applied(bestCell(), *findBuiltinPreset("warmup_conservative_v1"));
    EXPECT_EQ(result.overrides, withValues({{"base_spread_bps_delta", 0.08},
                                            {"impact_cap_ratio", 0.085},
                                            {"max_delta_ratio", 0.1275},
                                            {"min_interval_ms", 85},
                                            {"replace_rate_per_min", 225},
                                            {"tail_age_ms", 700},
                                            {"rescue_max_ratio", 0.21},
                                            {"min_edge_bps", 1.8},
                                            {"cooldown_ms", 900},
                                            {"position_limit_notional", 800}}));
}

TEST(ApplyPreset, OperationsByName)
{
    const Applied result = applied(withValues({{"tail_age_ms", 500}}),
                                   presetOf({{"tail_age_ms", PresetOp::Multiply, 1.5, ""},
                                             {"tail_age_ms", PresetOp::Add, 10, ""},
                                             {"max_age_ms", PresetOp::Set, 2000, ""}}));
    EXPECT_EQ(result.overrides, withValues({{"tail_age_ms", 760}, {"max_age_ms", 2000}}));
}

TEST(ApplyPreset, LimitsToSafeWithAFindingPerKey)
{
    const Applied result = applied({}, presetOf({{"tail_age_ms", PresetOp::Add, 900, ""},
                                                 {"impact_cap_ratio", PresetOp::Multiply, 0, ""}}));
    EXPECT_EQ(result.overrides, withValues({{"tail_age_ms", 1000}, {"impact_cap_ratio", 0.04}}));
    ASSERT_EQ(result.findings.size(), 2U);
    EXPECT_EQ(result.findings[0].kind, FindingKind::OutOfSafeLimits);
    EXPECT_EQ(result.findings[0].field, "tail_age_ms");
    EXPECT_EQ(result.findings[0].text, "preset mine: 1500.0 limited to 1000.0");
}

TEST(ApplyPreset, LeavesOutWhatCannotBeLimited)
{
    const Applied result =
        applied({}, presetOf({{"position_limit_notional", PresetOp::Multiply, 0, ""},
                              {"no_such_parameter", PresetOp::Set, 1, ""},
                              {"tick_size", PresetOp::Add, 1, ""}}));
    EXPECT_EQ(result.overrides, Overrides{});
    EXPECT_EQ(result.findings.size(), 3U);
}

TEST(ApplyPreset, SetNeedsNoOperand)
{
    EXPECT_EQ(applied({}, presetOf({{"tick_size", PresetOp::Set, 0.5, ""}})).overrides,
              withValues({{"tick_size", 0.5}}));
}

TEST(ApplyPreset, KeepsUnknownMembers)
{
    Overrides base;
    base.extras = {{{"notes"}, "\"mine\""}};
    EXPECT_EQ(applied(base, *findBuiltinPreset("maker_bias_uplift_v1")).overrides.extras,
              base.extras);
}

TEST(Defect5, MultiplyingAnAbsentReplaceRateStartsFromItsDefault)
{
    const Applied result = applied({}, *findBuiltinPreset("maker_bias_uplift_v1"));
    EXPECT_EQ(result.overrides.values.at("replace_rate_per_min").amount, 270);
}

} // namespace soak
