// SPDX-License-Identifier: GPL-3.0-or-later
// Bots that misbehave in every way, attached to the real program: each makes a failed iteration
// that says why, leaves no process behind, and costs neither the run nor its resume.
#include "tests/cli/bot_shell.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

struct BadBot {
    const char* name;
    const char* script; // sh, in place of a good bot in iteration 2
    const char* failure;
};

void PrintTo(const BadBot& bot, std::ostream* out)
{
    *out << bot.script;
}

class CliBadBot : public testing::TestWithParam<BadBot>
{
};

// In seconds: short only for those that use it up.
std::string timeLimitFor(const BadBot& bot)
{
    return std::string(bot.failure).starts_with("exceeded") ? "1" : "60";
}

TEST_P(CliBadBot, FailsItsIterationAndTheRunGoesOn)
{
    BotShell shell(GetParam().script);
    const ShellResult result = shell.run("soak run --engine command --iterations 3 --auto-tune "
                                         "--time-limit " +
                                         timeLimitFor(GetParam()) + " -- /bin/sh ./bot.sh");
    EXPECT_EQ(result.exitCode, 1) << result.err;
    EXPECT_FALSE(result.timedOut);
    const nlohmann::json failed = summaryIn(shell, 2);
    EXPECT_NE(failureOf(failed).find(GetParam().failure), std::string::npos) << failureOf(failed);
    EXPECT_TRUE(failed.at("summary").at("net_bps").is_null());
    EXPECT_EQ(summaryIn(shell, 3).at("summary").at("net_bps"), 3.5);
    EXPECT_NE(result.err.find("ITER_SUMMARY_2.json: the engine failed: "), std::string::npos)
        << result.err;
    EXPECT_EQ(leftBehind(shell), "");
    EXPECT_EQ(shell.run(std::string("ls -A ") + kRunFolder + " | grep -F .engine.tmp").out, "");
}

TEST_P(CliBadBot, EndsARunThatStopsAfterOneFailureAndIsResumed)
{
    BotShell shell(GetParam().script);
    const ShellResult stopped =
        shell.run("soak run --engine command --iterations 3 --auto-tune --stop-after-failures 1 "
                  "--time-limit " +
                  timeLimitFor(GetParam()) + " -- /bin/sh ./bot.sh");
    EXPECT_EQ(stopped.exitCode, 1) << stopped.err;
    EXPECT_NE(stopped.err.find("stopped after 1 failed iteration in a row"), std::string::npos)
        << stopped.err;
    EXPECT_EQ(leftBehind(shell), "");
    const nlohmann::json end =
        nlohmann::json::parse(shell.read(std::string(kRunFolder) + "RUN_END.json"));
    EXPECT_EQ(end.at("status"), "failed");
    EXPECT_EQ(end.at("iterations_completed"), 2);

    const ShellResult resumed = shell.run("soak run --resume --time-limit 60 -- /bin/sh ./bot.sh");
    EXPECT_EQ(resumed.exitCode, 1) << resumed.err;
    EXPECT_EQ(summaryIn(shell, 3).at("summary").at("net_bps"), 3.5);
    EXPECT_EQ(nlohmann::json::parse(shell.read(std::string(kRunFolder) + "RUN_END.json"))
                  .at("iterations_completed"),
              3);
    EXPECT_EQ(shell.run("soak show").err.find("chain"), std::string::npos);
}

std::string nameOfBot(const testing::TestParamInfo<BadBot>& which)
{
    return which.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Bots, CliBadBot,
    testing::Values(
        BadBot{"Hangs", "exec sleep 600",
               "exceeded its time limit of 1000 ms (no EDGE_REPORT.json)"},
        BadBot{"HangsWithAReport",
               "printf '{\"totals\":{\"net_bps\":1}}' > \"$SOAK_OUTPUT_DIR/EDGE_REPORT.json\"; "
               "exec sleep 600",
               "exceeded its time limit of 1000 ms (its EDGE_REPORT.json does not count)"},
        BadBot{"HangsAndIsDeafToSigterm", "trap '' TERM; while :; do sleep 1; done",
               "exceeded its time limit"},
        BadBot{"ForksAndHangs", "sleep 600 & sleep 600", "exceeded its time limit"},
        BadBot{"ForksIntoASessionOfItsOwnAndHangs", "setsid sleep 600 & sleep 600",
               "exceeded its time limit"},
        BadBot{"LeavesASessionOfItsOwnAndNoReport",
               "(setsid sh -c 'echo > \"$SOAK_OUTPUT_DIR/up\"; exec sleep 600' &); "
               "while [ ! -f \"$SOAK_OUTPUT_DIR/up\" ]; do sleep 0.01; done",
               "exit code 0 (no EDGE_REPORT.json)"},
        BadBot{"FloodsWithoutEnd", "exec yes", "exceeded its time limit"},
        BadBot{"FloodsStderrWithoutEnd", "exec yes 'no route' >&2", "exceeded its time limit"},
        BadBot{"Exits3", "echo 'no route to venue' >&2; exit 3",
               "exit code 3: no route to venue (no EDGE_REPORT.json)"},
        BadBot{"DiesBySignal", "kill -SEGV $$", "ended by signal 11 (no EDGE_REPORT.json)"},
        BadBot{"WritesHalfAReport",
               "printf '{\"totals\":{\"net_' > \"$SOAK_OUTPUT_DIR/EDGE_REPORT.json\"",
               "not JSON: it ends too early"},
        BadBot{"LeavesNoReport", "true", "exit code 0 (no EDGE_REPORT.json)"},
        BadBot{"LeavesAFifo", "mkfifo \"$SOAK_OUTPUT_DIR/EDGE_REPORT.json\"",
               "exit code 0 (EDGE_REPORT.json: not a regular file"},
        BadBot{"LeavesALinkToElsewhere",
               "printf '{\"totals\":{\"net_bps\":9}}' > elsewhere; "
               "ln -s \"$PWD/elsewhere\" \"$SOAK_OUTPUT_DIR/EDGE_REPORT.json\"",
               "exit code 0 (EDGE_REPORT.json: is a link, which is not followed here)"},
        BadBot{"LeavesALinkToEndlessZeros", "ln -s /dev/zero \"$SOAK_OUTPUT_DIR/EDGE_REPORT.json\"",
               "exit code 0 (EDGE_REPORT.json: is a link, which is not followed here)"},
        BadBot{"LeavesAFolder", "mkdir -p \"$SOAK_OUTPUT_DIR/EDGE_REPORT.json/x\"",
               "exit code 0 (EDGE_REPORT.json: is a folder, not a file)"},
        BadBot{"LeavesAHugeReport", "truncate -s 20G \"$SOAK_OUTPUT_DIR/EDGE_REPORT.json\"",
               "exit code 0 (EDGE_REPORT.json: larger than the limit of 67108864 bytes)"},
        BadBot{"WritesItsReportWithoutEnd",
               "yes > \"$SOAK_OUTPUT_DIR/EDGE_REPORT.json\" & sleep 0.2; kill -9 $$",
               "ended by signal 9"},
        BadBot{"RemovesItsFolder", "rm -r \"$SOAK_OUTPUT_DIR\"",
               "exit code 0 (EDGE_REPORT.json: the output folder is no folder any more"},
        BadBot{"PutsALinkInPlaceOfItsFolder",
               "mkdir -p there; printf '{\"totals\":{\"net_bps\":9}}' > there/EDGE_REPORT.json; "
               "rm -r \"$SOAK_OUTPUT_DIR\"; ln -s \"$PWD/there\" \"$SOAK_OUTPUT_DIR\"",
               "exit code 0 (EDGE_REPORT.json: the output folder is no folder any more"}),
    nameOfBot);

TEST(CliBot, ThatWorksButLeavesProcessesBehindIsMeasuredAndTheyEnd)
{
    BotShell shell(std::string("sleep 600 & setsid sleep 600 & ") + kGoodBot);
    const ShellResult result =
        shell.run("soak run --engine command --iterations 3 -- /bin/sh ./bot.sh");
    EXPECT_EQ(result.exitCode, 0) << result.err;
    EXPECT_EQ(summaryIn(shell, 2).at("summary").at("net_bps"), 3.5);
    EXPECT_EQ(leftBehind(shell), "");
}

// Nothing of a bot goes on when the program itself is killed.
TEST(CliBot, EndsWhenTheProgramIsKilled)
{
    BotShell shell("setsid sleep 600 & echo > up; sleep 600");
    shell.run("soak run --engine command --iterations 3 -- /bin/sh ./bot.sh & "
              "while [ ! -f up ]; do sleep 0.01; done; kill -KILL $!; wait");
    for (int i = 0; i < 6000 && !leftBehind(shell).empty(); ++i) {
        shell.run("sleep 0.01");
    }
    EXPECT_EQ(leftBehind(shell), "");
    shell.write("bot.sh", kGoodBot);
    EXPECT_EQ(shell.run("soak run --resume -- /bin/sh ./bot.sh").exitCode, 0);
}

TEST(CliBot, ThatFloodsItsOutputIsNotHeldUpAndCostsNoMemory)
{
    constexpr std::uint64_t kKept = 16ULL << 20;
    constexpr long kMostKibibytes = 600 * 1024; // of a sanitizer, too
    BotShell shell(std::string("head -c 2000000000 /dev/zero; ") + kGoodBot);
    const ShellResult result = shell.run(
        "/usr/bin/python3 -c \"import resource,subprocess,sys; c=subprocess.call(sys.argv[1:]); "
        "open('rss','w').write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)); "
        "sys.exit(c)\" soak run --engine command --iterations 2 -- /bin/sh ./bot.sh");
    EXPECT_EQ(result.exitCode, 0) << result.err;
    EXPECT_NE(result.err.find("the bot wrote more than the 16 MiB that are kept"),
              std::string::npos)
        << result.err;
    EXPECT_EQ(
        std::filesystem::file_size(shell.path(std::string(kRunFolder) + "artifacts/stdout.txt")),
        kKept);
    EXPECT_LT(std::stol(shell.read("rss")), kMostKibibytes);
    EXPECT_EQ(summaryIn(shell, 2).at("attempts"),
              nlohmann::json::parse(R"([{"attempt":1,"failure":null,"output_cut":true}])"));
    EXPECT_NE(shell.run("soak show --json").out.find("string_cut"), std::string::npos);
}

} // namespace
} // namespace soak
