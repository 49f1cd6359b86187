// SPDX-License-Identifier: GPL-3.0-or-later
// Words and cells that text, Markdown and page of a comparison of arms have in common. For .cpp
// files of this layer.
#pragma once

#include "core/analysis/arm_comparison.h"
#include "core/report/compare_parts.h"
#include "core/report/markdown_table.h"

#include <functional>
#include <string>
#include <vector>

namespace soak
{

using TableCells = std::vector<std::string>;

RunLabels armLabels(const ArmComparison& comparison); // A1, A2, ... B1

// "arm B (5 runs) against arm A (3 runs): 1 better, ...".
std::string armHeading(const ArmComparison& comparison);

std::vector<TableColumn> armRunColumns();
TableCells armRunCells(const ArmComparison& comparison, std::size_t run);

// KPI, mean of both arms, effect, interval, runs, runs left out, sd between runs, df, Holm p,
// margin, verdict.
std::vector<TableColumn> armEffectColumns();
TableCells armEffectCells(const ArmEffect& row);
// "not known (runs<3), about 1 more run an arm needed".
std::string armVerdictText(const ArmEffect& row);

// The mean of each run in each KPI; one that is left out stands in brackets.
std::vector<TableColumn> armValueColumns(const ArmComparison& comparison);
TableCells armValueCells(const ArmComparison& comparison, std::size_t run);

// Why each KPI has its verdict, what is left out, and the notes: a sentence each.
std::vector<std::string> armSentences(const ArmComparison& comparison);

} // namespace soak
