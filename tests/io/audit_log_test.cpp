// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/audit_log.h"
#include "tests/io/io_support.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

TEST(AuditLog, CountsReasonsOfTheFirstDialect)
{
    FileFindings findings;
    const AuditLog log = auditFromText(R"({"fields":{"reason":"risk","allowed":0}}
{"fields":{"reason":"risk"}}
{"fields":{"reason":"min_interval","allowed":false}}
{"fields":{"reason":"concurrency","allowed":0}}
{"fields":{"reason":"throttle","allowed":0}}
{"fields":{"reason":"moon","allowed":0}}
{"fields":{"reason":"risk","allowed":1}}
{"fields":{"reason":"","allowed":true}}
)",
                                       findings.sink);
    EXPECT_EQ(log.blocks, (BlockCounts{.minInterval = 1,
                                       .concurrency = 1,
                                       .risk = 2,
                                       .throttle = 1,
                                       .allowed = 2,
                                       .other = 1}));
    EXPECT_EQ(log.cancelRatio, std::nullopt) << "this dialect names no actions";
    EXPECT_TRUE(findings.list.empty());
}

TEST(AuditLog, CountsActionsOfTheSecondDialect)
{
    FileFindings findings;
    const AuditLog log = auditFromText(R"({"action":"PLACE","blocked_reason":"risk"}
{"action":"PLACE","blocked_reason":null}
{"action":"REPLACE"}
{"action":"CANCEL","blocked_reason":""})",
                                       findings.sink);
    EXPECT_EQ(log.blocks, (BlockCounts{.risk = 1, .allowed = 3}));
    EXPECT_EQ(log.cancelRatio, 0.25);
    EXPECT_EQ(log.replaceRatio, 0.25);
    EXPECT_TRUE(findings.list.empty());
}

TEST(AuditLog, BadLinesAreCountedInOneFinding)
{
    FileFindings findings;
    const AuditLog log = auditFromText(
        "{\"action\":\"PLACE\"}\n\n{\"action\":\"DANCE\"}\n[1]\n{\"cut", findings.sink);
    EXPECT_EQ(log.blocks, BlockCounts{.allowed = 1});
    ASSERT_EQ(kindsOf(findings.list), std::vector{FindingKind::BadLine});
    EXPECT_EQ(findings.list[0].text, "3 lines are no entries and not counted; the first is line 3");
}

TEST(AuditLog, AnEmptyLogCountsNothing)
{
    FileFindings findings;
    const AuditLog log = auditFromText("\n  \n", findings.sink);
    EXPECT_EQ(log.blocks, BlockCounts{});
    EXPECT_EQ(log.cancelRatio, std::nullopt);
    EXPECT_EQ(log.replaceRatio, std::nullopt);
    EXPECT_TRUE(findings.list.empty());
}

} // namespace
} // namespace soak
