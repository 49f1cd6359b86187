// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/judgement.h"

#include <vector>

namespace soak
{

// The soft gate of one iteration (DOMAIN 2.8): `warnMode` in warm-up, where nothing fails and
// latency is looked at too. A missing metric is a reason to warn.
IterationGate iterationGate(int iteration, const MetricValues& values, bool warnMode);

// Of every row of the table.
std::vector<IterationGate> iterationGates(const SoakRun& run);

} // namespace soak
