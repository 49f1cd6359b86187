// SPDX-License-Identifier: GPL-3.0-or-later
// How runs are compared, as the workspace keeps it: a JSON object with a text for each choice that
// is not the usual one. What a newer program wrote there stays until another is chosen.
#pragma once

#include "ui/compare/compare_data.h"

#include <QJsonObject>

namespace soak::ui
{

// The parts of the view, in the order of its tabs.
enum class ComparePage { Effects, Distributions, Relations, Table, Arms };
inline constexpr int kComparePages = 5;

// overlaid, side_by_side, difference; auto, lines, envelope; effects, distributions, relations,
// table, arms.
QString keyOf(CompareForm form);
QString keyOf(LineMode lines);
QString keyOf(ComparePage page);

// A text that nobody knows is the usual choice.
CompareChoice choiceFrom(const QJsonObject& kept);
ComparePage comparePageFrom(const QString& key);
Arm armFrom(const QString& mark); // RunMarks::arm

// `kept` with `choice` in place of what was chosen.
QJsonObject keptChoice(const CompareChoice& choice, QJsonObject kept);

// What differs, for the list of edits: "Comparison: side by side".
QString choiceEdit(const CompareChoice& before, const CompareChoice& after);

} // namespace soak::ui
