// SPDX-License-Identifier: GPL-3.0-or-later
// What SQLite and PostgreSQL spell differently.
#pragma once

#include "core/history/sql_connection.h"

#include <string>
#include <string_view>

namespace soak
{

// `?` outside of '...' and "..." becomes $1, $2, ...
std::string numberedPlaceholders(std::string_view sql);

// The column types: whole numbers of 64 bits, floating point of 64 bits.
std::string_view integerType(SqlDialect dialect); // INTEGER, BIGINT
std::string_view numberType(SqlDialect dialect);  // REAL, DOUBLE PRECISION
// A primary key that numbers itself.
std::string_view numberedKey(SqlDialect dialect);

// `expression` in lower case, ASCII letters only, as toLower.
std::string loweredSql(SqlDialect dialect, std::string_view expression);

// Whether the text `expression` contains the next parameter.
std::string containsSql(SqlDialect dialect, std::string_view expression);

} // namespace soak
