// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/failures.h"
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

std::string failuresOf(const RunBuilder& builder)
{
    return failuresMarkdown(judged(builder), sampleContext());
}

TEST(Failures, AreAsRecorded)
{
    for (const ReportSample& sample : reportSamples()) {
        EXPECT_GOLDEN("report/" + sample.name + "/FAILURES.md",
                      failuresMarkdown(sample.judgement, sampleContext()));
    }
}

TEST(Failures, SayByHowMuchAndWhereAGoalWasMissed)
{
    EXPECT_THAT(failuresOf(aTunedRun(8)),
                HasSubstr("| maker_taker_ok | [FAIL] | 0.681 | >= 0.83 | 0.149 | 1 / 7 | 1-7 |"));
}

TEST(Failures, ListUnreadableFilesGapsAndFailedIterations)
{
    const std::string text = failuresOf(aTroubledRun());
    EXPECT_THAT(text, HasSubstr("**Status:** FAILURES DETECTED"));
    EXPECT_THAT(text, HasSubstr("**Without a file:** 9, 10"));
    EXPECT_THAT(text, HasSubstr("**Unreadable:** 20"));
    EXPECT_THAT(text, HasSubstr("| ITER_SUMMARY_20.json |"));
    EXPECT_THAT(text, HasSubstr("| tail_age_ms | 690 | 777 | unexpected_change |"));
    EXPECT_FALSE(hasRawMarkup(text));
}

TEST(Failures, AreNoneInAGoodRun)
{
    EXPECT_THAT(failuresOf(aRun()), HasSubstr("**Status:** NO FAILURES"));
}

TEST(Failures, CountWhatIsNotListed)
{
    const std::string text = failuresOf(aRun().editRun([](SoakRun& run) {
        for (int i = 0; i < 130; ++i) {
            run.findings.push_back({FindingKind::LoadError, Severity::Error, "f", i, "", "t"});
        }
    }));
    EXPECT_THAT(text, HasSubstr("30 more are not listed here."));
}

} // namespace

} // namespace soak
