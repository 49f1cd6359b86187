// SPDX-License-Identifier: GPL-3.0-or-later
// Random values of the model, as we would make them: ratios are ratios, times are whole
// milliseconds, names and texts are any UTF-8.
#pragma once

#include "core/model/iteration.h"
#include "core/model/tuning_state.h"

#include <rapidcheck/Gen.h>

#include <string>

namespace soak::generate
{

rc::Gen<std::string> text();
rc::Gen<double> notNegative();

// Values of any size; extras at paths that no parameter has.
rc::Gen<Overrides> overrides();

// Inside a property: an iteration of ours, the state of the tuner.
IterationRecord drawRecord(int iteration);
TuningState drawState();

} // namespace soak::generate
