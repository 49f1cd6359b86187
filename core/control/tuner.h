// SPDX-License-Identifier: GPL-3.0-or-later
// The tuning engines propose; they never apply (DOMAIN 4.2, 4.3).
#pragma once

#include "core/model/influence.h"
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
    const Overrides& baseline;  // B: what deltas are computed against
    const Overrides& effective; // in force while the iteration was measured
    const ParameterRegistry& registry;
    TunerOptions options;
    const TuningState& state;             // as before this iteration
    const ResponsePrior* prior = nullptr; // of engine `model`
};

// `conflicts`: keys that two rules wanted with opposite signs, or that a rule of conflict removed.
struct Proposal {
    Deltas deltas;
    std::vector<std::string> reasons;
    std::map<std::string, DropReason, std::less<>> conflicts;
    bool fallback = false; // driver: the fallback package was proposed
    // model: what it knows now, and what it expects of the next iteration if all deltas are
    // applied, as changes of the goals in their own units.
    std::optional<ModelState> model = std::nullopt;
    std::map<Metric, double> expected = {};
    bool operator==(const Proposal&) const = default;
};

Proposal proposeMicro(const TunerInput& input);  // engine B, DOMAIN 4.2
Proposal proposeDriver(const TunerInput& input); // engine A, DOMAIN 4.3
// `micro` and the levers that it does not have: rescue and rebid (SIMULATOR 13).
Proposal proposeRulesPlus(const TunerInput& input);
// SIMULATOR 11. Nothing without a prior.
Proposal proposeModel(const TunerInput& input);

bool isKnownTuner(std::string_view name); // micro, driver, rules+, model
// `name` must be known (asserted).
Proposal propose(std::string_view name, const TunerInput& input);

} // namespace soak
