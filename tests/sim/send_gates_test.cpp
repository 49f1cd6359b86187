// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/send_gates.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

QuotingLimits wide()
{
    return {.minInterval = 0, .concurrency = 1000, .requestsPerMinute = 360};
}

} // namespace

TEST(SendGates, TheFirstRequestNeedNotWait)
{
    QuotingLimits limits = wide();
    limits.minInterval = 300 * kMillisecond;
    EXPECT_TRUE(SendGates(limits).admit(RequestKind::New, 0));
}

TEST(SendGates, RequestsKeepTheirInterval)
{
    QuotingLimits limits = wide();
    limits.minInterval = 60 * kMillisecond;
    SendGates gates(limits);
    EXPECT_TRUE(gates.admit(RequestKind::New, 0));
    EXPECT_FALSE(gates.admit(RequestKind::New, 59'999));
    EXPECT_TRUE(gates.admit(RequestKind::New, 60'000));
    EXPECT_EQ(gates.refusals(), (RefusalCounts{.minInterval = 1}));
}

TEST(SendGates, AReplaceNeedsRoomForTwo)
{
    QuotingLimits limits = wide();
    limits.concurrency = 3;
    SendGates gates(limits);
    EXPECT_TRUE(gates.admit(RequestKind::Replace, 0));
    EXPECT_FALSE(gates.admit(RequestKind::Replace, 0)) << "two are in flight, three are the limit";
    EXPECT_TRUE(gates.admit(RequestKind::New, 0));
    EXPECT_EQ(gates.inFlight(), 3);
    EXPECT_FALSE(gates.admit(RequestKind::Cancel, 0));
    gates.onAck(RequestKind::Replace);
    EXPECT_TRUE(gates.admit(RequestKind::Replace, 0));
    EXPECT_EQ(gates.refusals(), (RefusalCounts{.concurrency = 2}));
}

// A limit of one would else keep the first quote for ever.
TEST(SendGates, WhatNeedsMoreThanTheLimitIsSentAlone)
{
    QuotingLimits limits = wide();
    limits.concurrency = 1;
    SendGates gates(limits);
    EXPECT_TRUE(gates.admit(RequestKind::Replace, 0));
    EXPECT_FALSE(gates.admit(RequestKind::Cancel, 0));
    gates.onAck(RequestKind::Replace);
    EXPECT_EQ(gates.inFlight(), 0);
    EXPECT_TRUE(gates.admit(RequestKind::Cancel, 0));
    EXPECT_FALSE(gates.admit(RequestKind::Replace, 0));
}

TEST(SendGates, TheBucketHoldsTwoSecondsAndRefillsAtItsRate)
{
    QuotingLimits limits = wide();
    limits.requestsPerMinute = 120;
    SendGates gates(limits);
    int admitted = 0;
    while (gates.admit(RequestKind::New, 0)) {
        ++admitted;
    }
    EXPECT_EQ(admitted, 4); // two seconds at two a second
    for (int tick = 0; tick < 49; ++tick) {
        gates.onTick();
    }
    EXPECT_FALSE(gates.admit(RequestKind::New, 0));
    gates.onTick();
    EXPECT_TRUE(gates.admit(RequestKind::New, 0)) << "half a second brings one";
    for (int tick = 0; tick < 100'000; ++tick) {
        gates.onTick();
    }
    admitted = 0;
    while (gates.admit(RequestKind::New, 0)) {
        ++admitted;
    }
    EXPECT_EQ(admitted, 4) << "no more than two seconds' worth is saved up";
    EXPECT_EQ(gates.refusals(), (RefusalCounts{.throttle = 3}));
}

TEST(SendGates, ASlowBucketStillSends)
{
    QuotingLimits limits = wide();
    limits.requestsPerMinute = 1;
    EXPECT_TRUE(SendGates(limits).admit(RequestKind::New, 0));
}

TEST(SendGates, TheFirstGateThatRefusesIsTheReason)
{
    QuotingLimits limits = wide();
    limits.minInterval = 60 * kMillisecond;
    limits.concurrency = 1;
    SendGates gates(limits);
    EXPECT_TRUE(gates.admit(RequestKind::New, 0));
    EXPECT_FALSE(gates.admit(RequestKind::New, 10));
    EXPECT_FALSE(gates.admit(RequestKind::New, 60'000));
    gates.countRiskRefusal();
    EXPECT_EQ(gates.refusals(), (RefusalCounts{.minInterval = 1, .concurrency = 1, .risk = 1}));
    EXPECT_EQ(gates.refusals().total(), 3);
}

} // namespace soak
