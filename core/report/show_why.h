// SPDX-License-Identifier: GPL-3.0-or-later
// `soak show --why`: the judgement in sentences, or one iteration of it.
#pragma once

#include "core/analysis/explain.h"
#include "core/report/report_context.h"

#include <optional>
#include <string>

namespace soak
{

// One sentence a line. Errors: NotFound when the run has no such iteration.
Result<std::string> showWhyText(const Judgement& judgement, std::optional<int> iteration);
// With the pattern, arguments and links of each sentence, for tools that say it in another
// language.
Result<std::string> showWhyJson(const Judgement& judgement, std::optional<int> iteration,
                                const ReportContext& context);

} // namespace soak
