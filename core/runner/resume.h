// SPDX-License-Identifier: GPL-3.0-or-later
// What a run had come to when its writer was killed (DESIGN 4). The summaries, a chain of hashes,
// are the truth; every other file follows from them.
#pragma once

#include "core/runner/run_loop.h"

namespace soak
{

struct RunFile {
    RunInfo info;
    std::string text; // bytes of RUN.json
};

// Errors: BadInput (no RUN.json, or a defective one).
Result<RunFile> readRunFile(const fs::path& folder);

// The state after the last summary. TUNING_STATE.json is used when it is of that iteration, or of
// the one before (then the last control step is taken again); when it is lost, all of them are
// taken again. Files of another run, whose clearing was cut short, are left alone: then `completed`
// is 0 and `isOfAnotherRun`. Errors: Integrity (a summary changed, is missing, or cannot be
// repeated), BadInput (one that cannot be read), those of the engine.
struct Resumed {
    LoopState state;
    std::optional<IterationRecord> last;
    bool isOfAnotherRun = false;
};

// `runFileHash`: see chainStart().
Result<Resumed> resumedState(const RunContext& context, const Sha256& runFileHash,
                             std::stop_token stop);

// RUN_END.json when it is the end of just this: every iteration made, the last summary the one on
// the disk.
std::optional<RunEnd> finalEnd(const fs::path& folder, const RunInfo& info, const LoopState& state);

} // namespace soak
