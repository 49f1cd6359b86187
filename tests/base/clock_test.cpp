// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "tests/support/property.h"

namespace soak
{
namespace
{

TEST(Clock, TimesAreWrittenInUtc)
{
    const std::pair<EpochMs, std::string_view> table[] = {
        {0, "1970-01-01T00:00:00Z"},
        {1767608400000, "2026-01-05T10:20:00Z"},
        {1767608400123, "2026-01-05T10:20:00.123Z"},
        {1767608400100, "2026-01-05T10:20:00.100Z"},
        {951827696007, "2000-02-29T12:34:56.007Z"},
        {253402300799999, "9999-12-31T23:59:59.999Z"},
        {-1, "1969-12-31T23:59:59.999Z"},
    };
    for (const auto& [ms, text] : table) {
        EXPECT_EQ(utcText(ms), text);
    }
}

TEST(Clock, ReadsBothFormsOfUtcAndAnyFraction)
{
    const std::pair<std::string_view, EpochMs> table[] = {
        {"2026-01-05T10:20:00Z", 1767608400000},
        {"2026-01-05T10:20:00+00:00", 1767608400000},
        {"2026-01-05T10:20:00.5Z", 1767608400500},
        {"2026-01-05T10:20:00.123999+00:00", 1767608400123},
        {"2026-01-05T10:20:00.000000000000Z", 1767608400000},
        {"2024-02-29T00:00:00Z", 1709164800000},
    };
    for (const auto& [text, ms] : table) {
        EXPECT_EQ(parseUtc(text), ms) << text;
    }
}

TEST(Clock, RefusesWhatIsMalformedOrNotUtc)
{
    for (const std::string_view text : {"",
                                        "2026-01-05",
                                        "2026-01-05T10:20:00",
                                        "2026-01-05 10:20:00Z",
                                        "2026-1-05T10:20:00Z",
                                        "2026-02-29T10:20:00Z",
                                        "2026-13-01T10:20:00Z",
                                        "2026-00-01T10:20:00Z",
                                        "2026-01-05T24:00:00Z",
                                        "2026-01-05T10:60:00Z",
                                        "2026-01-05T10:20:60Z",
                                        "2026-01-05T10:20:00.Z",
                                        "2026-01-05T10:20:00+01:00",
                                        "2026-01-05T10:20:00z",
                                        "2026-01-05T10:20:00Z ",
                                        " 2026-01-05T10:20:00Z",
                                        "1969-12-31T23:59:59Z",
                                        "10000-01-01T00:00:00Z",
                                        "-026-01-05T10:20:00Z",
                                        "2026-01-05T10:20:00.1",
                                        "2026-01-05T10:20:00.1e3Z"}) {
        EXPECT_EQ(parseUtc(text), std::nullopt) << text;
    }
}

TEST(Clock, WhatIsWrittenReadsBack)
{
    EXPECT_TRUE(holdsAlways([] {
        const EpochMs ms = *rc::gen::inRange<EpochMs>(0, 253402300800000);
        RC_ASSERT(parseUtc(utcText(ms)) == ms);
    }));
}

TEST(Clock, TheSystemsTimesGoForward)
{
    const SystemClock clock;
    const Millis first = clock.monotonic();
    EXPECT_GE(clock.monotonic(), first);
    EXPECT_GT(clock.wall(), *parseUtc("2024-01-01T00:00:00Z"));
}

TEST(Clock, VirtualTimeMovesOnlyWhenToldAndNeverBack)
{
    VirtualClock clock(1000);
    EXPECT_EQ(clock.wall(), 1000);
    EXPECT_EQ(clock.monotonic(), Millis{0});
    clock.advanceTo(Millis{500});
    clock.advanceTo(Millis{200});
    EXPECT_EQ(clock.monotonic(), Millis{500});
    clock.advance(Millis{250});
    EXPECT_EQ(clock.monotonic(), Millis{750});
    EXPECT_EQ(clock.wall(), 1750);
}

} // namespace
} // namespace soak
