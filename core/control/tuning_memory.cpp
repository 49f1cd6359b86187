// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/tuning_memory.h"

namespace soak
{

namespace
{
constexpr int kSteadyFreezeIterations = 4;
constexpr std::size_t kDistinctStatesLimit = 16;

template <typename T>
void keepLast(std::vector<T>& values, std::size_t limit)
{
    if (values.size() > limit) {
        values.erase(values.begin(), values.end() - static_cast<std::ptrdiff_t>(limit));
    }
}

void rememberStates(TuningState& state, const IterationResult& result)
{
    for (const std::string& hash : {result.baselineFrom, *result.step.baselineHash}) {
        if (state.distinctStates.empty() || state.distinctStates.back() != hash) {
            state.distinctStates.push_back(hash);
        }
    }
    keepLast(state.distinctStates, kDistinctStatesLimit);
}

void rememberChanges(TuningState& state, const IterationResult& result)
{
    const Deltas applied = result.step.appliedDeltas.value_or(Deltas{});
    state.history.push_back({.iteration = result.iteration,
                             .applyId = result.applyId,
                             .appliedDeltas = applied,
                             .stateHash = *result.step.stateHash,
                             .baselineHash = *result.step.baselineHash});
    keepLast(state.history, kStateHistoryLimit);
    for (const auto& [name, delta] : applied) {
        state.lastChanged.insert_or_assign(name, result.iteration);
        const double size = normalisedSize(*result.registry.find(name), delta.amount);
        if (size > kCooldownShare + kShareSlack) { // half of 0.08 to 0.12 is not more than half
            state.cooldown.insert_or_assign(name,
                                            result.iteration + result.settings.cooldownIterations);
        }
    }
    if (!applied.empty()) {
        state.lastAppliedSignature = *result.step.stateHash;
    }
}

// The lock of the risk parameters once two iterations in a row were good. It stays on record as
// long as it covers the iteration.
void rememberSteadyFreeze(TuningState& state, const IterationResult& result)
{
    const auto risk = result.summary.at(Metric::RiskRatio);
    const auto net = result.summary.at(Metric::NetBps);
    const bool qualifies = risk && net && *risk <= 0.35 && *net >= 2.7;
    if (qualifies && state.previousQualifiesForFreeze && result.iteration >= 2) {
        state.frozenUntilIter = result.iteration + kSteadyFreezeIterations;
        state.freezeReason = kSteadyFreezeReason;
        state.frozenParams = {"impact_cap_ratio", "max_delta_ratio"};
    } else if (state.frozenUntilIter && result.iteration > *state.frozenUntilIter) {
        state.frozenUntilIter.reset();
        state.freezeReason.clear();
        state.frozenParams.clear();
    }
    state.previousQualifiesForFreeze = qualifies;
}

void rememberStreak(TuningState& state, const IterationResult& result)
{
    const auto net = result.summary.at(Metric::NetBps);
    state.negativeNetStreak = net && *net < 0 ? state.negativeNetStreak + 1 : 0;
    if (result.fallbackProposed) {
        state.negativeNetStreak = 0;
        state.lastFallbackIteration = result.iteration;
    }
}
} // namespace

TuningState remember(const TuningState& before, const IterationResult& result)
{
    TuningState state = before;
    state.lastIteration = result.iteration;
    state.clock = result.guards.clock;
    state.oscillation = result.guards.oscillation;
    state.latencyHard = result.guards.latencyHard;
    state.partialFreeze = result.guards.freeze.status(result.guards.clock);
    rememberStates(state, result);
    rememberChanges(state, result);
    rememberSteadyFreeze(state, result);
    rememberStreak(state, result);
    if (result.model) {
        state.model = result.model;
    }
    return state;
}

} // namespace soak
