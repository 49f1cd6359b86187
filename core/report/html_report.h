// SPDX-License-Identifier: GPL-3.0-or-later
// POST_SOAK_REPORT.html: one page with charts and tables; no script, no other file, prints well (UX
// 5).
#pragma once

#include "core/analysis/judgement.h"
#include "core/report/report_context.h"

#include <string>

namespace soak
{

// Well-formed XML as well, so that any XML tool can check and query it.
std::string htmlReport(const Judgement& judgement, const ReportContext& context);

} // namespace soak
