// SPDX-License-Identifier: GPL-3.0-or-later
// Two arms of runs in words of the person's language; every number is one of the core.
#pragma once

#include "ui/compare/compare_data.h"
#include "ui/session/session.h"

#include <QString>
#include <QStringList>

namespace soak::ui
{

// Which runs are in which arm and why: "Arm A: 4 runs with the configuration of RUN_1."
QString armsHow(const CompareFacts& facts, const Session& session);
// "Overrides that differ: min_interval_ms 45 → 60."; "" where none is known to.
QString armOverridesText(const ArmComparison& comparison);
// What there would have to be for an answer; "" where there is one.
QString armsLackText(const CompareFacts& facts);

// "1 better · 1 same · 1 worse · 1 not known (about 4 more runs an arm needed)".
QString armCountsWords(const VerdictCounts& counts);
// "runs 3 and 5, df 5.2, Holm p 0.035, about 2 more runs an arm".
QString armDetail(const ArmEffect& effect);

// Who is left out of which KPI, a sentence each; then what is assumed, and how it was computed.
QStringList armLeftOutTexts(const ArmComparison& comparison);
QString armNotesText(const ArmComparison& comparison);
QString armMethodWords(const ArmComparison& comparison);

// All of it for the clipboard; "" without a comparison.
QString armSummaryText(const CompareFacts& facts, const Session& session);

} // namespace soak::ui
