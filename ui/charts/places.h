// SPDX-License-Identifier: GPL-3.0-or-later
// Positions along x in words: iterations, elapsed times, times of day.
#pragma once

#include "ui/charts/chart_frame.h"

namespace soak::ui
{

// "#33"; counted from the first common iteration "+33"; "1 h 05 min"; "11-23 04:05:10".
QString placeText(const ChartScene& scene, double x);

// Round ones inside `x`, as many as `pixels` of width have room for.
Ticks placeTicks(const ChartScene& scene, PlotRange x, double pixels);

// The lettering of those ticks, centred under them, the top of the text at `top`.
std::vector<ChartLabel> placeLabels(const ChartScene& scene, const Ticks& ticks,
                                    const PlotScale& scale, double top, const QColor& colour);

} // namespace soak::ui
