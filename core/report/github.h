// SPDX-License-Identifier: GPL-3.0-or-later
// What GitHub shows of a run: the job summary and annotations.
#pragma once

#include "core/analysis/judgement.h"
#include "core/report/report_context.h"

#include <string>

namespace soak
{

// GitHub refuses a summary of 1 MiB; ours ends below, and says so when it was cut.
inline constexpr std::size_t kMostSummaryBytes = 1000 * 1000;
// GitHub shows ten annotations of a kind per step.
inline constexpr std::size_t kMostAnnotations = 10;

std::string githubSummary(const Judgement& judgement, const ReportContext& context);

// Workflow commands (::error::, ::warning::, ::notice::), one a line, worst first; at most
// kMostAnnotations of a kind, the last of which then counts the rest.
std::string githubAnnotations(const Judgement& judgement);

} // namespace soak
