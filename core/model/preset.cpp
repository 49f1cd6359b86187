// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/preset.h"

#include "core/model/key_table.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr std::array kPresetOps{
    KeyRow{PresetOp::Add, "add"},
    KeyRow{PresetOp::Multiply, "mul"},
    KeyRow{PresetOp::Set, "set"},
};

// DOMAIN 4.10.
std::vector<Preset> makePresets()
{
    using enum PresetOp;
    Preset maker;
    maker.name = "maker_bias_uplift_v1";
    maker.description = "More maker fills: wider, slower and less often replaced quotes; expects 8 "
                        "to 12 points more "
                        "maker share (maker >= 0.83, net >= 2.8 bps, p95 <= 330 ms, risk <= 0.40).";
    maker.version = "1.0";
    maker.changes = {
        {"base_spread_bps_delta", Add, 0.01,
         "a wider quote is hit less often by ourselves crossing"},
        {"min_interval_ms", Add, 15, "orders rest longer"},
        {"replace_rate_per_min", Multiply, 0.90, "fewer replaces keep the place in the queue"},
        {"impact_cap_ratio", Multiply, 0.95, "smaller share of the book"},
        {"max_delta_ratio", Multiply, 0.95, "smaller position steps"},
        {"rescue_max_ratio", Multiply, 0.85, "less taker rescue"},
        {"min_edge_bps", Add, 0.5, "rescue only for a larger edge"},
        {"cooldown_ms", Add, 250, "longer pause between rescues"},
    };

    Preset warmup;
    warmup.name = "warmup_conservative_v1";
    warmup.description = "Conservative start for iterations 1 to 4, given back by linear "
                         "interpolation in 2 steps from "
                         "iteration 5 (at most WARN, risk <= 0.50, net >= 1.0 bps, p95 <= 350 ms).";
    warmup.version = "1.0";
    warmup.changes = {
        {"base_spread_bps_delta", Add, 0.03, "wider quotes until fills are known"},
        {"min_interval_ms", Add, 25, "slower quoting until latency is known"},
        {"replace_rate_per_min", Multiply, 0.75, "fewer replaces"},
        {"impact_cap_ratio", Multiply, 0.85, "smaller share of the book"},
        {"max_delta_ratio", Multiply, 0.85, "smaller position steps"},
        {"tail_age_ms", Add, 100, "orders may age longer"},
        {"rescue_max_ratio", Multiply, 0.70, "less taker rescue"},
        {"min_edge_bps", Add, 0.8, "rescue only for a larger edge"},
        {"cooldown_ms", Add, 400, "longer pause between rescues"},
        {"position_limit_notional", Multiply, 0.80, "smaller positions"},
    };
    return {std::move(maker), std::move(warmup)};
}

// The six tunables in the order of the table of DOMAIN 1.5.
Profile makeProfile(std::string name, std::string description, std::array<double, 6> tunables)
{
    constexpr std::array<std::string_view, 6> kNames{"base_spread_bps_delta", "impact_cap_ratio",
                                                     "max_delta_ratio",       "min_interval_ms",
                                                     "replace_rate_per_min",  "tail_age_ms"};
    Profile profile;
    profile.name = std::move(name);
    profile.description = std::move(description);
    profile.version = "1.0";
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        profile.overrides.values.emplace(kNames[i], ParamValue{tunables[i]});
    }
    return profile;
}

std::vector<Profile> makeSoakProfiles()
{
    std::vector<Profile> profiles;
    profiles.push_back(makeProfile("best_cell", "what a run starts from when nothing else is given",
                                   {0.05, 0.10, 0.15, 60, 300, 600}));
    profiles.push_back(makeProfile("default_overrides",
                                   "starting values of the older configuration",
                                   {0.14, 0.09, 0.14, 65, 280, 620}));
    profiles.push_back(makeProfile("minimal_fallback", "default_overrides, quoting slower",
                                   {0.14, 0.09, 0.14, 70, 280, 620}));
    Profile steady = makeProfile("steady_safe", "calm values for a long steady soak",
                                 {0.15, 0.08, 0.15, 75, 250, 740});
    steady.overrides.values.emplace("risk_limit_ratio", ParamValue{0.40});
    // Members of the profile that are no parameters; the run carries them along.
    steady.overrides.extras = {{{"maker_taker_min"}, "0.83"}, {{"latency_p95_limit_ms"}, "350"}};
    profiles.push_back(std::move(steady));
    return profiles;
}

template <typename T>
const T* findByName(std::span<const T> all, std::string_view name)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [name](const T& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

std::string_view keyOf(PresetOp op)
{
    return keyIn(kPresetOps, op);
}

std::span<const Preset> builtinPresets()
{
    static const std::vector<Preset> presets = makePresets();
    return presets;
}

const Preset* findBuiltinPreset(std::string_view name)
{
    return findByName(builtinPresets(), name);
}

std::span<const Profile> builtinProfiles()
{
    static const std::vector<Profile> profiles = makeSoakProfiles();
    return profiles;
}

const Profile* findBuiltinProfile(std::string_view name)
{
    return findByName(builtinProfiles(), name);
}

} // namespace soak
