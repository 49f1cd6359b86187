// SPDX-License-Identifier: GPL-3.0-or-later
// The measurements of soak_chart_bench, one function a file.
#pragma once

#include "tests/ui/bench/times.h"

#include <QString>

namespace soak::ui
{

// Four linked charts of a million points: 300 different wheel and drag events, a moving cursor,
// and a run that grows, each to the end of the last paint.
std::vector<Times> chartRows();

// Every spike of those pictures, looked for in their pixels.
std::vector<Count> spikeRows();

// A file that its writer closes to its point painted by the window.
Times fileRow();

// Whole processes, from their start to the first pixels of a series: the window with 1 000 runs in
// its folder (`start_window`), and a QtCharts window with one line (`start_empty`).
std::vector<Times> startRows(const QString& program);

// What such a process does; returns its exit code.
int startWindow(const QString& run, const QString& history);
int startEmpty();

// 32 runs of 1 000 iterations over each other in four charts that are dragged, and 500 open runs in
// the table of the comparison, sorted and scrolled.
std::vector<Times> compareRows();

// Four charts of QtCharts with axes and two points each: what its layout and paint alone cost.
Times emptyCharts();

} // namespace soak::ui
