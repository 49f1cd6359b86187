// SPDX-License-Identifier: GPL-3.0-or-later
// What `soak compare --arm-a ... --arm-b ...` says of two arms of runs: as compare_report.h says it
// of pairs, and beside it the value of each run.
#pragma once

#include "core/analysis/arm_comparison.h"
#include "core/report/report_context.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace soak
{

std::string armsText(const ArmComparison& comparison);
std::string armsMarkdown(const ArmComparison& comparison, const ReportContext& context);
// One page: tables and a forest plot as inline SVG; no script.
std::string armsHtml(const ArmComparison& comparison, const ReportContext& context);
// Everything, unrounded; what cannot be computed is null.
nlohmann::json armsJson(const ArmComparison& comparison);

} // namespace soak
