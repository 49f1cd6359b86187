// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/gate_report.h"
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

TEST(GateReport, IsAsRecorded)
{
    for (const ReportSample& sample : reportSamples()) {
        EXPECT_GOLDEN("report/" + sample.name + "/verdict.json",
                      gateJson(sample.judgement, sampleContext()));
        EXPECT_GOLDEN("report/" + sample.name + "/gate.txt", gateText(sample.judgement));
    }
}

TEST(GateReport, SaysPassedAndTheExitCodeOfTheSameVerdict)
{
    const auto json = [](const RunBuilder& builder) {
        return nlohmann::json::parse(gateJson(judged(builder), sampleContext()));
    };
    EXPECT_EQ(json(aRun()).at("passed"), true);
    EXPECT_EQ(json(aRun()).at("exit_code"), 0);
    EXPECT_EQ(json(aTunedRun(8)).at("verdict"), "FAIL");
    EXPECT_EQ(json(aTunedRun(8)).at("exit_code"), 1);
    EXPECT_EQ(json(aRun().without(Metric::RiskRatio)).at("verdict"), "NO DATA");
    EXPECT_EQ(json(aRun().without(Metric::RiskRatio)).at("passed"), false);
    EXPECT_EQ(json(aRun().without(Metric::RiskRatio)).at("exit_code"), 3);
}

TEST(GateReport, GivesEachRowItsEvidence)
{
    const auto json = nlohmann::json::parse(gateJson(judged(aTunedRun(8)), sampleContext()));
    const nlohmann::json& row = json.at("rows").at(0);
    EXPECT_EQ(row.at("id"), "maker_taker_ok");
    EXPECT_EQ(row.at("value"), 0.68125);
    EXPECT_EQ(row.at("threshold"), 0.83);
    EXPECT_EQ(row.at("margin"), -0.14875);
    EXPECT_EQ(row.at("n"), 8);
    EXPECT_EQ(row.at("missing"), 0);
    EXPECT_EQ(row.at("broken_by"), nlohmann::json({1, 2, 3, 4, 5, 6, 7}));
    EXPECT_EQ(row.at("verdict"), "FAIL");
}

TEST(GateText, MarksASoftMissAndEscapesForATerminal)
{
    GateProfile profile{"own\x1b[31m", "", 8, {}};
    profile.gates.push_back(
        {"net", "net_bps", Aggregate::Mean, GateOp::AtLeast, 99, GateSeverity::Soft, "bps"});
    const std::string text = gateText(judged(aRun(), profile));
    EXPECT_THAT(text, HasSubstr("FAIL (soft)"));
    EXPECT_THAT(text, HasSubstr("WARN (own\\x1B[31m, "));
}

} // namespace

} // namespace soak
