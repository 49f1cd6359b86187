// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/finding_counts.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

Finding finding(FindingKind kind, Severity severity, int iteration)
{
    return {.kind = kind,
            .severity = severity,
            .file = {},
            .iteration = iteration,
            .field = {},
            .text = "text"};
}

} // namespace

TEST(FindingCounts, ErrorsComeFirstThenTheMostFrequent)
{
    const std::vector<Finding> findings{
        finding(FindingKind::OutOfRange, Severity::Warning, 1),
        finding(FindingKind::WrongType, Severity::Warning, 2),
        finding(FindingKind::LoadError, Severity::Error, 3),
        finding(FindingKind::WrongType, Severity::Warning, 4),
    };
    const auto counts = findingCounts(findings);
    ASSERT_EQ(counts.size(), 3U);
    EXPECT_EQ(counts[0].kind, FindingKind::LoadError);
    EXPECT_EQ(counts[1].kind, FindingKind::WrongType);
    EXPECT_EQ(counts[1].count, 2U);
    EXPECT_EQ(counts[1].first, &findings[1]);
    EXPECT_EQ(counts[2].kind, FindingKind::OutOfRange);
}

TEST(FindingCounts, AKindIsAsBadAsItsWorst)
{
    const std::vector<Finding> findings{finding(FindingKind::BadLine, Severity::Info, 1),
                                        finding(FindingKind::BadLine, Severity::Error, 2)};
    EXPECT_EQ(findingCounts(findings).at(0).severity, Severity::Error);
}

TEST(FindingCounts, OfNothingAreNone)
{
    EXPECT_TRUE(findingCounts({}).empty());
}

} // namespace soak
