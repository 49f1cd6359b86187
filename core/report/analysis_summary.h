// SPDX-License-Identifier: GPL-3.0-or-later
// POST_SOAK_AUDIT_SUMMARY.{md,json}: inventory, readiness, trends, tuning and verification
// (DOMAIN 1.8).
#pragma once

#include "core/analysis/judgement.h"
#include "core/report/report_context.h"

#include <string>

namespace soak
{

std::string analysisSummaryMarkdown(const Judgement& judgement, const ReportContext& context);
std::string analysisSummaryJson(const Judgement& judgement, const ReportContext& context);

} // namespace soak
