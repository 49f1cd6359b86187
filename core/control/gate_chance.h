// SPDX-License-Identifier: GPL-3.0-or-later
// How likely the next window of iterations is to meet the gates of the four goals.
#pragma once

#include "core/model/influence.h"

namespace soak
{

// In the units of influenceGoals().
struct GoalStanding {
    GoalVector goal{};  // what one iteration is expected to measure
    GoalVector noise{}; // its standard deviation
    GoalVector doubt{}; // variance of the expectation itself
};

// -ln of the standard normal distribution at `z`, within .008 of it above -4 and 3 % below, from a
// table: the same bits with every library. Convex, so that of two goals missed the one further off
// counts more.
double minusLogNormal(double z);

// For each goal -ln of the chance that the mission profile's gate is met by a window of it, all
// iterations being drawn alike (normal): a mean of n has the variance noise^2 / n, a median
// pi / 2 of that, and the largest of n is met where each is. 0 = certain; the sum is -ln of the
// chance to be green.
GoalVector gateDoubts(const GoalStanding& standing);

// 0 to 1.
double chanceOf(double doubt);

} // namespace soak
