// SPDX-License-Identifier: GPL-3.0-or-later
// POST_SOAK_AUDIT.md: the run in one page for people (DOMAIN 1.8).
#pragma once

#include "core/analysis/judgement.h"
#include "core/report/report_context.h"

#include <string>

namespace soak
{

std::string auditMarkdown(const Judgement& judgement, const ReportContext& context);

} // namespace soak
