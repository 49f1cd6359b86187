// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/signal_guard.h"

#include <gtest/gtest.h>

#include <csignal>
#include <latch>

namespace soak
{
namespace
{

TEST(SignalGuard, ASignalRequestsAStop)
{
    for (const int signal : {SIGINT, SIGTERM}) {
        const SignalGuard guard;
        EXPECT_FALSE(guard.token().stop_requested());
        EXPECT_EQ(guard.received(), std::nullopt);
        std::latch stopped(1);
        const std::stop_callback callback(guard.token(), [&stopped] { stopped.count_down(); });
        ::raise(signal);
        stopped.wait();
        EXPECT_EQ(guard.received(), signal);
    }
}

TEST(SignalGuard, FormerHandlersComeBack)
{
    struct sigaction before {
    };

    struct sigaction during {
    };

    struct sigaction after {
    };

    ::sigaction(SIGINT, nullptr, &before);
    {
        const SignalGuard guard;
        ::sigaction(SIGINT, nullptr, &during);
    }
    ::sigaction(SIGINT, nullptr, &after);
    EXPECT_NE(during.sa_handler, before.sa_handler);
    EXPECT_EQ(after.sa_handler, before.sa_handler);
}

TEST(SignalGuardDeathTest, ASecondSignalEndsTheProcess)
{
    for (const int second : {SIGINT, SIGTERM}) {
        EXPECT_EXIT(
            {
                const SignalGuard guard;
                ::raise(SIGINT);
                ::raise(second);
            },
            testing::KilledBySignal(second), "");
    }
}

TEST(SignalGuardDeathTest, ThereIsOnlyOne)
{
    EXPECT_DEATH(
        {
            const SignalGuard guard;
            const SignalGuard second;
        },
        "assertion failed");
}

} // namespace
} // namespace soak
