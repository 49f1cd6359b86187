// SPDX-License-Identifier: GPL-3.0-or-later
// Engine `model`: estimates where the goals stand, and takes the step that its influence matrix
// expects the most of (SIMULATOR 11).
#include "core/base/text.h"
#include "core/control/influence_estimate.h"
#include "core/control/proposal_rules.h"
#include "core/control/safe_step.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

constexpr double kMakerTarget = 0.86;
constexpr double kRiskTarget = 0.34;
constexpr double kNetTargetBps = 2.9;
constexpr double kP95LimitMs = 340;
constexpr double kP95UnitMs = 30;
// A limit on the largest of eight needs room for noise.
constexpr double kNoiseRoom = 2.2;
constexpr double kNoiseFactor = 1.25;
constexpr double kLeastNoise = 0.12;
constexpr double kMostNoise = 0.95;
constexpr int kStepDecimals = 6;
constexpr int kEffectDecimals = 4;

double p95TargetMs(const ModelState& state)
{
    const double noise =
        std::clamp(kNoiseFactor * std::sqrt(state.latencyNoise), kLeastNoise, kMostNoise);
    return kP95LimitMs - kNoiseRoom * noise * kP95UnitMs;
}

GoalVector targetsOf(const ModelState& state)
{
    GoalVector targets{kMakerTarget, p95TargetMs(state), kRiskTarget, kNetTargetBps};
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        targets.at(k) /= influenceGoals()[k].unit;
    }
    return targets;
}

std::string numberOf(double value, int decimals)
{
    return plainText(roundTo(value, decimals));
}

// "p95_latency_ms 351.2 aimed at 322.4"
std::string missedText(std::size_t k, const ModelState& state, const GoalVector& targets)
{
    const InfluenceGoal& goal = influenceGoals()[k];
    return std::string(specOf(goal.metric).key) + " " +
           numberOf(state.estimate.at(k) * goal.unit, 3) + " aimed at " +
           numberOf(targets.at(k) * goal.unit, 3);
}

// The step in the units of the parameters; what rounds to nothing is left out, with its effect.
Deltas deltasOf(ParamVector& step, const TunerInput& input)
{
    Deltas deltas;
    for (std::size_t i = 0; i < kInfluenceParams; ++i) {
        if (step.at(i) == 0) {
            continue;
        }
        const ParameterSpec& spec = *input.registry.find(influenceParams()[i]);
        const double wanted = amountOf(spec, step.at(i));
        const double amount =
            spec.isInteger ? roundHalfAway(wanted) : roundTo(wanted, kStepDecimals);
        step.at(i) = amountOf(spec, 1) == 0 ? 0 : amount / amountOf(spec, 1);
        if (amount != 0) {
            deltas.emplace(spec.name, ParamDelta{amount});
        }
    }
    return deltas;
}

std::string changesText(const Deltas& deltas)
{
    std::vector<std::string> parts;
    for (const auto& [name, delta] : deltas) {
        parts.push_back(name + " " + signedText(delta.amount));
    }
    return join(parts, ", ");
}

std::string expectedText(const std::map<Metric, double>& expected)
{
    std::vector<std::string> parts;
    for (const auto& [metric, change] : expected) {
        parts.push_back(std::string(specOf(metric).key) + " " +
                        signedText(roundTo(change, kEffectDecimals)));
    }
    return "EXPECTED " + join(parts, ", ");
}

} // namespace

Proposal proposeModel(const TunerInput& input)
{
    Proposal proposal;
    if (input.prior == nullptr && !input.state.model) {
        proposal.reasons.emplace_back("NO_PRIOR");
        return proposal;
    }
    const auto measured = goalsOf(input.summary);
    const ModelState state =
        learned(input.state.model, input.prior == nullptr ? InfluenceMatrix{} : *input.prior,
                input.iteration, positionsOf(input.effective, input.registry), measured);
    proposal.model = state;
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        if (!measured.at(k)) {
            proposal.reasons.push_back("NO_DATA " +
                                       std::string(specOf(influenceGoals()[k].metric).key));
        }
    }
    if (!proposal.reasons.empty()) {
        return proposal;
    }
    const GoalVector targets = targetsOf(state);
    GoalVector shortfall{};
    std::vector<std::string> missed;
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        shortfall.at(k) = targets.at(k) - state.estimate.at(k);
        if (shortfall.at(k) > 0) {
            missed.push_back(missedText(k, state, targets));
        }
    }
    if (missed.empty()) {
        proposal.reasons.emplace_back("STABLE");
        return proposal;
    }
    ParamVector step =
        safeStep(state.influence, shortfall, positionsOf(input.baseline, input.registry));
    proposal.deltas = deltasOf(step, input);
    if (proposal.deltas.empty()) {
        proposal.reasons.push_back("NO_STEP " + join(missed, ", "));
        return proposal;
    }
    const GoalVector effect = effectOf(state.influence, step);
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        proposal.expected.emplace(influenceGoals()[k].metric,
                                  effect.at(k) * influenceGoals()[k].unit);
    }
    proposal.reasons.push_back("MODEL " + join(missed, ", ") + ": " + changesText(proposal.deltas));
    proposal.reasons.push_back(expectedText(proposal.expected));
    return proposal;
}

} // namespace soak
