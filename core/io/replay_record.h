// SPDX-License-Identifier: GPL-3.0-or-later
// What RUN.json of engine `replay` says of the run whose measurements it takes (DESIGN 7): which
// one it was, and by their hashes every file that was read.
#pragma once

#include "core/base/result.h"
#include "core/model/run_info.h"

#include <map>
#include <optional>
#include <string>

namespace soak
{

struct ReplayRecord {
    std::string runId;    // "" of another tool, without RUN.json
    std::string identity; // as SoakRun::identity()
    std::string engine;   // that measured; "" = not known
    std::string scenario; // "" = none
    int iterations = 0;   // number of the last iteration file
    // Name -> SHA-256 in hex, of RUN.json and of the iteration files that could be read.
    std::map<std::string, std::string> files;
    bool operator==(const ReplayRecord&) const = default;
};

// Kept among the extras of `info` as the member `replay`, with a note in words.
void setReplayRecord(RunInfo& info, const ReplayRecord& record);

// nullopt when `info` has none. Errors: BadInput (where: RUN.json: replay).
Result<std::optional<ReplayRecord>> replayRecordOf(const RunInfo& info);

// "the measurements are those of RUN_1: KPIs do not answer to the overrides of this run"; "" of a
// run that is no replay.
std::string replayNote(const RunInfo& info);

} // namespace soak
