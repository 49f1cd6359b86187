// SPDX-License-Identifier: GPL-3.0-or-later
// What `soak compare` says of runs held against a baseline (STATISTICS 3): no p-value without its
// effect and interval, beside each verdict how it was come by.
#pragma once

#include "core/analysis/run_comparison.h"
#include "core/report/report_context.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace soak
{

inline constexpr std::string_view kCompareSchema = "soak-compare/1";

std::string compareText(const RunComparison& comparison);
std::string compareMarkdown(const RunComparison& comparison, const ReportContext& context);
// One page: tables, and a forest plot as inline SVG for each pair of runs; no script.
std::string compareHtml(const RunComparison& comparison, const ReportContext& context);
// Everything, unrounded; what cannot be computed is null.
nlohmann::json compareJson(const RunComparison& comparison);

// A run in a list of compared ones: "A", "B", ... "Z", "AA".
std::string runLetter(std::size_t at);

} // namespace soak
