// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/judgement.h"
#include "core/analysis/window.h"

#include <vector>

namespace soak
{

// The anomalies of the window (DOMAIN 2.9), by iteration, then in the order of that table. A jump
// of risk is measured from the iteration before, even when that lies before the window or beyond a
// gap. `guards`: those of the window; a storm is reported at the guard's last iteration.
std::vector<Anomaly> findAnomalies(const SoakRun& run, const Window& window,
                                   const GuardActivations& guards);

// Whether `hash` names a state: neither absent, nor "na", nor zeros (DOMAIN 4.8).
bool isKnownHash(const std::optional<std::string>& hash);

} // namespace soak
