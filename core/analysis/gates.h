// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a gate profile against a window.
#pragma once

#include "core/analysis/judgement.h"
#include "core/analysis/window.h"
#include "core/analysis/window_statistics.h"

#include <span>
#include <vector>

namespace soak
{

struct GateEvidence {
    const SoakRun& run;
    const Window& window;
    const RunStatistics& statistics; // of the window
    const Verification& verification;
};

// Compares the unrounded aggregate with the threshold. No data when the metric is in no iteration
// of the window, or is none that a run records; when `full_apply_ratio` could not be verified
// (DOMAIN 0 P1); when nobody knows how many iterations there should be (`iterations_missing` of a
// foreign run without gaps).
GateResult evaluateGate(const GateSpec& gate, const GateEvidence& evidence);
std::vector<GateResult> evaluateGates(std::span<const GateSpec> gates,
                                      const GateEvidence& evidence);

// Fail when a hard row failed, else no data when a hard row has none, else pass: soft rows only
// warn. A profile without any row has nothing to judge by: no data.
GateResultVerdict gateVerdictOf(std::span<const GateResult> gates);

} // namespace soak
