// SPDX-License-Identifier: GPL-3.0-or-later
// The history that a team shares.
#pragma once

#include "core/history/sql_connection.h"

#include <memory>
#include <string>

namespace soak
{

inline constexpr int kPostgresConnectSeconds = 10;
inline constexpr int kPostgresWaitMs = 60'000; // for a lock that another writer holds

// Whether `text` names a database of PostgreSQL: postgresql://... or postgres://...
bool isPostgresUrl(std::string_view text);

// The URL with its password left out, as messages show it.
std::string withoutPassword(std::string_view url);

// Errors: Environment (no server, refused, no client library).
Result<std::unique_ptr<SqlConnection>> openPostgres(const std::string& url);

} // namespace soak
