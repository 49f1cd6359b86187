// SPDX-License-Identifier: GPL-3.0-or-later
// The table of DOMAIN 3.
#include "core/model/parameter.h"

#include <array>
#include <limits>

namespace soak
{

namespace
{

constexpr double kNoLimit = std::numeric_limits<double>::infinity();
constexpr ParamRange kAnything{-kNoLimit, kNoLimit};
constexpr ParamRange kPositive{0, kNoLimit};

enum class Type : std::uint8_t { Int, Real };

struct Row {
    std::string_view name;
    Type type;
    std::string_view unit;
    std::optional<double> defaultValue;
    ParamRange safe;
    std::optional<ParamRange> apply;
    Subsystem subsystem;
    std::string_view section;                // of the canonical path
    std::array<std::string_view, 2> aliases; // "." = flat, "x." = in section x, else a flat name
};

using enum Type;
using enum Subsystem;
constexpr auto kNone = std::nullopt;

// Flat outranks every other alias (DOMAIN 0 P3).
// clang-format off
constexpr std::array kParameterRows{
    Row{"min_interval_ms", Int, "ms", 60, {40, 300}, ParamRange{40, 80}, Rebid, "quoting", {".", "engine."}},
    Row{"replace_rate_per_min", Int, "per_min", 300, {120, 360}, ParamRange{200, 320}, Rebid, "quoting", {".", "engine."}},
    Row{"base_spread_bps_delta", Real, "bps", 0.05, {0, 0.6}, ParamRange{0.08, 0.25}, Rebid, "quoting", {".", "risk."}},
    Row{"base_spread_bps", Real, "bps", 0.12, {0.05, 2}, kNone, Rebid, "quoting", {".", "risk."}},
    Row{"rebid_threshold_bps", Real, "bps", 1.5, {0, 5}, ParamRange{0.6, 2.4}, Rebid, "quoting", {"."}},
    Row{"impact_cap_ratio", Real, "ratio", 0.10, {0.04, 0.12}, ParamRange{0.08, 0.12}, Edge, "impact", {".", "risk."}},
    Row{"max_delta_ratio", Real, "ratio", 0.15, {0.10, 0.20}, ParamRange{0.10, 0.16}, Edge, "impact", {".", "risk."}},
    Row{"tail_age_ms", Int, "ms", 600, {400, 1000}, ParamRange{500, 800}, Edge, "engine", {".", "taker_rescue."}},
    Row{"concurrency_limit", Int, "", 10, {1, 64}, ParamRange{2, 10}, Edge, "engine", {"."}},
    Row{"max_age_ms", Int, "ms", 1000, {100, 10000}, kNone, Edge, "engine", {"."}},
    Row{"rescue_max_ratio", Real, "ratio", 0.30, {0, 1}, ParamRange{0.10, 0.70}, RescueTaker, "taker_rescue", {"."}},
    Row{"rescue_spread_cap_bps", Real, "bps", 5, {0, 20}, ParamRange{3.5, 7.5}, RescueTaker, "taker_rescue", {"."}},
    Row{"min_edge_bps", Real, "bps", 1, {0, 20}, kNone, RescueTaker, "taker_rescue", {"."}},
    Row{"cooldown_ms", Int, "ms", 500, {0, 60000}, kNone, RescueTaker, "taker_rescue", {"."}},
    Row{"edge_bps_threshold", Real, "bps", 2, {0, 20}, kNone, Edge, "strategy", {".", "risk."}},
    Row{"risk_limit_ratio", Real, "ratio", 0.40, {0, 1}, kNone, Edge, "risk", {".", "risk_limit"}},
    Row{"position_limit_notional", Real, "usd", 1000, kPositive, kNone, Edge, "risk", {"."}},
    Row{"spread_add_bps", Real, "bps", 0, {0, 5}, kNone, Edge, "latency", {".", "latency_spread_add_bps"}},
    Row{"max_delta_per_hour", Real, "", 0.10, kAnything, kNone, TunerConfig, "tuner", {"."}},
    Row{"cooldown_iters", Int, "", 3, kAnything, kNone, TunerConfig, "tuner", {"."}},
    Row{"velocity_cap", Real, "", 0.15, kAnything, kNone, TunerConfig, "tuner", {"."}},
    Row{"oscillation_window", Int, "", 3, kAnything, kNone, TunerConfig, "tuner", {"."}},
    Row{"min_order_size", Real, "", kNone, kPositive, kNone, Market, "market", {"."}},
    Row{"max_order_size", Real, "", kNone, kPositive, kNone, Market, "market", {"."}},
    Row{"tick_size", Real, "", kNone, kPositive, kNone, Market, "market", {"."}},
};

// clang-format on

JsonPath aliasPath(std::string_view alias, std::string_view name)
{
    if (alias == ".") {
        return {std::string(name)};
    }
    if (alias.back() == '.') {
        return {std::string(alias.substr(0, alias.size() - 1)), std::string(name)};
    }
    return {std::string(alias)};
}

ParameterSpec specOf(const Row& row)
{
    ParameterSpec spec;
    spec.name = row.name;
    spec.isInteger = row.type == Int;
    spec.unit = row.unit;
    spec.defaultValue = row.defaultValue;
    spec.safe = row.safe;
    spec.apply = row.apply;
    spec.subsystem = row.subsystem;
    spec.canonicalPath = {std::string(row.section), std::string(row.name)};
    for (const std::string_view alias : row.aliases) {
        if (!alias.empty()) {
            spec.aliases.push_back(aliasPath(alias, row.name));
        }
    }
    spec.isTunable = row.subsystem != TunerConfig && row.subsystem != Market;
    spec.safeLowIsOpen = row.safe == kPositive;
    return spec;
}

} // namespace

const ParameterRegistry& ParameterRegistry::builtin()
{
    static const ParameterRegistry registry = [] {
        std::vector<ParameterSpec> specs;
        for (const Row& row : kParameterRows) {
            specs.push_back(specOf(row));
        }
        return ParameterRegistry::create(std::move(specs)).value();
    }();
    return registry;
}

} // namespace soak
