// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/judgement.h"
#include "core/analysis/window.h"

#include <span>
#include <string>
#include <vector>

namespace soak
{

// Why the run does not qualify for a freeze (DOMAIN 2.7); empty: it does. `verdict` and `window` of
// the judgement.
std::vector<std::string> freezeBlockers(const SoakRun& run, const Window& window,
                                        RunVerdict verdict, const std::string& verdictWhy);

// Why it cannot be released, beyond that: deltas not verified strictly, parameters outside their
// safe limits at the end, a partial freeze still active, a broken chain, an iteration in which the
// engine failed, a run that did not end well, values of the `goals` missing in the window, a live
// file that is not what the last iteration left.
// `judgement`: complete but for this.
std::vector<std::string> releaseBlockers(const Judgement& judgement,
                                         const ParameterRegistry& registry);

// As Judgement has them.
std::vector<int> failedIterations(const SoakRun& run);
std::string endedHow(const SoakRun& run);

} // namespace soak
