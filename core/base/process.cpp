// SPDX-License-Identifier: GPL-3.0-or-later
// Written on fork and exec: Boost.Process 1.74 has no wait with a time limit that is safe with
// groups (its wait_for blocks SIGCHLD and forks a timer process), and cannot leave a group
// un-reaped until all of it was killed.
#include "core/base/process.h"

#include "core/base/child.h"
#include "core/base/clock.h"
#include "core/base/descriptor.h"
#include "core/base/file.h"
#include "core/base/keeper.h"
#include "core/base/output_pump.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <csignal>

namespace soak
{

namespace
{

constexpr Millis kKillPatience{
    10000}; // SIGKILL works at once, but for a process stuck in the kernel
constexpr Millis kPollWithoutPidfd{5};

enum class Stage { Running, Asked, Killed };

// Waits for one child, and ends it when it is time.
class Wait final
{
public:
    Wait(const ProcessPlan& plan, pid_t pid, OutputPump& pump)
        : m_plan(plan), m_pid(pid), m_pump(pump), m_started(m_clock.monotonic()),
          m_pidfd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)))
    {
    }

    // Until the child is a zombie. False when even SIGKILL did not end it.
    bool untilEnded(const std::stop_token& stop, int stopEvent, ProcessOutcome& outcome)
    {
        while (!hasEnded()) {
            const Millis now = m_clock.monotonic();
            if (m_stage == Stage::Running) {
                outcome.cancelled = stop.stop_requested();
                outcome.timedOut =
                    !outcome.cancelled && m_plan.timeLimit && now - m_started >= *m_plan.timeLimit;
                if (outcome.cancelled || outcome.timedOut || m_pump.hasFailed()) {
                    enter(Stage::Asked, SIGTERM, now);
                }
            } else if (m_stage == Stage::Asked && now - m_entered >= m_plan.killGrace) {
                enter(Stage::Killed, m_killSignal, now);
            } else if (m_stage == Stage::Killed && now - m_entered >= kKillPatience) {
                return false;
            }
            sleepUntilSomething(stopEvent);
        }
        return true;
    }

private:
    void enter(Stage stage, int signal, Millis now)
    {
        m_stage = stage;
        m_entered = now;
        ::kill(-m_pid, signal);
        if (m_plan.descendants == Descendants::All) {
            ::kill(-m_pid, SIGCONT); // a program may have stopped its keeper
        }
    }

    // WNOWAIT: the zombie keeps the number of its group from being given to others until all are
    // killed.
    [[nodiscard]] bool hasEnded() const
    {
        siginfo_t info{};
        const auto wait = [&] {
            return ::waitid(P_PID, static_cast<id_t>(m_pid), &info, WEXITED | WNOHANG | WNOWAIT);
        };
        return retryInterrupted(wait) == 0 && info.si_pid == m_pid;
    }

    void sleepUntilSomething(int stopEvent)
    {
        std::vector<pollfd> polled;
        if (m_pidfd.isOpen()) {
            polled.push_back({m_pidfd.get(), POLLIN, 0});
        }
        if (m_stage == Stage::Running) {
            polled.push_back({stopEvent, POLLIN, 0});
        }
        const std::size_t pipes = polled.size();
        m_pump.addTo(polled);
        if (::poll(polled.data(), polled.size(), pollTimeout()) > 0) {
            for (std::size_t i = pipes; i < polled.size(); ++i) {
                if (polled[i].revents != 0) {
                    m_pump.pump(polled[i].fd);
                }
            }
        }
    }

    // Milliseconds for poll(); -1 without end.
    [[nodiscard]] int pollTimeout() const
    {
        std::optional<Millis> due;
        if (m_stage == Stage::Asked) {
            due = m_entered + m_plan.killGrace;
        } else if (m_stage == Stage::Killed) {
            due = m_entered + kKillPatience;
        } else if (m_plan.timeLimit) {
            due = m_started + *m_plan.timeLimit;
        }
        constexpr Millis kLongestPoll{60000};
        Millis left =
            due ? std::clamp(*due - m_clock.monotonic(), Millis{0}, kLongestPoll) : kLongestPoll;
        if (!m_pidfd.isOpen()) {
            left = std::min(left, kPollWithoutPidfd);
        }
        return static_cast<int>(left.count()) + 1; // never just before it is due
    }

    SystemClock m_clock;
    const ProcessPlan& m_plan;
    pid_t m_pid;
    // A keeper is asked to kill; killed itself, it would leave all others alive.
    int m_killSignal = m_plan.descendants == Descendants::All ? kKillAllSignal : SIGKILL;
    OutputPump& m_pump;
    Millis m_started;
    Descriptor m_pidfd; // not open on kernels that have none
    Stage m_stage = Stage::Running;
    Millis m_entered{0};
};

ProcessOutcome& reap(pid_t pid, ProcessOutcome& outcome)
{
    int status = 0;
    retryInterrupted([&] { return ::waitpid(pid, &status, 0); });
    if (WIFEXITED(status)) {
        outcome.exitCode = WEXITSTATUS(status);
    } else if (WIFSIGNALED(status)) {
        outcome.signal = WTERMSIG(status);
    }
    return outcome;
}

} // namespace

Result<ProcessOutcome> runProcess(const ProcessPlan& plan, std::stop_token stop)
{
    if (plan.argv.empty() || plan.argv.front().empty()) {
        return Error{Errc::Usage, "no program given", ""};
    }
    ProcessOutcome outcome;
    if (stop.stop_requested()) {
        outcome.cancelled = true;
        return outcome;
    }
    const Descriptor stopEvent(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!stopEvent.isOpen()) {
        return Error{Errc::Environment, "cannot start: " + errnoText(errno), plan.argv.front()};
    }
    const std::stop_callback wake(stop, [event = stopEvent.get()] { ::eventfd_write(event, 1); });

    SOAK_TRY(OutputPump pump,
             OutputPump::open(plan.stdoutFile, plan.stderrFile, plan.maxOutputBytes));
    SOAK_TRY(const pid_t pid, startChild(plan, pump.standardOutput(), pump.standardError()));
    pump.closeWriters();

    const bool ended = Wait(plan, pid, pump).untilEnded(stop, stopEvent.get(), outcome);
    ::kill(-pid, SIGKILL);
    if (!ended) {
        return Error{Errc::Environment, "process " + std::to_string(pid) + " cannot be killed",
                     plan.argv.front()};
    }
    reap(pid, outcome);
    waitForGroup(pid);
    SOAK_TRY(outcome.outputCut, pump.finish());
    return outcome;
}

} // namespace soak
