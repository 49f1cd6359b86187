// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of the history by what people call them, and the folder where such a run lies now.
#pragma once

#include "core/base/file.h"
#include "core/history/history_page.h"

#include <string>
#include <vector>

namespace soak
{

// The runs that `word` may mean, by the first of these that any has: runsCalled(), the beginning of
// a run id or a name, a tag or a release (whole word). Without superseded versions, of a number
// any; from the newest. Empty: none.
Result<std::vector<HistoryRun>> runsNamed(HistoryStore& store, const std::string& word);

// The one run that `word` names. Errors: NotFound (none; the message has some that are like it, or
// where to look), Usage (several; the message has their numbers), as SqlConnection.
Result<HistoryRun> runNamed(HistoryStore& store, const std::string& word, EpochMs now);

// The folder of ours that holds `run` now: its place, else a copy. Looks at the disk. Errors:
// NotFound, with the folder where it was known last (it is gone, holds another run now, or is of
// another machine), BadInput (a version that a later one superseded).
Result<fs::path> folderOfRun(const HistoryRun& run, EpochMs now);

// "12 RUN_1760000000000 in /runs/a": for lists of candidates, on one line and safe for a terminal.
std::string candidateText(const HistoryRun& run);

} // namespace soak
