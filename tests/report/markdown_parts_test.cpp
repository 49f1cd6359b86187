// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/markdown_parts.h"
#include "tests/report/report_samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

namespace
{

using testing::HasSubstr;

TEST(MarkdownHead, HasOneLinePerFact)
{
    EXPECT_EQ(markdownHead("Title", sampleContext(), {"**A:** 1", "**B:** 2"}),
              "# Title\n\n**Generated:** 2026-01-05T12:00:00Z  \n**A:** 1  \n**B:** 2\n\n---\n\n");
    EXPECT_THAT(markdownHead("T", {std::nullopt, ""}, {}), HasSubstr("**Generated:** n/a"));
}

TEST(MarkdownNumber, LeavesOurPartAndEscapesTheUnit)
{
    EXPECT_EQ(markdownNumber(">= 0.83"), ">= 0.83");
    EXPECT_EQ(markdownNumber("-0.5 <b>|"), "-0.5 &lt;b&gt;\\|");
    EXPECT_EQ(markdownNumber("n/a"), "n/a");
}

TEST(GatesTable, EscapesTheTextOfAProfile)
{
    GateProfile profile{"own", "", 8, {}};
    profile.gates.push_back({std::string(kHostileText), std::string(kHostileText), Aggregate::Mean,
                             GateOp::AtLeast, 1, GateSeverity::Hard, std::string(kHostileText)});
    const std::string table = gatesTable(judged(aRun(), profile));
    EXPECT_FALSE(hasRawMarkup(table));
    EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 3);
    profile.gates.clear();
    EXPECT_EQ(gatesTable(judged(aRun(), profile)), "The profile has no gates.\n");
}

TEST(RecommendationTable, ShowsTheBoundThatWasReached)
{
    Recommendation one;
    one.goal = "risk";
    one.parameter = "min_interval_ms";
    one.current = 75;
    one.delta = 10;
    one.suggested = 80;
    one.bound = Bound::Cap;
    EXPECT_THAT(recommendationTable({one}, "risk"),
                HasSubstr("| min_interval_ms | 75 | +10 | 80 (at cap) |"));
    EXPECT_EQ(recommendationTable({one}, "net_bps"), "");
}

} // namespace

} // namespace soak
