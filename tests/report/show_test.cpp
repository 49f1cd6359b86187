// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/show.h"
#include "tests/report/report_samples.h"
#include "tests/support/golden.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using testing::HasSubstr;

TEST(ShowRun, IsAsRecorded)
{
    for (const ReportSample& sample : reportSamples()) {
        EXPECT_GOLDEN("report/" + sample.name + "/show.txt",
                      showRunText(sample.judgement, sampleContext()));
        EXPECT_GOLDEN("report/" + sample.name + "/show.json",
                      showRunJson(sample.judgement, sampleContext()));
    }
}

TEST(ShowIteration, IsAsRecorded)
{
    const Judgement tuned = judged(aTunedRun(8));
    const Judgement troubled = judged(aTroubledRun());
    EXPECT_GOLDEN("report/fail8/show_2.txt", *showIterationText(tuned, 2));
    EXPECT_GOLDEN("report/fail8/show_2.json", *showIterationJson(tuned, 2, sampleContext()));
    EXPECT_GOLDEN("report/troubled/show_16.txt", *showIterationText(troubled, 16));
    EXPECT_GOLDEN("report/troubled/show_21.txt", *showIterationText(troubled, 21));
}

TEST(ShowIteration, OfAForeignRunSaysWhatIsNotRecorded)
{
    const Judgement judgement = judged(aTunedRun(8).foreign());
    EXPECT_THAT(*showIterationText(judgement, 3), HasSubstr("overrides: not recorded\n"));
    const auto shown = nlohmann::json::parse(*showIterationJson(judgement, 3, sampleContext()));
    EXPECT_TRUE(shown.at("runtime_overrides").is_null());
    EXPECT_TRUE(shown.at("phase").is_null());
    EXPECT_TRUE(shown.at("tuning").at("dropped").is_null());
}

TEST(ShowIteration, RefusesANumberThatTheRunDoesNotHave)
{
    const Judgement judgement = judged(aRun().withIterations(9).missing(3).unreadable(5));
    for (const int iteration : {0, 3, 99}) {
        const auto text = showIterationText(judgement, iteration);
        ASSERT_FALSE(text);
        EXPECT_EQ(text.error().code, Errc::NotFound);
        EXPECT_THAT(text.error().message, HasSubstr("it has 1-2, 4, 6-9"));
    }
    EXPECT_THAT(showIterationJson(judgement, 5, sampleContext()).error().message,
                HasSubstr("cannot be read"));
}

TEST(Show, NeverSendsControlCharactersToATerminal)
{
    const Judgement judgement = judged(aTroubledRun());
    EXPECT_FALSE(showRunText(judgement, sampleContext()).find('\x1b') != std::string::npos);
    EXPECT_FALSE(showIterationText(judgement, 21)->find('\x1b') != std::string::npos);
}

} // namespace

} // namespace soak
