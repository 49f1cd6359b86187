// SPDX-License-Identifier: GPL-3.0-or-later
// How strongly the overrides move the goals, in units that can be compared (SIMULATOR 11).
#pragma once

#include "core/model/kpi.h"
#include "core/model/parameter.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace soak
{

inline constexpr std::size_t kInfluenceGoals = 4;
inline constexpr std::size_t kInfluenceParams = 10;

using GoalVector = std::array<double, kInfluenceGoals>;
using ParamVector = std::array<double, kInfluenceParams>;

// Row k: by how much goal k changes, in its unit of below, when a parameter goes through the whole
// of its apply range.
using InfluenceMatrix = std::array<ParamVector, kInfluenceGoals>;

inline constexpr std::size_t kCurveKnots = 5;

// Values at 0, 1/4, 1/2, 3/4 and 1 of an apply range; straight between them, flat outside.
using ResponseCurve = std::array<double, kCurveKnots>;
using CurveTable = std::array<std::array<ResponseCurve, kInfluenceParams>, kInfluenceGoals>;

// What is known of the goals before a run, one parameter moved at a time, the others in the middle.
struct ResponsePrior {
    CurveTable response{}; // the goal, less what it is where all are in the middle
    CurveTable noise{};    // of one iteration: standard deviation, as a share of that in the middle
    GoalVector middleNoise{}; // that, in the goal's unit
    bool operator==(const ResponsePrior&) const = default;
};

// maker share / .10, p95 latency / -30 ms, risk ratio / -.15, net edge / .8 bps: more is better in
// each.
struct InfluenceGoal {
    Metric metric;
    double unit; // negative where less is better
};

std::span<const InfluenceGoal, kInfluenceGoals> influenceGoals();

// Flat names of the parameters that the influence is known of.
std::span<const std::string_view, kInfluenceParams> influenceParams();

// 0 at the lower end of the apply range, 1 at the upper. `spec` must have a range (asserted).
double positionOf(const ParameterSpec& spec, double value);
// The change of a value that a change of the position is; not rounded to the type.
double amountOf(const ParameterSpec& spec, double position);

// What engine `model` knows after an iteration.
struct ModelState {
    int iteration = 0;
    InfluenceMatrix correction{}; // what was learned beyond the prior's curves
    GoalVector estimate{};        // in the units of influenceGoals()
    GoalVector variance{};
    std::array<bool, kInfluenceGoals> isKnown{}; // whether the goal was ever measured
    GoalVector surprise{};  // mean square of the surprises, by that expected: 1 as the prior says
    ParamVector position{}; // of the overrides that were in force
    bool operator==(const ModelState&) const = default;
};

} // namespace soak
