// SPDX-License-Identifier: GPL-3.0-or-later
// Trees of run folders enter the history: several are read at once, one writer stores them.
#pragma once

#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/history/history_words.h"
#include "core/history/store_record.h"

#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace soak
{

struct ImportOptions {
    unsigned threads = 1;
    bool rereads = false; // also what has the mark that it had
    // What was decided about a run beside its folder; asked on a worker.
    std::function<std::vector<HistoryDecision>(const fs::path& folder, const SoakRun& run)>
        decisionsOf = {};
};

// What happened to one folder.
struct ImportedFolder {
    std::string folder;
    StoredAs as = StoredAs::New;
    std::int64_t number = 0; // 0 when nothing was read, as its mark was known
    int version = 1;
    std::string why; // of an unreadable one
    bool operator==(const ImportedFolder&) const = default;
};

struct ImportReport {
    std::vector<ImportedFolder> folders; // by path
    std::vector<std::string> gone;       // known below the bases, and no longer there
    bool isCut = false;                  // a limit of find_runs.h was reached

    [[nodiscard]] std::size_t count(StoredAs as) const;
};

// Finds the runs in and below `bases`, reads those whose folders changed since they were stored,
// and stores them, some to a transaction: killed at any moment, what was committed stays and the
// next import goes on from there. Errors: NotFound (a base), Cancelled (what was read is stored),
// as SqlConnection.
Result<ImportReport> importRuns(HistoryStore& store, std::span<const fs::path> bases,
                                const ImportOptions& options, const Clock& clock,
                                const std::stop_token& stop, const Progress& progress);

} // namespace soak
