// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/artifacts.h"
#include "core/model/preset.h"
#include "core/runner/mock_engine.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

Measurement measured(int iteration, double sleepSeconds = 300, const Overrides& overrides = {})
{
    MockEngine engine(sleepSeconds);
    auto measurement =
        engine.measure({iteration, 100, overrides, {}, Phase::Steady, {}, {}, 0}, {}, {});
    if (!measurement) {
        ADD_FAILURE() << describe(measurement.error());
        return {};
    }
    return std::move(measurement).value();
}

struct CheckValues {
    int iteration;
    double net;
    double maker;
    double p95;
    double risk;
};

TEST(MockEngine, GivesTheCheckValuesOfTheSpecification)
{
    constexpr std::array kTable{
        CheckValues{1, -1.5, .50, 250, .17},        CheckValues{2, -0.8, .60, 280, .33},
        CheckValues{3, 3.0, .60, 310, .68},         CheckValues{4, 3.1, .65, 305, .5644},
        CheckValues{5, 3.2, .70, 300, .468452},     CheckValues{6, 3.3, .75, 295, .38881516},
        CheckValues{7, 3.4, .80, 290, .3227165828}, CheckValues{8, 3.5, .85, 285, .30},
        CheckValues{36, 6.3, .85, 180, .30},
    };
    for (const CheckValues& expected : kTable) {
        SCOPED_TRACE(expected.iteration);
        const IterationSummary summary = measured(expected.iteration).summary;
        EXPECT_EQ(summary.at(Metric::NetBps), expected.net);
        EXPECT_EQ(summary.at(Metric::MakerTakerRatio), expected.maker);
        EXPECT_EQ(summary.at(Metric::P95LatencyMs), expected.p95);
        EXPECT_EQ(summary.at(Metric::RiskRatio), expected.risk);
    }
}

TEST(MockEngine, CarriesTheOtherColumnsOfTheTable)
{
    const IterationSummary first = measured(1).summary;
    EXPECT_EQ(first.at(Metric::AdverseBpsP95), 5.0);
    EXPECT_EQ(first.at(Metric::SlippageBpsP95), 3.5);
    EXPECT_EQ(first.at(Metric::CancelRatio), 0.60);
    EXPECT_EQ(first.at(Metric::OrderAgeP95Ms), 340);
    EXPECT_EQ(first.at(Metric::WsLagP95Ms), 130);
    EXPECT_EQ(first.at(Metric::GrossBps), 7.0);
    EXPECT_EQ(first.notes.kpiVerdict, "FAIL");
    EXPECT_EQ(first.notes.kpiReasons, std::vector<std::string>{"EDGE"});
    EXPECT_EQ(first.notes.negEdgeDrivers,
              (std::vector<std::string>{"slippage_bps", "adverse_bps"}));
    EXPECT_EQ(first.notes.version, "test");
    EXPECT_EQ(first.runtimeUtc, parseUtc("2025-10-12T12:00:00Z"));

    const IterationSummary last = measured(36).summary;
    EXPECT_EQ(last.at(Metric::AdverseBpsP95), 1.5);
    EXPECT_EQ(last.at(Metric::SlippageBpsP95), 1.0);
    EXPECT_EQ(last.at(Metric::CancelRatio), 0.05);
    EXPECT_EQ(last.at(Metric::WsLagP95Ms), 270);
    EXPECT_EQ(last.notes.kpiVerdict, "PASS");
    EXPECT_EQ(last.runtimeUtc, parseUtc("2025-10-12T14:55:00Z"));
}

// Ratios that sum to 1, and net that is gross less costs: no finding in any iteration.
TEST(Defect26, MockBreakdownAndBlockRatiosAreConsistent)
{
    for (int iteration = 1; iteration <= 100; ++iteration) {
        SCOPED_TRACE(iteration);
        const Measurement measurement = measured(iteration);
        EXPECT_TRUE(measurement.findings.empty()) << measurement.findings.front().text;
        EXPECT_LE(measurement.summary.at(Metric::MakerSharePct).value_or(1000), 85.0);
    }
}

TEST(MockEngine, TakesOneSampleAtTheEndOfTheIteration)
{
    EXPECT_EQ(measured(4).samples, (std::vector<EngineSample>{{Millis{1200000}, 305.0}}));
}

TEST(MockEngine, AnIterationLastsAtLeastFiveSecondsOfTheVirtualClock)
{
    EXPECT_EQ(measured(4, 0).samples.front().at, Millis{20000});
}

TEST(MockEngine, OverridesDoNotInfluenceIt)
{
    const Overrides overrides = findBuiltinProfile("steady_safe")->overrides;
    EXPECT_EQ(measured(6).summary, measured(6, 300, overrides).summary);
}

TEST(MockEngine, LeavesTheFilesThatABotLeaves)
{
    const Measurement measurement = measured(1);
    ASSERT_EQ(measurement.files.size(), 2U);
    EXPECT_EQ(measurement.files.at(std::string(kEdgeReportFile)), mockOutputs(1).edgeReport);
    EXPECT_EQ(measurement.files.at(std::string(kKpiGateFile)), mockOutputs(1).kpiGate);
}

TEST(MockEngine, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    MockEngine engine(0);
    const Overrides overrides;
    const auto measurement =
        engine.measure({1, 1, overrides, {}, Phase::Steady, {}, {}, 0}, stop.get_token(), {});
    ASSERT_FALSE(measurement);
    EXPECT_EQ(measurement.error().code, Errc::Cancelled);
}

} // namespace

} // namespace soak
