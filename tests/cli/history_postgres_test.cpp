// SPDX-License-Identifier: GPL-3.0-or-later
// The history that a team shares: by the real program, in a real PostgreSQL.
#include "tests/cli/shell.h"
#include "tests/history/postgres_server.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

using Json = nlohmann::json;

class SharedHistoryShell : public Shell
{
public:
    explicit SharedHistoryShell(const std::string& url) { set("SOAK_HISTORY_DB", url); }

    Json json(const std::string& words)
    {
        const ShellResult result = run("soak history " + words + " --json");
        EXPECT_EQ(result.exitCode, 0) << words << "\n" << result.err;
        return result.out.empty() ? Json() : Json::parse(result.out);
    }

    void makeRuns(int count)
    {
        for (int i = 0; i < count; ++i) {
            set("SOURCE_DATE_EPOCH", std::to_string(1'760'000'000 + i));
            EXPECT_EQ(
                run("soak run --mock --auto-tune --iterations 4 --out runs/r" + std::to_string(i))
                    .exitCode,
                0);
        }
    }
};

TEST(CliHistoryPostgres, TwoImportsAtOnceStoreEachRunOnceAndEverybodySeesThem)
{
    SharedHistoryShell shell(PostgresServer::shared().newPlace());
    shell.makeRuns(5);
    const ShellResult result =
        shell.run("soak history import runs & first=$!; soak history import --reread runs; "
                  "second=$?; wait $first && exit $second");
    EXPECT_EQ(result.exitCode, 0) << result.err;
    EXPECT_EQ(shell.json("stats").at("runs"), 5);
    EXPECT_EQ(shell.json("stats").at("iterations"), 20);
    EXPECT_EQ(shell.json("list --filter 'engine:mock -p95<1 param:tail_age_ms>0'").at("total"), 5);
    EXPECT_EQ(shell.json("tag 1 canary").at("tags").size(), 1U);
    EXPECT_EQ(shell.json("kpi net_bps --filter tag:canary").at("runs").size(), 1U);
    EXPECT_EQ(shell.json("rebuild").at("folders_read"), 5);
    EXPECT_EQ(shell.json("list --filter tag:canary").at("total"), 1);
}

TEST(CliHistoryPostgres, AServerThatGoesEndsTheImportAndNothingIsLostOrDoubled)
{
    PostgresServer server;
    SharedHistoryShell shell(server.newPlace());
    shell.makeRuns(3);
    shell.json("import runs");
    server.stop();
    for (const char* words : {"import runs", "list", "stats", "tag 1 x"}) {
        const ShellResult result = shell.run("soak history " + std::string(words));
        EXPECT_EQ(result.exitCode, 6) << words << result.err;
        EXPECT_NE(result.err.find("cannot be reached"), std::string::npos) << result.err;
    }
    server.start();
    shell.makeRuns(6);
    shell.json("import runs");
    EXPECT_EQ(shell.json("stats").at("runs"), 6);
    EXPECT_EQ(shell.json("stats").at("iterations"), 24);
}

TEST(CliHistoryPostgres, AConnectionThatIsCutInTheMiddleIsExitSix)
{
    PostgresServer& server = PostgresServer::shared();
    const std::string place = server.newPlace();
    SharedHistoryShell shell(place);
    shell.makeRuns(3);
    shell.json("import runs/r0");
    // The import waits for the writer's lock, which another session holds; then it is thrown out.
    shell.set("PLACE", place);
    shell.set("PSQL", server.program("psql"));
    const ShellResult result = shell.run(
        "\"$PSQL\" -X -q -d \"$PLACE\" -c 'SELECT pg_advisory_lock(1936679275), pg_sleep(60)' & "
        "holder=$!\n"
        "ask() { \"$PSQL\" -X -q -A -t -d \"$PLACE\" -c \"$1\"; }\n"
        "until [ \"$(ask \"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND "
        "granted\")\" = 1 ]; do :; done\n"
        "soak history import runs & import=$!\n"
        "until [ \"$(ask \"SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = "
        "'advisory' AND NOT granted\")\" = 1 ]; do :; done\n"
        "wait $import; code=$?\n"
        "ask \"SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'\" "
        ">/dev/null\n"
        "wait $holder 2>/dev/null; exit $code");
    EXPECT_EQ(result.exitCode, 6) << result.err;
    EXPECT_NE(result.err.find("the connection to the database was lost"), std::string::npos)
        << result.err;
    shell.json("import runs");
    EXPECT_EQ(shell.json("stats").at("runs"), 3);
    EXPECT_EQ(shell.json("stats").at("iterations"), 12);
}

TEST(CliHistoryPostgres, AnImportKilledAtAnyMessageLosesAndDoublesNothing)
{
    SharedHistoryShell shell(PostgresServer::shared().newPlace());
    shell.makeRuns(4);
    int killed = 0;
    for (int at = 2; at < 200; at += at < 30 ? 4 : 20) {
        const ShellResult result =
            shell.runKilledAt("sendto", at, "soak history import --reread runs");
        EXPECT_TRUE(result.exitCode == 137 || result.exitCode == 0) << result.err;
        killed += result.exitCode == 137 ? 1 : 0;
        shell.json("import runs");
        ASSERT_EQ(shell.json("stats").at("runs"), 4) << at;
        ASSERT_EQ(shell.json("stats").at("iterations"), 16) << at;
    }
    EXPECT_GT(killed, 5);
}

TEST(CliHistoryPostgres, WithoutAServerOrWithANewerFormItIsExitSixAndNoPasswordIsShown)
{
    SharedHistoryShell shell("postgresql://ann:geheim@/soaks?host=/nowhere");
    const ShellResult none = shell.run("soak history list");
    EXPECT_EQ(none.exitCode, 6);
    EXPECT_EQ(none.err.find("geheim"), std::string::npos) << none.err;
    const std::string place = PostgresServer::shared().newPlace();
    SharedHistoryShell newer(place);
    newer.json("stats");
    EXPECT_EQ(PostgresServer::shared().psql(place, "UPDATE history_schema SET version = 9"), "");
    const ShellResult refused = newer.run("soak history list");
    EXPECT_EQ(refused.exitCode, 6);
    EXPECT_NE(refused.err.find("of a newer soak"), std::string::npos) << refused.err;
    EXPECT_EQ(newer.run("soak history list --db mysql://ann@db/x").exitCode, 2);
}

} // namespace
} // namespace soak
