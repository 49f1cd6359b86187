// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing here may allocate or take a lock: the keeper is a fork of a program with threads that
// never calls exec.
#include "core/base/keeper.h"

#include "core/base/descriptor.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <array>
#include <climits>
#include <cstdint>
#include <cstring>
#include <ctime>

namespace soak
{

namespace
{

constexpr int kSweepRounds = 5000;
constexpr long kRoundNs = 1'000'000;
constexpr int kNotKept = 127;

// Of /proc/<pid>/stat.
struct Kin {
    char state = '?';
    pid_t parent = 0;
    pid_t session = 0;
};

// The number that `text` begins with; `text` then begins behind it.
pid_t takeNumber(const char*& text)
{
    pid_t number = 0;
    while (*text >= '0' && *text <= '9') {
        number = number * 10 + (*text - '0');
        ++text;
    }
    return number;
}

// False when there is no such process (any more).
bool readKin(int proc, const char* pid, Kin& kin)
{
    constexpr std::size_t kLongestPid = 16;
    constexpr std::size_t kStatBytes = 512; // the name has 64 at most, and what we want follows it
    std::array<char, kLongestPid + sizeof "/stat"> path{};
    std::strncpy(path.data(), pid, kLongestPid);
    std::strcat(path.data(), "/stat"); // NOLINT: there is room
    const int file = ::openat(proc, path.data(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    std::array<char, kStatBytes> text{};
    const ssize_t count = ::read(file, text.data(), text.size() - 1);
    ::close(file);
    if (count <= 0) {
        return false;
    }
    const char* at = std::strrchr(text.data(), ')'); // the name may contain brackets and spaces
    if (at == nullptr || std::strlen(at) < sizeof ") S 1") {
        return false;
    }
    at += 2;
    kin.state = *at;
    at += 2;
    kin.parent = takeNumber(at);
    at += *at == ' ' ? 1 : 0;
    takeNumber(at); // the group
    at += *at == ' ' ? 1 : 0;
    kin.session = takeNumber(at);
    return true;
}

void killOne(int proc, const char* name, pid_t self, pid_t ourSession)
{
    const char* rest = name;
    const pid_t pid = takeNumber(rest);
    Kin kin;
    if (pid <= 0 || *rest != '\0' || !readKin(proc, name, kin) || kin.parent != self) {
        return;
    }
    // A session that began below us holds nobody else, and its leader's group goes in one blow:
    // who forks in it as fast as we look is caught too.
    if (kin.session > 0 && kin.session != ourSession) {
        ::kill(-kin.session, SIGKILL);
    }
    ::kill(pid, SIGKILL);
}

// The children that /proc shows, once.
void killChildren()
{
    constexpr std::size_t kEntriesBytes = 16384;
    const int proc = ::open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (proc < 0) {
        return;
    }
    const pid_t self = ::getpid();
    const pid_t session = ::getsid(0);
    alignas(std::uint64_t) std::array<char, kEntriesBytes> entries; // NOLINT: the kernel fills it
    for (;;) {
        const long count = ::syscall(SYS_getdents64, proc, entries.data(), entries.size());
        if (count <= 0) {
            break;
        }
        // struct linux_dirent64: inode, offset, length of the record, type, name
        constexpr std::size_t kLengthAt = 2 * sizeof(std::uint64_t);
        constexpr std::size_t kNameAt = kLengthAt + sizeof(std::uint16_t) + 1;
        for (std::size_t at = 0; at < static_cast<std::size_t>(count);) {
            std::uint16_t length = 0;
            std::memcpy(&length, entries.data() + at + kLengthAt, sizeof length);
            killOne(proc, entries.data() + at + kNameAt, self, session);
            at += length;
        }
    }
    ::close(proc);
}

// Reaps all that ended but `program`, whose number stays taken until its group was killed. Returns
// whether the program ended.
bool reapOthers(pid_t program)
{
    for (;;) {
        siginfo_t ended{};
        const int result = ::waitid(P_ALL, 0, &ended, WEXITED | WNOHANG | WNOWAIT);
        if (result != 0 || ended.si_pid == 0) {
            return false;
        }
        if (ended.si_pid == program) {
            return true;
        }
        ::waitpid(ended.si_pid, nullptr, 0);
    }
}

// Until there are no children, or patience ends. `status` becomes that of `program`.
void killAll(pid_t program, int& status)
{
    ::kill(-program, SIGKILL);
    for (int round = 0; round < kSweepRounds; ++round) {
        int ended = 0;
        pid_t pid = 0;
        while ((pid = ::waitpid(-1, &ended, WNOHANG)) > 0) {
            status = pid == program ? ended : status;
        }
        if (pid < 0) {
            return; // no children
        }
        killChildren();
        const timespec pause{0, kRoundNs};
        ::nanosleep(&pause, nullptr);
    }
}

[[noreturn]] void endLike(int status)
{
    if (WIFEXITED(status)) {
        ::_exit(WEXITSTATUS(status));
    }
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    const int signal = WTERMSIG(status);

    struct sigaction action {
    };

    action.sa_handler = SIG_DFL;
    ::sigaction(signal, &action, nullptr);
    sigset_t none;
    ::sigemptyset(&none);
    ::kill(::getpid(), signal);
    ::sigprocmask(SIG_SETMASK, &none, nullptr); // now it comes
    ::_exit(kNotKept);
}

} // namespace

bool becomeKeeper(pid_t parent)
{
    ::setpgid(0, 0);
    ::prctl(PR_SET_NAME, "soak-keeper");
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    ::prctl(PR_SET_PDEATHSIG, kKillAllSignal);

    struct sigaction action {
    };

    action.sa_handler = SIG_DFL; // ignored, children would vanish unreaped
    ::sigaction(SIGCHLD, &action, nullptr);
    return ::getppid() == parent;
}

void keepUntilEnded(pid_t program)
{
    ::close_range(0, UINT_MAX, 0); // pipes and locks are the others'
    sigset_t all;
    ::sigfillset(&all);
    while (!reapOthers(program)) {
        const int signal = ::sigwaitinfo(&all, nullptr);
        if (signal == SIGTERM) {
            ::kill(-program, SIGTERM);
        } else if (signal == kKillAllSignal) {
            break;
        }
    }
    int status = SIGKILL; // as if: when the program itself could not be killed
    killAll(program, status);
    endLike(status);
}

} // namespace soak
