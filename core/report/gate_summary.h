// SPDX-License-Identifier: GPL-3.0-or-later
// The short form of the gates that `run --gate-summary` writes (DOMAIN 1.9).
#pragma once

#include "core/analysis/judgement.h"
#include "core/report/report_context.h"

#include <string>

namespace soak
{

// {"verdict","gates":{id:{threshold,actual,pass,severity}}}; no data is actual null and pass null.
std::string gateSummaryJson(const Judgement& judgement, const ReportContext& context);

} // namespace soak
