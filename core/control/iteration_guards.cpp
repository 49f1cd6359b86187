// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/iteration_guards.h"

#include "core/base/hash.h"
#include "core/control/guard_signals.h"

#include <algorithm>
#include <array>
#include <vector>

namespace soak
{

namespace
{
struct DropWords {
    DropReason reason;
    std::string_view note;
    bool SkipReason::*flag;
};

// By rank. A proposal that holds only unknown names is one without deltas.
constexpr std::array kDropWords{
    DropWords{DropReason::SteadyFreeze, "steady freeze", &SkipReason::freeze},
    DropWords{DropReason::PartialFreeze, "all deltas frozen by guards", &SkipReason::partialFreeze},
    DropWords{DropReason::Velocity, "velocity cap exceeded", &SkipReason::velocity},
    DropWords{DropReason::Cooldown, "all keys on cooldown", &SkipReason::cooldown},
    DropWords{DropReason::MicroSteps, "micro-steps limit", &SkipReason::microSteps},
    DropWords{DropReason::AtBound, "all deltas hit bounds", &SkipReason::atBound},
    DropWords{DropReason::UnknownParam, "unknown parameters only", &SkipReason::noDeltas},
    DropWords{DropReason::Conflict, "conflicting rules", &SkipReason::noDeltas},
};

SkipReason skipFor(bool SkipReason::*flag, std::string_view note)
{
    SkipReason skip;
    skip.*flag = true;
    skip.note = note;
    return skip;
}
} // namespace

std::string applyId(const std::string& runId, int iteration, const Deltas& proposed,
                    const ParameterRegistry& registry)
{
    return sha256Hex(runId + "\n" + std::to_string(iteration) + "\n" +
                     proposalSignature(proposed, registry));
}

SkipReason alreadyAppliedSkip()
{
    return skipFor(&SkipReason::duplicate, "already applied");
}

std::optional<SkipReason> guardBeforeFilters(const ControlPlan& plan, int iteration,
                                             const Deltas& proposed, const TuningState& state,
                                             const ParameterRegistry& registry)
{
    if (!plan.autoTune) {
        return skipFor(&SkipReason::noDeltas, "auto-tune off");
    }
    if (proposed.empty()) {
        return skipFor(&SkipReason::noDeltas, "no deltas");
    }
    if (plan.applyDisabled) {
        return skipFor(&SkipReason::disabled, "auto-tune disabled");
    }
    if (iteration >= plan.totalIterations) {
        return skipFor(&SkipReason::lateIteration, "final iteration");
    }
    const std::string id = applyId(plan.runId, iteration, proposed, registry);
    const auto isSame = [&](const AppliedEntry& entry) { return entry.applyId == id; };
    if (std::any_of(state.history.begin(), state.history.end(), isSame)) {
        return skipFor(&SkipReason::duplicate, "same signature");
    }
    return std::nullopt;
}

SkipReason nothingLeftSkip(const Drops& dropped)
{
    for (const DropWords& words : kDropWords) {
        const auto isIt = [&](const auto& entry) { return entry.second == words.reason; };
        if (std::any_of(dropped.begin(), dropped.end(), isIt)) {
            SkipReason skip = skipFor(words.flag, words.note);
            skip.freeze = skip.freeze || skip.partialFreeze; // DOMAIN 5.3 sets both
            return skip;
        }
    }
    return skipFor(&SkipReason::noDeltas, "no deltas");
}

std::optional<SkipReason> guardAfterFilters(const StateChange& change, const TuningState& state)
{
    std::vector<std::string> states = state.distinctStates;
    for (const std::string& hash : {change.fromHash, change.toHash}) {
        if (states.empty() || states.back() != hash) {
            states.push_back(hash);
        }
    }
    if (change.fromHash == change.toHash) {
        return skipFor(&SkipReason::noOp, "no effective change");
    }
    if (oscillates(states, change.oscillationWindow)) {
        return skipFor(&SkipReason::oscillation, "oscillation detected");
    }
    return std::nullopt;
}

} // namespace soak
