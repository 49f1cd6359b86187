// SPDX-License-Identifier: GPL-3.0-or-later
// The confidence verdicts of a run's gates, for all reports.
#pragma once

#include "core/analysis/gate_confidence.h"
#include "core/report/html_parts.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace soak
{

// A row for each gate, why, then the call: "GO-UNPROVEN: every target is met, not proved: …".
std::string confidenceText(const GateConfidence& confidence);
// The same as a section of a Markdown report.
std::string confidenceMarkdown(const GateConfidence& confidence);
Html confidenceSection(const GateConfidence& confidence);
// {call, why, rows}; numbers rounded as in all reports.
nlohmann::json confidenceJson(const GateConfidence& confidence);

} // namespace soak
