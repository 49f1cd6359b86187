// SPDX-License-Identifier: GPL-3.0-or-later
// resources/sim/prior_influence.json: what engine `model` believes before its first iteration, and
// the runs that it was measured in.
#pragma once

#include "core/sweep/calibrate.h"

#include <string>
#include <string_view>

namespace soak
{

struct InfluencePrior {
    CalibrationPlan plan;
    ResponsePrior curves;
};

std::string influencePriorText(const InfluencePrior& prior);
// Errors: BadInput (not JSON, not of this schema, a number is missing).
Result<InfluencePrior> parseInfluencePrior(std::string_view text, std::string_view file);

// The one in the program, made by `soak sweep --calibrate`.
const InfluencePrior& builtinPrior();

} // namespace soak
