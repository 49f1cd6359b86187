// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/control_step.h"

#include "core/base/text.h"
#include "core/control/iteration_guards.h"
#include "core/control/tuning_memory.h"

#include <cmath>

namespace soak
{

namespace
{
// What is being decided about one iteration.
struct Draft {
    TuningStep step;
    Overrides baselineNext;
    std::string applyId;
};

Proposal proposalFor(const ControlPlan& plan, const ParameterRegistry& registry,
                     const ControlInput& input)
{
    if (!plan.autoTune) {
        return {};
    }
    return propose(plan.tuner, {.iteration = input.iteration,
                                .summary = input.summary,
                                .baseline = input.baseline,
                                .effective = input.effective,
                                .registry = registry,
                                .options = plan.tunerOptions,
                                .state = input.state,
                                .prior = plan.prior ? &*plan.prior : nullptr});
}

Draft draftOf(const Proposal& proposal, const Overrides& baseline)
{
    Draft draft;
    draft.baselineNext = baseline;
    draft.step.hasProposal = true;
    draft.step.proposed = proposal.deltas;
    draft.step.reasons = proposal.reasons;
    draft.step.expected = proposal.expected;
    draft.step.appliedDeltas.emplace();
    draft.step.dropped.emplace();
    // The loser of a conflict is recorded as dropped only where the winner did not keep the key.
    for (const auto& [name, reason] : proposal.conflicts) {
        if (!proposal.deltas.contains(name)) {
            draft.step.dropped->emplace(name, reason);
        }
    }
    return draft;
}

void skip(TuningStep& step, const SkipReason& reason)
{
    step.skip = reason;
    step.hasSkipObject = true;
}

void noteDrops(TuningStep& step, const Drops& dropped, const TuningState& state,
               const PartialFreezeStatus& freeze)
{
    bool steady = false;
    bool partial = false;
    for (const auto& [name, reason] : dropped) {
        step.dropped->insert_or_assign(name, reason);
        step.velocityViolation = step.velocityViolation || reason == DropReason::Velocity;
        step.cooldownActive = step.cooldownActive || reason == DropReason::Cooldown;
        steady = steady || reason == DropReason::SteadyFreeze;
        partial = partial || reason == DropReason::PartialFreeze;
    }
    step.freezeTriggered = steady || partial;
    step.freezeReason = steady ? state.freezeReason : "";
    if (partial) {
        step.freezeReason += (steady ? "+" : "") + freeze.reason;
    }
}

// Steps 9 of the pipeline: what is left of `kept` after bounds, written into `next`.
Deltas boundAndSet(const Deltas& kept, const ParameterRegistry& registry, TuningStep& step,
                   Overrides& next)
{
    Deltas applied;
    for (const auto& [name, delta] : kept) {
        const ParameterSpec& spec = *registry.find(name); // the filters dropped unknown names
        const auto previous = valueOrDefault(next, spec);
        if (!previous) {
            step.dropped->insert_or_assign(name, DropReason::UnknownParam);
            continue;
        }
        const BoundedChange change = boundedChange(spec, *previous, delta);
        step.bounded.insert_or_assign(name, change);
        if (std::abs(change.newValue - change.oldValue) <= kSameValueTolerance) {
            step.dropped->insert_or_assign(name, DropReason::AtBound);
            continue;
        }
        next.values.insert_or_assign(name, ParamValue{change.newValue});
        applied.emplace(name, ParamDelta{roundTo(change.newValue - change.oldValue, 12)});
    }
    return applied;
}

// Steps 7 to 10.
void decide(const ControlPlan& plan, const ParameterRegistry& registry, const ControlInput& input,
            const GuardEvaluation& guards, Draft& draft)
{
    TuningStep& step = draft.step;
    if (const auto blocked =
            guardBeforeFilters(plan, input.iteration, step.proposed, input.state, registry)) {
        skip(step, *blocked);
        return;
    }
    const TunerSettings settings = tunerSettings(input.baseline, registry);
    const FilterResult filtered =
        filterKeys(step.proposed, {.iteration = input.iteration,
                                   .phase = phaseOf(plan.phases, input.iteration),
                                   .microSteps = plan.phases.enabled,
                                   .velocity = plan.tunerOptions.velocity,
                                   .settings = settings,
                                   .elapsed = guards.clock - input.state.clock,
                                   .registry = registry,
                                   .state = input.state,
                                   .freeze = guards.freeze});
    noteDrops(step, filtered.dropped, input.state, guards.freeze.status(guards.clock));
    Overrides next = input.baseline;
    const Deltas applied = boundAndSet(filtered.kept, registry, step, next);
    if (applied.empty()) {
        skip(step, nothingLeftSkip(*step.dropped));
        return;
    }
    const StateChange change{.fromHash = stateHash(input.baseline, registry),
                             .toHash = stateHash(next, registry),
                             .oscillationWindow = settings.oscillationWindow};
    if (const auto blocked = guardAfterFilters(change, input.state)) {
        step.oscillationDetected = blocked->oscillation;
        skip(step, *blocked);
        return;
    }
    step.applied = true;
    step.appliedDeltas = applied;
    for (const auto& [name, delta] : applied) {
        step.changedKeys.push_back(name);
    }
    draft.applyId = applyId(plan.runId, input.iteration, step.proposed, registry);
    draft.baselineNext = std::move(next);
}

bool isRescueBlocked(const ControlPlan& plan, const ControlInput& input)
{
    const PhaseLimits limits = phaseLimits(phaseOf(plan.phases, input.iteration));
    const auto risk = input.summary.at(Metric::RiskRatio);
    const auto p95 = input.summary.at(Metric::P95LatencyMs);
    return (risk && *risk > limits.rescueBlockRisk) || (p95 && *p95 > limits.rescueBlockP95Ms);
}

GuardStatus guardStatus(const TuningState& state, std::string action, std::string reason,
                        bool rescueBlocked)
{
    return {.oscillation = state.oscillation,
            .latencyHard = state.latencyHard,
            .partialFreeze = state.partialFreeze,
            .action = std::move(action),
            .reason = std::move(reason),
            .clock = state.clock,
            .frozenUntilIter = state.frozenUntilIter,
            .rescueBlocked = rescueBlocked};
}

// Hashes and the overrides of the next iteration, once B is decided.
ControlOutcome outcomeOf(const ControlPlan& plan, const ParameterRegistry& registry,
                         const ControlInput& input, Draft draft)
{
    ControlOutcome outcome;
    outcome.step = std::move(draft.step);
    outcome.baselineNext = std::move(draft.baselineNext);
    outcome.effectiveNext =
        effectiveOverrides(plan, registry, outcome.baselineNext, input.iteration + 1,
                           input.summary.at(Metric::P95LatencyMs));
    outcome.step.oldHash = stateHash(input.effective, registry);
    outcome.step.stateHash = stateHash(outcome.effectiveNext, registry);
    outcome.step.baselineHash = stateHash(outcome.baselineNext, registry);
    outcome.step.signature = outcome.step.stateHash;
    outcome.step.rationale = join(outcome.step.reasons, " | ");
    return outcome;
}
} // namespace

ControlOutcome controlStep(const ControlPlan& plan, const ParameterRegistry& registry,
                           const ControlInput& input)
{
    const Proposal proposal = proposalFor(plan, registry, input);
    Draft draft = draftOf(proposal, input.baseline);
    const bool rescueBlocked = isRescueBlocked(plan, input);
    if (input.iteration <= input.state.lastIteration) {
        skip(draft.step, alreadyAppliedSkip());
        ControlOutcome outcome = outcomeOf(plan, registry, input, std::move(draft));
        outcome.state = input.state;
        outcome.step.guards = guardStatus(outcome.state, "none", "", rescueBlocked);
        return outcome;
    }
    const GuardEvaluation guards = evaluateGuards(input.samples, input.state);
    if (guards.latencyUnknown) {
        draft.step.reasons.emplace_back("P95_UNKNOWN");
    }
    decide(plan, registry, input, guards, draft);
    const std::string id = draft.applyId;
    ControlOutcome outcome = outcomeOf(plan, registry, input, std::move(draft));
    outcome.state = remember(input.state, {.iteration = input.iteration,
                                           .summary = input.summary,
                                           .step = outcome.step,
                                           .guards = guards,
                                           .fallbackProposed = proposal.fallback,
                                           .model = proposal.model,
                                           .applyId = id,
                                           .baselineFrom = stateHash(input.baseline, registry),
                                           .settings = tunerSettings(input.baseline, registry),
                                           .registry = registry});
    outcome.step.guards = guardStatus(outcome.state, guards.action, guards.reason, rescueBlocked);
    return outcome;
}

} // namespace soak
