// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of the page, in its order.
#pragma once

#include "core/report/html_parts.h"
#include "core/report/report_context.h"

#include <cstddef>

namespace soak
{

inline constexpr std::size_t kMostTableRows = 300; // of one table; then the rest is counted

Html headSection(const Judgement& judgement, const ReportContext& context);
Html chartSection(const Judgement& judgement);
Html gateSection(const Judgement& judgement);
Html statisticsSection(const Judgement& judgement);
Html verificationSection(const Verification& verification);
Html tuningSection(const Judgement& judgement);
Html qualitySection(const Judgement& judgement);
Html recommendationSection(const Judgement& judgement);
Html iterationSection(const Judgement& judgement);
Html provenanceSection(const Judgement& judgement, const ReportContext& context);

// "17 more are not listed here.", nothing when all are.
Html cutNote(std::size_t total);

} // namespace soak
