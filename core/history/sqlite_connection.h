// SPDX-License-Identifier: GPL-3.0-or-later
// The history in a file.
#pragma once

#include "core/base/file.h"
#include "core/history/sql_connection.h"

#include <memory>

namespace soak
{

enum class SqliteAccess : std::uint8_t {
    Write, // made when it is not there, with the folders above it
    Read,  // must be there; a file that nobody may write, too
};

// A second writer waits so long before it gives up.
inline constexpr int kSqliteWaitMs = 30'000;

// Write-ahead log, so that readers and a writer do not wait for each other; every commit is on the
// disk before it returns. Errors: NotFound (Read, and there is none), Environment (no database, or
// a damaged one), NotWritable.
Result<std::unique_ptr<SqlConnection>> openSqlite(const fs::path& file, SqliteAccess access);

} // namespace soak
