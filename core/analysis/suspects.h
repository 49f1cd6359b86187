// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/recorded_step.h"
#include "core/analysis/spelling.h"
#include "core/analysis/verify_deltas.h"

#include <vector>

namespace soak
{

// Values of the final overrides that equal a proposed change (within 1e-9, relative), of a run that
// recorded no overrides per iteration: at the parameter's own place when the value is outside its
// safe limits, at another spelling when it differs from the parameter's value. By parameter, then
// path.
std::vector<AbsoluteDeltaSuspect> findAbsoluteDeltas(const SoakRun& run,
                                                     const ParameterRegistry& registry,
                                                     const RecordedSteps& steps,
                                                     const ConflictIndex& conflicts);

// Counts as the reference does: a proposal is applied when its parameters exist somewhere in the
// final overrides.
LegacyVerification legacyVerification(const SoakRun& run, const RecordedSteps& steps);

} // namespace soak
