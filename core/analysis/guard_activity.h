// SPDX-License-Identifier: GPL-3.0-or-later
// What guards and tuner did, by iteration.
#pragma once

#include "core/analysis/judgement.h"
#include "core/analysis/window.h"

namespace soak
{

// Iterations of the rows from `firstRow` on whose step carries the flag of a guard (guardTypesOf).
GuardActivations guardActivations(const SoakRun& run, std::size_t firstRow);

// Over the whole run: the window says nothing of what led to the final overrides (DOMAIN 1.7).
TuningSummary tuningSummary(const SoakRun& run);

// Whether a partial freeze is in force at the end of the run (DOMAIN 7.4); nullopt when its last
// iteration recorded no tuning.
std::optional<bool> isPartialFreezeActive(const SoakRun& run);

} // namespace soak
