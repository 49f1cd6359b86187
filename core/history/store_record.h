// SPDX-License-Identifier: GPL-3.0-or-later
// How a run that was read enters the history.
#pragma once

#include "core/history/history_store.h"

#include <string>

namespace soak
{

enum class StoredAs : std::uint8_t {
    New,        // a run that was not known
    Unchanged,  // known with this content
    Grown,      // known, and it went on: its version stays
    NewVersion, // known, and what was known of it has changed
    Unreadable, // remembered with the reason
};

std::string_view keyOf(StoredAs stored); // new, unchanged, grown, new_version, unreadable

struct StoredRun {
    StoredAs as = StoredAs::New;
    std::int64_t number = 0;
    int version = 1;
    std::string lineage;
    bool operator==(const StoredRun&) const = default;
};

// Remembers `record` as what `record.row.folder` holds now; `mark` is that of its files
// (folder_mark.h). Within a transaction of the caller: with another import at the same time nothing
// is stored twice.
//
// The same identity with the same content is the same run, wherever it lies. The run that this
// folder held before has grown when it was not finished or has more iterations now, and begins with
// the iterations it had; whatever else changed in a known run is a new version, and the old one is
// superseded once no folder holds it. Errors: as SqlConnection.
Result<StoredRun> storeRecord(HistoryStore& store, const HistoryRecord& record,
                              const std::string& mark, EpochMs now);

// `folder` is no longer there: its run stays remembered, as vanished when it lies nowhere else; one
// that could never be read is forgotten. Within a transaction of the caller.
Status forgetFolder(HistoryStore& store, const std::string& folder);

} // namespace soak
