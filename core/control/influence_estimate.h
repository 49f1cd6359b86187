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

double valueAt(const ResponseCurve& curve, double position);

// By how much the goals change from one position to another: the prior's curves, and what was
// learned beyond them.
GoalVector effectOf(const ResponsePrior& prior, const InfluenceMatrix& correction,
                    const ParamVector& from, const ParamVector& to);

// The standard deviation of one iteration at `position`: the prior's, as much larger or smaller as
// the surprises were than it says.
GoalVector noiseAt(const ResponsePrior& prior, const GoalVector& surprise,
                   const ParamVector& position);

// The state after an iteration that was measured under `position`. `before` absent: the first one.
ModelState learned(const std::optional<ModelState>& before, const ResponsePrior& prior,
                   int iteration, const ParamVector& position,
                   const std::array<std::optional<double>, kInfluenceGoals>& measured);

} // namespace soak
