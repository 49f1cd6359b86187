// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/finding_log.h"
#include "core/io/load_run.h"
#include "tests/io/io_support.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

Finding findingOf(FindingKind kind, int iteration, Severity severity = Severity::Warning)
{
    return {kind, severity, "a.json", iteration, "", "text"};
}

TEST(FindingLog, KeepsFindingsInTheirOrder)
{
    FindingLog log;
    log.add(findingOf(FindingKind::Gap, 2));
    log.addAll({findingOf(FindingKind::BadLine, 1), findingOf(FindingKind::Gap, 1)});
    EXPECT_EQ(std::move(log).take(), (std::vector<Finding>{findingOf(FindingKind::Gap, 2),
                                                           findingOf(FindingKind::BadLine, 1),
                                                           findingOf(FindingKind::Gap, 1)}));
}

TEST(FindingLog, ListsTheMostOfAKindAndCountsTheRest)
{
    FindingLog log;
    const int most = static_cast<int>(kMaxFindingsPerKind);
    for (int i = 1; i <= most; ++i) {
        log.add(findingOf(FindingKind::Gap, i));
        log.add(findingOf(FindingKind::WrongType, i));
    }
    log.add(findingOf(FindingKind::Gap, most + 1));
    log.add(findingOf(FindingKind::Gap, most + 2, Severity::Error));
    const std::vector<Finding> findings = std::move(log).take();
    ASSERT_EQ(findings.size(), 2 * kMaxFindingsPerKind + 1);
    EXPECT_EQ(findings.back().kind, FindingKind::Gap);
    EXPECT_EQ(findings.back().text, "and 2 more findings of this kind");
    EXPECT_EQ(findings.back().severity, Severity::Error) << "the worst of those not listed";
}

TEST(FindingSink, NamesItsFileAndIterationAndIsBounded)
{
    std::vector<Finding> list;
    FindingSink sink("b.json", 7, list);
    for (std::size_t i = 0; i < kMaxFindingsPerFile + 5; ++i) {
        sink.add(FindingKind::WrongType, Severity::Warning, "field", std::to_string(i));
    }
    ASSERT_EQ(list.size(), kMaxFindingsPerFile);
    EXPECT_EQ(list[0],
              (Finding{FindingKind::WrongType, Severity::Warning, "b.json", 7, "field", "0"}));
}

} // namespace
} // namespace soak
