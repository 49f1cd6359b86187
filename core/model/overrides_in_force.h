// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/soak_run.h"

namespace soak
{

// What was in force during `iteration`; without one, what the run ended with (the live file, else
// what the last iteration left). Errors: NotFound (no such iteration), BadInput (the run recorded
// none there).
Result<Overrides> overridesInForce(const SoakRun& run, std::optional<int> iteration);

} // namespace soak
