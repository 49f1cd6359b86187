// SPDX-License-Identifier: GPL-3.0-or-later
// --retries and --stop-after-failures: what is tried again, what is recorded, where a run gives up.
#include "tests/cli/bot_shell.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

using Json = nlohmann::json;

TEST(CliBotAttempts, ABotIsTriedAgainAndNoAttemptIsForgotten)
{
    BotShell shell(std::string("echo trace $SOAK_ATTEMPT >&2; [ $SOAK_ATTEMPT = 3 ] || exit "
                               "$((6 + SOAK_ATTEMPT)); ") +
                   kGoodBot);
    const ShellResult result = shell.run(
        "soak run --engine command --iterations 3 --retries 2 --json -- /bin/sh ./bot.sh");
    EXPECT_EQ(result.exitCode, 0) << result.err;
    EXPECT_EQ(Json::parse(result.out).at("iterations_failed"), 0);
    const Json second = summaryIn(shell, 2);
    EXPECT_EQ(second.at("summary").at("net_bps"), 3.5);
    const Json expected =
        Json::array({{{"attempt", 1}, {"failure", "exit code 7: trace 1 (no EDGE_REPORT.json)"}},
                     {{"attempt", 2}, {"failure", "exit code 8: trace 2 (no EDGE_REPORT.json)"}},
                     {{"attempt", 3}, {"failure", nullptr}}});
    EXPECT_EQ(second.at("attempts"), expected);
    const std::string outputs = std::string(kRunFolder) + "artifacts/failed_2.";
    EXPECT_EQ(shell.read(outputs + "1.stderr.txt"), "trace 1\n");
    EXPECT_EQ(shell.read(outputs + "2.stderr.txt"), "trace 2\n");
    EXPECT_FALSE(summaryIn(shell, 1).contains("attempts"));
    EXPECT_NE(result.err.find("attempt 2 failed: exit code 8: trace 2"), std::string::npos)
        << result.err;
    // Whoever loads the run is told, too.
    const ShellResult shown = shell.run("soak show");
    EXPECT_NE(shown.err.find("attempts before the one that counts failed: exit code 7: trace 1"),
              std::string::npos)
        << shown.err;
}

TEST(CliBotAttempts, ABotThatFailsInEachFailsItsIterationOnce)
{
    BotShell shell("exit 4");
    const ShellResult result =
        shell.run("soak run --engine command --iterations 3 --retries 2 -- /bin/sh ./bot.sh");
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_EQ(failureOf(summaryIn(shell, 2)),
              "exit code 4 (no EDGE_REPORT.json), after 2 attempts that failed too");
    EXPECT_EQ(summaryIn(shell, 2).at("attempts").size(), 3U);
    EXPECT_EQ(summaryIn(shell, 3).at("summary").at("net_bps"), 3.5);
    const Json run = Json::parse(shell.read(std::string(kRunFolder) + "RUN.json"));
    EXPECT_EQ(run.at("retries"), 2);
    EXPECT_FALSE(run.contains("stop_after_failures"));
}

TEST(CliBotAttempts, FailuresInARowAreCountedOverAKillButNotOverAResume)
{
    Shell shell;
    shell.set("SOAK_SLEEP_SECONDS", "0");
    shell.write("bot.sh", "[ $SOAK_ITERATION = 2 ] || exit 5; " + std::string(kGoodBot));
    const std::string end = std::string(kRunFolder) + "RUN_END.json";
    // 1 fails, 2 is good, 3 and 4 fail.
    const ShellResult first =
        shell.run("soak run --engine command --iterations 9 --stop-after-failures 2 "
                  "--fail-on-gate -- /bin/sh ./bot.sh");
    EXPECT_EQ(first.exitCode, 3); // no window of 8
    EXPECT_EQ(Json::parse(shell.read(end)).at("iterations_completed"), 4);
    EXPECT_EQ(Json::parse(shell.read(end)).at("reason"),
              "stopped after 2 failed iterations in a row, as --stop-after-failures says");
    EXPECT_EQ(shell.run("soak run --resume -- /bin/sh ./bot.sh").exitCode, 1);
    EXPECT_EQ(Json::parse(shell.read(end)).at("iterations_completed"), 6);
    // As a kill before the end is written leaves it.
    std::filesystem::remove(shell.path(end));
    EXPECT_EQ(shell.run("soak run --resume -- /bin/sh ./bot.sh").exitCode, 1);
    EXPECT_EQ(Json::parse(shell.read(end)).at("iterations_completed"), 6);
}

// The window makes its form of this.
TEST(CliBotAttempts, TheSchemaOfOptionsOffersThemWithTheirLimits)
{
    Shell shell;
    const Json schema = Json::parse(shell.run("soak config schema --json").out);
    std::map<std::string, Json> options;
    for (const Json& option : schema.at("commands").at("run").at("options")) {
        options[option.at("name").get<std::string>()] = option;
    }
    for (const char* name : {"retries", "stop-after-failures"}) {
        const Json& option = options.at(name);
        EXPECT_EQ(option.at("kind"), "integer");
        EXPECT_EQ(option.at("default"), "0");
        EXPECT_EQ(option.at("minimum"), 0);
        EXPECT_GT(option.at("maximum"), 0);
    }
    EXPECT_EQ(options.at("replay").at("kind"), "path");
    EXPECT_TRUE(schema.at("commands").contains("watch"));
}

TEST(CliBotAttempts, OptionsAreRefusedWhereTheyMeanNothing)
{
    Shell shell;
    EXPECT_EQ(shell.run("soak run --mock --iterations 1 --retries 1").exitCode, 2);
    EXPECT_EQ(shell.run("soak run --mock --iterations 1 --stop-after-failures 0").exitCode, 0);
    EXPECT_EQ(shell.run("soak run --mock --iterations 1 --retries 101").exitCode, 2);
    EXPECT_EQ(shell.run("soak run --resume --retries 1").exitCode, 2);
    EXPECT_EQ(shell.run("soak run --resume --stop-after-failures 1").exitCode, 2);
    const std::string file = std::string(kRunFolder) + "RUN.json";
    Json run = Json::parse(shell.read(file));
    run["retries"] = "many";
    shell.write(file, run.dump());
    const ShellResult refused = shell.run("soak run --resume");
    EXPECT_EQ(refused.exitCode, 3);
    EXPECT_NE(refused.err.find("retries"), std::string::npos) << refused.err;
}

} // namespace
} // namespace soak
