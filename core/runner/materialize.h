// SPDX-License-Identifier: GPL-3.0-or-later
// A whole copy of an isolated run put in place of <base>/soak/latest in one step (DESIGN 4,
// DOMAIN 7.8).
#pragma once

#include "core/model/run_info.h"
#include "core/runner/run_writer.h"

#include <string>
#include <vector>

namespace soak
{

// Reads of `folder`, never changes it. What is in `latest` and no file of a run stays there. The
// folder is made aside, of hard links where possible, and exchanged under the lock
// <base>/.materialize.lock, which is waited for while others exchange theirs; the last one wins
// whole. What killed writers left aside is removed. Errors: Locked (a run is being written in
// `latest`), NotWritable. `remarks`: two renames instead of one exchange. Returns `latest`.
Result<fs::path> materialize(const fs::path& folder, const fs::path& base, const std::string& runId,
                             const WriteHook& hook, std::vector<std::string>& remarks);

// Whether `latest` holds another run than `runId` that is not older: then `runId` had its turn.
bool isSuperseded(const fs::path& latest, const std::string& runId);
// Whether `latest` is the run in `folder` up to its end.
bool isMaterialized(const fs::path& latest, const fs::path& folder, const std::string& runId);

std::string latestText(const std::string& runId); // LATEST.json

} // namespace soak
