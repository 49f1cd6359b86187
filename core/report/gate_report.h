// SPDX-License-Identifier: GPL-3.0-or-later
// The result of `gate`: every row of the profile, for machines and for a terminal.
#pragma once

#include "core/analysis/gate_confidence.h"
#include "core/analysis/judgement.h"
#include "core/report/report_context.h"

#include <string>

namespace soak
{

// verdict.json: {schema, profile, verdict, passed, rows[…], …}; written also when the gate failed.
// With `confidence` its call decides `passed` and `exit_code`, and stands beside the point verdict.
std::string gateJson(const Judgement& judgement, const ReportContext& context,
                     const GateConfidence* confidence = nullptr);
// A row per gate with threshold, value, margin, n and verdict, then why, then the verdict.
std::string gateText(const Judgement& judgement);

} // namespace soak
