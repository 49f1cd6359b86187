// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/listen_socket.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{
namespace
{

using testing::HasSubstr;

TEST(ListenSocket, PicksAFreePortAndSaysWhich)
{
    const auto socket = listenOn({.host = "127.0.0.1", .port = 0});
    ASSERT_TRUE(socket) << describe(socket.error());
    EXPECT_GT(socket->address.port, 0);
    EXPECT_TRUE(socket->fd.isOpen());
}

TEST(ListenSocket, ATakenPortIsRefusedWithTheRemedy)
{
    const auto first = listenOn({.host = "127.0.0.1", .port = 0});
    ASSERT_TRUE(first);
    const auto second = listenOn(first->address);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, Errc::Environment);
    EXPECT_THAT(describe(second.error()), HasSubstr("--port 0"));
    EXPECT_THAT(second.error().where, HasSubstr(std::to_string(first->address.port)));
}

TEST(ListenSocket, APortThatWasLeftIsTakenAgain)
{
    ListenAddress address;
    {
        const auto first = listenOn({.host = "127.0.0.1", .port = 0});
        ASSERT_TRUE(first);
        address = first->address;
    }
    EXPECT_TRUE(listenOn(address));
}

TEST(ListenSocket, WhatIsNoAddressIsAMistakeOfUsage)
{
    for (const std::string& host :
         {std::string(), std::string("256.1.1.1.1"), std::string("127.0.0.1\0x", 11)}) {
        const auto socket = listenOn({.host = host, .port = 0});
        ASSERT_FALSE(socket) << host;
        EXPECT_EQ(socket.error().code, Errc::Usage) << host;
        EXPECT_EQ(socket.error().where, "--host");
    }
}

TEST(ListenSocket, AnAddressOfAnotherMachineIsRefused)
{
    const auto socket = listenOn({.host = "192.0.2.1", .port = 0}); // of no machine (RFC 5737)
    ASSERT_FALSE(socket);
    EXPECT_EQ(socket.error().code, Errc::Environment);
}

TEST(ListenSocket, KnowsWhatOnlyThisMachineReaches)
{
    for (const char* host : {"127.0.0.1", "127.1.2.3", "::1", "localhost"}) {
        EXPECT_TRUE(isLoopback({.host = host, .port = 1})) << host;
    }
    for (const char* host : {"0.0.0.0", "::", "192.0.2.1", "127.example.org", "1127.0.0.1"}) {
        EXPECT_FALSE(isLoopback({.host = host, .port = 1})) << host;
    }
}

TEST(ListenSocket, WritesItsUrl)
{
    EXPECT_EQ(urlOf({.host = "127.0.0.1", .port = 9477}), "http://127.0.0.1:9477");
    EXPECT_EQ(urlOf({.host = "::1", .port = 80}), "http://[::1]:80");
}

} // namespace
} // namespace soak
