// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/history_schema.h"
#include "core/history/postgres_connection.h"
#include "core/history/sqlite_connection.h"
#include "tests/history/history_fixture.h"
#include "tests/support/golden.h"

namespace soak
{

namespace
{

class HistorySchema : public OnEveryDatabase
{
protected:
    std::unique_ptr<SqlConnection> connected() const
    {
        auto connection = place().url.empty() ? openSqlite(place().file, SqliteAccess::Write)
                                              : openPostgres(place().url);
        EXPECT_TRUE(connection) << describe(connection.error());
        return std::move(*connection);
    }
};

std::string schemaText(SqlDialect dialect)
{
    std::string text;
    for (int version = 1; version <= kHistorySchemaVersion; ++version) {
        text += "-- form " + std::to_string(version) + "\n";
        for (const std::string& sql : migrationSql(dialect, version)) {
            text += sql + ";\n";
        }
    }
    return text;
}

} // namespace

// Whoever changes these files changes what a released soak has made: another column is another
// form, with a statement that adds it.
TEST(HistorySchemaText, IsWhatWasReleased)
{
    EXPECT_GOLDEN("history/sqlite.sql", schemaText(SqlDialect::Sqlite));
    EXPECT_GOLDEN("history/postgres.sql", schemaText(SqlDialect::Postgres));
}

TEST_P(HistorySchema, AnOlderFormIsBroughtToThePresentOneAndKeepsItsRows)
{
    {
        const auto connection = connected();
        EXPECT_EQ(*schemaVersion(*connection), 0);
        ASSERT_TRUE(migrate(*connection, 1));
        EXPECT_EQ(*schemaVersion(*connection), 1);
        ASSERT_TRUE(connection->execute(
            "INSERT INTO runs (version, lineage, identity, content_sha256, iterations_sha256, "
            "folder, imported_ms, name, is_whatif, files, state) VALUES (1, 'l', 'i', 'c', 'h', "
            "'/f', 5, 'old', 0, 3, 'finished')"));
    }
    HistoryStore store = opened(HistoryAccess::Read);
    EXPECT_EQ(*schemaVersion(store.connection()), kHistorySchemaVersion);
    EXPECT_EQ(names(page(store)), "old");
}

TEST_P(HistorySchema, ANewerFormIsRefused)
{
    {
        HistoryStore store = opened();
        ASSERT_TRUE(store.connection().execute("UPDATE history_schema SET version = 99"));
    }
    for (const HistoryAccess access : {HistoryAccess::Read, HistoryAccess::Write}) {
        const auto store = HistoryStore::open(place(), access);
        ASSERT_FALSE(store);
        EXPECT_EQ(store.error().code, Errc::Environment);
        EXPECT_NE(store.error().message.find("form 99, of a newer soak"), std::string::npos);
    }
}

TEST_P(HistorySchema, ADatabaseOfSomethingElseIsLeftAlone)
{
    const auto connection = connected();
    ASSERT_TRUE(connection->execute("CREATE TABLE runs (a INTEGER)"));
    const auto store = HistoryStore::open(place(), HistoryAccess::Write);
    ASSERT_FALSE(store);
    EXPECT_NE(store.error().message.find("something else"), std::string::npos);
}

SOAK_ON_EVERY_DATABASE(HistorySchema);

} // namespace soak
