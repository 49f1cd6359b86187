// SPDX-License-Identifier: GPL-3.0-or-later
// What the control layer remembers of an iteration (DOMAIN 1.9, 4.7, 4.14).
#pragma once

#include "core/control/guard_recommendation.h"
#include "core/control/key_filters.h"
#include "core/control/tuner.h"

#include <string>

namespace soak
{

inline constexpr std::string_view kSteadyFreezeReason = "steady_state_lock";

struct IterationResult {
    int iteration = 0;
    const IterationSummary& summary;
    const TuningStep& step;
    const GuardEvaluation& guards;
    bool fallbackProposed = false;
    std::optional<ModelState> model = std::nullopt; // absent: nothing was learned
    std::string applyId;                            // "" = nothing was applied
    std::string baselineFrom;                       // hash of B before
    TunerSettings settings;
    const ParameterRegistry& registry;
};

// The state after the iteration: history, cooldowns, debounces, freezes, streaks.
TuningState remember(const TuningState& before, const IterationResult& result);

} // namespace soak
