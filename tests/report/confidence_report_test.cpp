// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/confidence_report.h"
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

TEST(ConfidenceReport, IsAsRecorded)
{
    for (const ReportSample& sample : reportSamples()) {
        const GateConfidence confidence = gateConfidence(sample.judgement);
        EXPECT_GOLDEN("report/" + sample.name + "/confidence.txt", confidenceText(confidence));
        EXPECT_GOLDEN("report/" + sample.name + "/confidence.md", confidenceMarkdown(confidence));
        EXPECT_GOLDEN("report/" + sample.name + "/confidence.json",
                      confidenceJson(confidence).dump(2) + "\n");
    }
}

// What the data do not bound is absent, not a number.
TEST(ConfidenceReport, AnOpenBoundIsNull)
{
    GateConfidenceRow row;
    row.gate = missionProfile().gates.front();
    row.confidence.emplace();
    row.confidence->bounds = Interval{-INFINITY, INFINITY};
    const GateConfidence confidence{{row}, ReleaseCall::GoUnproven, "x"};
    EXPECT_TRUE(confidenceJson(confidence).at("rows").at(0).at("lo").is_null());
    EXPECT_THAT(confidenceText(confidence), HasSubstr("open to open"));
}

TEST(ConfidenceReport, NamesAreMadeSafe)
{
    GateConfidenceRow row;
    row.gate.id = "<b>\x1b[31m|x";
    const GateConfidence confidence{{row}, ReleaseCall::Go, "y"};
    EXPECT_EQ(confidenceText(confidence).find('\x1b'), std::string::npos);
    EXPECT_EQ(confidenceSection(confidence).markup.find("<b>"), std::string::npos);
    EXPECT_THAT(confidenceMarkdown(confidence), HasSubstr("\\|x"));
}

} // namespace

} // namespace soak
