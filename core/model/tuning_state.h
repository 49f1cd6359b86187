// SPDX-License-Identifier: GPL-3.0-or-later
// TUNING_STATE.json as a value: all that the control layer remembers between iterations
// (DOMAIN 1.9).
#pragma once

#include "core/model/influence.h"
#include "core/model/tuning_step.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace soak
{

inline constexpr std::size_t kStateHistoryLimit = 64; // DESIGN 4

struct AppliedEntry {
    int iteration = 0;
    std::string applyId;
    Deltas appliedDeltas;     // empty: an iteration that applied nothing
    std::string stateHash;    // of the effective live overrides after the iteration
    std::string baselineHash; // of B after the iteration
    bool operator==(const AppliedEntry&) const = default;
};

struct TuningState {
    std::string lastAppliedSignature;
    int lastIteration = 0; // last iteration that the control step completed
    std::optional<int> frozenUntilIter;
    std::string freezeReason;
    std::vector<std::string> frozenParams;  // sorted
    std::map<std::string, int> cooldown;    // parameter -> last blocked iteration
    std::map<std::string, int> lastChanged; // parameter -> iteration of its last applied change
    // One entry per iteration, oldest first, the last kStateHistoryLimit.
    std::vector<AppliedEntry> history;
    // Hashes of the distinct states of B, oldest first, the last few (oscillation guard).
    std::vector<std::string> distinctStates;
    Millis clock{0};
    PartialFreezeStatus partialFreeze;
    DebounceStatus oscillation;
    DebounceStatus latencyHard;
    // Steady freeze and driver fallback look at the iteration before.
    bool previousQualifiesForFreeze = false;
    int negativeNetStreak = 0;
    std::optional<int> lastFallbackIteration;
    std::optional<ModelState> model; // what engine `model` has learned
    std::map<JsonPath, std::string> extras;

    bool operator==(const TuningState&) const = default;
};

} // namespace soak
