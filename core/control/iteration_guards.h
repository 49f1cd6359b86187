// SPDX-License-Identifier: GPL-3.0-or-later
// The guards that block a whole proposal (DOMAIN 4.6), and the words for it (4.9).
#pragma once

#include "core/control/control_step.h"
#include "core/control/key_filters.h"

#include <optional>
#include <string>

namespace soak
{

// SHA-256 hex of the run, the iteration and the proposal: the same step twice in a row is
// legitimate in two iterations, and never in one.
std::string applyId(const std::string& runId, int iteration, const Deltas& proposed,
                    const ParameterRegistry& registry);

SkipReason alreadyAppliedSkip();

// Guards 2 to 4, before the filters. An apply that is disabled blocks after guard 2.
std::optional<SkipReason> guardBeforeFilters(const ControlPlan& plan, int iteration,
                                             const Deltas& proposed, const TuningState& state,
                                             const ParameterRegistry& registry);

// Guard 6: every key was dropped. The filter of the highest rank decides.
SkipReason nothingLeftSkip(const Drops& dropped);

struct StateChange {
    std::string fromHash; // of B
    std::string toHash;   // of B with what is left
    int oscillationWindow = 3;
};

// Guards 5 and 7, on the state that would be written. `state.distinctStates` as before the
// iteration.
std::optional<SkipReason> guardAfterFilters(const StateChange& change, const TuningState& state);

} // namespace soak
