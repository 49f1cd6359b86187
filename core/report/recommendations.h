// SPDX-License-Identifier: GPL-3.0-or-later
// RECOMMENDATIONS.md: concrete changes for each unmet goal, or what could still be better
// (DOMAIN 1.8, 4.11).
#pragma once

#include "core/analysis/judgement.h"
#include "core/report/report_context.h"

#include <string>

namespace soak
{

std::string recommendationsMarkdown(const Judgement& judgement, const ReportContext& context);

} // namespace soak
