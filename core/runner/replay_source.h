// SPDX-License-Identifier: GPL-3.0-or-later
// The run whose measurements engine `replay` takes.
#pragma once

#include "core/base/file.h"
#include "core/io/replay_record.h"
#include "core/model/finding.h"
#include "core/model/iteration.h"

#include <stop_token>

namespace soak
{

// Their hashes stand in RUN.json, which is read whole at every look at the run.
inline constexpr std::size_t kMostReplayed = 100'000;

struct ReplaySource {
    fs::path folder;
    ReplayRecord record;
    // What the run started from; nullopt when it does not say.
    std::optional<Overrides> start;
};

// Reads every iteration file of the run in `given` (as for findRun). Files that cannot be read are
// not in the record. Errors: NotFound, BadInput (not one iteration that can be read), TooLarge
// (over kMostReplayed), Cancelled.
Result<ReplaySource> readReplaySource(const fs::path& given, const std::stop_token& stop = {});

// What iteration `iteration` of the source was measured to be, or in notes.failure why nothing
// can be taken: it has no file, the file cannot be read or is of another run, or it had failed
// itself. Errors: Integrity when the file is not what the record says.
Result<IterationSummary> replayedSummary(const ReplaySource& source, int iteration,
                                         std::vector<Finding>& findings);

// Errors: Integrity, naming a file that differs, when `now` is not what `then` was made of.
Status checkUnchanged(const ReplayRecord& then, const ReplayRecord& now);

} // namespace soak
