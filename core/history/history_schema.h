// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the history and how an older form of them becomes the present one
// (docs/history.md).
#pragma once

#include "core/history/sql_connection.h"

#include <string>
#include <vector>

namespace soak
{

inline constexpr int kHistorySchemaVersion = 3;

// The statements that make form `version` out of the one before it. They never change once they
// were released: another column is another version.
std::vector<std::string> migrationSql(SqlDialect dialect, int version);

// The form that the database has; 0: it is empty. Errors: Environment (a newer one than we know, or
// a database that holds something else).
Result<int> schemaVersion(SqlConnection& connection);

// Brings it to form `upTo`, each step in a transaction of its own; `upTo` is another than the
// present one in tests only. What was stored stays. Errors: as schemaVersion, NotWritable.
Status migrate(SqlConnection& connection, int upTo = kHistorySchemaVersion);

} // namespace soak
