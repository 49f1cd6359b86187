// SPDX-License-Identifier: GPL-3.0-or-later
// The step towards where the gates are most likely met, by what is known of the overrides'
// influence (SIMULATOR 11, step 4).
#pragma once

#include "core/control/gate_chance.h"
#include "core/model/influence.h"

namespace soak
{

inline constexpr double kLongestStep = 0.12; // of a parameter's apply range, in one iteration

// What the goals are expected to be at `position`, from where `state` knows them.
GoalStanding standingAt(const ResponsePrior& prior, const ModelState& state,
                        const ParamVector& position);

// A search along one parameter after the other, in twentieths of the whole range, for the least
// sum of doubts and of the price of the way, .05 per squared length; curves are not straight, so
// that what lies next to `from` may not show the way. From the first of several that are equal.
ParamVector aimOf(const ResponsePrior& prior, const ModelState& state, const ParamVector& from);

// From `from` towards the aim: at most kLongestStep along each parameter, never out of the apply
// range. Components of at most .01 are 0.
ParamVector safeStep(const ResponsePrior& prior, const ModelState& state, const ParamVector& from);

} // namespace soak
