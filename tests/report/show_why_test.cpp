// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/show_why.h"
#include "tests/report/report_samples.h"
#include "tests/support/golden.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

TEST(ShowWhy, IsAsRecorded)
{
    for (const ReportSample& sample : reportSamples()) {
        EXPECT_GOLDEN("report/" + sample.name + "/why.txt",
                      *showWhyText(sample.judgement, std::nullopt));
        EXPECT_GOLDEN("report/" + sample.name + "/why.json",
                      *showWhyJson(sample.judgement, std::nullopt, sampleContext()));
    }
}

TEST(ShowWhy, OneIterationIsAsRecorded)
{
    EXPECT_GOLDEN("report/fail8/why_2.txt", *showWhyText(judged(aTunedRun(8)), 2));
    EXPECT_GOLDEN("report/troubled/why_16.txt", *showWhyText(judged(aTroubledRun()), 16));
    EXPECT_GOLDEN("report/troubled/why_21.txt", *showWhyText(judged(aTroubledRun()), 21));
}

TEST(ShowWhy, JsonSaysTheSameSentences)
{
    const Judgement judgement = judged(aTroubledRun());
    const auto json = nlohmann::json::parse(*showWhyJson(judgement, std::nullopt, sampleContext()));
    std::string text;
    for (const auto& sentence : json.at("why")) {
        text += sentence.at("text").get<std::string>() + "\n";
    }
    EXPECT_EQ(text, *showWhyText(judgement, std::nullopt));
    EXPECT_EQ(json.at("schema"), "soak-why/1");
}

TEST(ShowWhy, RefusesANumberThatTheRunDoesNotHave)
{
    const Judgement judgement = judged(aRun().missing(3));
    EXPECT_EQ(showWhyText(judgement, 3).error().code, Errc::NotFound);
    EXPECT_EQ(showWhyJson(judgement, 99, sampleContext()).error().code, Errc::NotFound);
}

} // namespace soak
