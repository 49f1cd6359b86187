// SPDX-License-Identifier: GPL-3.0-or-later
// What the charts and lanes mark beside the lines of a run: made once for a judgement, in a job
// where the run is long, and then shared by all its scenes.
#pragma once

#include "core/analysis/events.h"
#include "ui/charts/lane_scene.h"

#include <QList>

#include <memory>
#include <vector>

namespace soak::ui
{

struct ChartMarks {
    QList<ChartFlag> flags; // one an iteration, ascending
    QList<int> held;        // iterations with an active guard, ascending
    QList<int> lost;        // iterations whose file is not there or unreadable, ascending
    QList<LaneMark> guards; // by `from`
    QList<LaneMark> freezes;
    QList<LaneMark> deltas;
    QList<int> stops; // iterations at which something happened, ascending, each once
};

// Any thread. `events` nullptr: they are not known yet, and the applied deltas of the judgement are
// all there is.
ChartMarks marksOf(const SoakRun& run, const Judgement& judgement,
                   const std::vector<RunEvent>* events);

} // namespace soak::ui
