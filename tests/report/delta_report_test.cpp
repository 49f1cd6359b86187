// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/delta_report.h"
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
using testing::Not;

TEST(DeltaReport, IsAsRecorded)
{
    for (const ReportSample& sample : reportSamples()) {
        const Verification& verification = sample.judgement.verification;
        const std::string folder = "report/" + sample.name + "/";
        EXPECT_GOLDEN(folder + "DELTA_VERIFY_REPORT.json",
                      deltaReportJson(verification, sampleContext()));
        EXPECT_GOLDEN(folder + "DELTA_VERIFY_REPORT.md",
                      deltaReportMarkdown(verification, sampleContext(), LegacyNumbers::Include));
        EXPECT_GOLDEN(folder + "verify.txt", deltaReportText(verification, LegacyNumbers::Include));
    }
}

TEST(Defect36, JsonMarkdownAndTextSayTheSame)
{
    for (const RunBuilder& builder : {aTunedRun(8), aTroubledRun(), aTunedRun(8).foreign()}) {
        const Verification verification = judged(builder).verification;
        const auto json = nlohmann::json::parse(deltaReportJson(verification, sampleContext()));
        const std::string verdict = json.at("verdict");
        const std::string ratio = json.at("full_apply_ratio").is_null()
                                      ? "n/a"
                                      : json.at("full_apply_ratio").dump().substr(0, 5);
        const std::string markdown = deltaReportMarkdown(verification, sampleContext());
        EXPECT_THAT(markdown, HasSubstr("**" + verdict + "** - "));
        EXPECT_THAT(markdown, HasSubstr("**Full apply ratio:** " + ratio));
        const std::string text = deltaReportText(verification);
        EXPECT_THAT(text, HasSubstr("\n" + verdict + ": "));
        EXPECT_THAT(text, HasSubstr("full_apply_ratio " + ratio));
    }
}

TEST(DeltaReport, HasTheFieldsOfTheOldForm)
{
    const auto json =
        nlohmann::json::parse(deltaReportJson(judged(aTunedRun(8)).verification, sampleContext()));
    EXPECT_EQ(json.at("full_apply_ratio"), 1.0);
    EXPECT_EQ(json.at("full_apply_count"), 5);
    EXPECT_EQ(json.at("partial_ok_count"), 1);
    EXPECT_EQ(json.at("fail_count"), 0);
    EXPECT_EQ(json.at("signature_stuck_count"), 0);
    EXPECT_EQ(json.at("proposed_count"), 6);
    EXPECT_FALSE(json.contains("legacy"));
}

TEST(DeltaReport, TellsTheLegacyNumbersWhenAsked)
{
    const Verification verification = judged(aTunedRun(8).foreign()).verification;
    const auto json = nlohmann::json::parse(
        deltaReportJson(verification, sampleContext(), LegacyNumbers::Include));
    EXPECT_EQ(json.at("legacy").at("proposed_count"), verification.legacy.proposedCount);
    EXPECT_THAT(deltaReportMarkdown(verification, sampleContext(), LegacyNumbers::Include),
                HasSubstr("## Legacy Numbers"));
    EXPECT_THAT(deltaReportText(verification, LegacyNumbers::Include), HasSubstr("legacy"));
}

TEST(DeltaReport, FoldsPairsInWhichNothingHappened)
{
    const std::string markdown =
        deltaReportMarkdown(judged(aTunedRun(36)).verification, sampleContext());
    EXPECT_THAT(markdown, HasSubstr("| 7 to 36 | none |"));
    EXPECT_THAT(markdown, HasSubstr("29 pairs, nothing proposed, nothing changed"));
    EXPECT_THAT(markdown, Not(HasSubstr("| 8 to 9 |")));
}

TEST(DeltaReport, NamesDeltasThatWereStoredAsValues)
{
    Verification verification = judged(aTunedRun(8).foreign()).verification;
    verification.absoluteDeltaSuspects = {
        {"impact_cap_ratio", "risk.impact_cap_ratio", -0.009999999999999995, {1, 2}}};
    const std::string expected =
        "risk.impact_cap_ratio is -0.01, the change of impact_cap_ratio that iterations 1-2 "
        "proposed: a delta stored as a value";
    EXPECT_THAT(deltaReportText(verification), HasSubstr(expected));
    EXPECT_THAT(deltaReportMarkdown(verification, sampleContext()), HasSubstr(expected));
    EXPECT_THAT(deltaReportJson(verification, sampleContext()),
                HasSubstr("\"path\": \"risk.impact_cap_ratio\""));
}

TEST(DeltaReport, OfAVeryLongRunCountsPairsInWhichNothingHappened)
{
    Verification verification;
    verification.pairs.resize(kMostListedPairs + 1);
    verification.pairs.front().status = PairStatus::Fail;
    const auto json = nlohmann::json::parse(deltaReportJson(verification, sampleContext()));
    EXPECT_EQ(json.at("pairs").size(), 1U);
    EXPECT_EQ(json.at("pairs_omitted"), kMostListedPairs);
}

TEST(DeltaReport, WithoutAnyPairSaysSo)
{
    EXPECT_THAT(deltaReportMarkdown(Verification{}, sampleContext()),
                HasSubstr("There is no pair of iterations."));
}

} // namespace

} // namespace soak
