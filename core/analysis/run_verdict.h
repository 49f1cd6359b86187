// SPDX-License-Identifier: GPL-3.0-or-later
// The four KPI goals and the verdict made of them (DOMAIN 2.6).
#pragma once

#include "core/analysis/gates.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

std::string_view keyOf(GateResultVerdict verdict); // PASS, WARN, FAIL, NO DATA

// The rows of the mission profile for goalMetrics(), in that order.
std::vector<GateSpec> goalSpecs();

// `rows`: the four goal rows, evaluated.
Goals goalsOf(std::span<const GateResult> rows);
int countMet(const Goals& goals);

// PASS: all four are met. WARN: risk and net are, and none is unknown. Else FAIL.
RunVerdict verdictOf(const Goals& goals);
// "all four goals are met", or which are not, and why.
std::string verdictText(std::span<const GateResult> rows);

// Iterations of the window whose own values meet all four thresholds; a missing value meets none.
int countPassing(const SoakRun& run, const Window& window, std::span<const GateSpec> goals);

} // namespace soak
