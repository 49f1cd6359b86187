// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/safe_step.h"

#include "core/control/influence_estimate.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

constexpr GoalVector kGoalWeights{1, 1.3, 1, 1.4};
constexpr double kStepPrice = 0.25;
constexpr int kDescents = 60;
constexpr double kShortestStep = 0.01;

struct StepBox {
    ParamVector low{};
    ParamVector high{};
};

StepBox boxAround(const ParamVector& position)
{
    StepBox box;
    for (std::size_t i = 0; i < kInfluenceParams; ++i) {
        box.low.at(i) = std::min(0.0, std::max(-kLongestStep, -position.at(i)));
        box.high.at(i) = std::max(0.0, std::min(kLongestStep, 1 - position.at(i)));
    }
    return box;
}

// No curvature of the objective is larger: its inverse is a rate that never overshoots.
double mostCurvature(const InfluenceMatrix& influence)
{
    double sum = kStepPrice;
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        for (const double one : influence.at(k)) {
            sum += kGoalWeights.at(k) * one * one;
        }
    }
    return 2 * sum;
}

ParamVector gradientAt(const ParamVector& step, const InfluenceMatrix& influence,
                       const GoalVector& shortfall)
{
    ParamVector gradient{};
    const GoalVector effect = effectOf(influence, step);
    for (std::size_t i = 0; i < kInfluenceParams; ++i) {
        gradient.at(i) = 2 * kStepPrice * step.at(i);
        for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
            const double left = std::max(0.0, shortfall.at(k) - effect.at(k));
            gradient.at(i) -= 2 * kGoalWeights.at(k) * left * influence.at(k).at(i);
        }
    }
    return gradient;
}

} // namespace

ParamVector safeStep(const InfluenceMatrix& influence, const GoalVector& shortfall,
                     const ParamVector& position)
{
    const StepBox box = boxAround(position);
    const double rate = 1 / mostCurvature(influence);
    ParamVector step{};
    for (int descent = 0; descent < kDescents; ++descent) {
        const ParamVector gradient = gradientAt(step, influence, shortfall);
        for (std::size_t i = 0; i < kInfluenceParams; ++i) {
            step.at(i) =
                std::clamp(step.at(i) - rate * gradient.at(i), box.low.at(i), box.high.at(i));
        }
    }
    for (double& one : step) {
        one = std::abs(one) <= kShortestStep ? 0 : one;
    }
    return step;
}

} // namespace soak
