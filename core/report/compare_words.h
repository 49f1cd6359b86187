// SPDX-License-Identifier: GPL-3.0-or-later
// Words and cells that text, Markdown and page of a comparison have in common.
#pragma once

#include "core/analysis/run_comparison.h"
#include "core/report/markdown_table.h"

#include <string>
#include <vector>

namespace soak
{

// Which iterations of all runs are compared.
struct ComparedCut {
    ComparedWindow window = ComparedWindow::Steady;
    int from = 1; // of Steady
    bool isByHand = false;
};

// "iterations 7-120, steady since #7 (declared warm-up)".
std::string comparedIterationsText(const ComparedCut& cut, const ComparedSide& side);
std::string comparedIterationsText(const RunComparison& comparison, const ComparedSide& side);
// "+0.14 bps", with more digits where it would read 0.
std::string effectText(Metric metric, std::optional<double> amount);
std::string intervalText(Metric metric, const std::optional<Interval>& interval); // "[-0.11, 0.39]"
std::string pValueText(std::optional<double> p); // "0.270", "<0.001", "n/a"

// better, same, worse, "not known".
std::string verdictWord(EffectVerdict verdict);
// "0.1 bps".
std::string marginText(const KpiEffect& effect);

std::vector<TableColumn> effectColumns();
// As effectColumns(): KPI, both means, effect, interval, n, missing, ESS, phi, Holm p, margin,
// verdict.
std::vector<std::string> effectCells(const KpiEffect& effect);

// "not known (p>=alpha and not equivalent), about 220 iterations needed".
std::string effectVerdictText(const KpiEffect& effect);

// Change points, guards, data quality of one run: a line each.
std::vector<std::string> sideFacts(const ComparedSide& side);

} // namespace soak
