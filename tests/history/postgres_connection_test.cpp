// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/postgres_connection.h"
#include "tests/history/postgres_server.h"

#include <gtest/gtest.h>

namespace soak
{

TEST(PostgresConnection, PasswordsAreNotShown)
{
    EXPECT_EQ(withoutPassword("postgresql://ann:geheim@db.example/soaks"),
              "postgresql://ann@db.example/soaks");
    EXPECT_EQ(withoutPassword("postgres://ann:a@b:c@db/soaks"), "postgres://ann@db/soaks");
    EXPECT_EQ(withoutPassword("postgresql:///soaks?host=/run&password=geheim&user=ann"),
              "postgresql:///soaks?host=/run&password=...&user=ann");
    EXPECT_EQ(withoutPassword("postgresql://db:5433/soaks"), "postgresql://db:5433/soaks");
    EXPECT_EQ(withoutPassword("postgresql:///soaks?host=/a:b@c"),
              "postgresql:///soaks?host=/a:b@c");
}

TEST(PostgresConnection, UrlsAreTold)
{
    EXPECT_TRUE(isPostgresUrl("postgresql:///x"));
    EXPECT_TRUE(isPostgresUrl("postgres://x"));
    EXPECT_FALSE(isPostgresUrl("/var/postgresql"));
}

TEST(PostgresConnection, WithoutAServerItSaysSo)
{
    const TempDir dir;
    const auto opened = openPostgres("postgresql://ann:geheim@/soaks?host=" + dir.path().string());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, Errc::Environment);
    EXPECT_NE(opened.error().message.find("cannot be reached"), std::string::npos);
    EXPECT_EQ(describe(opened.error()).find("geheim"), std::string::npos);
}

TEST(PostgresConnection, AServerThatGoesIsALostConnection)
{
    PostgresServer server;
    auto connection = openPostgres(server.newPlace());
    ASSERT_TRUE(connection) << describe(connection.error());
    ASSERT_TRUE((*connection)->begin());
    server.stop();
    const auto rows = (*connection)->query("SELECT 1");
    ASSERT_FALSE(rows);
    EXPECT_EQ(rows.error().code, Errc::Environment);
    EXPECT_NE(rows.error().message.find("was lost"), std::string::npos) << rows.error().message;
    (*connection)->rollback();
    EXPECT_FALSE((*connection)->commit());
}

TEST(PostgresConnection, AUserWhoMayNotWriteIsTold)
{
    PostgresServer& server = PostgresServer::shared();
    const std::string place = server.newPlace();
    ASSERT_EQ(server.psql(place, "CREATE TABLE t (a INTEGER)"), "");
    auto connection = openPostgres(place + "%20-cdefault_transaction_read_only%3Don");
    ASSERT_TRUE(connection) << describe(connection.error());
    EXPECT_EQ((*connection)->execute("INSERT INTO t VALUES (1)").error().code, Errc::NotWritable);
}

TEST(PostgresConnection, OfTwoWritersOneWaits)
{
    const std::string place = PostgresServer::shared().newPlace();
    auto first = openPostgres(place);
    auto second = openPostgres(place);
    ASSERT_TRUE((*first)->begin());
    ASSERT_TRUE((*second)->execute("SET lock_timeout = 50"));
    const Status waited = (*second)->begin();
    ASSERT_FALSE(waited);
    EXPECT_NE(waited.error().message.find("another program"), std::string::npos);
    (*second)->rollback();
    ASSERT_TRUE((*first)->commit());
    EXPECT_TRUE((*second)->begin());
}

} // namespace soak
