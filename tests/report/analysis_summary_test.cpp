// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/analysis_summary.h"
#include "tests/report/report_samples.h"
#include "tests/support/golden.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

TEST(AnalysisSummary, IsAsRecorded)
{
    for (const ReportSample& sample : reportSamples()) {
        EXPECT_GOLDEN("report/" + sample.name + "/POST_SOAK_AUDIT_SUMMARY.md",
                      analysisSummaryMarkdown(sample.judgement, sampleContext()));
        EXPECT_GOLDEN("report/" + sample.name + "/POST_SOAK_AUDIT_SUMMARY.json",
                      analysisSummaryJson(sample.judgement, sampleContext()));
    }
}

TEST(AnalysisSummary, HasTheReadinessOfItsOwnProfile)
{
    // 2.7 meets the mission's 2.5 and misses the readiness gate's 2.9.
    const Judgement judgement = judged(aRun().with(Metric::NetBps, 2.7));
    EXPECT_EQ(judgement.verdict, RunVerdict::Pass);
    const auto json = nlohmann::json::parse(analysisSummaryJson(judgement, sampleContext()));
    EXPECT_EQ(json.at("readiness").at("pass"), false);
    ASSERT_EQ(json.at("readiness").at("failures").size(), 1U);
    EXPECT_EQ(json.at("readiness").at("failures")[0].at("metric"), "net_bps");
}

} // namespace

} // namespace soak
