// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns the table of compared runs has, and which of them are shown. The mean of each KPI
// always is: the others of a KPI stand at its right.
#pragma once

#include "core/analysis/compared_means.h"
#include "ui/session/view_context.h"

#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <optional>

class QMenu;

namespace soak::ui
{

// Of each KPI, in this order.
enum class CompareFigure : std::uint8_t { Mean, Delta, Relative, Median, P95, Min, Max, Last };
inline constexpr std::size_t kCompareFigures = 8;

// What can be shown and hidden: columns of the run, and figures of every KPI.
enum class CompareChoosable : std::uint8_t {
    Gate,
    Iterations,
    Delta,
    Relative,
    Median,
    P95,
    Min,
    Max,
    Last
};
inline constexpr std::size_t kCompareChoosables = 9;

// The key in workspace files: gate, iterations, difference, relative, median, p95, min, max, last.
QString keyOf(CompareChoosable column);
QString columnText(CompareChoosable column);
// Of one figure; Mean: absent.
std::optional<double> figureOf(const ComparedMean& mean, CompareFigure figure);
// That shows and hides it; Mean: absent.
std::optional<CompareChoosable> choosableOf(CompareFigure figure);

// As the layout of the workspace says, else gate, iterations and difference.
bool isColumnShown(const Workspace& workspace, CompareChoosable column);
// Can be undone.
void showColumn(Workspace& workspace, CompareChoosable column, bool isShown);

// An entry with a tick for each.
void addColumnChoices(QMenu& menu, const ViewContext& context);

} // namespace soak::ui
