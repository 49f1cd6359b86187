// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/model/parameter.h"

#include <gtest/gtest.h>

#include <cmath>

namespace soak
{
namespace
{

std::string rangeText(const ParamRange& range)
{
    const auto text = [](double v) {
        return std::isinf(v) ? std::string(v < 0 ? "-inf" : "inf") : jsonNumber(v);
    };
    return text(range.low) + ".." + text(range.high);
}

// "name type default safe apply subsystem path aliases": the registry as one text, row by row.
std::string rowText(const ParameterSpec& spec)
{
    std::string out = spec.name + (spec.isInteger ? " int " : " real ");
    out += (spec.defaultValue ? jsonNumber(*spec.defaultValue) : "-") + " ";
    out += (spec.safeLowIsOpen ? ">" : "") + rangeText(spec.safe) + " ";
    out += (spec.apply ? rangeText(*spec.apply) : "-") + " ";
    out += std::string(keyOf(spec.subsystem)) + " " + pathText(spec.canonicalPath);
    for (const JsonPath& alias : spec.aliases) {
        out += " " + pathText(alias);
    }
    return out;
}

// DOMAIN 3, row by row.
constexpr const char* kRegistryRows[] = {
    "min_interval_ms int 60.0 40.0..300.0 40.0..80.0 rebid quoting.min_interval_ms min_interval_ms "
    "engine.min_interval_ms",
    "replace_rate_per_min int 300.0 120.0..360.0 200.0..320.0 rebid quoting.replace_rate_per_min "
    "replace_rate_per_min engine.replace_rate_per_min",
    "base_spread_bps_delta real 0.05 0.0..0.6 0.08..0.25 rebid quoting.base_spread_bps_delta "
    "base_spread_bps_delta risk.base_spread_bps_delta",
    "base_spread_bps real 0.12 0.05..2.0 - rebid quoting.base_spread_bps base_spread_bps "
    "risk.base_spread_bps",
    "rebid_threshold_bps real 1.5 0.0..5.0 0.6..2.4 rebid quoting.rebid_threshold_bps "
    "rebid_threshold_bps",
    "impact_cap_ratio real 0.1 0.04..0.12 0.08..0.12 edge impact.impact_cap_ratio impact_cap_ratio "
    "risk.impact_cap_ratio",
    "max_delta_ratio real 0.15 0.1..0.2 0.1..0.16 edge impact.max_delta_ratio max_delta_ratio "
    "risk.max_delta_ratio",
    "tail_age_ms int 600.0 400.0..1000.0 500.0..800.0 edge engine.tail_age_ms tail_age_ms "
    "taker_rescue.tail_age_ms",
    "concurrency_limit int 10.0 1.0..64.0 2.0..10.0 edge engine.concurrency_limit "
    "concurrency_limit",
    "max_age_ms int 1000.0 100.0..10000.0 - edge engine.max_age_ms max_age_ms",
    "rescue_max_ratio real 0.3 0.0..1.0 0.1..0.7 rescue_taker taker_rescue.rescue_max_ratio "
    "rescue_max_ratio",
    "rescue_spread_cap_bps real 5.0 0.0..20.0 3.5..7.5 rescue_taker "
    "taker_rescue.rescue_spread_cap_bps rescue_spread_cap_bps",
    "min_edge_bps real 1.0 0.0..20.0 - rescue_taker taker_rescue.min_edge_bps min_edge_bps",
    "cooldown_ms int 500.0 0.0..60000.0 - rescue_taker taker_rescue.cooldown_ms cooldown_ms",
    "edge_bps_threshold real 2.0 0.0..20.0 - edge strategy.edge_bps_threshold edge_bps_threshold "
    "risk.edge_bps_threshold",
    "risk_limit_ratio real 0.4 0.0..1.0 - edge risk.risk_limit_ratio risk_limit_ratio risk_limit",
    "position_limit_notional real 1000.0 >0.0..inf - edge risk.position_limit_notional "
    "position_limit_notional",
    "spread_add_bps real 0.0 0.0..5.0 - edge latency.spread_add_bps spread_add_bps "
    "latency_spread_add_bps",
    "max_delta_per_hour real 0.1 -inf..inf - tuner tuner.max_delta_per_hour max_delta_per_hour",
    "cooldown_iters int 3.0 -inf..inf - tuner tuner.cooldown_iters cooldown_iters",
    "velocity_cap real 0.15 -inf..inf - tuner tuner.velocity_cap velocity_cap",
    "oscillation_window int 3.0 -inf..inf - tuner tuner.oscillation_window oscillation_window",
    "min_order_size real - >0.0..inf - market market.min_order_size min_order_size",
    "max_order_size real - >0.0..inf - market market.max_order_size max_order_size",
    "tick_size real - >0.0..inf - market market.tick_size tick_size",
};

TEST(BuiltinRegistry, IsTheTableOfTheSpecification)
{
    const ParameterRegistry& registry = ParameterRegistry::builtin();
    EXPECT_EQ(registry.specs().size(), std::size(kRegistryRows));
    for (const std::string row : kRegistryRows) {
        const ParameterSpec* spec = registry.find(row.substr(0, row.find(' ')));
        ASSERT_NE(spec, nullptr) << row;
        EXPECT_EQ(rowText(*spec), row);
    }
}

TEST(BuiltinRegistry, TunerConfigAndMarketAreNotTunable)
{
    for (const ParameterSpec& spec : ParameterRegistry::builtin().specs()) {
        const bool isOurs =
            spec.subsystem == Subsystem::TunerConfig || spec.subsystem == Subsystem::Market;
        EXPECT_EQ(spec.isTunable, !isOurs) << spec.name;
    }
}

// Flat files must read back, whatever else a parameter is called.
TEST(BuiltinRegistry, EveryParameterIsReadByItsNameAlone)
{
    for (const ParameterSpec& spec : ParameterRegistry::builtin().specs()) {
        EXPECT_EQ(ParameterRegistry::builtin().findByPath({spec.name}), &spec) << spec.name;
    }
}

// Defect 5: three maps disagreed where a parameter is.
TEST(Defect5, EveryAliasLeadsToTheOneParameter)
{
    const ParameterRegistry& registry = ParameterRegistry::builtin();
    EXPECT_EQ(registry.findByPath({"engine", "replace_rate_per_min"}),
              registry.find("replace_rate_per_min"));
    EXPECT_EQ(registry.findByPath({"risk", "impact_cap_ratio"}), registry.find("impact_cap_ratio"));
    EXPECT_EQ(registry.findByPath({"risk_limit"}), registry.find("risk_limit_ratio"));
}

// Defect 11: the default replace rate was 6 in another unit.
TEST(Defect11, TheReplaceRateIsPerMinuteAndItsDefaultIs300)
{
    const ParameterSpec* spec = ParameterRegistry::builtin().find("replace_rate_per_min");
    ASSERT_NE(spec, nullptr);
    EXPECT_EQ(spec->unit, "per_min");
    EXPECT_EQ(spec->defaultValue, 300);
}

// Defect 58: base_spread_bps and concurrency had no bounds, min_interval two caps.
TEST(Defect58, EveryTunableHasBoundsAndOneCap)
{
    for (const ParameterSpec& spec : ParameterRegistry::builtin().specs()) {
        if (spec.isTunable && spec.name != "position_limit_notional") {
            const ParamRange range = effectiveRange(spec);
            EXPECT_TRUE(std::isfinite(range.low) && std::isfinite(range.high)) << spec.name;
            EXPECT_GE(range.low, spec.safe.low) << spec.name;
            EXPECT_LE(range.high, spec.safe.high) << spec.name;
        }
    }
    EXPECT_EQ(effectiveRange(*ParameterRegistry::builtin().find("min_interval_ms")),
              (ParamRange{40, 80}));
}

} // namespace
} // namespace soak
