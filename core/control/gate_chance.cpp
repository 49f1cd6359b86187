// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/gate_chance.h"

#include "core/base/result.h"
#include "core/model/gate_profile.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

// -ln Phi(z) for z = -4, -3.75 ... 4.
constexpr std::array kMinusLogNormal{
    10.360101, 9.333443, 8.366065, 7.457625, 6.607726, 5.815911, 5.081648, 4.404315, 3.783184,
    3.217398,  2.705944, 2.247626, 1.841022, 1.484448, 1.175912, 0.913062, 0.693147, 0.512984,
    0.368946,  0.256994, 0.172754, 0.111658, 0.069143, 0.040884, 0.023013, 0.0123,   0.006229,
    0.002984,  0.001351, 0.000577, 0.000233, 0.000088, 0.000032};
constexpr double kTableEnd = 4;
constexpr double kTableStep = 0.25;
// Beyond the table it goes on as its own Taylor polynomial.
constexpr double kSlopeAtEnd = 4.2256;
constexpr double kHalfCurvatureAtEnd = 0.476;

constexpr double kMedianVariance = 1.5707963267948966; // of a normal mean's: pi / 2

struct GoalGate {
    double limit = 0; // in the goal's unit: at least this much
    Aggregate aggregate = Aggregate::Mean;
};

using GoalGates = std::array<GoalGate, kInfluenceGoals>;

GoalGates gatesOfGoals()
{
    GoalGates gates;
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        const InfluenceGoal& goal = influenceGoals()[k];
        const auto gate =
            std::ranges::find(missionProfile().gates, specOf(goal.metric).key, &GateSpec::metric);
        SOAK_ASSERT(gate != missionProfile().gates.end());
        gates.at(k) = {gate->threshold / goal.unit, gate->aggregate};
    }
    return gates;
}

double doubtOfGate(const GoalGate& gate, double goal, double noise, double doubt)
{
    const int window = missionProfile().window;
    const double one = noise * noise;
    const double margin = goal - gate.limit;
    switch (gate.aggregate) {
    case Aggregate::Max:
    case Aggregate::Min:
        return window * minusLogNormal(margin / std::sqrt(one + doubt));
    case Aggregate::Median:
        return minusLogNormal(margin / std::sqrt(kMedianVariance * one / window + doubt));
    default:
        return minusLogNormal(margin / std::sqrt(one / window + doubt));
    }
}

} // namespace

double minusLogNormal(double z)
{
    if (z <= -kTableEnd) {
        const double beyond = -kTableEnd - z;
        return kMinusLogNormal.front() + kSlopeAtEnd * beyond +
               kHalfCurvatureAtEnd * beyond * beyond;
    }
    if (!(z < kTableEnd)) {
        return 0;
    }
    const double at = (z + kTableEnd) / kTableStep;
    const auto knot = static_cast<std::size_t>(at);
    const double rest = at - static_cast<double>(knot);
    return kMinusLogNormal.at(knot) * (1 - rest) + kMinusLogNormal.at(knot + 1) * rest;
}

GoalVector gateDoubts(const GoalStanding& standing)
{
    static const GoalGates kGates = gatesOfGoals();
    GoalVector doubts{};
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        doubts.at(k) = doubtOfGate(kGates.at(k), standing.goal.at(k), standing.noise.at(k),
                                   standing.doubt.at(k));
    }
    return doubts;
}

double chanceOf(double doubt)
{
    return std::exp(-doubt);
}

} // namespace soak
