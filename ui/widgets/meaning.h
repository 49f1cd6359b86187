// SPDX-License-Identifier: GPL-3.0-or-later
// What the verdicts and states of the core mean to the eye: one of six meanings, each with a shape
// and a word of its own, so that none is told by its hue alone (UX 2.5).
#pragma once

#include "core/analysis/judgement.h"
#include "ui/session/session.h"
#include "ui/theme/colours.h"

#include <QPainter>
#include <QString>

namespace soak::ui
{

Meaning meaningOf(RunVerdict verdict);
Meaning meaningOf(GateResultVerdict verdict);
Meaning meaningOf(const GateResult& gate); // a soft row that is not met warns
Meaning meaningOf(VerifyVerdict verdict);
Meaning meaningOf(IterationStatus status);

QString meaningWord(Meaning meaning); // "PASS", in the person's language

// What stands beside or instead of the verdict while a run is not finished; empty for a finished
// one.
struct ActivityBadge {
    Meaning meaning = Meaning::Live;
    QString word;    // "IN PROGRESS 12 of 36"
    QString tooltip; // what that means
};

std::optional<ActivityBadge> activityBadge(const OpenRun& run);

// The shape of `meaning` inside `box`: tick, exclamation mark, cross, dash, disc, half disc.
void paintMeaning(QPainter& painter, const QRectF& box, Meaning meaning, const QColor& ink);

} // namespace soak::ui
