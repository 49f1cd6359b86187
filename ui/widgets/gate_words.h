// SPDX-License-Identifier: GPL-3.0-or-later
// A gate row in words and numbers of the person's language: the digits are those of every report.
#pragma once

#include "core/analysis/gate_inputs.h"

#include <QString>

#include <vector>

namespace soak::ui
{

QString gateTitleText(const GateSpec& gate);                  // "Risk ratio", "Deltas, by value"
QString gateValueText(const GateResult& result);              // "0.427"; "—"
QString gateUnitText(const GateSpec& gate);                   // "ms"; "" of ratios
QString gateTargetText(const GateSpec& gate);                 // "≤ 0.4 median"
QString gateMarginText(const GateResult& result);             // "+0.020", "−30.0 ms"; "—"
QString gateWindowText(const std::vector<GateInput>& inputs); // "5 met, 2 broke, 1 missing"

// All of it in one sentence, for assistive tools.
QString gateSpokenText(const GateResult& result, const std::vector<GateInput>& inputs);

// Number text of a report in the chosen language: its decimal sign, a real minus, "—" for "n/a".
QString localNumber(std::string_view text);

} // namespace soak::ui
