// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/debounce.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{
struct Tick {
    double t;
    bool signal;
    bool active;
};

void expectTicks(const std::vector<Tick>& ticks)
{
    Debounce debounce(kDebounceOpen, kDebounceClose);
    for (const Tick& tick : ticks) {
        const bool before = debounce.isActive();
        const bool changed = debounce.update(tick.signal, Millis{tick.t});
        EXPECT_EQ(debounce.isActive(), tick.active) << "at " << tick.t;
        EXPECT_EQ(changed, before != tick.active) << "at " << tick.t;
    }
}
} // namespace

// The table of DOMAIN 5.1.
TEST(Debounce, OpensAfter2500AndClosesAfter4000)
{
    expectTicks({{0, true, false},
                 {1000, true, false},
                 {2400, true, false},
                 {2500, true, true},
                 {3000, false, true},
                 {5000, true, true},
                 {6000, false, true},
                 {9999, false, true},
                 {10000, false, false}});
}

TEST(Debounce, DoesNothingAfter2499)
{
    expectTicks(
        {{100, true, false}, {2599, true, false}, {2599.5, true, false}, {2600, true, true}});
}

TEST(Debounce, AShortPauseRestartsTheTimer)
{
    expectTicks({{0, true, false},
                 {2000, false, false},
                 {2100, true, false},
                 {4500, true, false},
                 {4600, true, true}});
}

TEST(Debounce, AClockThatGoesBackwardsCountsAsNoTimePassed)
{
    expectTicks(
        {{10000, true, false}, {2000, true, false}, {12499, true, false}, {12500, true, true}});
}

TEST(Debounce, ContinuesFromItsStatus)
{
    Debounce first(kDebounceOpen, kDebounceClose);
    first.update(true, Millis{1000});
    Debounce second(kDebounceOpen, kDebounceClose, first.status());
    EXPECT_TRUE(second.update(true, Millis{3500}));
    EXPECT_TRUE(second.isActive());
}

TEST(Debounce, ResetClearsEverything)
{
    Debounce debounce(kDebounceOpen, kDebounceClose);
    debounce.update(true, Millis{0});
    debounce.update(true, Millis{5000});
    debounce.reset();
    EXPECT_EQ(debounce.status(), DebounceStatus{});
}

// 12 updates 1 s apart, or two 100 s apart, never opened.
TEST(Defect33, RepeatedUpdatesDoNotRestartTheTimer)
{
    Debounce often(kDebounceOpen, kDebounceClose);
    for (int i = 0; i < 12; ++i) {
        often.update(true, Millis{1000.0 * i});
        EXPECT_EQ(often.isActive(), i >= 3) << i;
    }
    Debounce seldom(kDebounceOpen, kDebounceClose);
    seldom.update(true, Millis{0});
    EXPECT_TRUE(seldom.update(true, Millis{100000}));
}

} // namespace soak
