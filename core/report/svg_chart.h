// SPDX-License-Identifier: GPL-3.0-or-later
// Charts as inline SVG; colours come from the style sheet of the page (html_style.h).
#pragma once

#include "core/analysis/judgement.h"
#include "core/report/plot.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace soak
{

inline constexpr double kChartWidth = 1080;
inline constexpr double kChartHeight = 178;

// The span of iterations that all charts of a run share, the missing ones included.
PlotRange iterationRange(const SoakRun& run);

// One KPI over all iterations: threshold with its fail side hatched, window shaded, applied deltas
// as ticks at the top, iterations with an active guard as a line at the bottom, missing values as
// holes with a mark on the axis, iterations that broke the goal marked.
std::string kpiChartSvg(const Judgement& judgement, const GateResult& goal);

// The same as a file: its own style, pattern and title, so that any viewer shows it.
std::string kpiChartFile(const Judgement& judgement, const GateResult& goal);

struct EventLane {
    std::string title;
    std::string styleClass; // delta, guard, freeze, miss
    std::vector<int> iterations;
};

// What happened when, one lane a row, under the axis of the charts above.
std::string eventLanesSvg(const Judgement& judgement, std::span<const EventLane> lanes);

// The pattern of the fail side; once a page, before the charts.
std::string chartDefinitions();

} // namespace soak
