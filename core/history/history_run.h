// SPDX-License-Identifier: GPL-3.0-or-later
// A remembered run as it is read back.
#pragma once

#include "core/history/run_index.h"
#include "core/history/sql_connection.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace soak
{

struct HistoryRun {
    std::int64_t number = 0;   // of this version of the run; what `soak history show` takes
    int version = 1;           // 1 is the first that was seen
    bool isSuperseded = false; // its folder holds a later version now
    std::string lineage;       // what all versions of a run have in common; keys of people's words
    std::string contentHash;   // runStateHash; empty: unreadable
    EpochMs importedMs = 0;
    RunRow row; // `state` as it was when it was last looked at
    std::string seed;
    std::string toolVersion;
    std::string ended; // completed, failed, interrupted; empty: the run does not say
    std::string verdictWhy;
    std::vector<std::string> releases = {}; // marks: "v1.4"
    std::optional<std::string> decision;    // the newest: ship, hold, rerun
    bool operator==(const HistoryRun&) const = default;
};

// The columns of `runs` that a HistoryRun is made of, and the run from their values in this order;
// without `alsoIn`, tags, releases and decision, which stand in tables of their own.
const std::vector<std::string>& historyRunColumns();
HistoryRun historyRunFrom(std::span<const SqlValue> values);

// The content of a run that could not be read begins so.
inline constexpr std::string_view kUnreadableMark = "unreadable:";

} // namespace soak
