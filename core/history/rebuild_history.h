// SPDX-License-Identifier: GPL-3.0-or-later
// A history made again from the run folders.
#pragma once

#include "core/history/import_runs.h"

#include <span>
#include <string>
#include <vector>

namespace soak
{

struct RebuildReport {
    ImportReport import;
    std::size_t words = 0;             // tags, notes, releases and decisions taken over
    std::size_t vanished = 0;          // runs taken over that lie in no folder any more
    std::vector<std::string> notWhole; // tables of which something could not be read
    std::string keptAs;                // where the old file lies now; empty: there was none
    std::vector<std::string> notFound; // folders that runs were in, and that are not there
};

// Of a file: reads what people said, and the runs that lie nowhere any more, out of the old one as
// far as it can be read, imports the folders it knew and those in and below `bases` into a new one,
// and puts that in its place by a rename; the old file stays beside it under another name. Killed
// at any moment, the old one is where it was. Of PostgreSQL, which keeps its files whole itself:
// reads every folder again. Errors: as importRuns.
Result<RebuildReport> rebuildHistory(const HistoryPlace& place, std::span<const fs::path> bases,
                                     const ImportOptions& options, const Clock& clock,
                                     const std::stop_token& stop, const Progress& progress);

} // namespace soak
