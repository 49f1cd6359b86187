// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/file.h"
#include "core/base/process.h"
#include "core/base/text.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <csignal>
#include <thread>

namespace soak
{
namespace
{

constexpr Millis kDeadline{60000};

// Starts a session of its own with a `sleep` in it, whose parent is gone, and waits until its
// number stands in `file`.
std::string escape(const fs::path& file)
{
    const std::string name = "'" + file.string() + "'";
    return "(setsid sh -c 'echo $$ > \"$0.new\"; mv \"$0.new\" \"$0\"; exec sleep 600' " + name +
           " & ) ; while [ ! -s " + name + " ]; do sleep 0.01; done; ";
}

ProcessPlan kept(const std::string& script)
{
    ProcessPlan plan;
    plan.argv = {"sh", "-c", script};
    plan.timeLimit = kDeadline;
    plan.descendants = Descendants::All;
    return plan;
}

ProcessOutcome endOf(const ProcessPlan& plan, const std::stop_token& stop = {})
{
    const Result<ProcessOutcome> outcome = runProcess(plan, stop);
    EXPECT_TRUE(outcome) << describe(outcome.error());
    return outcome ? *outcome : ProcessOutcome{};
}

pid_t numberIn(const fs::path& file)
{
    return static_cast<pid_t>(parseInteger(trim(bytesOf(file))).value_or(0));
}

bool endsInTime(pid_t pid)
{
    const SystemClock clock;
    const Millis started = clock.monotonic();
    while (isProcessAlive(pid) && clock.monotonic() - started < kDeadline) {
        std::this_thread::yield();
    }
    return !isProcessAlive(pid);
}

TEST(Keeper, EndsAsTheProgramEnds)
{
    EXPECT_EQ(endOf(kept("exit 0")).exitCode, 0);
    EXPECT_EQ(endOf(kept("exit 7")).exitCode, 7);
    for (const int signal : {SIGTERM, SIGKILL, SIGSEGV, SIGHUP, SIGUSR1}) {
        const ProcessOutcome outcome = endOf(kept("kill -" + std::to_string(signal) + " $$"));
        EXPECT_EQ(outcome.signal, signal);
        EXPECT_EQ(outcome.exitCode, std::nullopt);
    }
    ProcessPlan plan = kept("");
    plan.argv = {"soak-no-such-program"};
    const auto refused = runProcess(plan, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::Environment);
}

TEST(Keeper, HandsOutputInputAndEnvironmentThrough)
{
    const TempDir dir;
    ProcessPlan plan = kept("cat; echo $WORD; echo $(ls /proc/self/fd | wc -l) >&2");
    plan.stdinFile = dir.write("in", "input\n");
    plan.environment = {{"WORD", "a b"}};
    plan.stdoutFile = dir / "out";
    plan.stderrFile = dir / "err";
    EXPECT_EQ(endOf(plan).exitCode, 0);
    EXPECT_EQ(bytesOf(dir / "out"), "input\na b\n");
    EXPECT_EQ(bytesOf(dir / "err"), "4\n"); // 0 to 2, and the folder that ls reads
}

TEST(Keeper, WhoLeftGroupAndSessionDoesNotOutliveANormalEnd)
{
    const TempDir dir;
    EXPECT_EQ(endOf(kept(escape(dir / "one") + escape(dir / "two") + "exit 3")).exitCode, 3);
    for (const char* name : {"one", "two"}) {
        ASSERT_GT(numberIn(dir / name), 0);
        EXPECT_FALSE(isProcessAlive(numberIn(dir / name))) << name;
    }
}

TEST(Keeper, WhoLeftGroupAndSessionDoesNotOutliveTheTimeLimit)
{
    const TempDir dir;
    ProcessPlan plan = kept("trap '' TERM; " + escape(dir / "pid") + "while :; do sleep 1; done");
    plan.timeLimit = Millis{1500};
    plan.killGrace = Millis{100};
    const ProcessOutcome outcome = endOf(plan);
    EXPECT_TRUE(outcome.timedOut);
    EXPECT_EQ(outcome.signal, SIGKILL);
    ASSERT_GT(numberIn(dir / "pid"), 0);
    EXPECT_FALSE(isProcessAlive(numberIn(dir / "pid")));
}

TEST(Keeper, TheProgramIsAskedBeforeItIsKilled)
{
    ProcessPlan plan = kept("trap 'exit 9' TERM; while :; do sleep 0.01; done");
    plan.timeLimit = Millis{300};
    plan.killGrace = kDeadline;
    const ProcessOutcome outcome = endOf(plan);
    EXPECT_TRUE(outcome.timedOut);
    EXPECT_EQ(outcome.exitCode, 9);
}

// Whether any process was started with `word` among its arguments.
bool isCalledByAnybody(const std::string& word)
{
    for (const std::string& name : listFolder("/proc").value_or({})) {
        const auto words = readFile("/proc/" + name + "/cmdline");
        if (words && words->find(word) != std::string::npos) {
            return true;
        }
    }
    return false;
}

// Each of them ends at once and leaves the next one, so that nobody stays long enough to be seen.
TEST(Keeper, AChainOfProcessesThatFlees)
{
    const TempDir dir;
    const std::string script =
        dir.write("flee", "echo $1 >> \"$2\"\nsh \"$0\" $(($1 + 1)) \"$2\" &\n").string();
    const std::string count = (dir / "count").string();
    EXPECT_EQ(endOf(kept("setsid sh '" + script + "' 1 '" + count + "' & while [ ! -s '" + count +
                         "' ]; do sleep 0.01; done"))
                  .exitCode,
              0);
    EXPECT_FALSE(bytesOf(count).empty());
    EXPECT_FALSE(isCalledByAnybody(script));
}

TEST(Keeper, EverythingEndsWhenWeAreKilled)
{
    const TempDir dir;
    const pid_t us = ::fork();
    if (us == 0) {
        static_cast<void>(runProcess(kept(escape(dir / "pid") + "echo $$ > '" +
                                          (dir / "program").string() + "'; exec sleep 600"),
                                     {}));
        ::_exit(0);
    }
    const SystemClock clock;
    const Millis started = clock.monotonic();
    while ((!fs::exists(dir / "program") || numberIn(dir / "program") == 0) &&
           clock.monotonic() - started < kDeadline) {
        std::this_thread::yield();
    }
    const pid_t escaped = numberIn(dir / "pid");
    const pid_t program = numberIn(dir / "program");
    ASSERT_GT(escaped, 0);
    ASSERT_GT(program, 0);
    ::kill(us, SIGKILL);
    ::waitpid(us, nullptr, 0);
    EXPECT_TRUE(endsInTime(program));
    EXPECT_TRUE(endsInTime(escaped));
}

// Who kills the keeper is killed with it.
TEST(Keeper, AProgramThatKillsItsKeeperIsNoEndlessWait)
{
    const ProcessOutcome outcome = endOf(kept("kill -KILL $PPID; sleep 600"));
    EXPECT_EQ(outcome.signal, SIGKILL);
    EXPECT_FALSE(outcome.timedOut);
}

TEST(Keeper, AProgramThatStopsItsKeeperIsEndedAtItsTimeLimit)
{
    const TempDir dir;
    ProcessPlan plan = kept(escape(dir / "pid") + "kill -STOP $PPID; sleep 600");
    plan.timeLimit = Millis{500};
    const ProcessOutcome outcome = endOf(plan);
    EXPECT_TRUE(outcome.timedOut);
    ASSERT_GT(numberIn(dir / "pid"), 0);
    EXPECT_FALSE(isProcessAlive(numberIn(dir / "pid")));
}

} // namespace
} // namespace soak
