// SPDX-License-Identifier: GPL-3.0-or-later
// Where the goals stand, and how the overrides move them, learned from iteration to iteration
// (SIMULATOR 11, step 2): a Kalman gain for the first, a damped Broyden update for the second.
#pragma once

#include "core/model/influence.h"
#include "core/model/iteration.h"
#include "core/model/overrides.h"

#include <array>
#include <optional>

namespace soak
{

// In the units of influenceGoals(); absent where the iteration did not measure it.
std::array<std::optional<double>, kInfluenceGoals> goalsOf(const IterationSummary& summary);

// Positions in the apply ranges; where a parameter is absent, of its default.
ParamVector positionsOf(const Overrides& overrides, const ParameterRegistry& registry);

// The state after an iteration that was measured under `position`. `before` absent: the first one,
// with the prior.
ModelState learned(const std::optional<ModelState>& before, const InfluenceMatrix& prior,
                   int iteration, const ParamVector& position,
                   const std::array<std::optional<double>, kInfluenceGoals>& measured);

// J d
GoalVector effectOf(const InfluenceMatrix& influence, const ParamVector& change);

} // namespace soak
