// SPDX-License-Identifier: GPL-3.0-or-later
// What the time-based guards conclude at the end of an iteration (DOMAIN 5.5).
#pragma once

#include "core/control/control_step.h"
#include "core/control/partial_freeze.h"

#include <span>
#include <string>

namespace soak
{

struct GuardEvaluation {
    DebounceStatus oscillation;
    DebounceStatus latencyHard;
    PartialFreeze freeze; // as it filters this iteration's deltas
    std::string action;   // none, partial_freeze, extend_freeze, continue_freeze, clear
    std::string reason;
    Millis clock{0};             // of the last sample
    bool latencyUnknown = false; // some sample had no p95 latency
};

// Updates both debounces at every sample, then evaluates the table once. `samples`: at least one
// (asserted). The oscillation signal is that of the history in `state`, as before the iteration.
GuardEvaluation evaluateGuards(std::span<const EngineSample> samples, const TuningState& state);

} // namespace soak
