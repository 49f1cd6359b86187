// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/guard_states.h"

#include <algorithm>

namespace soak
{

namespace
{

bool isSteadyFrozen(const SoakRun& run, std::size_t row, const GuardStatus& guards)
{
    const int until =
        guards.frozenUntilIter.value_or(row < run.frozenUntil.size() ? run.frozenUntil[row] : 0);
    return until >= run.table.iterations()[row];
}

void addFrozen(const SoakRun& run, std::size_t row, const TuningStep& step, GuardState& state)
{
    if (!step.guards) {
        // Runs of other tools say only that something was frozen.
        if (step.skip.partialFreeze) {
            state.frozen.emplace_back("partial");
        }
        if (step.skip.freeze || step.freezeTriggered) {
            state.frozen.emplace_back("steady");
        }
        return;
    }
    const PartialFreezeStatus& partial = step.guards->partialFreeze;
    if (partial.active) {
        state.frozen = partial.subsystems;
        if (state.frozen.empty()) {
            state.frozen.emplace_back("partial");
        }
    }
    if (isSteadyFrozen(run, row, *step.guards)) {
        state.frozen.emplace_back("steady");
    }
    std::sort(state.frozen.begin(), state.frozen.end());
}

} // namespace

GuardState guardStateAt(const SoakRun& run, std::size_t row)
{
    GuardState state;
    const TuningStep* step = run.tuning.at(row);
    if (step == nullptr) {
        return state;
    }
    for (const GuardType type : guardTypesOf(*step)) {
        if (type != GuardType::Freeze) {
            state.guards.push_back(type);
        }
    }
    if (step->guards) {
        if (step->guards->oscillation.active) {
            state.guards.push_back(GuardType::Oscillation);
        }
        if (step->guards->latencyHard.active) {
            state.guards.push_back(GuardType::LatencyHard);
        }
    }
    std::sort(state.guards.begin(), state.guards.end());
    state.guards.erase(std::unique(state.guards.begin(), state.guards.end()), state.guards.end());
    addFrozen(run, row, *step, state);
    return state;
}

} // namespace soak
