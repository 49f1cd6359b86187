// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/stalls/event_wait.h"
#include "tests/ui/stalls/heartbeat.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTimer>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

constexpr int kBlockMs = 60;
constexpr double kMostBeatMs = 50;

// Beats before and after the block, so that it lies between them wherever the clock stands.
Beat worstOf(const std::function<void()>& block)
{
    Heartbeat heart;
    const bool hasBegun = waitInLoop([&] { return heart.beats().size() >= 5; });
    EXPECT_TRUE(hasBegun);
    bool isOver = false;
    QTimer::singleShot(0, [&] {
        block();
        isOver = true;
    });
    const bool hasEnded = waitInLoop([&] { return isOver; });
    EXPECT_TRUE(hasEnded);
    heart.stop();
    return heart.worst();
}

} // namespace

TEST(Heartbeat, CatchesWorkOfSixtyMilliseconds)
{
    const Beat worst = worstOf([] {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        const auto ms = [](const timespec& time) {
            return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
        };
        for (const double end = ms(now) + kBlockMs; ms(now) < end;) {
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        }
    });
    EXPECT_GT(worst.ownMs, kMostBeatMs);
    EXPECT_GT(worst.cpuMs, kMostBeatMs);
}

TEST(Heartbeat, CatchesAWaitOfSixtyMilliseconds)
{
    const Beat worst = worstOf([] { QSemaphore().tryAcquire(1, kBlockMs); });
    EXPECT_GT(worst.ownMs, kMostBeatMs);
    EXPECT_LT(worst.cpuMs, kMostBeatMs);
}

TEST(Heartbeat, IsQuietWhereNothingBlocks)
{
    Heartbeat heart;
    ASSERT_TRUE(waitInLoop([&] { return heart.beats().size() >= 20; }));
    heart.stop();
    EXPECT_LT(heart.worst().cpuMs, kMostBeatMs);
}

} // namespace soak::ui
