// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/sql_connection.h"
#include "tests/history/history_fixture.h"

#include <limits>

namespace soak
{

namespace
{

using Cells = std::vector<SqlCell>;

class SqlConnections : public OnEveryDatabase
{
protected:
    static void makeTable(SqlConnection& sql)
    {
        EXPECT_TRUE(
            sql.execute("CREATE TABLE t (a BIGINT PRIMARY KEY, b DOUBLE PRECISION, c TEXT)"));
    }
};

} // namespace

TEST_P(SqlConnections, ValuesComeBackAsTheyWere)
{
    HistoryStore store = opened();
    SqlConnection& sql = store.connection();
    makeTable(sql);
    constexpr double kThird = 1.0 / 3;
    ASSERT_TRUE(sql.execute("INSERT INTO t VALUES (?, ?, ?)",
                            Cells{std::int64_t{1} << 62, kThird, std::string_view("é\t\\N'")}));
    ASSERT_TRUE(sql.execute("INSERT INTO t VALUES (?, ?, ?)",
                            Cells{std::int64_t{-5}, std::numeric_limits<double>::infinity(),
                                  std::string_view("a\0b", 3)}));
    const auto rows = sql.query("SELECT a, b, c FROM t ORDER BY a DESC");
    ASSERT_TRUE(rows) << describe(rows.error());
    ASSERT_EQ(rows->size(), 2U);
    EXPECT_EQ(integerOf(rows->at(0)[0]), std::int64_t{1} << 62);
    EXPECT_EQ(std::get<double>(rows->at(0)[1]), kThird);
    EXPECT_EQ(textOf(rows->at(0)[2]), "é\t\\N'");
    EXPECT_TRUE(isNull(rows->at(1)[1]));
    EXPECT_EQ(textOf(rows->at(1)[2]), "a\xEF\xBF\xBD"
                                      "b");
}

TEST_P(SqlConnections, ABlockIsWhatItsCellsSay)
{
    HistoryStore store = opened();
    SqlConnection& sql = store.connection();
    makeTable(sql);
    const std::vector<std::string> columns{"a", "b", "c"};
    constexpr std::size_t kRows = 20'000; // more than one buffer
    auto transaction = SqlTransaction::begin(sql);
    const Status stored =
        sql.insert({"t", columns, kRows, [](std::size_t row, std::span<SqlCell> cells) {
                        cells[0] = static_cast<std::int64_t>(row);
                        if (row % 2 == 0) {
                            cells[1] = 0.1 * static_cast<double>(row);
                        }
                        cells[2] = std::string_view("a\tb\nc\\d");
                    }});
    ASSERT_TRUE(stored) << describe(stored.error());
    ASSERT_TRUE(transaction->commit());
    const auto rows = sql.query("SELECT count(*), count(b), sum(a), min(c), max(c) FROM t");
    EXPECT_EQ(integerOf(rows->at(0)[0]), 20'000);
    EXPECT_EQ(integerOf(rows->at(0)[1]), 10'000);
    EXPECT_EQ(textOf(rows->at(0)[3]), "a\tb\nc\\d");
    EXPECT_EQ(textOf(rows->at(0)[4]), "a\tb\nc\\d");
    const Status again = sql.insert({"t", columns, 1, [](std::size_t, std::span<SqlCell> cells) {
                                         cells[0] = std::int64_t{1};
                                     }});
    EXPECT_EQ(again.error().code, Errc::Environment); // the key is there
    EXPECT_TRUE(sql.query("SELECT 1"));               // and the connection goes on
}

TEST_P(SqlConnections, WhatIsNotCommittedIsGone)
{
    HistoryStore store = opened();
    SqlConnection& sql = store.connection();
    makeTable(sql);
    {
        auto transaction = SqlTransaction::begin(sql);
        ASSERT_TRUE(transaction);
        ASSERT_TRUE(sql.execute("INSERT INTO t (a) VALUES (1)"));
    }
    EXPECT_EQ(integerOf(sql.query("SELECT count(*) FROM t")->at(0)[0]), 0);
    auto transaction = SqlTransaction::begin(sql);
    ASSERT_TRUE(sql.execute("INSERT INTO t (a) VALUES (1)"));
    EXPECT_EQ(*sql.execute("UPDATE t SET a = a + 1"), 1U);
    EXPECT_TRUE(transaction->commit());
    EXPECT_EQ(integerOf(sql.query("SELECT a FROM t")->at(0)[0]), 2);
}

TEST_P(SqlConnections, AStatementThatIsNoneIsAnErrorWithTheReason)
{
    HistoryStore store = opened();
    for (const char* sql : {"SELEKT 1", "SELECT * FROM nowhere"}) {
        const auto rows = store.connection().query(sql);
        ASSERT_FALSE(rows);
        EXPECT_EQ(rows.error().code, Errc::Environment);
        EXPECT_EQ(rows.error().where, placeText(place()));
    }
}

SOAK_ON_EVERY_DATABASE(SqlConnections);

} // namespace soak
