// SPDX-License-Identifier: GPL-3.0-or-later
// The examples of resources/examples, attached as docs/attach-a-bot.md says.
#include "tests/cli/shell.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace soak
{
namespace
{

using Json = nlohmann::json;

std::string exampleFile(const std::string& name)
{
    return (testDataPath("../../resources/examples/" + name)).string();
}

constexpr const char* kFolder = "artifacts/soak/latest/soak/latest/";

// Runs `bot` untuned with and without a wider interval, and tuned; the same is expected of each.
void expectABotThatAnswers(Shell& shell, const std::string& bot)
{
    shell.set("SOAK_SLEEP_SECONDS", "0");
    const auto run = [&](const std::string& options, const std::string& folder) {
        const ShellResult result = shell.run("soak run --engine command --iterations 4 --seed 7 " +
                                             options + " --out " + folder + " -- " + bot);
        EXPECT_EQ(result.exitCode, 0) << result.err;
    };
    const auto p95 = [&](const std::string& folder, int iteration) {
        const Json summary =
            Json::parse(shell.read(folder + "/ITER_SUMMARY_" + std::to_string(iteration) + ".json"))
                .at("summary");
        for (const char* key : {"net_bps", "p95_latency_ms", "risk_ratio", "maker_taker_ratio"}) {
            EXPECT_TRUE(summary.at(key).is_number()) << key;
        }
        return summary.at("p95_latency_ms").get<double>();
    };
    run("--set min_interval_ms=40", "narrow");
    run("--set min_interval_ms=80", "wide");
    for (int iteration = 1; iteration <= 4; ++iteration) {
        EXPECT_GT(p95("narrow", iteration), p95("wide", iteration) + 30) << iteration;
    }
    // The tuner moves something, the bot is told, and it says so.
    run("--auto-tune --set min_interval_ms=40", "tuned");
    const Json last = Json::parse(shell.read("tuned/ITER_SUMMARY_4.json"));
    const Json first = Json::parse(shell.read("tuned/ITER_SUMMARY_1.json"));
    EXPECT_NE(last.at("runtime_overrides"), first.at("runtime_overrides"));
    EXPECT_LT(p95("tuned", 4), p95("tuned", 1));
    EXPECT_NE(shell.read("tuned/artifacts/stdout.txt").find("iteration 4: min_interval_ms "),
              std::string::npos);
    // By its own clock, so that the same seed gives the same measurements.
    run("--auto-tune --set min_interval_ms=40", "again");
    EXPECT_EQ(Json::parse(shell.read("again/ITER_SUMMARY_4.json")).at("summary"),
              last.at("summary"));
}

TEST(CliExampleBot, InPythonAnswersToTheOverrides)
{
    Shell shell;
    expectABotThatAnswers(shell, "/usr/bin/python3 '" + exampleFile("bot.py") + "'");
}

TEST(CliExampleBot, InCppIsOneCommandToBuildAndAnswersToTheOverrides)
{
    Shell shell;
    const ShellResult built = shell.run("g++ -std=c++17 -O2 -Wall -Wextra -Werror -o bot '" +
                                        exampleFile("bot.cpp") + "'");
    ASSERT_EQ(built.exitCode, 0) << built.err;
    expectABotThatAnswers(shell, "./bot");
}

// What the page says of variables and limits is what the program does.
TEST(CliExampleBot, ThePageNamesEveryVariableThatABotIsGiven)
{
    Shell shell;
    ASSERT_EQ(
        shell
            .run("SOAK_SLEEP_SECONDS=0 soak run --engine command --iterations 1 -- /bin/sh -c "
                 "'env | grep ^SOAK_ | cut -d= -f1 > names; exit 1'")
            .exitCode,
        1);
    const std::string page = bytesOf(testDataPath("../../docs/attach-a-bot.md"));
    std::istringstream names(shell.read("names"));
    std::set<std::string> seen;
    for (std::string name; std::getline(names, name);) {
        EXPECT_NE(page.find("`" + name + "`"), std::string::npos) << name;
        seen.insert(name);
    }
    EXPECT_TRUE(seen.contains("SOAK_OUTPUT_DIR"));
    EXPECT_TRUE(seen.contains("SOAK_ATTEMPT"));
    EXPECT_EQ(seen.size(), 12U); // eleven of ours, and SOAK_SLEEP_SECONDS
}

// The report on the page is one that is read without a finding, every metric of it.
TEST(CliExampleBot, TheReportOnThePageIsRead)
{
    Shell shell;
    const std::string page = bytesOf(testDataPath("../../docs/attach-a-bot.md"));
    const std::size_t begin = page.find("{\n  \"elapsed_ms\"");
    ASSERT_NE(begin, std::string::npos);
    shell.write("report.json", page.substr(begin, page.find("```", begin) - begin));
    shell.set("SOAK_SLEEP_SECONDS", "0");
    const ShellResult result = shell.run("soak run --engine command --iterations 1 -- /bin/sh -c "
                                         "'cp report.json \"$SOAK_OUTPUT_DIR/EDGE_REPORT.json\"'");
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_EQ(result.err, "");
    const Json summary =
        Json::parse(shell.read(std::string(kFolder) + "ITER_SUMMARY_1.json")).at("summary");
    EXPECT_EQ(summary.at("net_bps"), 2.4);
    EXPECT_EQ(summary.at("risk_ratio"), 0.32);
    EXPECT_EQ(summary.at("maker_taker_ratio"), 0.83);
    EXPECT_EQ(summary.at("p95_latency_ms"), 288.0);
    EXPECT_EQ(summary.at("fees_eff_bps"), 2.0);
}

} // namespace
} // namespace soak
