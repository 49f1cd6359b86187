// SPDX-License-Identifier: GPL-3.0-or-later
// What is no longer wanted: folders of runs, and runs that are remembered and lie nowhere.
#pragma once

#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/history/history_page.h"

#include <stop_token>
#include <string>
#include <vector>

namespace soak
{

struct PrunedThing {
    std::int64_t number = 0; // of the run
    std::string name;        // of the run
    std::string folder;      // of it; empty when the run itself is forgotten
    std::string whyKept;     // empty: it was removed, or would be
    bool operator==(const PrunedThing&) const = default;
};

struct PruneOptions {
    RunQuery query = {};
    bool isDryRun = false;
};

// Removes isolated folders (RUN_<ms>) of runs that the query holds for; the runs stay remembered.
// Kept, with the reason: what is locked, being written or unfinished, tagged, released or decided
// to ship, has changed since it was remembered, or is no isolated folder. A folder leaves its place
// in one step, then it is deleted; what an interrupted prune left is deleted by the next one.
// Errors: Cancelled, as SqlConnection; a folder that cannot be removed is kept with the reason.
Result<std::vector<PrunedThing>> pruneFolders(HistoryStore& store, const PruneOptions& options,
                                              EpochMs now, const std::stop_token& stop,
                                              const Progress& progress);

// Forgets runs that the query holds for and that lie in no folder any more, and superseded versions
// of runs. Kept: what is tagged, released or decided about, whatever the decision.
Result<std::vector<PrunedThing>> pruneRemembered(HistoryStore& store, const PruneOptions& options,
                                                 EpochMs now);

} // namespace soak
