// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/sqlite_connection.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>

#include <latch>
#include <thread>
#include <vector>

namespace soak
{

TEST(SqliteConnection, MakesTheFileAndItsFolders)
{
    const TempDir dir;
    EXPECT_EQ(openSqlite(dir / "a/b?c%/h.db", SqliteAccess::Read).error().code, Errc::NotFound);
    ASSERT_TRUE(openSqlite(dir / "a/b?c%/h.db", SqliteAccess::Write));
    EXPECT_TRUE(fs::is_regular_file(dir / "a/b?c%/h.db"));
    EXPECT_TRUE(openSqlite(dir / "a/b?c%/h.db", SqliteAccess::Read));
}

TEST(SqliteConnection, WhatIsNoDatabaseIsRefusedWithTheRemedy)
{
    const TempDir dir;
    dir.write("h.db", std::string(10'000, 'x'));
    for (const SqliteAccess access : {SqliteAccess::Write, SqliteAccess::Read}) {
        const auto opened = openSqlite(dir / "h.db", access);
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().code, Errc::Environment);
        EXPECT_NE(opened.error().message.find("soak history rebuild"), std::string::npos);
    }
    EXPECT_EQ(bytesOf(dir / "h.db"), std::string(10'000, 'x')); // left alone
    fs::create_directory(dir / "folder");
    EXPECT_EQ(openSqlite(dir / "folder", SqliteAccess::Write).error().code, Errc::Environment);
}

TEST(SqliteConnection, AReaderSeesWhatWasCommittedWhileAWriterWrites)
{
    const TempDir dir;
    auto writer = openSqlite(dir / "h.db", SqliteAccess::Write);
    ASSERT_TRUE((*writer)->execute("CREATE TABLE t (a INTEGER)"));
    ASSERT_TRUE((*writer)->begin());
    ASSERT_TRUE((*writer)->execute("INSERT INTO t VALUES (1)"));
    auto reader = openSqlite(dir / "h.db", SqliteAccess::Read);
    ASSERT_TRUE(reader) << describe(reader.error());
    EXPECT_EQ(integerOf((*reader)->query("SELECT count(*) FROM t")->at(0)[0]), 0);
    EXPECT_EQ((*reader)->execute("INSERT INTO t VALUES (1)").error().code, Errc::NotWritable);
    ASSERT_TRUE((*writer)->commit());
    EXPECT_EQ(integerOf((*reader)->query("SELECT count(*) FROM t")->at(0)[0]), 1);
}

TEST(SqliteConnection, ACopyWithoutItsLogCanBeReadWhereNobodyMayWrite)
{
    const TempDir dir;
    {
        auto writer = openSqlite(dir / "h.db", SqliteAccess::Write);
        ASSERT_TRUE((*writer)->execute("CREATE TABLE t (a INTEGER)"));
    }
    fs::create_directory(dir / "shelf");
    fs::copy_file(dir / "h.db", dir / "shelf/h.db");
    fs::permissions(dir / "shelf/h.db", fs::perms::owner_read);
    fs::permissions(dir / "shelf", fs::perms::owner_read | fs::perms::owner_exec);
    auto reader = openSqlite(dir / "shelf/h.db", SqliteAccess::Read);
    ASSERT_TRUE(reader) << describe(reader.error());
    EXPECT_EQ(integerOf((*reader)->query("SELECT count(*) FROM t")->at(0)[0]), 0);
}

// Making the log of a new file does not wait for whoever makes it at the same moment: we do.
TEST(SqliteConnection, ManyThatMakeTheSameFileAtOnceAllOpenIt)
{
    const TempDir dir;
    for (int round = 0; round < 20; ++round) {
        const fs::path file = dir / ("h" + std::to_string(round) + ".db");
        std::vector<std::string> errors(6);
        std::latch together(static_cast<std::ptrdiff_t>(errors.size()));
        {
            std::vector<std::jthread> threads;
            for (std::string& error : errors) {
                threads.emplace_back([&] {
                    together.arrive_and_wait();
                    const auto opened = openSqlite(file, SqliteAccess::Write);
                    error = opened ? "" : opened.error().message;
                });
            }
        }
        for (const std::string& error : errors) {
            ASSERT_EQ(error, "") << round;
        }
    }
}

} // namespace soak
