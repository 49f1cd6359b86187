// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_report.h"
#include "tests/report/program_run.h"
#include "tests/report/report_samples.h"
#include "tests/support/golden.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

namespace
{

using testing::HasSubstr;
using testing::Not;

std::string pageOf(const RunBuilder& builder)
{
    return htmlReport(judged(builder), sampleContext());
}

TEST(HtmlReport, IsAsRecordedAndWellFormed)
{
    for (const ReportSample& sample : reportSamples()) {
        const std::string page = htmlReport(sample.judgement, sampleContext());
        EXPECT_GOLDEN("report/" + sample.name + "/POST_SOAK_REPORT.html", page);
        EXPECT_TRUE(accepts(SOAK_XMLLINT, {"--noout", "@"}, page));
    }
}

TEST(HtmlReport, NeedsNoScriptAndNoOtherFile)
{
    const std::string page = pageOf(aTroubledRun());
    for (const char* part : {"<script", "javascript:", " src=", "<link", "<iframe", "@import",
                             "<img", "onclick", "href=\"http"}) {
        EXPECT_THAT(page, Not(HasSubstr(part)));
    }
    EXPECT_THAT(page, HasSubstr("default-src 'none'"));
}

TEST(HtmlReport, OfASimulatedWhatIfSaysSo)
{
    EXPECT_THAT(pageOf(aRun()), Not(HasSubstr("none about profit")));
    const std::string page = pageOf(aRun().editRun([](SoakRun& run) {
        run.info->engine = "sim";
        RunBranch branch;
        branch.at = 4;
        branch.sourceSha256 = "0123abc";
        run.info->branches = {branch};
    }));
    EXPECT_THAT(page, HasSubstr("none about profit"));
    EXPECT_THAT(page, HasSubstr("from iteration 4 nothing changed, of the run whose RUN.json is "
                                "0123abc"));
    EXPECT_THAT(page, HasSubstr("the run is a what-if"));
}

TEST(HtmlReport, HasAChartForEachGoalAndOneForTheEvents)
{
    const std::string page = pageOf(aTunedRun(36));
    std::size_t charts = 0;
    for (std::size_t at = page.find("role=\"img\""); at != std::string::npos;
         at = page.find("role=\"img\"", at + 1)) {
        ++charts;
    }
    EXPECT_EQ(charts, 5U);
}

TEST(HtmlReport, GoesByTheReadersColoursAndPrints)
{
    const std::string page = pageOf(aRun());
    EXPECT_THAT(page, HasSubstr("prefers-color-scheme: dark"));
    EXPECT_THAT(page, HasSubstr("@media print"));
}

TEST(HtmlReport, ShowsARealMinusInNumbers)
{
    EXPECT_THAT(pageOf(aTunedRun(8)), HasSubstr("margin &#8722;0.149"));
}

TEST(HtmlReport, IsDrawnForRunsWithoutMuchToDraw)
{
    for (const RunBuilder& builder :
         {aRun().withIterations(1), aRun().without(Metric::RiskRatio), aRun().foreign(),
          aRun().withIterations(3).missing(1).unreadable(2)}) {
        EXPECT_TRUE(accepts(SOAK_XMLLINT, {"--noout", "@"}, pageOf(builder)));
    }
}

TEST(HtmlReport, OfALongRunStaysSmall)
{
    const std::string page = pageOf(aRun().withIterations(20000).at(777, Metric::RiskRatio, 0.9));
    EXPECT_LT(page.size(), 600000U);
    EXPECT_THAT(page, HasSubstr("The last 500 of 20000 iterations"));
}

} // namespace

} // namespace soak
