// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/descriptor.h"
#include "core/base/file.h"
#include "core/base/process.h"
#include "core/base/text.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <thread>

namespace soak
{
namespace
{

constexpr Millis kHangBound{60000}; // longer than any of these tests may take: the bound of a hang

ProcessPlan shell(const std::string& script)
{
    ProcessPlan plan;
    plan.argv = {"sh", "-c", script};
    plan.timeLimit = kHangBound;
    return plan;
}

ProcessOutcome outcomeOf(const ProcessPlan& plan, const std::stop_token& stop = {})
{
    const Result<ProcessOutcome> outcome = runProcess(plan, stop);
    EXPECT_TRUE(outcome) << describe(outcome.error());
    return outcome ? *outcome : ProcessOutcome{};
}

// The pid that a child wrote into the file.
pid_t pidIn(const fs::path& path)
{
    return static_cast<pid_t>(parseInteger(trim(bytesOf(path))).value_or(0));
}

TEST(RunProcess, TellsTheExitCodeOrTheSignal)
{
    EXPECT_EQ(outcomeOf(shell("exit 0")).exitCode, 0);
    EXPECT_EQ(outcomeOf(shell("exit 7")).exitCode, 7);
    const ProcessOutcome killed = outcomeOf(shell("kill -SEGV $$"));
    EXPECT_EQ(killed.exitCode, std::nullopt);
    EXPECT_EQ(killed.signal, SIGSEGV);
    EXPECT_FALSE(killed.timedOut);
    EXPECT_FALSE(killed.cancelled);
}

TEST(RunProcess, OutputGoesToItsFilesWhole)
{
    const TempDir dir;
    ProcessPlan plan = shell("echo out; echo err >&2; seq 1 50000");
    plan.stdoutFile = dir / "out";
    plan.stderrFile = dir.write("err", "what was there before");
    EXPECT_FALSE(outcomeOf(plan).outputCut);
    const std::string out = bytesOf(dir / "out");
    EXPECT_TRUE(out.starts_with("out\n1\n"));
    EXPECT_TRUE(out.ends_with("\n50000\n"));
    EXPECT_EQ(bytesOf(dir / "err"), "err\n");
}

TEST(RunProcess, ReadsItsInputFromAFileOrFromNothing)
{
    const TempDir dir;
    ProcessPlan plan = shell("cat");
    plan.stdoutFile = dir / "out";
    EXPECT_EQ(outcomeOf(plan).exitCode, 0);
    EXPECT_EQ(bytesOf(dir / "out"), "");
    plan.stdinFile = dir.write("in", "signed");
    EXPECT_EQ(outcomeOf(plan).exitCode, 0);
    EXPECT_EQ(bytesOf(dir / "out"), "signed");
    plan.stdinFile = dir / "absent";
    const auto refused = runProcess(plan, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::Environment);
    EXPECT_EQ(refused.error().where, pathText(dir / "absent"));
}

TEST(RunProcess, BothOutputsMayBeOneFile)
{
    const TempDir dir;
    ProcessPlan plan = shell("echo out; echo err >&2; echo end");
    plan.stdoutFile = plan.stderrFile = dir / "log";
    outcomeOf(plan);
    EXPECT_EQ(bytesOf(dir / "log"), "out\nerr\nend\n");
}

TEST(RunProcess, OutputBeyondTheLimitIsDiscardedAndBlocksNobody)
{
    const TempDir dir;
    ProcessPlan plan = shell("head -c 5000000 /dev/zero; echo end >&2; exit 3");
    plan.stdoutFile = dir / "out";
    plan.stderrFile = dir / "err";
    plan.maxOutputBytes = 1000;
    const ProcessOutcome outcome = outcomeOf(plan);
    EXPECT_TRUE(outcome.outputCut);
    EXPECT_EQ(outcome.exitCode, 3);
    EXPECT_EQ(bytesOf(dir / "out"), std::string(1000, '\0'));
    EXPECT_EQ(bytesOf(dir / "err"), "end\n");
}

TEST(RunProcess, ExactlyTheLimitIsNotCut)
{
    const TempDir dir;
    ProcessPlan plan = shell("printf 12345");
    plan.stdoutFile = dir / "out";
    plan.maxOutputBytes = 5;
    EXPECT_FALSE(outcomeOf(plan).outputCut);
}

TEST(RunProcess, GivesFolderEnvironmentAndAnEmptyInput)
{
    const TempDir dir;
    ::setenv("SOAK_TEST_KEPT", "kept", 1);
    ::setenv("SOAK_TEST_REPLACED", "former", 1);
    ProcessPlan plan =
        shell("pwd -P; echo \"$SOAK_TEST_KEPT $SOAK_TEST_REPLACED $SOAK_TEST_NEW\"; cat");
    plan.environment = {{"SOAK_TEST_REPLACED", "now"}, {"SOAK_TEST_NEW", "a b"}};
    plan.workingFolder = dir.path();
    plan.stdoutFile = dir / "out";
    outcomeOf(plan);
    EXPECT_EQ(bytesOf(dir / "out"), fs::canonical(dir.path()).string() + "\nkept now a b\n");
}

TEST(RunProcess, ArgumentsArriveAsTheyAre)
{
    const TempDir dir;
    ProcessPlan plan;
    plan.argv = {"printf", "%s|", "a b", "", "$HOME", "\"'\n*"};
    plan.stdoutFile = dir / "out";
    outcomeOf(plan);
    EXPECT_EQ(bytesOf(dir / "out"), "a b||$HOME|\"'\n*|");
}

TEST(RunProcess, TheChildInheritsNoDescriptorOfOurs)
{
    const TempDir dir;
    const int leaky = ::open("/dev/null", O_RDONLY); // NOLINT: without O_CLOEXEC on purpose
    ProcessPlan plan = shell("ls /proc/$$/fd");
    plan.stdoutFile = dir / "out";
    outcomeOf(plan);
    ::close(leaky);
    EXPECT_EQ(bytesOf(dir / "out"), "0\n1\n2\n");
}

TEST(RunProcess, ALimitOfTimeEndsTheProcessBySigterm)
{
    ProcessPlan plan = shell("sleep 60");
    plan.timeLimit = Millis{30};
    plan.killGrace = kHangBound;
    const ProcessOutcome outcome = outcomeOf(plan);
    EXPECT_TRUE(outcome.timedOut);
    EXPECT_FALSE(outcome.cancelled);
    EXPECT_EQ(outcome.signal, SIGTERM);
}

TEST(RunProcess, WhoIgnoresSigtermIsKilledAfterTheGrace)
{
    ProcessPlan plan = shell("trap '' TERM; while :; do sleep 1; done");
    plan.timeLimit = Millis{200};
    plan.killGrace = Millis{30};
    const ProcessOutcome outcome = outcomeOf(plan);
    EXPECT_TRUE(outcome.timedOut);
    EXPECT_EQ(outcome.signal, SIGKILL);
}

TEST(RunProcess, AStopEndsTheProcess)
{
    const TempDir dir;
    ASSERT_EQ(::mkfifo((dir / "started").c_str(), 0600), 0);
    std::stop_source stop;
    const std::jthread stopper([&] {
        const Descriptor started(
            ::open((dir / "started").c_str(), O_RDONLY)); // waits for the child
        char byte = 0; // that it has written: a pipe that nobody reads any more would end it
        EXPECT_EQ(::read(started.get(), &byte, 1), 1);
        stop.request_stop();
    });
    ProcessPlan plan = shell("echo > '" + (dir / "started").string() + "'; sleep 60; true");
    plan.killGrace = kHangBound;
    const ProcessOutcome outcome = outcomeOf(plan, stop.get_token());
    EXPECT_TRUE(outcome.cancelled);
    EXPECT_FALSE(outcome.timedOut);
    EXPECT_EQ(outcome.signal, SIGTERM);
}

TEST(RunProcess, AStopBeforehandStartsNothing)
{
    const TempDir dir;
    std::stop_source stop;
    stop.request_stop();
    const ProcessOutcome outcome =
        outcomeOf(shell("touch '" + (dir / "x").string() + "'"), stop.get_token());
    EXPECT_TRUE(outcome.cancelled);
    EXPECT_EQ(outcome.exitCode, std::nullopt);
    EXPECT_FALSE(fs::exists(dir / "x"));
}

TEST(RunProcess, AGrandchildDoesNotOutliveANormalEndNorHoldTheOutput)
{
    const TempDir dir;
    ProcessPlan plan = shell("sleep 60 & echo $! ; exit 0");
    plan.stdoutFile = dir / "out"; // sleep has the pipe open, too
    const ProcessOutcome outcome = outcomeOf(plan);
    EXPECT_EQ(outcome.exitCode, 0);
    EXPECT_FALSE(outcome.timedOut);
    ASSERT_GT(pidIn(dir / "out"), 0);
    EXPECT_FALSE(isProcessAlive(pidIn(dir / "out")));
}

TEST(RunProcess, AGrandchildThatIgnoresSigtermDoesNotOutliveTheLimit)
{
    const TempDir dir;
    ProcessPlan plan = shell("(trap '' TERM; echo $$; while :; do sleep 1; done) & echo $!; wait");
    plan.stdoutFile = dir / "out";
    plan.timeLimit = Millis{200};
    EXPECT_TRUE(outcomeOf(plan).timedOut);
    const std::vector<std::string> pids = split(trim(bytesOf(dir / "out")), '\n');
    ASSERT_EQ(pids.size(), 2U);
    for (const std::string& pid : pids) {
        EXPECT_FALSE(isProcessAlive(static_cast<pid_t>(parseInteger(pid).value_or(0)))) << pid;
    }
}

TEST(RunProcess, WhoLeavesTheGroupCannotHoldUpTheCall)
{
    const TempDir dir;
    ProcessPlan plan =
        shell("setsid sh -c 'echo $$ > \"" + (dir / "pid").string() +
              "\"; exec sleep 60' & while [ ! -s '" + (dir / "pid").string() + "' ]; do :; done");
    plan.stdoutFile = dir / "out";
    const ProcessOutcome outcome = outcomeOf(plan);
    EXPECT_EQ(outcome.exitCode, 0);
    const pid_t escaped = pidIn(dir / "pid");
    ASSERT_GT(escaped, 0);
    EXPECT_TRUE(isProcessAlive(escaped));
    ::kill(escaped, SIGKILL);
}

TEST(RunProcess, NoProgramIsAMistakeOfTheCaller)
{
    const Result<ProcessOutcome> outcome = runProcess({}, {});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, Errc::Usage);
}

TEST(RunProcess, OutputFilesThatCannotBeMadeOrFilledAreNotWritable)
{
    const TempDir dir;
    dir.write("target", "x");
    fs::create_symlink("target", dir / "link");
    for (const fs::path& file : {dir / "none/out", dir.path(), dir / "link"}) {
        ProcessPlan plan = shell("echo x");
        plan.stdoutFile = file;
        const Result<ProcessOutcome> outcome = runProcess(plan, {});
        ASSERT_FALSE(outcome) << file;
        EXPECT_EQ(outcome.error().code, Errc::NotWritable);
    }
    EXPECT_EQ(bytesOf(dir / "target"), "x");

    ProcessPlan plan = shell("yes");
    plan.stdoutFile = "/dev/full";
    const Result<ProcessOutcome> full = runProcess(plan, {});
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error(),
              (Error{Errc::NotWritable, "cannot write: no space left on device", "/dev/full"}));
}

TEST(RunProcess, SeveralAtOnceDoNotMixUp)
{
    const TempDir dir;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&dir, i] {
                ProcessPlan plan = shell("seq 1 2000; exit " + std::to_string(i));
                plan.stdoutFile = dir / ("out" + std::to_string(i));
                EXPECT_EQ(outcomeOf(plan).exitCode, i);
            });
        }
    }
    for (int i = 1; i < 8; ++i) {
        EXPECT_EQ(bytesOf(dir / ("out" + std::to_string(i))), bytesOf(dir / "out0"));
    }
}

TEST(RunProcess, TheProcessDiesWithUs)
{
    const TempDir dir;
    ASSERT_EQ(::mkfifo((dir / "pid").c_str(), 0600), 0);
    const pid_t us = ::fork();
    if (us == 0) {
        static_cast<void>(
            runProcess(shell("echo $$ > '" + (dir / "pid").string() + "'; exec sleep 60"), {}));
        ::_exit(0);
    }
    std::string text(20, '\0');
    const Descriptor pipe(::open((dir / "pid").c_str(), O_RDONLY)); // waits for the child
    text.resize(static_cast<std::size_t>(
        std::max<ssize_t>(::read(pipe.get(), text.data(), text.size()), 0)));
    const auto child = static_cast<pid_t>(parseInteger(trim(text)).value_or(0));
    ASSERT_GT(child, 0);
    ::kill(us, SIGKILL);
    ::waitpid(us, nullptr, 0);
    const SystemClock clock;
    const Millis started = clock.monotonic();
    while (isProcessAlive(child) && clock.monotonic() - started < kHangBound) {
        std::this_thread::yield();
    }
    EXPECT_FALSE(isProcessAlive(child));
}

TEST(RunProcess, WorksWithOurStandardDescriptorsClosed)
{
    const TempDir dir;
    EXPECT_EXIT(
        {
            ::close(0);
            ::close(1);
            ProcessPlan plan = shell("cat; echo out; echo err >&2");
            plan.stdoutFile = dir / "out";
            plan.stderrFile = dir / "err";
            const Result<ProcessOutcome> outcome = runProcess(plan, {});
            ::_exit(outcome && outcome->exitCode == 0 ? 0 : 1);
        },
        testing::ExitedWithCode(0), "");
    EXPECT_EQ(bytesOf(dir / "out"), "out\n");
    EXPECT_EQ(bytesOf(dir / "err"), "err\n");
}

} // namespace
} // namespace soak
