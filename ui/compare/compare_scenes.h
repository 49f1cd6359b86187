// SPDX-License-Identifier: GPL-3.0-or-later
// From what was worked out to charts: names, colours and views of the buffers.
#pragma once

#include "ui/charts/chart_scene.h"
#include "ui/compare/compare_desk.h"

namespace soak::ui
{

// The charts of kComparedKpis in the order of ChartStack: one each, or side by side two, of the
// baseline and of the candidate, with the same axes.
std::vector<SceneRef> compareScenes(const ChartsRef& charts, const FactsRef& facts,
                                    const CompareDesk& desk, const ViewContext& context,
                                    const QString& highlighted);

// The chart of one of kComparedKpis; with `facts` of the same runs, where the levels of the first
// two changed. Drawn as an envelope it has lines of the first two runs, and
// of `highlighted`.
SceneRef compareScene(const ChartsRef& charts, const FactsRef& facts, std::size_t metric,
                      const CompareDesk& desk, const ViewContext& context,
                      const QString& highlighted);

// What stands on the axis and cannot be aligned: a line for each run, in the person's language.
QStringList alignmentTroubles(const CompareCharts& charts, const CompareDesk& desk);

} // namespace soak::ui
