// SPDX-License-Identifier: GPL-3.0-or-later
// Presets (named sets of operations, DOMAIN 4.10) and profiles (named complete sets of starting
// values, DOMAIN 1.5).
#pragma once

#include "core/model/overrides.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

enum class PresetOp : std::uint8_t { Add, Multiply, Set };

std::string_view keyOf(PresetOp op); // add, mul, set

struct PresetChange {
    std::string parameter; // registry name
    PresetOp op = PresetOp::Add;
    double value = 0;
    std::string reason;

    bool operator==(const PresetChange&) const = default;
};

struct Preset {
    std::string name;
    std::string description;
    std::string version;
    std::vector<PresetChange> changes;
    bool operator==(const Preset&) const = default;
};

// maker_bias_uplift_v1, warmup_conservative_v1.
std::span<const Preset> builtinPresets();
const Preset* findBuiltinPreset(std::string_view name);

struct Profile {
    std::string name;
    std::string description;
    std::string version;
    Overrides overrides;
};

// best_cell, default_overrides, minimal_fallback, steady_safe (table of DOMAIN 1.5).
std::span<const Profile> builtinProfiles();
const Profile* findBuiltinProfile(std::string_view name);

} // namespace soak
