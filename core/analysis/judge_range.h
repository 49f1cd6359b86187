// SPDX-License-Identifier: GPL-3.0-or-later
// Some iterations judged as if they were a run. Exploratory: who chooses a stretch after having
// seen the values finds one that passes, so none of it is a verdict of the run.
#pragma once

#include "core/analysis/judgement.h"

namespace soak
{

// What `run` holds of the iterations from `from` to `to`, both inclusive, in either order: rows,
// and files that are missing or unreadable among them. RUN.json asks for as many iterations as the
// range has.
SoakRun sliceOf(const SoakRun& run, int from, int to);

struct RangeJudgement {
    int from = 0;
    int to = 0;
    Judgement judgement; // of the slice, over all of it
};

// By every gate of `profile`. Errors: NotFound when no iteration of the range could be read.
Result<RangeJudgement> judgeRange(const SoakRun& run, const GateProfile& profile, int from, int to);

} // namespace soak
