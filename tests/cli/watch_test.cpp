// SPDX-License-Identifier: GPL-3.0-or-later
// `soak watch`: a folder that another program writes, in pieces, from before it exists to its end.
#include "tests/cli/shell.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace soak
{
namespace
{

using Json = nlohmann::json;

std::vector<Json> linesOf(const std::string& out)
{
    std::vector<Json> lines;
    std::istringstream in(out);
    for (std::string line; std::getline(in, line);) {
        lines.push_back(Json::parse(line));
        EXPECT_EQ(lines.back().at("schema"), "soak-watch/1");
    }
    return lines;
}

std::vector<Json> eventsOf(const ShellResult& result, const std::string& event)
{
    std::vector<Json> found;
    for (const Json& line : linesOf(result.out)) {
        if (line.at("event") == event) {
            found.push_back(line);
        }
    }
    return found;
}

// Kinds of the findings, but for the one that every run of another tool has.
std::vector<std::string> defectsOf(const ShellResult& result)
{
    std::vector<std::string> kinds;
    for (const Json& line : eventsOf(result, "finding")) {
        if (line.at("kind") != "chain_absent") {
            kinds.push_back(line.at("kind").get<std::string>());
        }
    }
    return kinds;
}

std::vector<int> iterationsOf(const ShellResult& result)
{
    std::vector<int> iterations;
    for (const Json& line : eventsOf(result, "iteration")) {
        iterations.push_back(line.at("iteration").get<int>());
    }
    return iterations;
}

// A writer of another tool: not atomic, each file in three pieces. sh writer.sh FROM TO [p95]
constexpr const char* kWriter = R"(mkdir -p run
k=$1
while [ $k -le $2 ]; do
    f=run/ITER_SUMMARY_$k.json
    printf '{"iteration":%s,"summary":{"net_bps":3.0,' $k > $f
    sleep 0.05
    printf '"p95_latency_ms":%s,"risk_ra' ${3:-200} >> $f
    sleep 0.05
    printf 'tio":0.3,"maker_taker_ratio":0.9}}' >> $f
    k=$((k + 1))
done
)";

TEST(CliWatch, AFolderThatComesLateIsFollowedToItsIteration)
{
    Shell shell;
    shell.write("writer.sh", kWriter);
    const ShellResult result =
        shell.run("(sleep 0.3; sh writer.sh 1 9) & soak watch run --until 9 --json; code=$?; wait; "
                  "exit $code");
    EXPECT_EQ(result.exitCode, 3) << result.err; // deltas of another tool cannot be verified
    EXPECT_EQ(shell.run("soak gate run").exitCode, 3);
    EXPECT_EQ(iterationsOf(result), (std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8, 9}));
    EXPECT_TRUE(defectsOf(result).empty()) << result.out; // half files were tried again
    ASSERT_EQ(eventsOf(result, "end").size(), 1U);
    const Json end = eventsOf(result, "end").front();
    EXPECT_EQ(end.at("verdict"), "PASS");
    EXPECT_EQ(end.at("exit_code"), 3);
    EXPECT_EQ(end.at("gates").size(), 5U);
    ASSERT_FALSE(eventsOf(result, "state").empty());
    EXPECT_EQ(eventsOf(result, "state").front().at("state"), "waiting");
}

TEST(CliWatch, IsOfOneMindWithTheGateAtTheEndOfARun)
{
    for (const auto& [iterations, code] : {std::pair{8, 1}, std::pair{36, 0}}) {
        Shell shell;
        const ShellResult result = shell.run(
            "(sleep 0.2; soak run --mock --auto-tune --iterations " + std::to_string(iterations) +
            " >/dev/null 2>&1) & soak watch --json; code=$?; wait; exit $code");
        EXPECT_EQ(result.exitCode, code) << result.err;
        EXPECT_EQ(iterationsOf(result).size(), static_cast<std::size_t>(iterations));
        const Json end = eventsOf(result, "end").front();
        EXPECT_EQ(end.at("ended_by"), "the run has ended: completed");
        EXPECT_EQ(shell.run("soak gate").exitCode, code);
        EXPECT_EQ(Json::parse(shell.run("soak gate --json").out).at("verdict"), end.at("gate"));
    }
}

TEST(CliWatch, TextHasALineForEachIterationTheVerdictAndTheGates)
{
    Shell shell;
    shell.write("run/ITER_SUMMARY_1.json",
                R"({"iteration":1,"summary":{"net_bps":3.0,"p95_latency_ms":200}})");
    const ShellResult result = shell.run("soak watch run --once");
    EXPECT_EQ(result.exitCode, 3) << result.err;
    EXPECT_NE(result.out.find("    1  maker_taker_ratio missing  p95_latency_ms 200.0 ms  "
                              "risk_ratio missing  net_bps 3.00 bps"),
              std::string::npos)
        << result.out;
    EXPECT_NE(result.out.find("if it ended now: FAIL: maker_taker_ratio is in none of the 1"),
              std::string::npos);
    EXPECT_NE(result.out.find("maker_taker_ok"), std::string::npos);
}

TEST(CliWatch, OnceOfHalfAFileWaitsItsTwoSecondsAndTellsIt)
{
    Shell shell;
    shell.write("run/ITER_SUMMARY_1.json",
                R"({"iteration":1,"summary":{"net_bps":3.0,"p95_latency_ms":200}})");
    shell.write("run/ITER_SUMMARY_2.json", R"({"iteration":2,"summ)");
    const ShellResult result = shell.run("soak watch run --once --json");
    EXPECT_EQ(iterationsOf(result), (std::vector<int>{1}));
    EXPECT_EQ(defectsOf(result), (std::vector<std::string>{"load_error"}));
    EXPECT_EQ(shell.run("soak watch none --once").exitCode, 3);
}

TEST(CliWatch, SigintGivesTheVerdictSoFar)
{
    Shell shell;
    shell.write("writer.sh", kWriter);
    for (const auto& [signal, code] : {std::pair{"INT", 130}, std::pair{"TERM", 143}}) {
        // A shell without job control starts it deaf to SIGINT; it listens all the same.
        const ShellResult result =
            shell.run("sh writer.sh 1 3; soak watch run --json > out & pid=$!; "
                      "while ! grep -q '\"iteration\":3' out; do sleep 0.01; done; kill -" +
                      std::string(signal) + " $pid; wait $pid; code=$?; cat out; exit $code");
        EXPECT_EQ(result.exitCode, code) << result.err;
        const Json end = eventsOf(result, "end").front();
        EXPECT_EQ(end.at("verdict"), "PASS") << end;
        EXPECT_EQ(end.at("window").size(), 3U);
    }
}

TEST(CliWatch, ExitOnFailWaitsForAWholeWindow)
{
    Shell shell;
    shell.write("writer.sh", kWriter);
    const ShellResult result =
        shell.run("(sh writer.sh 1 7 500; sh writer.sh 8 30 500) & soak watch run --exit-on-fail "
                  "--json; code=$?; kill $!; wait; exit $code");
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_GE(iterationsOf(result).size(), 8U);
    EXPECT_LT(iterationsOf(result).size(), 30U);
    EXPECT_EQ(eventsOf(result, "end").front().at("ended_by"), "a hard row of the gate failed");
}

TEST(CliWatch, AWriterThatStallsAndDiesAndARunThatGoesOnAreTold)
{
    Shell shell;
    shell.set("SOAK_SLEEP_SECONDS", "0");
    shell.write("bot.sh", "[ $SOAK_ITERATION != 3 ] || [ -e once ] || { : > once; sleep 600; }\n"
                          "printf '{\"totals\":{\"net_bps\":3.0,\"p95_latency_ms\":200}}' > "
                          "\"$SOAK_OUTPUT_DIR/EDGE_REPORT.json\"\n");
    const ShellResult result = shell.run(
        "soak run --engine command --iterations 4 -- sh bot.sh >/dev/null 2>&1 & run=$!; "
        "soak watch --json > out 2> err & watch=$!; "
        "while ! grep -q stalled out; do sleep 0.01; done; kill -KILL $run; "
        "while ! grep -q writer_dead out; do sleep 0.01; done; "
        "soak run --resume -- sh bot.sh >/dev/null 2>&1; wait $watch; code=$?; cat out; exit "
        "$code");
    EXPECT_EQ(result.exitCode, 3) << result.err; // no window, no fills
    EXPECT_EQ(iterationsOf(result), (std::vector<int>{1, 2, 3, 4}));
    EXPECT_EQ(eventsOf(result, "end").front().at("ended_by"), "the run has ended: completed");
    std::vector<std::string> states;
    for (const Json& state : eventsOf(result, "state")) {
        if (state.at("state") != "waiting") { // before the run is there
            states.push_back(state.at("state").get<std::string>());
        }
    }
    ASSERT_GE(states.size(), 2U);
    EXPECT_EQ(states[0], "stalled");
    EXPECT_EQ(states[1], "writer_dead");
}

TEST(CliWatch, AFolderThatVanishesAndComesBackIsWatchedOn)
{
    Shell shell;
    shell.write("writer.sh", kWriter);
    const ShellResult result = shell.run(
        "sh writer.sh 1 2; soak watch run --until 3 --json > out & watch=$!; "
        "while ! grep -q '\"iteration\":2,' out; do sleep 0.01; done; mv run aside; "
        "while ! grep -q '\"vanished\"' out; do sleep 0.01; done; mv aside run; "
        "while ! grep -q '\"back\"' out; do sleep 0.01; done; sh writer.sh 3 3; wait $watch; "
        "code=$?; cat out; exit $code");
    EXPECT_EQ(result.exitCode, 3) << result.out;
    EXPECT_EQ(iterationsOf(result), (std::vector<int>{1, 2, 3}));
}

TEST(CliWatch, PatienceEndsAWatchOfNothingNew)
{
    Shell shell;
    EXPECT_EQ(shell.run("soak watch none --patience 0.3").exitCode, 3);
    shell.write("run/ITER_SUMMARY_1.json", R"({"iteration":1,"summary":{"net_bps":3.0}})");
    const ShellResult result = shell.run("soak watch run --patience 0.3 --json");
    EXPECT_EQ(result.exitCode, 3);
    EXPECT_EQ(eventsOf(result, "end").front().at("ended_by"), "nothing new for 0.3 s");
    EXPECT_EQ(shell.run("soak watch run --patience 0").exitCode, 2);
    EXPECT_EQ(shell.run("soak watch run --until 0").exitCode, 2);
    EXPECT_EQ(shell.run("soak watch run --profile nothing").exitCode, 2);
}

TEST(CliWatch, WritesNothingAndEndsWithItsReader)
{
    Shell shell;
    shell.write("writer.sh", kWriter);
    ASSERT_EQ(shell.run("sh writer.sh 1 3").exitCode, 0);
    const std::string before = shell.run("find run -printf '%p %s %m %T@\\n' | sort").out;
    EXPECT_EQ(shell.run("soak watch run --once").exitCode, 3);
    EXPECT_EQ(shell.run("soak watch run --once --profile readiness").exitCode, 0);
    EXPECT_EQ(shell.run("find run -printf '%p %s %m %T@\\n' | sort").out, before);
    const ShellResult closed = shell.run(
        "(sleep 0.5; sh writer.sh 4 40) & soak watch run | head -n 1; kill $! 2>/dev/null; "
        "wait");
    EXPECT_FALSE(closed.timedOut);
    EXPECT_EQ(closed.err, "");
}

} // namespace
} // namespace soak
