// SPDX-License-Identifier: GPL-3.0-or-later
// Engine `model`: estimates where the goals stand, and steps towards where the gates are most
// likely met (SIMULATOR 11; what differs from it is in docs/simulator.md).
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

constexpr double kEnoughDoubt = 0.05; // 95 % likely to be green: nothing is moved
constexpr double kPercent = 100;
constexpr int kStepDecimals = 6;
constexpr int kEffectDecimals = 4;
constexpr int kGoalDecimals = 3;

double sumOf(const GoalVector& values)
{
    double sum = 0;
    for (const double one : values) {
        sum += one;
    }
    return sum;
}

std::string numberOf(double value, int decimals)
{
    return plainText(roundTo(value, decimals));
}

std::string percentText(double doubt)
{
    return numberOf(chanceOf(doubt) * kPercent, 0) + " %";
}

// "p95_latency_ms near 351.2 is 4 % likely to pass"
std::string unlikelyText(const ModelState& state, const GoalVector& doubts)
{
    std::vector<std::string> parts;
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        if (doubts.at(k) >= kEnoughDoubt / kInfluenceGoals) {
            const InfluenceGoal& goal = influenceGoals()[k];
            parts.push_back(std::string(specOf(goal.metric).key) + " near " +
                            numberOf(state.estimate.at(k) * goal.unit, kGoalDecimals) + " is " +
                            percentText(doubts.at(k)) + " likely to pass");
        }
    }
    return join(parts, ", ");
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
    if (input.prior == nullptr) {
        proposal.reasons.emplace_back("NO_PRIOR");
        return proposal;
    }
    const ResponsePrior& prior = *input.prior;
    const auto measured = goalsOf(input.summary);
    const ModelState state = learned(input.state.model, prior, input.iteration,
                                     positionsOf(input.effective, input.registry), measured);
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
    const ParamVector from = positionsOf(input.baseline, input.registry);
    const GoalVector doubts = gateDoubts(standingAt(prior, state, from));
    if (sumOf(doubts) < kEnoughDoubt) {
        proposal.reasons.emplace_back("STABLE");
        return proposal;
    }
    const std::string unlikely = unlikelyText(state, doubts);
    ParamVector step = safeStep(prior, state, from);
    proposal.deltas = deltasOf(step, input);
    if (proposal.deltas.empty()) {
        proposal.reasons.push_back("NO_STEP " + unlikely);
        return proposal;
    }
    ParamVector to = from;
    for (std::size_t i = 0; i < kInfluenceParams; ++i) {
        to.at(i) += step.at(i);
    }
    const GoalVector effect = effectOf(prior, state.correction, from, to);
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        proposal.expected.emplace(influenceGoals()[k].metric,
                                  effect.at(k) * influenceGoals()[k].unit);
    }
    proposal.reasons.push_back("MODEL " + unlikely + ": " + changesText(proposal.deltas));
    proposal.reasons.push_back(expectedText(proposal.expected));
    return proposal;
}

} // namespace soak
