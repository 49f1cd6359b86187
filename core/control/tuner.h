// SPDX-License-Identifier: GPL-3.0-or-later
// The tuning engines propose; they never apply (DOMAIN 4.2, 4.3).
#pragma once

#include "core/model/iteration.h"
#include "core/model/run_info.h"
#include "core/model/tuning_state.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

struct TunerInput {
    int iteration = 0;
    const IterationSummary& summary;
    const Overrides& baseline; // B: what deltas are computed against
    const ParameterRegistry& registry;
    TunerOptions options;
    const TuningState& state; // as before this iteration
};

// `conflicts`: keys that two rules wanted with opposite signs, or that a rule of conflict removed.
struct Proposal {
    Deltas deltas;
    std::vector<std::string> reasons;
    std::map<std::string, DropReason, std::less<>> conflicts;
    bool fallback = false; // driver: the fallback package was proposed
    bool operator==(const Proposal&) const = default;
};

Proposal proposeMicro(const TunerInput& input);  // engine B, DOMAIN 4.2
Proposal proposeDriver(const TunerInput& input); // engine A, DOMAIN 4.3

bool isKnownTuner(std::string_view name); // micro, driver
// `name` must be known (asserted).
Proposal propose(std::string_view name, const TunerInput& input);

} // namespace soak
