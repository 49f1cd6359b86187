// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/gate_summary.h"
#include "tests/report/report_samples.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

nlohmann::json summaryOf(const RunBuilder& builder)
{
    return nlohmann::json::parse(gateSummaryJson(judged(builder), sampleContext()));
}

TEST(GateSummary, HasThresholdActualPassAndSeverityOfEachGate)
{
    const auto json = summaryOf(aTunedRun(8));
    EXPECT_EQ(json.at("verdict"), "FAIL");
    const auto& gate = json.at("gates").at("maker_taker_ok");
    EXPECT_EQ(gate.at("threshold"), 0.83);
    EXPECT_EQ(gate.at("actual"), 0.68125);
    EXPECT_EQ(gate.at("pass"), false);
    EXPECT_EQ(gate.at("severity"), "hard");
    EXPECT_EQ(json.at("gates").at("risk_ok").at("pass"), true);
}

TEST(GateSummary, HasNullWhereThereIsNoData)
{
    const auto gate = summaryOf(aRun().without(Metric::RiskRatio)).at("gates").at("risk_ok");
    EXPECT_TRUE(gate.at("actual").is_null());
    EXPECT_TRUE(gate.at("pass").is_null());
}

} // namespace

} // namespace soak
