// SPDX-License-Identifier: GPL-3.0-or-later
// A run that took its measurements from another one.
#pragma once

#include "core/runner/replay_source.h"
#include "tests/ui/support/open_runs.h"

namespace soak::ui
{

// Opens it and makes it the primary run; the one whose measurements it has is open, too.
inline void openReplay(OpenRuns& runs, int iterations)
{
    runs.openMock(iterations);
    const auto source = readReplaySource(runs.primary().folder);
    ASSERT_TRUE(source) << describe(source.error());
    RunRequest request;
    request.info.engine = "replay";
    request.info.iterations = iterations;
    request.info.autoTune = true;
    request.replay = source->folder;
    setReplayRecord(request.info, source->record);
    request.out = runs.scratch.path() / "replay";
    const auto made = runSoak(request, VirtualClock(60'000), {}, {});
    ASSERT_TRUE(made) << describe(made.error());
    runs.open(made->folder);
}

inline const QString kReplayed = QStringLiteral(
    "the measurements are those of RUN_0: KPIs do not answer to the overrides of this run");

} // namespace soak::ui
