// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/influence_estimate.h"

#include "core/control/proposal_rules.h"

#include <algorithm>

namespace soak
{

namespace
{

// Noise of one iteration's measurement, mean square.
constexpr GoalVector kMeasurementNoise{0.05, 0.12, 0.04, 0.45};
constexpr double kDrift = 0.03;       // of a goal between two iterations, mean square
constexpr double kDoubtOfSteps = 0.5; // of what the influence says about a step
constexpr double kLearningRate = 0.25;
constexpr double kDamping = 0.02;
constexpr double kLeastStep = 0.003; // squared length that something can be learned from
constexpr std::size_t kLatency = 1;  // of influenceGoals()
constexpr double kFirstLatencyNoise = 0.06;
constexpr double kLatencyNoiseGain = 0.12;
constexpr double kMostSurprise = 2; // squared

double squaredLength(const ParamVector& change)
{
    double sum = 0;
    for (const double one : change) {
        sum += one * one;
    }
    return sum;
}

void learnGoal(ModelState& state, std::size_t k, double measured, const ParamVector& step)
{
    if (!state.isKnown.at(k)) {
        state.isKnown.at(k) = true;
        state.estimate.at(k) = measured;
        state.variance.at(k) = kMeasurementNoise.at(k);
        return;
    }
    const double length = squaredLength(step);
    const double surprise = measured - state.estimate.at(k);
    const double gain = state.variance.at(k) / (state.variance.at(k) + kMeasurementNoise.at(k));
    state.estimate.at(k) += gain * surprise;
    state.variance.at(k) *= 1 - gain;
    if (k == kLatency) {
        state.latencyNoise +=
            kLatencyNoiseGain * (std::min(surprise * surprise, kMostSurprise) - state.latencyNoise);
    }
    if (length > kLeastStep) {
        for (std::size_t i = 0; i < kInfluenceParams; ++i) {
            state.influence.at(k).at(i) +=
                kLearningRate * surprise * step.at(i) / (length + kDamping);
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

GoalVector effectOf(const InfluenceMatrix& influence, const ParamVector& change)
{
    GoalVector effect{};
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        for (std::size_t i = 0; i < kInfluenceParams; ++i) {
            effect.at(k) += influence.at(k).at(i) * change.at(i);
        }
    }
    return effect;
}

ModelState learned(const std::optional<ModelState>& before, const InfluenceMatrix& prior,
                   int iteration, const ParamVector& position,
                   const std::array<std::optional<double>, kInfluenceGoals>& measured)
{
    ModelState state;
    ParamVector step{};
    if (before) {
        state = *before;
        for (std::size_t i = 0; i < kInfluenceParams; ++i) {
            step.at(i) = position.at(i) - before->position.at(i);
        }
    } else {
        state.influence = prior;
        state.latencyNoise = kFirstLatencyNoise;
    }
    state.iteration = iteration;
    state.position = position;
    const GoalVector moved = effectOf(state.influence, step);
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        state.estimate.at(k) += moved.at(k);
        state.variance.at(k) += kDrift + kDoubtOfSteps * squaredLength(step);
    }
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        if (measured.at(k)) {
            learnGoal(state, k, *measured.at(k), step);
        }
    }
    return state;
}

} // namespace soak
