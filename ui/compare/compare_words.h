// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison in words of the person's language; every number is one of the core.
#pragma once

#include "ui/compare/compare_desk.h"

#include <QString>

namespace soak::ui
{

// "1 better · 1 same · 1 worse · 1 not known (about 220 iterations needed)". There is no verdict
// over all KPIs.
QString countsWords(const VerdictCounts& counts);

// "Overrides differ in 2 parameters. All from #7 on (declared warm-up)."
QString factsText(const CompareFacts& facts, const CompareDesk& desk);

// What is assumed of the pair, and what it cannot tell.
QString notesText(const CompareFacts& facts);

// How it was computed, and which differences count as none: "… margins p95 latency 5 ms, …".
QString methodWords(const RunComparison& comparison);
// `method`: what the core calls it; the margins are those of `options`.
QString methodWords(const std::string& method, const CompareOptions& options);

QString alignmentText(Alignment alignment);
QString windowText(ComparedWindow window);
QString normalisationText(Normalisation normalisation);
QString formText(CompareForm form);
QString lineModeText(LineMode lines);

// All of a pair for the clipboard: runs, gates, counts, a line for each KPI, overrides.
QString compareSummaryText(const CompareFacts& facts, const CompareDesk& desk,
                           const Session& session);

} // namespace soak::ui
