// SPDX-License-Identifier: GPL-3.0-or-later
// Which folder a run is in, what of it is ours, and how it is emptied (DESIGN 4).
#pragma once

#include "core/model/run_info.h"
#include "core/runner/run_writer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// <base>/soak/latest
fs::path latestFolder(const fs::path& base);

// Whether a run writes a file of this name into its folder (or an older tool did).
bool isRunFileName(std::string_view name);
// The same for D/artifacts.
bool isEngineFileName(std::string_view name);
// D/artifacts/failed_7.stderr.txt: the error output of a failed iteration; failed_7.1.stderr.txt:
// of an attempt that was followed by another.
std::string failedOutputName(int iteration);
std::string failedAttemptName(int iteration, int attempt);
bool isFailedOutputName(std::string_view name);

// Whether `folder` holds a RUN.json or an iteration.
bool holdsRun(const fs::path& folder);

// Refuses a folder with content that is not ours and no run in it. Nothing there is fine.
// Errors: NotWritable (names one of the entries).
Status refuseForeignFolder(const fs::path& folder);

// Removes the files of a run but RUN.json, and what killed writers left; highest iteration first,
// so that what remains is at every moment the beginning of a run. Nothing else is touched. Errors:
// NotWritable.
Status clearRunFiles(const RunWriter& writer);

// Removes temporary files and scratch folders of killed writers. Errors: NotWritable.
Status removeLeftovers(const RunWriter& writer);

// Makes <base>/RUN_<ms>, 1 ms later while there is one already; `info` gets the start that was
// free. Errors: NotWritable.
Result<fs::path> makeIsolatedFolder(const fs::path& base, RunInfo& info);

// Folders <base>/RUN_<ms> that hold RUN.json, the newest first. Errors: as listFolder; no `base` is
// an empty list.
Result<std::vector<fs::path>> isolatedFolders(const fs::path& base);

} // namespace soak
