// SPDX-License-Identifier: GPL-3.0-or-later
// From runs to scenes. Picks and names; what is drawn was computed by the core.
#pragma once

#include "core/analysis/events.h"
#include "core/analysis/run_changes.h"
#include "ui/charts/chart_marks.h"
#include "ui/charts/series_cache.h"
#include "ui/session/session.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace soak::ui
{

// One run as the charts take it.
struct RunLine {
    QString identity;
    QString label;
    std::size_t slot = 0;
    bool isBaseline = false;
    bool isLive = false;
    std::shared_ptr<const SoakRun> run;
    std::shared_ptr<const Judgement> judgement;
    std::shared_ptr<const std::vector<RunEvent>> events; // nullptr: not known yet
    std::shared_ptr<const ChartMarks> marks;             // nullptr: made where they are needed
    // Where the levels of its KPIs changed; nullptr: not known, or still growing.
    std::shared_ptr<const std::vector<KpiChanges>> levels = {};
    std::shared_ptr<SeriesCache> cache; // nullptr: nothing is kept
    std::vector<RunNote> notes = {};    // what people wrote about it
};

// All iterations of `runs`, half an iteration beyond both ends; a live run has room for those that
// it was asked for.
PlotRange domainOf(std::span<const RunLine> runs);

QString metricSceneId(Metric metric);
QString parameterSceneId(const QString& path);

// `runs`: the primary one first.
SceneRef metricScene(std::span<const RunLine> runs, Metric metric);

// A parameter of the run, of any length: for jobs. `name` as parameterName() gives it.
std::shared_ptr<const ParameterBuffer>
makeParameterBuffer(const std::shared_ptr<const Judgement>& judgement, const std::string& name);
std::string parameterName(const QString& path); // its one name, of any spelling

// A parameter's values in force, as steps, with its safe bounds. `path`: dotted, or its name.
SceneRef parameterScene(std::span<const RunLine> runs, const QString& path);

// Guards, freezes, deltas and, where there are any, notes of the primary run; `say` puts a sentence
// into the person's language.
LaneSceneRef laneScene(const RunLine& primary, PlotRange domain, const Say& say);

} // namespace soak::ui
