// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/shell.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

using Json = nlohmann::json;

Json listed(Shell& shell, const std::string& options)
{
    const ShellResult result = shell.run("soak history list --json " + options);
    EXPECT_EQ(result.exitCode, 0) << result.err;
    return Json::parse(result.out).at("runs");
}

TEST(CliHistory, ListsTheRunsBelowAFolderJudged)
{
    Shell shell;
    shell.run("soak run --mock --auto-tune --iterations 8 --run-isolated --base nightly");
    shell.run("soak run --mock --iterations 2 --base short");
    shell.write("odd/ITER_SUMMARY_1.json", "{");
    const Json runs = listed(shell, "--base .");
    ASSERT_EQ(runs.size(), 3U);
    EXPECT_EQ(runs[2].at("name"), "odd");
    EXPECT_TRUE(runs[2].at("figures").is_null());
    EXPECT_FALSE(runs[2].at("unreadable").is_null());
    for (const Json& run : runs) {
        if (run.at("name") != "odd") {
            EXPECT_EQ(run.at("engine"), "mock");
            EXPECT_EQ(run.at("state"), "finished");
            EXPECT_FALSE(run.at("figures").at("values").at("net_bps").is_null());
        }
    }
    EXPECT_EQ(listed(shell, "--base . --filter 'iterations>=8'").size(), 1U);
    EXPECT_EQ(listed(shell, "--base . --filter 'iterations>=8'")[0].at("also_in").size(), 1U);
    EXPECT_EQ(listed(shell, "--base . --filter 'verdict:unreadable'")[0].at("name"), "odd");
    EXPECT_EQ(listed(shell, "--base . --filter 'since:1d engine:mock -short'").size(), 1U);
}

TEST(CliHistory, FiguresAreThoseOfShow)
{
    Shell shell;
    const std::string fixtures = testDataPath("fixtures").string();
    for (const Json& run : listed(shell, "--base '" + fixtures + "'")) {
        const Json shown = Json::parse(
            shell.run("soak show --json '" + run.at("folder").get<std::string>() + "'").out);
        EXPECT_EQ(run.at("figures").at("verdict"), shown.at("verdict"));
        EXPECT_EQ(run.at("figures").at("values").at("p95_latency_ms"),
                  shown.at("statistics_window").at("p95_latency_ms").at("max"));
    }
}

TEST(CliHistory, TextNamesEachRun)
{
    Shell shell;
    shell.run("soak run --mock --iterations 3 --base nightly");
    const std::string out = shell.run("soak history list --base .").out;
    EXPECT_NE(out.find("nightly"), std::string::npos) << out;
    EXPECT_NE(out.find("3/3"), std::string::npos) << out;
    EXPECT_EQ(shell.run("soak history list --base . --filter nowhere").out, "no run\n");
}

TEST(CliHistory, MisuseSaysWhereAndWhatToDo)
{
    Shell shell;
    const ShellResult query = shell.run("soak history list --base . --filter 'p95<x'");
    EXPECT_EQ(query.exitCode, 2);
    EXPECT_NE(query.err.find("column 5, p95<>>x"), std::string::npos) << query.err;
    EXPECT_EQ(shell.run("soak history prune").exitCode, 2);
    EXPECT_EQ(shell.run("soak history list --base absent").exitCode, 3);
}

// The mock's own clock says when a run started: three of them, the middle one too short to be
// whole.
TEST(CliHistory, LastGreenSaysWhatItHadToRelax)
{
    Shell shell;
    const auto run = [&shell](const std::string& name, int second, const std::string& options) {
        const ShellResult made =
            shell.run("SOURCE_DATE_EPOCH=17700000" + std::to_string(second) +
                      " soak run --mock --auto-tune --iterations 36 --base " + name + options);
        EXPECT_EQ(made.exitCode, 0) << made.err;
    };
    run("first", 10, "");
    run("other", 20, " --profile steady_safe");
    run("shown", 30, "");
    const auto answer = [&shell](const std::string& shown) {
        return shell.run("soak history list --base . --json --last-green " + shown);
    };
    const ShellResult alike = answer("shown");
    ASSERT_EQ(alike.exitCode, 0) << alike.err;
    EXPECT_EQ(Json::parse(alike.out).at("runs")[0].at("name"), "first");
    EXPECT_TRUE(Json::parse(alike.out).at("relaxed").is_null());
    const ShellResult relaxed = answer("other");
    ASSERT_EQ(relaxed.exitCode, 0) << relaxed.err;
    EXPECT_EQ(Json::parse(relaxed.out).at("relaxed"), "profile");
    const ShellResult none = answer("first");
    EXPECT_EQ(none.exitCode, 3);
    EXPECT_NE(none.err.find("no green run"), std::string::npos) << none.err;
    EXPECT_EQ(shell.run("soak history list --base . --last-green shown --filter x").exitCode, 2);
}

} // namespace
} // namespace soak
