// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/gateway.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

SimRandom gatewayRandom(std::uint64_t seed = 41)
{
    return streamsOf(seed, 1).gateway;
}

struct Means {
    double latency = 0; // ms
    double service = 0;
};

// Of requests so far apart that none waits for another.
Means meansOf(const MarketParameters& market, RequestKind kind, MilliHertz burst)
{
    SimRandom random = gatewayRandom();
    Gateway gateway(market, kIterationLength, random);
    constexpr int kRequests = 20'000;
    Means means;
    for (int i = 0; i < kRequests; ++i) {
        const SimTime now = i * 10 * kSecond;
        gateway.send({.kind = kind, .sentAt = now}, burst);
        gateway.takeRequest();
        const BotRequest ack = gateway.takeAck();
        means.latency += static_cast<double>(ack.ackAt - now) / 1000 / kRequests;
        means.service += (static_cast<double>(ack.effectAt - now) / 1000 - 31.2) / kRequests;
    }
    return means;
}

} // namespace

TEST(Gateway, ARequestTakesTheNetworkTwiceAndTheServerOnce)
{
    const Means means = meansOf({}, RequestKind::New, 0);
    EXPECT_NEAR(means.latency, 31.2 + 102 + 31.2, 1);
    EXPECT_NEAR(means.service, 102, 1);
}

TEST(Gateway, KindsAndBurstsWeigh)
{
    EXPECT_NEAR(meansOf({}, RequestKind::Replace, 0).service, 102 * 1.3, 1.2);
    EXPECT_NEAR(meansOf({}, RequestKind::Cancel, 0).service, 102 * 0.7, 1);
    EXPECT_NEAR(meansOf({}, RequestKind::Ioc, 0).service, 102, 1);
    EXPECT_NEAR(meansOf({}, RequestKind::New, 6000).service, 102 * 1.2, 1.2);
    EXPECT_NEAR(meansOf({}, RequestKind::New, 90'000).service, 102 * 1.4, 1.4) << "no further";
    MarketParameters slow;
    slow.servicePermille = 1060;
    EXPECT_NEAR(meansOf(slow, RequestKind::New, 0).service, 102 * 1.06, 1.2);
}

TEST(Gateway, NothingIsFasterThanTheLeastTimes)
{
    const MarketParameters market;
    SimRandom random = gatewayRandom();
    Gateway gateway(market, kIterationLength, random);
    for (int i = 0; i < 1000; ++i) {
        const SimTime now = i * 10 * kSecond;
        gateway.send({.kind = RequestKind::New, .sentAt = now}, 0);
        gateway.takeRequest();
        const BotRequest ack = gateway.takeAck();
        EXPECT_GE(ack.effectAt - now, 26'000 + 76'500);
        EXPECT_GE(ack.ackAt - ack.effectAt, 26'000);
    }
}

TEST(Gateway, RequestsQueueAndKeepTheirOrder)
{
    const MarketParameters market;
    SimRandom random = gatewayRandom();
    Gateway gateway(market, kIterationLength, random);
    constexpr int kRequests = 50;
    for (int i = 0; i < kRequests; ++i) {
        gateway.send({.kind = RequestKind::New, .quantity = i, .sentAt = i * kTick}, 0);
    }
    SimTime effect = 0;
    SimTime ack = 0;
    for (int i = 0; i < kRequests; ++i) {
        EXPECT_EQ(gateway.nextEffect() > effect, true);
        const BotRequest request = gateway.takeRequest();
        EXPECT_EQ(request.quantity, i);
        EXPECT_GE(request.effectAt - effect, i == 0 ? 0 : 76'500) << "one after the other";
        effect = request.effectAt;
    }
    EXPECT_EQ(gateway.nextEffect(), Gateway::kNever);
    for (int i = 0; i < kRequests; ++i) {
        EXPECT_GE(gateway.nextAck(), ack);
        const BotRequest request = gateway.takeAck();
        EXPECT_EQ(request.quantity, i);
        ack = request.ackAt;
    }
    EXPECT_EQ(gateway.nextAck(), Gateway::kNever);
}

TEST(Gateway, StormsSlowEverything)
{
    MarketParameters market;
    market.storm.onsetPerMillionTicks = 1'000'000; // at once
    SimRandom random = gatewayRandom();
    Gateway gateway(market, kIterationLength, random);
    EXPECT_EQ(gateway.feedDelay(), 40'000);
    gateway.onTick(0);
    ASSERT_TRUE(gateway.isStormy());
    EXPECT_EQ(gateway.feedDelay(), 80'000);
    double service = 0;
    constexpr int kRequests = 20'000;
    for (int i = 0; i < kRequests; ++i) {
        const SimTime now = i * 10 * kSecond;
        gateway.send({.kind = RequestKind::New, .sentAt = now}, 0);
        const BotRequest request = gateway.takeRequest();
        service += (static_cast<double>(request.effectAt - now) / 1000 - 31.2 * 1.6) / kRequests;
    }
    EXPECT_NEAR(service, 102 * 1.8, 2);
}

TEST(Gateway, StormsTakeTheirShareOfTheTime)
{
    const MarketParameters market = findScenario("latency_storm")->market;
    SimRandom random = gatewayRandom();
    Gateway gateway(market, kIterationLength, random);
    std::int64_t stormy = 0;
    constexpr std::int64_t kTicks = 5'000'000;
    std::int64_t length = 0;
    for (std::int64_t tick = 0; tick < kTicks; ++tick) {
        gateway.onTick(tick * kTick);
        stormy += gateway.isStormy() ? 1 : 0;
        if (!gateway.isStormy() && length > 0) {
            EXPECT_GE(length, 200) << "none is shorter than 2 s";
        }
        length = gateway.isStormy() ? length + 1 : 0;
    }
    // 6 s of storm after 108.7 s of peace.
    EXPECT_NEAR(static_cast<double>(stormy) / kTicks, 6 / (6 + 1 / 0.0092), 0.006);
}

TEST(Gateway, AnOutageServesNobodyForSixSeconds)
{
    MarketParameters market;
    market.hasOutage = true;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        SimRandom random = gatewayRandom(seed);
        Gateway gateway(market, kIterationLength, random);
        SimTime first = 0;
        while (!gateway.isOut(first)) {
            first += kTick;
        }
        EXPECT_GE(first, kIterationLength / 4);
        EXPECT_LE(first, kIterationLength * 3 / 4 + kTick);
        SimTime last = first;
        while (gateway.isOut(last)) {
            last += kTick;
        }
        EXPECT_NEAR(static_cast<double>(last - first), 6e6, 2 * kTick);
        gateway.send({.kind = RequestKind::New, .sentAt = first + kTick}, 0);
        EXPECT_GE(gateway.nextEffect(), last - kTick + 76'500);
    }
}

} // namespace soak
