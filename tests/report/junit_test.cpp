// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/junit.h"
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

TEST(Junit, IsAsRecordedAndWellFormed)
{
    for (const ReportSample& sample : reportSamples()) {
        const std::string xml = junitXml(sample.judgement, sampleContext());
        EXPECT_GOLDEN("report/" + sample.name + "/junit.xml", xml);
        EXPECT_TRUE(accepts(SOAK_XMLLINT, {"--noout", "@"}, xml));
    }
}

TEST(Junit, HasOneCasePerGateInTheOrderOfTheProfile)
{
    const Judgement judgement = judged(aTunedRun(8));
    const std::string xml = junitXml(judgement, sampleContext());
    std::size_t at = 0;
    for (const GateResult& result : judgement.gates) {
        at = xml.find("<testcase name=\"" + result.gate.id + "\"", at);
        ASSERT_NE(at, std::string::npos) << result.gate.id;
    }
    EXPECT_THAT(xml, HasSubstr("tests=\"5\" failures=\"2\" errors=\"0\""));
}

TEST(Junit, TellsNoDataAsAnErrorAndASoftMissAsPassed)
{
    GateProfile profile{"own", "", 8, {}};
    profile.gates.push_back(
        {"hit", "mm_hit_ratio", Aggregate::Last, GateOp::AtLeast, 0.7, GateSeverity::Hard, ""});
    profile.gates.push_back(
        {"net", "net_bps", Aggregate::Mean, GateOp::AtLeast, 99, GateSeverity::Soft, "bps"});
    const std::string xml = junitXml(judged(aRun(), profile), sampleContext());
    EXPECT_THAT(xml, HasSubstr("tests=\"2\" failures=\"0\" errors=\"1\""));
    EXPECT_THAT(xml, HasSubstr("type=\"no-data\""));
    EXPECT_THAT(xml, HasSubstr("<system-out>FAIL: 6.30 bps"));
}

TEST(Junit, KeepsHostileNamesOfAProfileInside)
{
    GateProfile profile{std::string(kHostileText), "", 8, {}};
    profile.gates.push_back({std::string(kHostileText), std::string(kHostileText), Aggregate::Mean,
                             GateOp::AtLeast, 1, GateSeverity::Hard, std::string(kHostileText)});
    const std::string xml = junitXml(judged(aRun(), profile), sampleContext());
    EXPECT_FALSE(hasRawMarkup(xml));
    EXPECT_TRUE(accepts(SOAK_XMLLINT, {"--noout", "@"}, xml));
}

} // namespace

} // namespace soak
