// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/influence_estimate.h"

#include "core/control/proposal_rules.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

constexpr double kDrift = 0.03;       // of a goal between two iterations, mean square
constexpr double kDoubtOfSteps = 0.5; // of what the curves say about a step
constexpr double kLearningRate = 0.25;
constexpr double kDamping = 0.02;
constexpr double kLeastStep = 0.003; // squared length that something can be learned from
constexpr double kSurpriseGain = 0.12;
constexpr double kMostSurprise =
    4; // squared, by that expected: an outlier counts as two deviations
constexpr double kLeastFactor = 0.1; // what the surprises may make of the prior's mean square
constexpr double kMostFactor = 8;
constexpr double kLeastNoise = 0.05; // of a prior that was measured without any

double squaredLength(const ParamVector& change)
{
    double sum = 0;
    for (const double one : change) {
        sum += one * one;
    }
    return sum;
}

void learnGoal(ModelState& state, std::size_t k, double measured, double noise,
               const ParamVector& step)
{
    const double measurement = noise * noise;
    if (!state.isKnown.at(k)) {
        state.isKnown.at(k) = true;
        state.estimate.at(k) = measured;
        state.variance.at(k) = measurement;
        return;
    }
    const double length = squaredLength(step);
    const double surprise = measured - state.estimate.at(k);
    const double expected = state.variance.at(k) + measurement;
    const double gain = state.variance.at(k) / expected;
    state.estimate.at(k) += gain * surprise;
    state.variance.at(k) *= 1 - gain;
    state.surprise.at(k) *=
        1 + kSurpriseGain * (std::min(surprise * surprise / expected, kMostSurprise) - 1);
    state.surprise.at(k) = std::clamp(state.surprise.at(k), kLeastFactor, kMostFactor);
    if (length > kLeastStep) {
        for (std::size_t i = 0; i < kInfluenceParams; ++i) {
            state.correction.at(k).at(i) +=
                kLearningRate * gain * surprise * step.at(i) / (length + kDamping);
        }
    }
}

} // namespace

std::array<std::optional<double>, kInfluenceGoals> goalsOf(const IterationSummary& summary)
{
    std::array<std::optional<double>, kInfluenceGoals> goals;
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        const InfluenceGoal& goal = influenceGoals()[k];
        if (const std::optional<double> value = summary.at(goal.metric)) {
            goals.at(k) = *value / goal.unit;
        }
    }
    return goals;
}

ParamVector positionsOf(const Overrides& overrides, const ParameterRegistry& registry)
{
    ParamVector positions{};
    for (std::size_t i = 0; i < kInfluenceParams; ++i) {
        const ParameterSpec* spec = registry.find(influenceParams()[i]);
        SOAK_ASSERT(spec != nullptr && spec->defaultValue.has_value());
        positions.at(i) = positionOf(
            *spec, currentValue(overrides, registry, spec->name).value_or(*spec->defaultValue));
    }
    return positions;
}

double valueAt(const ResponseCurve& curve, double position)
{
    const double at = std::clamp(position, 0.0, 1.0) * (kCurveKnots - 1);
    const std::size_t knot = std::min(static_cast<std::size_t>(at), kCurveKnots - 2);
    const double rest = at - static_cast<double>(knot);
    return curve.at(knot) * (1 - rest) + curve.at(knot + 1) * rest;
}

GoalVector effectOf(const ResponsePrior& prior, const InfluenceMatrix& correction,
                    const ParamVector& from, const ParamVector& to)
{
    GoalVector effect{};
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        for (std::size_t i = 0; i < kInfluenceParams; ++i) {
            const ResponseCurve& curve = prior.response.at(k).at(i);
            effect.at(k) += valueAt(curve, to.at(i)) - valueAt(curve, from.at(i)) +
                            correction.at(k).at(i) * (to.at(i) - from.at(i));
        }
    }
    return effect;
}

GoalVector noiseAt(const ResponsePrior& prior, const GoalVector& surprise,
                   const ParamVector& position)
{
    GoalVector noise{};
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        noise.at(k) = prior.middleNoise.at(k) * std::sqrt(surprise.at(k));
        for (std::size_t i = 0; i < kInfluenceParams; ++i) {
            noise.at(k) *= valueAt(prior.noise.at(k).at(i), position.at(i));
        }
        noise.at(k) = std::max(noise.at(k), kLeastNoise);
    }
    return noise;
}

ModelState learned(const std::optional<ModelState>& before, const ResponsePrior& prior,
                   int iteration, const ParamVector& position,
                   const std::array<std::optional<double>, kInfluenceGoals>& measured)
{
    ModelState state;
    state.surprise.fill(1);
    ParamVector step{};
    if (before) {
        state = *before;
        for (std::size_t i = 0; i < kInfluenceParams; ++i) {
            step.at(i) = position.at(i) - before->position.at(i);
        }
        const GoalVector moved = effectOf(prior, state.correction, before->position, position);
        for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
            state.estimate.at(k) += moved.at(k);
            state.variance.at(k) += kDrift + kDoubtOfSteps * squaredLength(step);
        }
    }
    state.iteration = iteration;
    state.position = position;
    const GoalVector noise = noiseAt(prior, state.surprise, position);
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        if (measured.at(k)) {
            learnGoal(state, k, *measured.at(k), noise.at(k), step);
        }
    }
    return state;
}

} // namespace soak
