// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/judgement.h"

#include <span>

namespace soak
{

// The direction of `values`, given in order of iteration: mean of the last quarter against that of
// the first, beyond 5 % of the first and `epsilon`, the metric's own (DOMAIN 2.4). Flat for fewer
// than two values.
Trend trendOf(std::span<const double> values, double epsilon);

} // namespace soak
