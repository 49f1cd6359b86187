// SPDX-License-Identifier: GPL-3.0-or-later
// Steps 6 to 11 and 14 of the pipeline (DOMAIN 4.1) as one pure function: propose, guard, filter,
// bound.
#pragma once

#include "core/control/tuner.h"

#include <span>
#include <string>
#include <vector>

namespace soak
{

// One sample of the guards' signals, on the engine's clock (DOMAIN 5.5).
struct EngineSample {
    Millis at{0};
    std::optional<double> p95LatencyMs;
    bool operator==(const EngineSample&) const = default;
};

struct ControlPlan {
    std::string runId;
    int totalIterations = 0;
    bool autoTune = false; // false: nothing is proposed
    bool applyDisabled =
        false; // MM_DISABLE_AUTO_TUNE=1: proposals are recorded, nothing is applied
    std::string tuner = "micro";
    TunerOptions tunerOptions;
    std::optional<ResponsePrior> prior; // of engine `model`
    PhasePlan phases;
    std::optional<Preset> warmupPreset; // overlay of warm-up; absent = none
};

struct ControlInput {
    int iteration = 0;
    const IterationSummary& summary;
    std::span<const EngineSample> samples; // at least one, ascending
    const Overrides& baseline;             // B
    const Overrides& effective;            // in force during this iteration
    const TuningState& state;              // as before this iteration
};

struct ControlOutcome {
    TuningStep step;
    Overrides baselineNext;
    Overrides effectiveNext; // effectiveOverrides(baselineNext, iteration + 1)
    TuningState state;
};

ControlOutcome controlStep(const ControlPlan& plan, const ParameterRegistry& registry,
                           const ControlInput& input);

// Overrides in force during `iteration`: B, the warm-up overlay on it, or the interpolation between
// both (DOMAIN 4.4). `previousP95` is the p95 latency of the iteration before, for the latency
// pre-buffer of warm-up.
Overrides effectiveOverrides(const ControlPlan& plan, const ParameterRegistry& registry,
                             const Overrides& baseline, int iteration,
                             std::optional<double> previousP95);

// Limits that a phase sets for the bot (DOMAIN 4.4).
struct PhaseLimits {
    double maxRiskRatio = 0.60;
    double positionMultiplier = 1.0;
    double rescueBlockRisk = 0.55;
    double rescueBlockP95Ms = 400;
    bool operator==(const PhaseLimits&) const = default;
};

PhaseLimits phaseLimits(Phase phase);

} // namespace soak
