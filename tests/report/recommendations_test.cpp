// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/recommendations.h"
#include "tests/report/report_samples.h"
#include "tests/support/golden.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

namespace
{

using testing::HasSubstr;

TEST(Recommendations, AreAsRecorded)
{
    for (const ReportSample& sample : reportSamples()) {
        EXPECT_GOLDEN("report/" + sample.name + "/RECOMMENDATIONS.md",
                      recommendationsMarkdown(sample.judgement, sampleContext()));
    }
}

TEST(Defect18, EveryFailedGoalHasConcreteDeltas)
{
    const Judgement judgement = judged(aTunedRun(8));
    const std::string text = recommendationsMarkdown(judgement, sampleContext());
    ASSERT_FALSE(judgement.recommendations.required.empty());
    for (const Recommendation& one : judgement.recommendations.required) {
        EXPECT_THAT(text, HasSubstr("#### " + one.goal));
        EXPECT_THAT(text, HasSubstr("| " + one.parameter + " |"));
    }
    EXPECT_THAT(text, HasSubstr("| base_spread_bps_delta | 0.09 | +0.01 | 0.1 |"));
}

TEST(Recommendations, SayWhyAGoalHasNone)
{
    Judgement judgement = judged(aTunedRun(8));
    judgement.recommendations.required.clear();
    judgement.recommendations.notes = {"net_bps: no cost is recorded"};
    const std::string text = recommendationsMarkdown(judgement, sampleContext());
    EXPECT_THAT(text,
                HasSubstr("There is no change to suggest.\n\n- net_bps: no cost is recorded"));
}

} // namespace

} // namespace soak
