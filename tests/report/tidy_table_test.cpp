// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/tidy_table.h"
#include "tests/report/report_samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

namespace
{

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string tableOf(const Judgement& run, const TidyOptions& options)
{
    const Judgement* const runs[] = {&run};
    const auto table = tidyTable(runs, options);
    return table ? *table : "error: " + table.error().message;
}

std::ptrdiff_t lineCount(const std::string& text)
{
    return std::count(text.begin(), text.end(), '\n');
}

TEST(TidyTable, HasALineOfNamesAndALinePerIteration)
{
    const Judgement run = judged(aTunedRun(8));
    const std::string csv = tableOf(run, {});
    EXPECT_THAT(csv, StartsWith("run,iteration,utc,net_bps,maker_taker_ratio,p95_latency_ms,"));
    EXPECT_EQ(lineCount(csv), 9);
    EXPECT_THAT(csv, EndsWith("\r\n"));
}

TEST(TidyTable, LeavesACellEmptyWhereThereIsNoValue)
{
    const std::string csv = tableOf(judged(aRun().withIterations(2).at(2, Metric::NetBps, {})),
                                    {.columns = {"net_bps", "risk_ratio"}});
    EXPECT_THAT(csv, HasSubstr(",6.3,0.3\r\n"));
    EXPECT_THAT(csv, EndsWith(",,0.3\r\n"));
}

TEST(TidyTable, IsCutToTheRange)
{
    const Judgement run = judged(aTunedRun(24).missing(9).missing(10));
    const std::string csv = tableOf(run, {.columns = {"net_bps"}, .range = TidyRange{8, 12}});
    EXPECT_EQ(lineCount(csv), 1 + 3); // 8, 11, 12
    EXPECT_THAT(csv, HasSubstr(",11,"));
    EXPECT_THAT(csv, Not(HasSubstr(",13,")));
}

TEST(TidyTable, HasParametersByAnySpellingAndGuards)
{
    const Judgement run = judged(aTunedRun(8));
    const std::string one = tableOf(run, {.columns = {"tail_age_ms"}});
    EXPECT_THAT(one, StartsWith("run,iteration,utc,engine.tail_age_ms\r\n"));
    EXPECT_EQ(tableOf(run, {.columns = {"engine.tail_age_ms", "tail_age_ms"}}), one);
    EXPECT_THAT(tableOf(run, {.columns = {"parameters"}}), HasSubstr(",engine.tail_age_ms"));
    EXPECT_THAT(tableOf(run, {.columns = {"guards"}}), HasSubstr(",none,none\r\n"));
    EXPECT_THAT(tableOf(run, {.columns = {"frob"}}),
                "error: no metric and no parameter of the run is 'frob'");
}

TEST(TidyTable, DefusesWhatASpreadsheetWouldTakeForAFormula)
{
    const Judgement run = judged(
        aTunedRun(2).editRun([](SoakRun& one) { one.info->runId = "=cmd|' /C calc'!A0,\t\"x\""; }));
    EXPECT_THAT(tableOf(run, {.columns = {"net_bps"}}),
                HasSubstr("\r\n\"'=cmd|' /C calc'!A0,\t\"\"x\"\"\",1,"));
    const std::string tsv = tableOf(run, {.columns = {"net_bps"}, .form = TidyForm::Tsv});
    EXPECT_THAT(tsv, HasSubstr("\n\"'=cmd|' /C calc'!A0, \"\"x\"\"\"\t1\t"));
    EXPECT_THAT(tsv, Not(HasSubstr("\r")));
}

// What was defused stays so, and a text that a tab or a line break would tear does not tear.
TEST(TidyTable, ATableOfAnotherMakerIsTabbedCellByCell)
{
    EXPECT_EQ(tabbedTable("run,net_bps,\r\n\"a, \"\"b\"\"\",,3.5\r\n"),
              "run\tnet_bps\t\n\"a, \"\"b\"\"\"\t\t3.5\n");
    EXPECT_EQ(tabbedTable("\"'=1\r\n2\tx\",2\r\n"), "'=1  2 x\t2\n");
    EXPECT_EQ(tabbedTable(""), "");
    const Judgement run = judged(aTunedRun(4));
    EXPECT_EQ(tabbedTable(tableOf(run, {})), tableOf(run, {.form = TidyForm::Tsv}));
}

TEST(TidyTable, OfSeveralRunsFollowEachOther)
{
    const Judgement a = judged(aTunedRun(3));
    const Judgement b =
        judged(aTunedRun(2).editRun([](SoakRun& one) { one.info->runId = "RUN_OTHER"; }));
    const Judgement* const runs[] = {&a, &b};
    const auto csv = tidyTable(runs, {});
    ASSERT_TRUE(csv);
    EXPECT_EQ(lineCount(*csv), 1 + 3 + 2);
    EXPECT_THAT(*csv, HasSubstr("\r\nRUN_OTHER,2,"));
}

TEST(TidyRangeFrom, ReadsOneNumberOrTwo)
{
    EXPECT_EQ(*tidyRangeFrom("12-20"), (TidyRange{12, 20}));
    EXPECT_EQ(*tidyRangeFrom("7"), (TidyRange{7, 7}));
    for (const char* wrong : {"", "-", "a-b", "20-12", "1-2-3", "1-", "-4", "99999999999"}) {
        const auto range = tidyRangeFrom(wrong);
        ASSERT_FALSE(range) << wrong;
        EXPECT_EQ(range.error().code, Errc::Usage);
    }
}

} // namespace

} // namespace soak
