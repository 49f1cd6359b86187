// SPDX-License-Identifier: GPL-3.0-or-later
// controlStep against the naive implementation, and the laws of tuning, over random runs.
#include "core/base/text.h"
#include "tests/control/random_run.h"
#include "tests/support/golden.h"
#include "tests/support/property.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{
constexpr double kSame = 1e-9;

std::string textOf(const naive::Numbers& numbers)
{
    std::string text;
    for (const auto& [name, value] : numbers) {
        text += name + "=" + fixedText(value, 9) + " ";
    }
    return text;
}

naive::Numbers numbersOf(const Deltas& deltas)
{
    naive::Numbers result;
    for (const auto& [name, delta] : deltas) {
        result[name] = delta.amount;
    }
    return result;
}

naive::Numbers numbersOf(const Overrides& overrides)
{
    naive::Numbers result;
    for (const auto& [name, value] : overrides.values) {
        result[name] = value.amount;
    }
    return result;
}

std::string textOf(const std::set<std::string>& words)
{
    return join({words.begin(), words.end()}, " ");
}

std::set<std::string> flagsOf(const SkipReason& skip)
{
    std::set<std::string> flags;
    const std::vector<std::pair<bool, const char*>> all{{skip.cooldown, "cooldown"},
                                                        {skip.velocity, "velocity"},
                                                        {skip.oscillation, "oscillation"},
                                                        {skip.freeze, "freeze"},
                                                        {skip.noOp, "no_op"},
                                                        {skip.partialFreeze, "partial_freeze"},
                                                        {skip.lateIteration, "late_iteration"},
                                                        {skip.duplicate, "duplicate"},
                                                        {skip.noDeltas, "no_deltas"},
                                                        {skip.microSteps, "micro_steps"},
                                                        {skip.atBound, "at_bound"},
                                                        {skip.disabled, "disabled"}};
    for (const auto& [flag, name] : all) {
        if (flag) {
            flags.insert(name);
        }
    }
    return flags;
}

// Everything that both decide, as text: a difference then shows itself.
std::string decided(const RunStep& at)
{
    const TuningStep& step = at.outcome.step;
    const std::vector<std::string>& frozen = step.guards->partialFreeze.subsystems;
    std::string text = "proposed: " + textOf(numbersOf(step.proposed));
    text += "\napplied: " + textOf(numbersOf(*step.appliedDeltas));
    text += "\ndropped: " + join(lines(*step.dropped), " ");
    text += "\nskip: " + textOf(flagsOf(step.skip));
    text += "\nbaseline: " + textOf(numbersOf(at.outcome.baselineNext));
    text += "\neffective: " + textOf(numbersOf(at.outcome.effectiveNext));
    text += std::string("\nflags: ") + (step.oscillationDetected ? "oscillation " : "") +
            (step.velocityViolation ? "velocity " : "") + (step.cooldownActive ? "cooldown " : "") +
            (step.freezeTriggered ? "freeze " : "");
    text += "\nguards: " + step.guards->action + " " + join(frozen, " ");
    text += "\nsteady until: " + std::to_string(step.guards->frozenUntilIter.value_or(0));
    text += step.guards->rescueBlocked ? "\nrescue blocked" : "";
    return text;
}

std::string decided(const naive::Outcome& outcome)
{
    std::vector<std::string> dropped;
    for (const auto& [name, reason] : outcome.dropped) {
        dropped.push_back(name + " " + reason);
    }
    std::string text = "proposed: " + textOf(outcome.proposed);
    text += "\napplied: " + textOf(outcome.applied);
    text += "\ndropped: " + join(dropped, " ");
    text += "\nskip: " + textOf(outcome.skipFlags);
    text += "\nbaseline: " + textOf(outcome.baseline);
    text += "\neffective: " + textOf(outcome.effective);
    text += std::string("\nflags: ") + (outcome.oscillation ? "oscillation " : "") +
            (outcome.velocity ? "velocity " : "") + (outcome.cooldown ? "cooldown " : "") +
            (outcome.freeze ? "freeze " : "");
    text += "\nguards: " + outcome.action + " " + textOf(outcome.frozen);
    text += "\nsteady until: " + std::to_string(outcome.frozenUntil.value_or(0));
    text += outcome.rescueBlocked ? "\nrescue blocked" : "";
    return text;
}

RandomRun arbitraryRun()
{
    const int iterations = *rc::gen::inRange(1, 101);
    return randomRun(*rc::gen::arbitrary<std::uint64_t>(), iterations);
}

double amountOf(const Deltas& deltas, std::string_view name)
{
    const auto found = deltas.find(name);
    return found == deltas.end() ? 0 : found->second.amount;
}
} // namespace

SOAK_PROPERTY(ControlStep, DecidesAsTheNaiveImplementation, ())
{
    const RandomRun run = arbitraryRun();
    const std::vector<RunStep> ours = runControl(run);
    const std::vector<naive::Outcome> naive = runNaive(run);
    RC_ASSERT(ours.size() == naive.size());
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const std::string differences = differingLines(decided(naive[i]), decided(ours[i]));
        if (!differences.empty()) {
            RC_FAIL(run.options.engine + ", iteration " + std::to_string(i + 1) +
                    " (- naive, + ours)\n" + differences);
        }
    }
}

SOAK_PROPERTY(ControlStep, AppliesNoValueFurtherOutsideItsBounds, ())
{
    for (const RunStep& at : runControl(arbitraryRun())) {
        for (const auto& [name, delta] : *at.outcome.step.appliedDeltas) {
            const ParameterSpec& spec = *ParameterRegistry::builtin().find(name);
            const double before = valueOrDefault(at.baseline, spec)->amount;
            const double after = at.outcome.baselineNext.values.at(name).amount;
            const ParamRange range = effectiveRange(spec);
            RC_ASSERT(after >= std::min(range.low, before));
            RC_ASSERT(after <= std::max(range.high, before));
            RC_ASSERT(std::abs(after - before - delta.amount) <= kSame);
            RC_ASSERT((after - before) * amountOf(at.outcome.step.proposed, name) > 0);
        }
    }
}

SOAK_PROPERTY(ControlStep, LoosensNoRebidParameterWhileRiskIsHigh, ())
{
    const RandomRun run = arbitraryRun();
    for (const RunStep& at : runControl(run)) {
        const naive::Numbers& kpis =
            run.iterations[static_cast<std::size_t>(at.iteration - 1)].kpis;
        const auto risk = kpis.find("risk_ratio");
        if (risk == kpis.end() || risk->second < 0.40) {
            continue;
        }
        for (const Deltas* deltas : {&at.outcome.step.proposed, &*at.outcome.step.appliedDeltas}) {
            RC_ASSERT(amountOf(*deltas, "min_interval_ms") >= 0);
            RC_ASSERT(amountOf(*deltas, "replace_rate_per_min") <= 0);
            RC_ASSERT(amountOf(*deltas, "base_spread_bps_delta") >= 0);
            RC_ASSERT(amountOf(*deltas, "base_spread_bps") >= 0);
        }
    }
}

SOAK_PROPERTY(ControlStep, MovesNoParameterOfAFrozenSubsystem, ())
{
    for (const RunStep& at : runControl(arbitraryRun())) {
        const auto& frozen = at.outcome.step.guards->partialFreeze.subsystems;
        for (const auto& [name, delta] : *at.outcome.step.appliedDeltas) {
            const std::string subsystem(keyOf(ParameterRegistry::builtin().find(name)->subsystem));
            RC_ASSERT(std::find(frozen.begin(), frozen.end(), subsystem) == frozen.end());
        }
        for (const std::string& subsystem : frozen) {
            RC_ASSERT(subsystem != "edge");
        }
    }
}

SOAK_PROPERTY(ControlStep, AccountsForEveryProposedKey, ())
{
    for (const RunStep& at : runControl(arbitraryRun())) {
        const TuningStep& step = at.outcome.step;
        for (const auto& [name, delta] : step.proposed) {
            const bool applied = step.appliedDeltas->contains(name);
            const bool dropped = step.dropped->contains(name);
            RC_ASSERT(!(applied && dropped));
            RC_ASSERT(applied || dropped || step.skip.anyFlag());
        }
        RC_ASSERT(step.applied == !step.appliedDeltas->empty());
        RC_ASSERT(step.applied == !step.skip.anyFlag());
    }
}

SOAK_PROPERTY(ControlStep, RemembersEachIteration, ())
{
    const RandomRun run = arbitraryRun();
    for (const RunStep& at : runControl(run)) {
        const std::string hash = stateHash(at.outcome.baselineNext, ParameterRegistry::builtin());
        RC_ASSERT(at.outcome.state.lastIteration == at.iteration);
        RC_ASSERT(at.outcome.state.distinctStates.back() == hash);
        RC_ASSERT(at.outcome.state.history.size() <= kStateHistoryLimit);
        RC_ASSERT(at.outcome.state.history.back().iteration == at.iteration);
    }
}

} // namespace soak
