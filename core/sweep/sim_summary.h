// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/iteration.h"
#include "core/sim/sim_kpis.h"

namespace soak
{

// What the tuners see of a simulated iteration; costs are positive (DOMAIN 2.2). What was not
// measured stays absent.
IterationSummary summaryOf(const SimKpis& kpis);

} // namespace soak
