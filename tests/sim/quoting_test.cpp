// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/quoting.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

QuotingLimits limitsOfTest()
{
    return {.halfSpread = 400,
            .rebidThreshold = 150,
            .tailAge = 600 * kMillisecond,
            .minInterval = 0,
            .concurrency = 100,
            .requestsPerMinute = 360,
            .rescueMillionths = 400'000,
            .rescueSpreadCap = 550,
            .size = 32,
            .positionLimit = 80};
}

BotView viewAt(SimTime now)
{
    BotView view;
    view.now = now;
    view.tick = now / kTick;
    view.mid = kReferencePrice;
    view.halfSpread = 520;
    return view;
}

std::vector<BotRequest> requestsOf(const Decisions& decisions)
{
    return {decisions.requests.begin(),
            decisions.requests.begin() + static_cast<std::ptrdiff_t>(decisions.count)};
}

// The bot's order as it would quote it, placed at `placedAt`.
RestingOrder resting(PriceUnits price, SimTime placedAt, Lots quantity = 32)
{
    return {.price = price,
            .quantity = quantity,
            .placedAt = placedAt,
            .midAtDecision = kReferencePrice};
}

BotView quotedView(SimTime now)
{
    BotView view = viewAt(now);
    view.orders = {resting(kReferencePrice - 400, 0), resting(kReferencePrice + 400, 0)};
    return view;
}

} // namespace

TEST(QuotingBot, QuotesBothSidesOfTheMidItSees)
{
    QuotingBot bot(limitsOfTest());
    const std::vector<BotRequest> requests = requestsOf(bot.decide(viewAt(0)));
    ASSERT_EQ(requests.size(), 2U);
    EXPECT_EQ(requests[0].kind, RequestKind::New);
    EXPECT_EQ(requests[0].side, BookSide::Bid);
    EXPECT_EQ(requests[0].price, kReferencePrice - 400);
    EXPECT_EQ(requests[0].quantity, 32);
    EXPECT_EQ(requests[0].midAtDecision, kReferencePrice);
    EXPECT_EQ(requests[1].side, BookSide::Ask);
    EXPECT_EQ(requests[1].price, kReferencePrice + 400);
    EXPECT_TRUE(bot.hasPending(BookSide::Bid) && bot.hasPending(BookSide::Ask));
}

TEST(QuotingBot, SidesTakeTurns)
{
    QuotingBot bot(limitsOfTest());
    EXPECT_EQ(bot.decide(viewAt(kTick)).requests[0].side, BookSide::Ask);
}

TEST(QuotingBot, ASideWithARequestOnItsWayWaits)
{
    QuotingBot bot(limitsOfTest());
    const std::vector<BotRequest> requests = requestsOf(bot.decide(viewAt(0)));
    EXPECT_EQ(bot.decide(viewAt(kTick)).count, 0U);
    bot.onEffect(requests[0]);
    EXPECT_EQ(bot.decide(viewAt(kTick)).count, 0U) << "it has not heard of it";
    bot.onAck(requests[0]);
    EXPECT_EQ(requestsOf(bot.decide(viewAt(kTick))).at(0).side, BookSide::Bid);
}

TEST(QuotingBot, LeansAgainstItsPosition)
{
    const QuotingBot bot(limitsOfTest());
    BotView view = viewAt(0);
    view.position = 40; // half of the limit: 1.30 bps
    EXPECT_EQ(bot.target(BookSide::Bid, view), kReferencePrice - 400 - 130);
    EXPECT_EQ(bot.target(BookSide::Ask, view), kReferencePrice + 400 - 130);
    view.position = -80;
    EXPECT_EQ(bot.target(BookSide::Ask, view), kReferencePrice + 400 + 260);
}

TEST(QuotingBot, VolatilityWidensUpToThreeBps)
{
    QuotingBot bot(limitsOfTest());
    bot.observe(kReferencePrice);
    EXPECT_EQ(bot.halfSpread(), 400) << "the first mid is no change";
    bot.observe(kReferencePrice + 100);
    EXPECT_EQ(bot.halfSpread(), 450) << "half of the change in 128 ticks";
    for (int i = 0; i < 1000; ++i) {
        bot.observe(kReferencePrice + (i % 2) * 100);
    }
    EXPECT_EQ(bot.halfSpread(), 700);
    for (int i = 0; i < 5000; ++i) {
        bot.observe(kReferencePrice);
    }
    EXPECT_EQ(bot.halfSpread(), 463) << "and calms down, but never whole";
}

TEST(QuotingBot, ASlowGatewayWidensByWhatItIsTold)
{
    QuotingLimits limits = limitsOfTest();
    limits.latencySpreadAdd = 75;
    QuotingBot bot(limits);
    const BotRequest slow{.kind = RequestKind::Ioc, .sentAt = 0, .ackAt = 400 * kMillisecond};
    for (int i = 0; i < 12; ++i) {
        bot.onAck(slow);
    }
    EXPECT_EQ(bot.halfSpread(), 400) << "the average is still below 220 ms";
    for (int i = 0; i < 4; ++i) {
        bot.onAck(slow);
    }
    EXPECT_EQ(bot.halfSpread(), 475);
}

TEST(QuotingBot, AGoodQuoteStays)
{
    QuotingBot bot(limitsOfTest());
    EXPECT_EQ(bot.decide(quotedView(599 * kMillisecond)).count, 0U);
    BotView moved = quotedView(0);
    moved.mid += 149;
    EXPECT_EQ(bot.decide(moved).count, 0U);
}

TEST(QuotingBot, ReplacesWhatIsOffTargetOrOld)
{
    QuotingBot byPrice(limitsOfTest());
    BotView moved = quotedView(0);
    moved.mid += 150;
    const std::vector<BotRequest> priced = requestsOf(byPrice.decide(moved));
    ASSERT_EQ(priced.size(), 2U);
    EXPECT_EQ(priced[0].kind, RequestKind::Replace);
    EXPECT_EQ(priced[0].price, kReferencePrice - 250);

    QuotingBot byAge(limitsOfTest());
    const std::vector<BotRequest> aged = requestsOf(byAge.decide(quotedView(600 * kMillisecond)));
    ASSERT_EQ(aged.size(), 2U);
    EXPECT_EQ(aged[1].kind, RequestKind::Replace);
    EXPECT_EQ(aged[1].price, kReferencePrice + 400);
}

TEST(QuotingBot, TheRoomBelowTheLimitIsTheMostItAdds)
{
    QuotingBot bot(limitsOfTest());
    BotView view = viewAt(0);
    view.position = 60;
    view.halfSpread = 10'000; // no rescue
    const std::vector<BotRequest> requests = requestsOf(bot.decide(view));
    ASSERT_EQ(requests.size(), 2U);
    EXPECT_EQ(requests[0].quantity, 20) << "to buy: 80 - 60";
    EXPECT_EQ(requests[1].quantity, 32);
}

TEST(QuotingBot, WithoutRoomItCountsABlockAndCancelsWhatIsOffTarget)
{
    QuotingBot bot(limitsOfTest());
    BotView view = quotedView(600 * kMillisecond); // old, but on target
    view.position = 45;                            // 80 - 45 - 32 = 3: less than a quarter of 32
    view.halfSpread = 10'000;
    view.orders[indexOf(BookSide::Bid)].price = bot.target(BookSide::Bid, view);
    view.orders[indexOf(BookSide::Ask)].placedAt = view.now;
    view.orders[indexOf(BookSide::Ask)].price = bot.target(BookSide::Ask, view);
    EXPECT_EQ(bot.decide(view).count, 0U);
    EXPECT_EQ(bot.refusals().risk, 1);

    view.orders[indexOf(BookSide::Bid)].price -= 150;
    const std::vector<BotRequest> requests = requestsOf(bot.decide(view));
    ASSERT_EQ(requests.size(), 1U);
    EXPECT_EQ(requests[0].kind, RequestKind::Cancel);
    EXPECT_EQ(requests[0].side, BookSide::Bid);
    EXPECT_EQ(bot.refusals().risk, 2);
}

TEST(QuotingBot, RescuesALargePosition)
{
    struct Case {
        Lots position;
        PriceUnits halfSpread;
        Lots quantity; // 0: no rescue
    };

    for (const Case& c : {Case{43, 520, 0}, Case{44, 520, 17}, Case{-80, 550, 32}, Case{80, 551, 0},
                          Case{-44, 520, 17}}) {
        QuotingBot bot(limitsOfTest());
        BotView view = viewAt(0);
        view.position = c.position;
        view.halfSpread = c.halfSpread;
        const BotRequest first = bot.decide(view).requests[0];
        if (c.quantity == 0) {
            EXPECT_NE(first.kind, RequestKind::Ioc) << c.position;
            continue;
        }
        EXPECT_EQ(first.kind, RequestKind::Ioc) << c.position;
        EXPECT_EQ(first.quantity, c.quantity);
        EXPECT_EQ(first.side, c.position > 0 ? BookSide::Ask : BookSide::Bid);
        EXPECT_EQ(first.price, kReferencePrice + (c.position > 0 ? -1100 : 1100));
    }
}

TEST(QuotingBot, RescuesOnceASecond)
{
    QuotingBot bot(limitsOfTest());
    int rescues = 0;
    for (SimTime now = 0; now < 5 * kSecond; now += kTick) {
        BotView view = viewAt(now);
        view.position = 60;
        bot.observe(view.mid);
        const Decisions decisions = bot.decide(view);
        for (const BotRequest& request : requestsOf(decisions)) {
            rescues += request.kind == RequestKind::Ioc ? 1 : 0;
            bot.onEffect(request);
            bot.onAck(request);
        }
    }
    EXPECT_EQ(rescues, 5);
}

TEST(QuotingBot, ARescueOfNothingIsNotSent)
{
    QuotingLimits limits = limitsOfTest();
    limits.rescueMillionths = 0;
    QuotingBot bot(limits);
    BotView view = viewAt(0);
    view.position = 70;
    EXPECT_NE(bot.decide(view).requests[0].kind, RequestKind::Ioc);
}

TEST(QuotingBot, RiskIsWhatOneMoreQuoteWouldExceed)
{
    QuotingBot bot(limitsOfTest());
    BotView view = quotedView(0);
    EXPECT_FALSE(bot.isAtRisk(view)) << "32 resting and 32 more are 64";
    view.position = 16;
    EXPECT_FALSE(bot.isAtRisk(view)) << "exactly the limit";
    view.position = 17;
    EXPECT_TRUE(bot.isAtRisk(view));
    view.position = -17;
    EXPECT_TRUE(bot.isAtRisk(view)) << "on the other side";
}

TEST(QuotingBot, WhatIsOnItsWayIsAtRiskUntilItRests)
{
    QuotingBot bot(limitsOfTest());
    BotView moved = quotedView(0);
    moved.mid += 200;
    const std::vector<BotRequest> requests = requestsOf(bot.decide(moved));
    EXPECT_TRUE(bot.isAtRisk(moved)) << "32 resting, 32 on their way, 32 more";
    for (const BotRequest& request : requests) {
        bot.onEffect(request);
    }
    EXPECT_FALSE(bot.isAtRisk(moved));
}

} // namespace soak
