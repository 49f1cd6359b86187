// SPDX-License-Identifier: GPL-3.0-or-later
// The filters that drop single keys of a proposal (DOMAIN 4.7, micro-steps of 4.4).
#pragma once

#include "core/control/partial_freeze.h"
#include "core/model/phase.h"
#include "core/model/run_info.h"
#include "core/model/tuning_state.h"

#include <map>
#include <string>

namespace soak
{

using Drops = std::map<std::string, DropReason, std::less<>>;

inline constexpr std::size_t kMicroStepKeys = 2;
inline constexpr double kCooldownShare = 0.50; // of the apply range
inline constexpr double kShareSlack = 1e-9;    // noise of binary fractions is no excess
inline constexpr double kWarmupVelocityFactor = 1.5;

// The tuner's own settings: members `tuner.*` of the overrides, else the registry's defaults.
struct TunerSettings {
    double velocityCap = 0.15;
    double maxDeltaPerHour = 0.10; // share of the apply range
    int cooldownIterations = 3;
    int oscillationWindow = 3;
    bool operator==(const TunerSettings&) const = default;
};

// Values that make no sense are limited: nothing negative, a window of 3 to 16.
TunerSettings tunerSettings(const Overrides& baseline, const ParameterRegistry& registry);

// |amount| as a share of the effective apply range: 0 when the range is infinite, infinite when it
// is a point.
double normalisedSize(const ParameterSpec& spec, double amount);

struct FilterInput {
    int iteration = 0;
    Phase phase = Phase::Steady;
    bool microSteps = false;
    VelocityMode velocity = VelocityMode::Range;
    TunerSettings settings;
    Millis elapsed{0}; // since the previous iteration's evaluation, for the hourly velocity
    const ParameterRegistry& registry;
    const TuningState& state;
    const PartialFreeze& freeze;
};

struct FilterResult {
    Deltas kept;
    Drops dropped;
    bool operator==(const FilterResult&) const = default;
};

// Unknown (or never tuned) parameters, steady freeze, partial freeze, cooldown, velocity,
// micro-steps, in this order; a key is dropped by the first filter that objects.
FilterResult filterKeys(const Deltas& proposed, const FilterInput& input);

} // namespace soak
