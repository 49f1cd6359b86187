// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/sql_text.h"

#include <gtest/gtest.h>

namespace soak
{

TEST(SqlText, PlaceholdersAreNumberedOutsideOfQuotes)
{
    EXPECT_EQ(numberedPlaceholders("SELECT ? WHERE a = ? AND b = '?' AND \"c?\" = ?"),
              "SELECT $1 WHERE a = $2 AND b = '?' AND \"c?\" = $3");
    EXPECT_EQ(numberedPlaceholders("SELECT 1"), "SELECT 1");
}

TEST(SqlText, EachDialectHasItsWords)
{
    EXPECT_EQ(containsSql(SqlDialect::Sqlite, "a"), "instr(a, ?) > 0");
    EXPECT_EQ(containsSql(SqlDialect::Postgres, "a"), "strpos(a, ?) > 0");
    EXPECT_EQ(loweredSql(SqlDialect::Sqlite, "a"), "lower(a)");
    EXPECT_EQ(loweredSql(SqlDialect::Postgres, "a"), "lower((a) COLLATE \"C\")");
    EXPECT_EQ(integerType(SqlDialect::Postgres), "BIGINT");
    EXPECT_EQ(numberType(SqlDialect::Sqlite), "REAL");
}

} // namespace soak
