// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_context.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

constexpr EpochMs kRunTime = 1760270400000; // 2025-10-12T12:00:00Z
constexpr EpochMs kNow = 1767614400000;     // 2026-01-05T12:00:00Z

TEST(ReportTimestamp, TakesTheFirstSourceThatIsThere)
{
    struct Case {
        TimestampSources sources;
        std::optional<std::string> expected;
    };

    const std::vector<Case> cases{
        {{"2026-02-03T04:05:06Z", "1", kRunTime, kNow}, "2026-02-03T04:05:06Z"},
        {{"2026-02-03T04:05:06+00:00", std::nullopt, std::nullopt, kNow}, "2026-02-03T04:05:06Z"},
        {{std::nullopt, "1767608400", kRunTime, kNow}, "2026-01-05T10:20:00Z"},
        {{std::nullopt, std::nullopt, kRunTime, kNow}, "2025-10-12T12:00:00Z"},
        {{std::nullopt, std::nullopt, std::nullopt, kNow}, "2026-01-05T12:00:00Z"},
        {{"", "", std::nullopt, kNow}, "2026-01-05T12:00:00Z"},
        {{}, std::nullopt},
    };
    for (const Case& one : cases) {
        const auto timestamp = reportTimestamp(one.sources);
        ASSERT_TRUE(timestamp);
        EXPECT_EQ(*timestamp, one.expected);
    }
}

TEST(ReportTimestamp, RefusesATextThatIsNoTime)
{
    for (const std::string text : {"yesterday", "2026-13-01T00:00:00Z", "1767608400"}) {
        const auto timestamp = reportTimestamp({text, std::nullopt, std::nullopt, kNow});
        ASSERT_FALSE(timestamp) << text;
        EXPECT_EQ(timestamp.error().code, Errc::Usage);
        EXPECT_NE(timestamp.error().message.find("MM_FREEZE_UTC_ISO"), std::string::npos);
    }
    for (const std::string text : {"-1", "1.5", "99999999999999999999", "999999999999"}) {
        const auto timestamp = reportTimestamp({std::nullopt, text, std::nullopt, kNow});
        ASSERT_FALSE(timestamp) << text;
        EXPECT_EQ(timestamp.error().code, Errc::Usage);
    }
}

TEST(LastRuntimeUtc, IsThatOfTheNewestIterationThatHasOne)
{
    SoakRun run;
    EXPECT_EQ(lastRuntimeUtc(run), std::nullopt);
    run.table.append(1, {}, 1000);
    run.table.append(2, {}, 2000);
    run.table.append(3, {}, std::nullopt);
    EXPECT_EQ(lastRuntimeUtc(run), 2000);
}

} // namespace

} // namespace soak
