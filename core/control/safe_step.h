// SPDX-License-Identifier: GPL-3.0-or-later
// The step that brings the goals nearer, by what is known of the overrides' influence
// (SIMULATOR 11, step 4).
#pragma once

#include "core/model/influence.h"

namespace soak
{

inline constexpr double kLongestStep = 0.12; // of a parameter's apply range, in one iteration

// 60 steps of projected gradient on sum w max(0, shortfall - J d)^2 + |d|^2 / 4, d in the box of
// +-kLongestStep that does not leave the apply ranges; a parameter that is outside is not moved
// further out. `shortfall` may be negative. Components of at most .01 are 0.
ParamVector safeStep(const InfluenceMatrix& influence, const GoalVector& shortfall,
                     const ParamVector& position);

} // namespace soak
