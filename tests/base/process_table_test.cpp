// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/process.h"
#include "core/base/process_table.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace soak
{
namespace
{

TEST(ProcessTable, TheDeadAreNotAliveEvenAsZombies)
{
    EXPECT_TRUE(isProcessAlive(::getpid()));
    EXPECT_FALSE(isProcessAlive(0));
    EXPECT_FALSE(isProcessAlive(-1));
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::_exit(0);
    }
    siginfo_t info{};
    ASSERT_EQ(::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOWAIT), 0);
    EXPECT_FALSE(isProcessAlive(pid));
    ::waitpid(pid, nullptr, 0);
    EXPECT_FALSE(isProcessAlive(pid));
}

TEST(ProcessTable, TheStartTellsProcessesApart)
{
    EXPECT_TRUE(processStart(::getpid()).has_value());
    EXPECT_EQ(processStart(::getpid()), processStart(::getpid()));
    EXPECT_NE(processStart(::getpid()), processStart(1));
    EXPECT_EQ(processStart(0), std::nullopt);
}

TEST(ProcessTable, AGroupRunsWhileAMemberDoes)
{
    const pid_t pid = ::fork();
    if (pid == 0) {
        while (true) {
            ::pause();
        }
    }
    ASSERT_EQ(::setpgid(pid, pid), 0);
    EXPECT_TRUE(hasRunningMember(pid));
    ::kill(pid, SIGKILL);
    siginfo_t info{};
    ASSERT_EQ(::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOWAIT), 0);
    EXPECT_FALSE(hasRunningMember(pid)); // a zombie
    ::waitpid(pid, nullptr, 0);
    EXPECT_FALSE(hasRunningMember(pid));
}

} // namespace
} // namespace soak
