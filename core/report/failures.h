// SPDX-License-Identifier: GPL-3.0-or-later
// FAILURES.md: each goal with value, target and shortfall, and everything else that went wrong
// (DOMAIN 1.8).
#pragma once

#include "core/analysis/judgement.h"
#include "core/report/report_context.h"

#include <string>

namespace soak
{

std::string failuresMarkdown(const Judgement& judgement, const ReportContext& context);

} // namespace soak
