// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/base/lock_file.h"
#include "core/base/process.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <latch>
#include <thread>

namespace soak
{
namespace
{

// The number of a process that has ended and been reaped.
pid_t deadPid()
{
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::_exit(0);
    }
    ::waitpid(pid, nullptr, 0);
    return pid;
}

std::string lockText(pid_t pid, std::string_view start)
{
    return "{\"pid\":" + std::to_string(pid) + ",\"run_id\":\"RUN_1\",\"start\":\"" +
           std::string(start) + "\"}\n";
}

// A process that took the lock and waits; killed and reaped at the end.
class Holder final
{
public:
    explicit Holder(const fs::path& lock)
    {
        int ends[2] = {-1, -1};
        EXPECT_EQ(::pipe(ends), 0);
        m_pid = ::fork();
        if (m_pid == 0) {
            const Result<FileLock> held = FileLock::acquire(lock, "RUN_7");
            const char answer = held ? 'y' : 'n';
            static_cast<void>(!::write(ends[1], &answer, 1));
            while (true) {
                ::pause();
            }
        }
        char answer = '?';
        EXPECT_EQ(::read(ends[0], &answer, 1), 1);
        EXPECT_EQ(answer, 'y');
        ::close(ends[0]);
        ::close(ends[1]);
    }

    ~Holder() { end(); }

    Holder(const Holder&) = delete;
    Holder& operator=(const Holder&) = delete;

    [[nodiscard]] pid_t pid() const { return m_pid; }

    void end()
    {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
            m_pid = -1;
        }
    }

private:
    pid_t m_pid = -1;
};

TEST(FileLock, SaysWhoHoldsItAndIsRemovedAtTheEnd)
{
    const TempDir dir;
    {
        const Result<FileLock> lock = FileLock::acquire(dir / ".lock", "RUN_\"5");
        ASSERT_TRUE(lock);
        const std::string start = processStart(::getpid()).value_or("?");
        EXPECT_EQ(bytesOf(dir / ".lock"), "{\"pid\":" + std::to_string(::getpid()) +
                                              ",\"run_id\":\"RUN_\\\"5\",\"start\":\"" + start +
                                              "\"}\n");
    }
    EXPECT_FALSE(fs::exists(dir / ".lock"));
}

TEST(FileLock, IsRefusedWhileHeldAlsoInThisProcess)
{
    const TempDir dir;
    const fs::path path = dir / ".lock";
    const Result<FileLock> lock = FileLock::acquire(path, "RUN_1");
    ASSERT_TRUE(lock);
    const Result<FileLock> second = FileLock::acquire(path, "RUN_2");
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error(), (Error{Errc::Locked,
                                     "is locked by process " + std::to_string(::getpid()) +
                                         ", which is still running",
                                     path.string()}));
    EXPECT_TRUE(fs::exists(path));
}

// DOMAIN 9, defect 64: the lock was tested, then written, and stale by its age only.
TEST(Defect64, AHeldLockIsRefusedByNameAndADeadHoldersTakenOverAtOnce)
{
    const TempDir dir;
    const fs::path path = dir / ".lock";
    Holder holder(path);
    const Result<FileLock> refused = FileLock::acquire(path, "RUN_2");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::Locked);
    EXPECT_NE(refused.error().message.find(" " + std::to_string(holder.pid()) + ","),
              std::string::npos);
    holder.end();
    EXPECT_TRUE(fs::exists(path)); // killed, it could not clear up
    EXPECT_TRUE(FileLock::acquire(path, "RUN_2"));
}

TEST(FileLock, IsTakenOverWhenTheFileNamesNobodyWhoLives)
{
    const TempDir dir;
    const std::string texts[] = {
        "",
        "not a lock",
        "{\"pid\":0}",
        "{\"pid\":99999999999999}",
        lockText(deadPid(), "1@x"),
        lockText(::getppid(), "1@x"), // the number is used again, by a process that started later
        lockText(::getpid(),
                 processStart(::getpid()).value_or("?")), // ours, left when we could not remove it
    };
    for (const std::string& text : texts) {
        const fs::path path = dir.write(".lock", text);
        EXPECT_TRUE(FileLock::acquire(path, "RUN_2")) << text;
    }
}

TEST(FileLock, IsRefusedWhenTheFileNamesALivingProcessThoughTheKernelDoesNot)
{
    const TempDir dir;
    const pid_t other = ::getppid();
    const std::string texts[] = {
        lockText(other, processStart(other).value_or("?")),
        "{ \"pid\": " + std::to_string(other) + " }",
    };
    for (const std::string& text : texts) {
        const fs::path path = dir.write(".lock", text);
        const Result<FileLock> lock = FileLock::acquire(path, "RUN_2");
        ASSERT_FALSE(lock) << text;
        EXPECT_EQ(lock.error().code, Errc::Locked);
        EXPECT_EQ(bytesOf(path), text);
    }
}

TEST(FileLock, OfManyTakersOfAStaleLockOneWins)
{
    const TempDir dir;
    const std::string stale = lockText(deadPid(), "1@x");
    constexpr int kTakers = 8;
    for (int round = 0; round < 20; ++round) {
        const fs::path path = dir.write(".lock", stale);
        std::atomic<int> winners{0};
        std::latch start(kTakers);
        std::latch end(kTakers); // all hold on until all have tried
        std::vector<std::jthread> takers;
        for (int i = 0; i < kTakers; ++i) {
            takers.emplace_back([&] {
                start.arrive_and_wait();
                const Result<FileLock> lock = FileLock::acquire(path, "RUN_2");
                winners += lock ? 1 : 0;
                end.arrive_and_wait();
            });
        }
        takers.clear();
        ASSERT_EQ(winners, 1);
        ASSERT_FALSE(fs::exists(path));
    }
}

TEST(FileLock, AtMostOneHoldsItAtAnyMoment)
{
    const TempDir dir;
    std::atomic<int> holders{0};
    std::atomic<int> taken{0};
    std::vector<std::jthread> takers;
    for (int i = 0; i < 4; ++i) {
        takers.emplace_back([&] {
            for (int k = 0; k < 300; ++k) {
                if (const Result<FileLock> lock = FileLock::acquire(dir / ".lock", "RUN_2")) {
                    EXPECT_EQ(++holders, 1);
                    ++taken;
                    --holders;
                }
            }
        });
    }
    takers.clear();
    EXPECT_GT(taken, 0);
}

TEST(FileLock, SaysWhyItCannotBeMade)
{
    const TempDir dir;
    dir.write("target", "x");
    fs::create_directory(dir / "folder");
    fs::create_symlink("target", dir / "link");
    for (const std::string_view name : {"none/.lock", "folder", "link"}) {
        const Result<FileLock> lock = FileLock::acquire(dir / name, "RUN_2");
        ASSERT_FALSE(lock) << name;
        EXPECT_EQ(lock.error().code, Errc::NotWritable) << name;
    }
    EXPECT_EQ(bytesOf(dir / "target"), "x");
}

TEST(FileLock, SaysWhoHoldsItWhileTheyLive)
{
    const TempDir dir;
    EXPECT_EQ(lockHolder(dir / ".lock"), std::nullopt);
    Holder holder(dir / ".lock");
    EXPECT_EQ(lockHolder(dir / ".lock"), holder.pid());
    holder.end();
    ASSERT_TRUE(fs::exists(dir / ".lock"));
    EXPECT_EQ(lockHolder(dir / ".lock"), std::nullopt);
    dir.write(".lock", "no lock of ours\n");
    EXPECT_EQ(lockHolder(dir / ".lock"), std::nullopt);
    dir.write(".lock", lockText(deadPid(), "1"));
    EXPECT_EQ(lockHolder(dir / ".lock"), std::nullopt);
}

} // namespace
} // namespace soak
