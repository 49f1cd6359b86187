// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/accounting.h"
#include "tests/support/property.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

const FeeSchedule kFees{};
constexpr PriceUnits kMid = kReferencePrice;

// The mid is flat but for one step at the tick after `stepAt`.
MidPath pathWithStep(SimTime stepAt, PriceUnits after)
{
    MidPath mids;
    for (SimTime time = 0; time <= 10 * kSecond; time += kTick) {
        mids.push_back(time > stepAt ? after : kMid);
    }
    return mids;
}

} // namespace

// One buy 10 bps below the mid; the mid falls 3 bps within the second, and 2 more later.
TEST(FillLedger, AMakerFillByHand)
{
    FillLedger ledger(kFees);
    ledger.add({.kind = FillKind::Maker,
                .side = BookSide::Bid,
                .at = 5 * kSecond,
                .price = kMid - 1000,
                .quantity = 10,
                .midBefore = kMid - 100,
                .midAtDecision = kMid});
    const MidPath mids = pathWithStep(5 * kSecond, kMid - 400);
    const ProfitParts parts = ledger.parts(mids, kMid - 600);
    EXPECT_EQ(parts.gross, 10 * 1000);
    EXPECT_EQ(parts.slippage, 10 * -100);
    EXPECT_EQ(parts.adverse, 10 * -300);
    EXPECT_EQ(parts.inventory, 10 * -200);
    EXPECT_EQ(parts.fees, 10 * -20);
    EXPECT_EQ(parts.notional, 10 * (kMid - 1000));
    EXPECT_EQ(parts.net, 10 * 400 - 200);
    EXPECT_EQ(parts.sum(), parts.net);
}

// A sale at 4 bps below the mid: half the spread is slippage, nothing is gross.
TEST(FillLedger, ATakerFillByHand)
{
    FillLedger ledger(kFees);
    ledger.add({.kind = FillKind::Taker,
                .side = BookSide::Ask,
                .at = 0,
                .price = kMid - 400,
                .quantity = 5,
                .midBefore = kMid,
                .midAtDecision = kMid + 900});
    const ProfitParts parts = ledger.parts(pathWithStep(0, kMid), kMid);
    EXPECT_EQ(parts.gross, 0);
    EXPECT_EQ(parts.slippage, 5 * -400);
    EXPECT_EQ(parts.fees, 5 * -500);
    EXPECT_EQ(parts.net, 5 * -900);
    EXPECT_EQ(ledger.position(), -5);
}

TEST(FillLedger, ATakerOrderOverSeveralLevelsIsExactInCash)
{
    FillLedger ledger(kFees);
    const Money cash = 3 * 1'000'025 + 4 * 1'000'075; // 7 lots; the average is no integer
    ledger.addTaker({.kind = FillKind::Taker, .side = BookSide::Bid, .quantity = 7}, cash);
    ASSERT_EQ(ledger.fills().size(), 2U);
    Money booked = 0;
    for (const SimFill& fill : ledger.fills()) {
        booked += fill.price * fill.quantity;
    }
    EXPECT_EQ(booked, cash);
    EXPECT_EQ(ledger.fills()[1].price, ledger.fills()[0].price + 1);
    EXPECT_EQ(ledger.position(), 7);

    FillLedger whole(kFees);
    whole.addTaker({.kind = FillKind::Taker, .quantity = 4}, 4 * 1'000'025);
    EXPECT_EQ(whole.fills().size(), 1U);
}

TEST(FillLedger, TheMidASecondLaterIsThatOfTheFirstTickThen)
{
    MidPath mids;
    for (int i = 0; i < 300; ++i) {
        mids.push_back(1000 + i);
    }
    EXPECT_EQ(midOneSecondAfter(0, mids, 7), 1100);
    EXPECT_EQ(midOneSecondAfter(1, mids, 7), 1101);
    EXPECT_EQ(midOneSecondAfter(kTick, mids, 7), 1101);
    EXPECT_EQ(midOneSecondAfter(199 * kTick, mids, 7), 1299);
    EXPECT_EQ(midOneSecondAfter(199 * kTick + 1, mids, 7), 7) << "the iteration ends before";
}

TEST(FillLedger, NoFillsAreNoMoney)
{
    EXPECT_EQ(FillLedger(kFees).parts(pathWithStep(0, kMid), kMid), ProfitParts{});
}

// Whatever is bought and sold, at whatever price, the parts are the whole, to the unit.
SOAK_PROPERTY(FillLedger, ThePartsAreTheWhole, ())
{
    FillLedger ledger({.maker = *rc::gen::inRange(-50, 100), .taker = *rc::gen::inRange(0, 900)});
    MidPath mids;
    for (int i = 0; i < 400; ++i) {
        mids.push_back(kMid + *rc::gen::inRange(-5000, 5000));
    }
    const auto price = [] { return kMid + *rc::gen::inRange<PriceUnits>(-400'000, 400'000); };
    for (int i = *rc::gen::inRange(0, 30); i > 0; --i) {
        SimFill fill;
        fill.kind = *rc::gen::element(FillKind::Maker, FillKind::Taker);
        fill.side = *rc::gen::element(BookSide::Bid, BookSide::Ask);
        fill.at = *rc::gen::inRange<SimTime>(0, 4 * kSecond);
        fill.price = price();
        fill.quantity = *rc::gen::inRange<Lots>(1, 200);
        fill.midBefore = price();
        fill.midAtDecision = price();
        if (fill.kind == FillKind::Maker) {
            ledger.add(fill);
        } else {
            ledger.addTaker(fill, fill.price * fill.quantity + *rc::gen::inRange(0, 200));
        }
    }
    const ProfitParts parts = ledger.parts(mids, price());
    RC_ASSERT(parts.sum() == parts.net);
}

} // namespace soak
