// SPDX-License-Identifier: GPL-3.0-or-later
// `soak show`: a run in one screen, or one of its iterations.
#pragma once

#include "core/analysis/judgement.h"
#include "core/report/report_context.h"

#include <string>

namespace soak
{

std::string showRunText(const Judgement& judgement, const ReportContext& context);
std::string showRunJson(const Judgement& judgement, const ReportContext& context);

// Errors: NotFound when the run has no such iteration; the message says which there are.
Result<std::string> showIterationText(const Judgement& judgement, int iteration);
Result<std::string> showIterationJson(const Judgement& judgement, int iteration,
                                      const ReportContext& context);

} // namespace soak
