// SPDX-License-Identifier: GPL-3.0-or-later
// What scenes of metrics and of parameters have in common. Part of series.h.
#pragma once

#include "ui/charts/series.h"

namespace soak::ui
{

// Identity, name and colour of the run.
ChartSeries bareSeries(const RunLine& line);
// Extent, number of values, and the pyramid of a long series. Returns the iterations whose row has
// no value.
std::vector<int> measure(ChartSeries& series, const RunLine& line, const QString& sceneId);
// What is drawn of the primary run beside its line; `scene` has its series, whose rows without a
// value are `holes`.
void addPrimary(ChartScene& scene, std::span<const RunLine> runs, const std::vector<int>& holes);

} // namespace soak::ui
