// SPDX-License-Identifier: GPL-3.0-or-later
// The history that `soak history` keeps: by the real program, in SQLite.
#include "tests/cli/shell.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace soak
{
namespace
{

using Json = nlohmann::json;

class HistoryShell : public Shell
{
public:
    HistoryShell() { set("XDG_DATA_HOME", path("data").string()); }

    Json json(const std::string& words, int exitCode = 0)
    {
        const ShellResult result = run("soak history " + words + " --json");
        EXPECT_EQ(result.exitCode, exitCode) << words << "\n" << result.err;
        return result.out.empty() ? Json() : Json::parse(result.out);
    }

    [[nodiscard]] std::filesystem::path file() const
    {
        return path("data/soak-workbench/history.db");
    }

    void makeRuns(int count)
    {
        for (int i = 0; i < count; ++i) {
            set("SOURCE_DATE_EPOCH", std::to_string(1'760'000'000 + i));
            const ShellResult made =
                run("soak run --mock --auto-tune --iterations 4 --run-isolated --base runs");
            EXPECT_EQ(made.exitCode, 0) << made.err;
        }
    }
};

TEST(CliHistoryStore, ImportsListsShowsAndCounts)
{
    HistoryShell shell;
    shell.makeRuns(2);
    EXPECT_EQ(shell.json("import runs").at("counts").at("new"), 2);
    EXPECT_EQ(shell.json("import runs").at("counts").at("unchanged"), 3); // latest is a copy
    const Json list = shell.json("list --filter 'engine:mock' --sort -started");
    EXPECT_EQ(list.at("total"), 2);
    EXPECT_EQ(list.at("runs")[0].at("run_id"), "RUN_1760000000000");
    const Json shown = shell.json("show RUN_1760000000001000 || true");
    EXPECT_TRUE(shown.is_null());
    const Json run = shell.json("show RUN_1760000001000");
    EXPECT_EQ(run.at("version"), 1);
    EXPECT_EQ(run.at("figures").at("iterations_read"), 4);
    EXPECT_EQ(shell.json("stats").at("iterations"), 8);
    const Json kpis = shell.json("kpi p95_latency_ms");
    ASSERT_EQ(kpis.at("runs").size(), 2U);
    EXPECT_EQ(kpis.at("runs")[0].at("last_n"), run.at("figures").at("values").at("p95_latency_ms"));
    EXPECT_EQ(shell.run("soak history kpi colour").exitCode, 2);
    EXPECT_EQ(shell.run("soak history show nothing").exitCode, 3);
    EXPECT_EQ(shell.run("soak history fly").exitCode, 2);
    EXPECT_EQ(shell.run("soak history list extra").exitCode, 2);
}

// The same rows in the same order as the JSON has them, whatever they are asked by.
TEST(CliHistoryStore, CsvHasTheRowsOfTheListAndStandsAlone)
{
    HistoryShell shell;
    shell.makeRuns(3);
    shell.write("runs/torn/ITER_SUMMARY_1.json", "{");
    EXPECT_EQ(shell.run("soak history import runs").exitCode, 3);
    for (const char* words :
         {"list", "list --filter engine:mock --sort=-started", "list --limit 2 --offset 1"}) {
        const ShellResult csv = shell.run("soak history " + std::string(words) + " --csv");
        EXPECT_EQ(csv.exitCode, 0) << csv.err;
        std::string numbers;
        for (std::size_t at = csv.out.find("\r\n") + 2; at < csv.out.size();
             at = csv.out.find("\r\n", at) + 2) {
            numbers += csv.out.substr(at, csv.out.find(',', at) - at) + " ";
        }
        std::string wanted;
        const Json list = shell.json(words);
        for (const Json& run : list.at("runs")) {
            wanted += std::to_string(run.at("number").get<int>()) + " ";
        }
        EXPECT_EQ(numbers, wanted) << words << "\n" << csv.out;
        EXPECT_FALSE(wanted.empty());
    }
    EXPECT_EQ(shell.run("soak history list --base runs --csv").out.find("number,version,"), 0U);
    EXPECT_EQ(shell.run("soak history list --csv --json").exitCode, 2);
    EXPECT_EQ(shell.run("soak history stats --csv").exitCode, 2);
}

TEST(CliHistoryStore, WithoutAHistoryTheFoldersAreListed)
{
    HistoryShell shell;
    shell.makeRuns(1);
    const ShellResult result = shell.run("ARTIFACTS_ROOT=runs soak history list --json");
    EXPECT_EQ(result.exitCode, 0) << result.err;
    EXPECT_NE(result.err.find("nothing is remembered yet"), std::string::npos);
    EXPECT_EQ(Json::parse(result.out).at("runs").size(), 1U);
    EXPECT_FALSE(std::filesystem::exists(shell.file()));
    EXPECT_EQ(shell.run("soak history stats").exitCode, 3);
}

TEST(CliHistoryStore, AnUnreadableRunIsNamedAndTheOthersGoIn)
{
    HistoryShell shell;
    shell.makeRuns(1);
    shell.write("runs/odd/ITER_SUMMARY_1.json", "{");
    const ShellResult result = shell.run("soak history import runs");
    EXPECT_EQ(result.exitCode, 3);
    EXPECT_NE(result.err.find("/runs/odd: "), std::string::npos) << result.err;
    EXPECT_NE(result.out.find("1 new, 1 unchanged, 0 grown, 0 new versions, 1 unreadable"),
              std::string::npos)
        << result.out;
}

TEST(CliHistoryStore, AChangedRunIsANewVersionAndThatIsSaid)
{
    HistoryShell shell;
    shell.makeRuns(1);
    shell.json("import runs/RUN_1760000000000");
    shell.run("sed -i 's/\"iteration\": 2/\"iteration\":  2/' "
              "runs/RUN_1760000000000/ITER_SUMMARY_2.json");
    const ShellResult result = shell.run("soak history import runs/RUN_1760000000000");
    EXPECT_EQ(result.exitCode, 0) << result.err;
    EXPECT_NE(result.out.find("changed since it was remembered, now version 2"), std::string::npos)
        << result.out;
    EXPECT_EQ(shell.json("list").at("total"), 1);
    EXPECT_EQ(shell.json("list --all-versions").at("total"), 2);
}

TEST(CliHistoryStore, WhatPeopleSayIsKeptAndADecisionBesideTheRunComesAlong)
{
    HistoryShell shell;
    shell.makeRuns(1);
    const std::string run = "runs/RUN_1760000000000";
    EXPECT_EQ(shell.run("soak bundle decide " + run + " --decision hold --by ann --why 'too short'")
                  .exitCode,
              0);
    shell.json("import runs");
    shell.json("tag 1 canary --by ann");
    shell.json("release 1 v1.4 --by ann");
    shell.json("note " + run + " \"it's odd; DROP TABLE notes\" --by ann");
    const Json said = shell.json("decide 1 --decision ship --by bob --why 'longer one is fine'");
    ASSERT_EQ(said.at("decisions").size(), 2U);
    EXPECT_EQ(said.at("decisions")[0].at("decision"), "hold");
    EXPECT_EQ(said.at("decisions")[1].at("by"), "bob");
    EXPECT_EQ(said.at("notes")[0].at("text"), "it's odd; DROP TABLE notes");
    EXPECT_EQ(shell.json("list --filter tag:canary").at("runs")[0].at("decision"), "ship");
    EXPECT_EQ(shell.run("soak history decide 1 --decision ship --why x").exitCode, 2);
    EXPECT_EQ(shell.run("soak history tag 1 'a b'").exitCode, 2);
    EXPECT_EQ(shell.json("tag 1 canary --remove").at("tags").size(), 0U);
    EXPECT_EQ(shell.run("soak history tag 1 canary --remove").exitCode, 3);
}

TEST(CliHistoryStore, PruneSaysWhatItWouldRemoveAndRemovesThat)
{
    HistoryShell shell;
    shell.makeRuns(2);
    shell.json("import runs");
    shell.json("tag RUN_1760000000000 keep");
    EXPECT_EQ(shell.run("soak history prune --folders").exitCode, 2);
    EXPECT_EQ(shell.json("prune --folders --filter engine:mock --dry-run").at("removed").size(),
              1U);
    const Json pruned = shell.json("prune --folders --filter engine:mock");
    EXPECT_EQ(pruned.at("removed").size(), 1U);
    EXPECT_EQ(pruned.at("kept").size(), 2U); // the tagged one, and latest
    EXPECT_FALSE(std::filesystem::exists(shell.path("runs/RUN_1760000001000")));
    EXPECT_TRUE(std::filesystem::exists(shell.path("runs/RUN_1760000000000/RUN.json")));
    EXPECT_TRUE(std::filesystem::exists(shell.path("runs/soak/latest/RUN.json")));
}

TEST(CliHistoryStore, HostileQueriesFindNothingAndBreakNothing)
{
    HistoryShell shell;
    shell.makeRuns(1);
    shell.json("import runs");
    for (const std::string& query :
         {std::string("'\"'\"'; DROP TABLE runs; --"), std::string("\"%\""),
          std::string("\"; SELECT 1\""), std::string("tag:\"%%\""), std::string("\"1=1 OR\"")}) {
        const ShellResult result = shell.run("soak history list --json --filter '" + query + "'");
        EXPECT_EQ(result.exitCode, 0) << query << result.err;
        EXPECT_EQ(Json::parse(result.out).at("total"), 0) << query;
    }
    // Longer than a word of the command line may be: in the settings.
    shell.write(".soak.toml", "[history]\nfilter = \"" + std::string(900'000, '%') + "\"\n");
    const ShellResult mega = shell.run("soak history list --json");
    EXPECT_EQ(mega.exitCode, 0) << mega.err.substr(0, 500);
    EXPECT_EQ(Json::parse(mega.out).at("total"), 0);
    shell.write(".soak.toml", "");
    EXPECT_EQ(shell.json("list").at("total"), 1);
}

TEST(CliHistoryStore, AnImportKilledAtAnyWriteLosesAndDoublesNothing)
{
    HistoryShell shell;
    shell.makeRuns(5);
    shell.json("import runs/RUN_1760000000000");
    shell.json("tag 1 canary");
    int killed = 0;
    for (const char* call : {"pwrite64", "fdatasync"}) {
        bool isKilled = true;
        for (int at = 1; isKilled && at < 400; at += at < 8 ? 1 : 9) {
            // Where there was no history before, too.
            for (const std::string& where : {std::string(), std::string(" --db other/h.db")}) {
                shell.run("rm -rf other");
                const ShellResult result =
                    shell.runKilledAt(call, at, "soak history import --reread runs" + where);
                isKilled = result.exitCode == 137;
                EXPECT_TRUE(isKilled || result.exitCode == 0) << result.err;
                killed += isKilled ? 1 : 0;
                shell.json("import runs" + where);
                const Json stats = shell.json("stats" + where);
                ASSERT_EQ(stats.at("runs"), 5) << call << at << where;
                ASSERT_EQ(stats.at("iterations"), 20) << call << at << where;
                ASSERT_EQ(stats.at("superseded"), 0) << call << at << where;
            }
            EXPECT_EQ(shell.json("list --filter tag:canary").at("total"), 1);
        }
    }
    EXPECT_GT(killed, 10);
}

TEST(CliHistoryStore, ARebuildKilledAnywhereLeavesTheOldHistoryOrTheNew)
{
    HistoryShell shell;
    shell.makeRuns(2);
    shell.json("import runs");
    shell.json("tag 1 canary");
    int killed = 0;
    for (const char* call : {"rename", "link", "linkat", "unlink", "fdatasync"}) {
        for (int at = 1; at <= 4; ++at) {
            const ShellResult result = shell.runKilledAt(call, at, "soak history rebuild");
            killed += result.exitCode == 137 ? 1 : 0;
            ASSERT_EQ(shell.json("list --filter tag:canary").at("total"), 1) << call << at;
            ASSERT_EQ(shell.json("stats").at("iterations"), 8) << call << at;
        }
    }
    EXPECT_GT(killed, 4);
    EXPECT_EQ(shell.json("rebuild").at("words"), 1);
    EXPECT_EQ(shell.json("list --filter tag:canary").at("total"), 1);
}

TEST(CliHistoryStore, TwoImportsAtOnceStoreEachRunOnce)
{
    HistoryShell shell;
    shell.makeRuns(6);
    const ShellResult result =
        shell.run("soak history import runs & first=$!; soak history import --reread runs; "
                  "second=$?; wait $first && exit $second");
    EXPECT_EQ(result.exitCode, 0) << result.err;
    EXPECT_EQ(shell.json("stats").at("runs"), 6);
    EXPECT_EQ(shell.json("stats").at("iterations"), 24);
}

TEST(CliHistoryStore, ADatabaseThatMayOnlyBeReadIsReadAndNotWritten)
{
    HistoryShell shell;
    shell.makeRuns(1);
    shell.json("import runs");
    shell.run("chmod -R a+rX . && chmod a+rx . && chmod 555 data/soak-workbench && "
              "chmod 444 data/soak-workbench/*");
    // Root may write whatever the mode says.
    const std::string as = "setpriv --reuid=nobody --regid=nogroup --clear-groups ";
    const bool isRoot = shell.run("[ $(id -u) = 0 ]").exitCode == 0;
    const std::string prefix = isRoot ? as : "";
    const ShellResult list = shell.run(prefix + "soak history list --json");
    EXPECT_EQ(list.exitCode, 0) << list.err;
    EXPECT_EQ(Json::parse(list.out).at("total"), 1);
    const ShellResult tag = shell.run(prefix + "soak history tag 1 canary");
    EXPECT_EQ(tag.exitCode, 5) << tag.err;
    EXPECT_NE(tag.err.find("may only be read"), std::string::npos) << tag.err;
}

TEST(CliHistoryStore, ADamagedOrNewerDatabaseSaysSoAndWhatToDo)
{
    HistoryShell shell;
    shell.makeRuns(1);
    shell.json("import runs");
    shell.json("tag 1 canary");
    std::filesystem::copy_file(shell.file(), shell.path("good.db"));
    std::ofstream(shell.file(), std::ios::binary) << std::string(20'000, 'x');
    for (const char* words : {"list", "import runs", "tag 1 x"}) {
        const ShellResult result = shell.run("soak history " + std::string(words));
        EXPECT_EQ(result.exitCode, 6) << words << result.err;
        EXPECT_NE(result.err.find("`soak history rebuild`"), std::string::npos) << result.err;
    }
    const ShellResult rebuilt = shell.run("soak history rebuild runs");
    EXPECT_EQ(rebuilt.exitCode, 0) << rebuilt.err;
    EXPECT_NE(rebuilt.err.find("could not be read whole: tags"), std::string::npos);
    EXPECT_EQ(shell.json("list").at("total"), 1);

    std::filesystem::copy_file(shell.path("good.db"), shell.file(),
                               std::filesystem::copy_options::overwrite_existing);
    const Json taken = shell.json("rebuild");
    EXPECT_EQ(taken.at("words"), 1);
    EXPECT_EQ(shell.json("list --filter tag:canary").at("total"), 1);
}

} // namespace

TEST(LongCliHistoryStore, AFullDiskEndsAnImportAndWhatWasStoredStays)
{
    HistoryShell shell;
    shell.makeRuns(30);
    for (const char* kib : {"60", "120", "200", "240"}) {
        shell.write("small.sh", "mkdir -p d\nmount -t tmpfs -o size=" + std::string(kib) +
                                    "k tmpfs d || exit 99\n"
                                    "soak history import runs --db d/h.db\ncode=$?\n"
                                    "rm -rf kept\ncp -r d kept\nexit $code\n");
        const ShellResult result = shell.run("unshare -m sh small.sh");
        EXPECT_EQ(result.exitCode, 5) << kib << result.err;
        EXPECT_NE(result.err.find("no space left on device"), std::string::npos) << result.err;
        // With room again it goes on.
        EXPECT_EQ(shell.run("soak history import runs --db kept/h.db").exitCode, 0) << kib;
        EXPECT_EQ(shell.json("stats --db kept/h.db").at("iterations"), 120);
    }
}

} // namespace soak
