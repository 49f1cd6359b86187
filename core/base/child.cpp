// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/child.h"

#include "core/base/clock.h"
#include "core/base/descriptor.h"
#include "core/base/file.h"
#include "core/base/keeper.h"
#include "core/base/process_table.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <climits>
#include <csignal>
#include <thread>
#include <tuple>

namespace soak
{

namespace
{

constexpr int kFirstFree = 3; // after stdin, stdout, stderr
constexpr int kNotStarted = 127;
constexpr Millis kGroupPatience{2000};
constexpr std::chrono::milliseconds kNap{1};

// What goes wrong between fork and exec, told through a pipe that exec closes.
struct Failure {
    enum class Step { None, Folder, Program } step = Step::None;
    int error = 0;
};

// Everything that the child needs, ready made: after fork in a program with threads nothing may be
// allocated.
struct Ready {
    std::vector<char*> argv;
    std::vector<std::string> assignments;
    std::vector<char*> environment;
    const char* folder = nullptr;
    int input = -1;
    int output = -1;
    int error = -1;
    int report = -1;
    pid_t parent = 0;
    Descendants descendants = Descendants::OfGroup;
};

void makeEnvironment(const ProcessPlan& plan, Ready& ready)
{
    for (const auto& [name, value] : plan.environment) {
        ready.assignments.push_back(name + "=" + value);
    }
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view text(*entry);
        if (!plan.environment.contains(std::string(text.substr(0, text.find('='))))) {
            ready.environment.push_back(*entry);
        }
    }
    for (std::string& assignment : ready.assignments) {
        ready.environment.push_back(assignment.data());
    }
    ready.environment.push_back(nullptr);
}

[[noreturn]] void giveUp(int report, Failure::Step step)
{
    const Failure failure{step, errno};
    std::ignore = ::write(report, &failure, sizeof failure);
    ::_exit(kNotStarted);
}

// Out of the way of 0 to 2: they are among ours when the program was started with stdin, stdout or
// stderr closed.
int lifted(int descriptor)
{
    return ::fcntl(descriptor, F_DUPFD_CLOEXEC, kFirstFree);
}

void resetSignals()
{
    struct sigaction action {
    };

    action.sa_handler = SIG_DFL;
    for (const int signal :
         {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGCHLD, SIGUSR1, SIGUSR2}) {
        ::sigaction(signal, &action, nullptr);
    }
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

// In the child. Only what is safe in a signal handler.
[[noreturn]] void becomeProgram(const Ready& ready, pid_t parent)
{
    const int report = lifted(ready.report);
    const int input = lifted(ready.input);
    const int output = lifted(ready.output);
    const int error = lifted(ready.error);
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) { // killed before the line above
        ::_exit(kNotStarted);
    }
    if (ready.folder != nullptr && ::chdir(ready.folder) != 0) {
        giveUp(report, Failure::Step::Folder);
    }
    if (::dup2(input, STDIN_FILENO) < 0 || ::dup2(output, STDOUT_FILENO) < 0 ||
        ::dup2(error, STDERR_FILENO) < 0) {
        giveUp(report, Failure::Step::Program);
    }
    ::close_range(kFirstFree, UINT_MAX, CLOSE_RANGE_CLOEXEC); // nothing of ours but these three
    resetSignals();
    ::execvpe(ready.argv.front(), ready.argv.data(), ready.environment.data());
    giveUp(report, Failure::Step::Program);
}

// In the child, too.
[[noreturn]] void keepProgram(const Ready& ready)
{
    if (!becomeKeeper(ready.parent)) {
        ::_exit(kNotStarted);
    }
    const pid_t self = ::getpid();
    const pid_t program = ::_Fork(); // fork() itself takes locks
    if (program == 0) {
        becomeProgram(ready, self);
    }
    if (program < 0) {
        giveUp(ready.report, Failure::Step::Program);
    }
    keepUntilEnded(program);
}

// fork with all signals blocked: a handler of ours must not run in the child.
pid_t forkQuietly(const Ready& ready)
{
    sigset_t all;
    sigset_t former;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &former);
    const pid_t pid = ::fork();
    if (pid == 0 && ready.descendants == Descendants::All) {
        keepProgram(ready);
    }
    if (pid == 0) {
        becomeProgram(ready, ready.parent);
    }
    const int error = errno;
    ::pthread_sigmask(SIG_SETMASK, &former, nullptr);
    errno = error;
    return pid;
}

Error cannotStart(const ProcessPlan& plan, const Failure& failure)
{
    if (failure.step == Failure::Step::Folder) {
        return Error{Errc::Environment,
                     "cannot enter the working folder: " + errnoText(failure.error),
                     pathText(plan.workingFolder)};
    }
    if (failure.error == ENOENT) {
        return Error{Errc::Environment, "no such program, or its interpreter is missing",
                     pathText(plan.argv.front())};
    }
    return Error{Errc::Environment, "cannot start: " + errnoText(failure.error),
                 pathText(plan.argv.front())};
}

bool isGone(pid_t group)
{
    if (::kill(-group, 0) != 0) {
        return true; // ESRCH, or EPERM: of another user, nothing that we could do
    }
    return !hasRunningMember(group);
}

} // namespace

Result<pid_t> startChild(const ProcessPlan& plan, int standardOutput, int standardError)
{
    std::array<int, 2> ends{-1, -1};
    const std::string inputFile = plan.stdinFile.empty() ? "/dev/null" : plan.stdinFile.native();
    const Descriptor input(
        retryInterrupted([&] { return ::open(inputFile.c_str(), O_RDONLY | O_CLOEXEC); }));
    if (!input.isOpen()) {
        return Error{Errc::Environment, "cannot read the standard input: " + errnoText(errno),
                     pathText(inputFile)};
    }
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return Error{Errc::Environment, "cannot start: " + errnoText(errno),
                     pathText(plan.argv.front())};
    }
    const Descriptor reader(ends[0]);
    Descriptor writer(ends[1]);

    Ready ready;
    std::vector<std::string> argv = plan.argv;
    for (std::string& argument : argv) {
        ready.argv.push_back(argument.data());
    }
    ready.argv.push_back(nullptr);
    makeEnvironment(plan, ready);
    ready.folder = plan.workingFolder.empty() ? nullptr : plan.workingFolder.c_str();
    ready.input = input.get();
    ready.output = standardOutput;
    ready.error = standardError;
    ready.report = writer.get();
    ready.parent = ::getpid();
    ready.descendants = plan.descendants;

    const pid_t pid = forkQuietly(ready);
    if (pid < 0) {
        return Error{Errc::Environment, "cannot start: " + errnoText(errno),
                     pathText(plan.argv.front())};
    }
    writer.close();
    Failure failure;
    const ssize_t told =
        retryInterrupted([&] { return ::read(reader.get(), &failure, sizeof failure); });
    if (told == static_cast<ssize_t>(sizeof failure)) {
        int status = 0;
        retryInterrupted([&] { return ::waitpid(pid, &status, 0); });
        return cannotStart(plan, failure);
    }
    return pid;
}

void waitForGroup(pid_t group)
{
    const SystemClock clock;
    const Millis started = clock.monotonic();
    while (!isGone(group) && clock.monotonic() - started < kGroupPatience) {
        std::this_thread::sleep_for(kNap);
    }
}

} // namespace soak
