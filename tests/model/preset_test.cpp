// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/model/preset.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

std::string changesText(const Preset& preset)
{
    std::string out;
    for (const PresetChange& change : preset.changes) {
        out += change.parameter + " " + std::string(keyOf(change.op)) + " " +
               jsonNumber(change.value) + "\n";
    }
    return out;
}

// DOMAIN 4.10.
TEST(Presets, AreTheTwoOfTheSpecification)
{
    ASSERT_EQ(builtinPresets().size(), 2U);
    EXPECT_EQ(changesText(*findBuiltinPreset("maker_bias_uplift_v1")),
              "base_spread_bps_delta add 0.01\nmin_interval_ms add 15.0\n"
              "replace_rate_per_min mul 0.9\nimpact_cap_ratio mul 0.95\nmax_delta_ratio mul 0.95\n"
              "rescue_max_ratio mul 0.85\nmin_edge_bps add 0.5\ncooldown_ms add 250.0\n");
    EXPECT_EQ(changesText(*findBuiltinPreset("warmup_conservative_v1")),
              "base_spread_bps_delta add 0.03\nmin_interval_ms add 25.0\n"
              "replace_rate_per_min mul 0.75\nimpact_cap_ratio mul 0.85\nmax_delta_ratio mul 0.85\n"
              "tail_age_ms add 100.0\nrescue_max_ratio mul 0.7\nmin_edge_bps add 0.8\n"
              "cooldown_ms add 400.0\nposition_limit_notional mul 0.8\n");
}

TEST(Presets, ChangeTunableParametersOnceEachWithAReason)
{
    for (const Preset& preset : builtinPresets()) {
        std::map<std::string, int> seen;
        for (const PresetChange& change : preset.changes) {
            const ParameterSpec* spec = ParameterRegistry::builtin().find(change.parameter);
            ASSERT_NE(spec, nullptr) << change.parameter;
            EXPECT_TRUE(spec->isTunable) << change.parameter;
            EXPECT_FALSE(change.reason.empty()) << change.parameter;
            EXPECT_EQ(++seen[change.parameter], 1) << change.parameter;
        }
        EXPECT_EQ(preset.version, "1.0");
        EXPECT_FALSE(preset.description.empty());
    }
}

// DOMAIN 1.5; best_cell by its golden hash.
TEST(Profiles, AreThoseOfTheSpecification)
{
    const ParameterRegistry& registry = ParameterRegistry::builtin();
    const auto flat = [&](std::string_view name) {
        const Profile* profile = findBuiltinProfile(name);
        return profile == nullptr ? ""
                                  : compactJson(profile->overrides, registry, OverridesForm::Flat);
    };
    EXPECT_EQ(sha256Hex(flat("best_cell")),
              "41b5fcd5d4742e351908332f066a89970443fe3e06944a99283fea8246e4298f");
    EXPECT_EQ(flat("default_overrides"),
              R"({"base_spread_bps_delta":0.14,"impact_cap_ratio":0.09,"max_delta_ratio":0.14,)"
              R"("min_interval_ms":65,"replace_rate_per_min":280,"tail_age_ms":620})");
    EXPECT_EQ(flat("minimal_fallback"),
              R"({"base_spread_bps_delta":0.14,"impact_cap_ratio":0.09,"max_delta_ratio":0.14,)"
              R"("min_interval_ms":70,"replace_rate_per_min":280,"tail_age_ms":620})");
    EXPECT_EQ(flat("steady_safe"),
              R"({"base_spread_bps_delta":0.15,"impact_cap_ratio":0.08,"latency_p95_limit_ms":350,)"
              R"("maker_taker_min":0.83,"max_delta_ratio":0.15,"min_interval_ms":75,)"
              R"("replace_rate_per_min":250,"risk_limit_ratio":0.4,"tail_age_ms":740})");
    EXPECT_EQ(builtinProfiles().size(), 4U);
}

TEST(Profiles, StartInsideTheirSafeLimits)
{
    for (const Profile& profile : builtinProfiles()) {
        for (const auto& [name, value] : profile.overrides.values) {
            const ParameterSpec* spec = ParameterRegistry::builtin().find(name);
            ASSERT_NE(spec, nullptr) << name;
            EXPECT_TRUE(isWithinSafe(*spec, value.amount)) << profile.name << " " << name;
        }
    }
}

// Defect 32: the profile's name and that of its file differed, so that it was never found.
TEST(Defect32, SteadySafeIsThereByItsName)
{
    EXPECT_NE(findBuiltinProfile("steady_safe"), nullptr);
}

TEST(Profiles, APresetIsNoProfile)
{
    EXPECT_EQ(findBuiltinProfile("warmup_conservative_v1"), nullptr);
    EXPECT_EQ(findBuiltinProfile(""), nullptr);
    EXPECT_EQ(findBuiltinPreset("steady_safe"), nullptr);
}

} // namespace
} // namespace soak
