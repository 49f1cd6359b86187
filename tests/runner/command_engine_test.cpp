// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/process.h"
#include "core/base/text.h"
#include "core/runner/command_engine.h"
#include "core/runner/run_policy.h"
#include "tests/runner/run_support.h"

#include <thread>

namespace soak
{

namespace
{

// Leaves a report of net 3.5 and p95 300.
constexpr std::string_view kReport =
    R"(printf '{"totals":{"net_bps":3.5,"p95_latency_ms":300}}' > "$SOAK_OUTPUT_DIR/EDGE_REPORT.json")";

RunRequest commandRequest(const fs::path& base, int iterations, const std::string& script)
{
    RunRequest request = mockRequest(base, iterations);
    request.info.engine = "command";
    request.info.sleepSeconds = 0;
    request.command = {"/bin/sh", "-c", script};
    return request;
}

Result<RunResult> runReal(const RunRequest& request, std::stop_token stop = {})
{
    const SystemClock clock;
    return runSoak(request, clock, std::move(stop), {});
}

std::string failureIn(const fs::path& folder, int iteration)
{
    return recordIn(folder, iteration).summary.notes.failure.value_or("none");
}

TEST(CommandEngine, RunsTheBotOnceAnIterationAndReadsItsReport)
{
    const TempDir base;
    const auto result = runReal(commandRequest(base.path(), 2, std::string(kReport)));
    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_EQ(result->status, RunStatus::Completed);
    EXPECT_TRUE(result->findings.empty()) << result->findings.front().text;
    for (const int iteration : {1, 2}) {
        EXPECT_EQ(recordIn(result->folder, iteration).summary.at(Metric::NetBps), 3.5);
    }
    EXPECT_EQ(contentsOf(result->folder).count("artifacts/EDGE_REPORT.json"), 1U);
}

TEST(CommandEngine, TellsTheBotWhereItIsAndWhatIsInForce)
{
    const TempDir base;
    const std::string script =
        std::string(kReport) +
        R"(; printf '%s\n' "$SOAK_ITERATION" "$SOAK_ITERATIONS" "$SOAK_PHASE" "$SOAK_MAX_RISK_RATIO"; cat "$SOAK_OVERRIDES")";
    const auto result = runReal(commandRequest(base.path(), 1, script));
    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_EQ(bytesOf(result->folder / "artifacts/stdout.txt"),
              "1\n1\nSTEADY\n0.6\n" + bytesOf(result->folder / "runtime_overrides.json"));
}

TEST(CommandEngine, EachIterationFindsAnEmptyOutputFolder)
{
    const TempDir base;
    const auto result = runReal(
        commandRequest(base.path(), 3,
                       R"sh(test -z "$(ls "$SOAK_OUTPUT_DIR" | grep -v std)" || exit 9; )sh" +
                           std::string(kReport)));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->iterationsFailed, 0);
    for (const auto& [name, bytes] : contentsOf(result->folder)) {
        EXPECT_FALSE(name.starts_with(".")) << name;
    }
}

struct FailingBot {
    std::string name;
    std::string script;
    std::string failure; // how the text begins
};

TEST(CommandEngine, ABotThatFailsFailsItsIterationAndTheRunGoesOn)
{
    const std::vector<FailingBot> table{
        {"exit code", std::string(kReport) + "; echo 'cannot connect' >&2; exit 3",
         "exit code 3: cannot connect"},
        {"signal", "kill -9 $$", "ended by signal 9"},
        {"no report", "true", "EDGE_REPORT.json"},
        {"not JSON", "echo '{' > $SOAK_OUTPUT_DIR/EDGE_REPORT.json", ""},
        {"no totals", "echo '{}' > $SOAK_OUTPUT_DIR/EDGE_REPORT.json", ""},
        {"a folder", "mkdir $SOAK_OUTPUT_DIR/EDGE_REPORT.json", ""},
        {"a FIFO", "mkfifo $SOAK_OUTPUT_DIR/EDGE_REPORT.json", ""},
        {"a link", "ln -s /etc/passwd $SOAK_OUTPUT_DIR/EDGE_REPORT.json", ""},
    };
    for (const FailingBot& bot : table) {
        SCOPED_TRACE(bot.name);
        const TempDir base;
        const auto result =
            runReal(commandRequest(base.path(), 2,
                                   "if [ $SOAK_ITERATION = 1 ]; then " + bot.script + "; else " +
                                       std::string(kReport) + "; fi"));
        ASSERT_TRUE(result) << describe(result.error());
        EXPECT_EQ(result->status, RunStatus::Failed);
        EXPECT_EQ(result->iterationsCompleted, 2);
        EXPECT_EQ(result->iterationsFailed, 1);
        const std::string failure = failureIn(result->folder, 1);
        EXPECT_NE(failure, "none");
        EXPECT_NE(failure.find(bot.failure), std::string::npos) << failure;
        EXPECT_EQ(recordIn(result->folder, 1).summary.metrics, MetricValues{});
        EXPECT_EQ(recordIn(result->folder, 2).summary.at(Metric::NetBps), 3.5);
    }
}

TEST(CommandEngine, KeepsTheErrorOutputOfEachFailedIteration)
{
    const TempDir base;
    const auto result = runReal(
        commandRequest(base.path(), 3,
                       "echo trace of $SOAK_ITERATION >&2; [ $SOAK_ITERATION != 2 ] || exit 1; " +
                           std::string(kReport)));
    ASSERT_TRUE(result);
    EXPECT_EQ(bytesOf(result->folder / "artifacts/failed_2.stderr.txt"), "trace of 2\n");
    EXPECT_EQ(bytesOf(result->folder / "artifacts/stderr.txt"), "trace of 3\n");
}

TEST(CommandEngine, AHangingBotIsEndedAtItsLimitWithAllItStarted)
{
    const TempDir base;
    RunRequest request = commandRequest(base.path(), 1, "sleep 600 & echo $! >&2; sleep 600; wait");
    request.commandTimeLimit = Millis{300};
    const auto result = runReal(request);
    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_EQ(result->iterationsFailed, 1);
    EXPECT_TRUE(failureIn(result->folder, 1).starts_with("exceeded its time limit of 300"));
    const auto child = parseInteger(trim(bytesOf(result->folder / "artifacts/stderr.txt")));
    ASSERT_TRUE(child);
    EXPECT_FALSE(isProcessAlive(static_cast<pid_t>(*child)));
}

TEST(CommandEngine, AChildThatTheBotLeavesBehindIsEnded)
{
    const TempDir base;
    const auto result =
        runReal(commandRequest(base.path(), 1, "sleep 600 & echo $! >&2; " + std::string(kReport)));
    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_EQ(result->iterationsFailed, 0);
    const auto child = parseInteger(trim(bytesOf(result->folder / "artifacts/stderr.txt")));
    ASSERT_TRUE(child);
    EXPECT_FALSE(isProcessAlive(static_cast<pid_t>(*child)));
}

TEST(CommandEngine, AStopEndsTheBotAndTheIterationIsNotCounted)
{
    const TempDir base;
    std::stop_source stop;
    RunRequest request = commandRequest(
        base.path(), 3, "[ $SOAK_ITERATION = 1 ] || sleep 600; " + std::string(kReport));
    std::jthread stopper;
    request.onIteration = [&](const IterationRecord&) {
        stopper = std::jthread([&] {
            const fs::path folder = base / "soak/latest";
            while (true) { // until the second bot runs
                for (const auto& entry : fs::directory_iterator(folder)) {
                    if (entry.path().filename().native().ends_with(".2") &&
                        fs::exists(entry.path() / "stderr.txt")) {
                        stop.request_stop();
                        return;
                    }
                }
                std::this_thread::yield();
            }
        });
    };
    const auto result = runReal(request, stop.get_token());
    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_EQ(result->status, RunStatus::Interrupted);
    EXPECT_EQ(result->iterationsCompleted, 1);

    request.command = {"/bin/sh", "-c", std::string(kReport)};
    request.resume = true;
    request.onIteration = {};
    const auto resumed = runReal(request);
    ASSERT_TRUE(resumed) << describe(resumed.error());
    EXPECT_EQ(resumed->status, RunStatus::Completed);
    EXPECT_EQ(resumed->iterationsCompleted, 3);
}

TEST(CommandEngine, ALongPauseBetweenIterationsIsCutShortByAStop)
{
    const TempDir base;
    std::stop_source stop;
    RunRequest request = commandRequest(base.path(), 2, std::string(kReport));
    request.info.sleepSeconds = 100000;
    std::jthread stopper;
    request.onIteration = [&](const IterationRecord&) {
        stopper = std::jthread([&] { stop.request_stop(); });
    };
    const auto result = runReal(request, stop.get_token());
    ASSERT_TRUE(result);
    EXPECT_EQ(result->status, RunStatus::Interrupted);
    EXPECT_EQ(result->iterationsCompleted, 1);
}

TEST(CommandEngine, IsResumedWithoutItsStateFileToo)
{
    const TempDir base;
    RunRequest request = commandRequest(base.path(), 4, std::string(kReport));
    Killer killer(24);
    ASSERT_FALSE(runIt(request, killer.services()));
    ASSERT_TRUE(fs::exists(base / "soak/latest/ITER_SUMMARY_2.json"));
    fs::remove(base / "soak/latest/TUNING_STATE.json");
    request.resume = true;
    const auto resumed = runReal(request);
    ASSERT_TRUE(resumed) << describe(resumed.error());
    EXPECT_EQ(resumed->iterationsCompleted, 4);
}

TEST(CommandEngine, TimeOfTheRunGoesOnWhereItStoppedAfterAResume)
{
    const TempDir base;
    RunRequest request = commandRequest(base.path(), 3, std::string(kReport));
    Killer killer(12);
    ASSERT_FALSE(runIt(request, killer.services()));
    request.resume = true;
    ASSERT_TRUE(runReal(request));
    Millis last{-1};
    for (const int iteration : {1, 2, 3}) {
        const Millis at = recordIn(base / "soak/latest", iteration).tuning->guards->clock;
        EXPECT_GE(at, last);
        last = at;
    }
}

// Guards and timers go by the bot's clock, whatever the machine's says, also over a kill and a
// resume.
TEST(CommandEngine, ABotWithAClockOfItsOwnIsRepeatedToTheBit)
{
    const std::string report =
        R"(sleep 0.0$SOAK_ITERATION; printf '{"elapsed_ms":1500,"totals":{"net_bps":3.5,"p95_latency_ms":300}}' )"
        R"(> "$SOAK_OUTPUT_DIR/EDGE_REPORT.json")";
    const TempDir first;
    const TempDir second;
    RunRequest request = commandRequest(first.path(), 4, report);
    request.info.startedMs = 1'760'000'000'000;
    ASSERT_TRUE(runReal(request));
    EXPECT_EQ(recordIn(first / "soak/latest", 4).tuning->guards->clock, Millis{6000});
    RunRequest again = commandRequest(second.path(), 4, report);
    again.info.startedMs = request.info.startedMs;
    Killer killer(24);
    ASSERT_FALSE(runIt(again, killer.services()));
    again.resume = true;
    ASSERT_TRUE(runReal(again));
    EXPECT_EQ(contentsOf(second / "soak/latest"), contentsOf(first / "soak/latest"));
}

// What was recorded of attempts is part of an iteration, also where the state file is behind.
TEST(CommandEngine, ARunWithAttemptsIsResumedToTheBitAfterAKillAnywhere)
{
    const std::string script =
        R"([ $SOAK_ITERATION.$SOAK_ATTEMPT != 2.1 ] || { echo trace >&2; exit 3; }; )"
        R"(printf '{"elapsed_ms":1500,"totals":{"net_bps":3.5,"p95_latency_ms":300}}' )"
        R"(> "$SOAK_OUTPUT_DIR/EDGE_REPORT.json")";
    const auto requestIn = [&](const fs::path& base) {
        RunRequest request = commandRequest(base, 3, script);
        request.info.startedMs = kTestStart;
        setPolicy(request.info, {.retries = 1, .stopAfterFailures = 0});
        return request;
    };
    const TempDir undisturbed;
    ASSERT_TRUE(runReal(requestIn(undisturbed.path())));
    const auto expected = contentsOf(undisturbed / "soak/latest");
    ASSERT_TRUE(expected.contains("artifacts/failed_2.1.stderr.txt"));
    ASSERT_NE(expected.at("ITER_SUMMARY_2.json").find("\"attempts\""), std::string::npos);
    for (int killAt = 1;; ++killAt) {
        const TempDir base;
        RunRequest request = requestIn(base.path());
        Killer killer(killAt);
        static_cast<void>(runIt(request, killer.services()));
        if (!killer.killed()) {
            break;
        }
        leaveDebris(base / "soak/latest");
        request.resume = true;
        const auto resumed = runReal(request);
        ASSERT_TRUE(resumed) << killAt << ": " << describe(resumed.error());
        EXPECT_TRUE(sameContents(expected, contentsOf(base / "soak/latest"))) << killAt;
    }
}

TEST(CommandEngine, NeedsAProgramThatThereIs)
{
    const TempDir base;
    RunRequest request = commandRequest(base.path(), 1, "");
    request.command = {};
    EXPECT_EQ(runReal(request).error().code, Errc::Usage);
    for (const char* program : {"/no/such/bot", "no-such-bot-anywhere", "/etc/passwd", "/tmp"}) {
        request.command = {program};
        EXPECT_EQ(runReal(request).error().code, Errc::Environment) << program;
    }
    EXPECT_TRUE(fs::is_empty(base.path()));
}

// The reference crashes without an edge report.
TEST(Defect46, AnIterationWithoutEdgeReportIsAFailedOneWithAReason)
{
    const TempDir base;
    const auto result = runReal(commandRequest(base.path(), 1, "true"));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->status, RunStatus::Failed);
    EXPECT_NE(failureIn(result->folder, 1).find("EDGE_REPORT.json"), std::string::npos);
}

} // namespace

} // namespace soak
