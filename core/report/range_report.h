// SPDX-License-Identifier: GPL-3.0-or-later
// `soak show --from --to`: some iterations judged, marked as exploratory everywhere.
#pragma once

#include "core/analysis/judge_range.h"
#include "core/report/report_context.h"

#include <string>

namespace soak
{

// The sentence that stands above each such judgement.
std::string exploratoryText(const RangeJudgement& range);
std::string rangeText(const RangeJudgement& range);
// As gateJson with `exploratory`, `from` and `to`; without what only a run has: passed, exit_code,
// run_verdict.
std::string rangeJson(const RangeJudgement& range, const ReportContext& context);

} // namespace soak
