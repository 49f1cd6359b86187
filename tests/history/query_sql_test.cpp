// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/query_sql.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace soak
{

// That it finds what matches() finds: HistoryPages.AQueryFindsWhatItFindsInFolders.

TEST(QuerySql, NoWordOfTheQueryIsEverPartOfTheStatement)
{
    const std::string evil = "x'; DROP TABLE runs; --";
    for (const char* field : {"tag:", "engine:", "scenario:", "state:", ""}) {
        const auto parsed = parseRunQuery(std::string(field) + "\"" + evil + "\"");
        ASSERT_FALSE(parsed.problem);
        for (const SqlDialect dialect : {SqlDialect::Sqlite, SqlDialect::Postgres}) {
            const SqlCondition condition = conditionOf(parsed.query, dialect, 0);
            EXPECT_EQ(condition.sql.find("DROP"), std::string::npos);
            EXPECT_EQ(static_cast<std::size_t>(
                          std::count(condition.sql.begin(), condition.sql.end(), '?')),
                      condition.parameters.size());
        }
    }
}

TEST(QuerySql, NothingAsksForEverything)
{
    EXPECT_EQ(conditionOf({}, SqlDialect::Sqlite, 0).sql, "TRUE");
}

TEST(QuerySql, AgesAreCountedFromNow)
{
    const auto condition =
        conditionOf(parseRunQuery("since:1h").query, SqlDialect::Sqlite, 10'000'000);
    ASSERT_EQ(condition.parameters.size(), 1U);
    EXPECT_EQ(integerOf(condition.parameters[0]), 10'000'000 - 3'600'000);
}

} // namespace soak
