// SPDX-License-Identifier: GPL-3.0-or-later
// Parts that several Markdown reports share.
#pragma once

#include "core/analysis/judgement.h"
#include "core/report/report_context.h"

#include <string>
#include <string_view>

namespace soak
{

// "# title", then a bold line "Generated" and whatever `lines` has ("**Name:** value").
std::string markdownHead(std::string_view title, const ReportContext& context,
                         const std::vector<std::string>& lines);
std::string markdownFoot(const ReportContext& context);

// A number and a unit, or a target: what is ours stays as it is, the unit (a profile's) is escaped.
std::string markdownNumber(std::string_view text);

// "**Verdict:** PASS - why"
std::string verdictLine(const Judgement& judgement);
// Goal, target, value of the window, margin, status: the four goals.
std::string goalsTable(const Judgement& judgement);
// Gate, target, value, margin, n, broken by, status: every row of the profile.
std::string gatesTable(const Judgement& judgement);
// Parameter, now, change, suggested, why: of one list of recommendations.
std::string recommendationTable(const std::vector<Recommendation>& recommendations,
                                std::string_view goal);

} // namespace soak
