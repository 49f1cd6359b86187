// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/sim_engine.h"
#include "core/sim/simulate.h"
#include "core/sweep/sim_summary.h"
#include "tests/runner/run_support.h"

#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

Measurement simMeasured(int iteration, const Overrides& overrides = {}, double sleepSeconds = 300,
                        std::string_view scenario = "calm")
{
    auto engine = SimEngine::create(scenario, sleepSeconds);
    if (!engine) {
        ADD_FAILURE() << describe(engine.error());
        return {};
    }
    auto measurement =
        (*engine)->measure({iteration, 100, overrides, {}, Phase::Steady, {}, {}, 7}, {}, {});
    if (!measurement) {
        ADD_FAILURE() << describe(measurement.error());
        return {};
    }
    return std::move(measurement).value();
}

SimResult simulatedHere(int iteration)
{
    return simulateIteration({.overrides = {},
                              .market = findScenario("calm")->market,
                              .seed = 7,
                              .iteration = iteration});
}

RunRequest simRequest(const fs::path& base, int iterations, std::string scenario)
{
    RunRequest request = mockRequest(base, iterations);
    request.info.engine = "sim";
    request.info.scenario = std::move(scenario);
    request.info.seed = 11;
    return request;
}

TEST(SimEngine, GivesTheKpisOfTheSimulation)
{
    const SimKpis kpis = simulatedHere(3).kpis;
    const Measurement measurement = simMeasured(3);
    const IterationSummary& summary = measurement.summary;
    EXPECT_EQ(summary.at(Metric::NetBps), kpis.netBps);
    EXPECT_EQ(summary.at(Metric::GrossBps), kpis.grossBps);
    EXPECT_EQ(summary.at(Metric::P95LatencyMs), kpis.latencyP95Ms);
    EXPECT_EQ(summary.at(Metric::RiskRatio), kpis.riskRatio);
    EXPECT_EQ(summary.at(Metric::MakerTakerRatio), kpis.makerShare);
    EXPECT_EQ(summary.at(Metric::AdverseBpsP95), kpis.adverseP95Bps);
    EXPECT_EQ(summary.at(Metric::SlippageBpsP95), kpis.slippageP95Bps);
    EXPECT_EQ(summary.at(Metric::OrderAgeP95Ms), kpis.orderAgeP95Ms);
    EXPECT_EQ(summary.at(Metric::CancelRatio), kpis.cancelRatio);
    EXPECT_EQ(summary.at(Metric::ReplaceRatio), kpis.replaceRatio);
    EXPECT_EQ(summary.at(Metric::MinIntervalRatio), kpis.minIntervalRatio);
    EXPECT_EQ(summary.at(Metric::ThrottleRatio), kpis.throttleRatio);
    EXPECT_EQ(summary.at(Metric::WsLagP95Ms), std::nullopt) << "nobody measures it";
    EXPECT_TRUE(measurement.findings.empty());
}

// A sweep goes without files: its tuners see what those of a run see.
TEST(SimEngine, GivesTheTunersWhatASweepGivesThem)
{
    for (const int iteration : {1, 5, 9}) {
        const IterationSummary swept = summaryOf(simulatedHere(iteration).kpis);
        const IterationSummary measured = simMeasured(iteration).summary;
        for (const KpiSpec& spec : kpiSpecs()) {
            if (swept.at(spec.metric)) {
                EXPECT_EQ(swept.at(spec.metric), measured.at(spec.metric)) << spec.key;
            }
        }
    }
}

TEST(SimEngine, CostsArePositiveAndTheRiskSaysOfWhichKindItIs)
{
    const SimKpis kpis = simulatedHere(1).kpis;
    const IterationSummary summary = simMeasured(1).summary;
    EXPECT_EQ(summary.at(Metric::FeesEffBps), -*kpis.feesBps);
    EXPECT_GT(summary.at(Metric::FeesEffBps), 0.0);
    EXPECT_EQ(summary.at(Metric::SlippageBps), -*kpis.slippageBps);
    EXPECT_EQ(summary.at(Metric::AdverseBps), -*kpis.adverseBps);
    EXPECT_EQ(summary.at(Metric::InventoryBps), -*kpis.inventoryBps);
    EXPECT_EQ(summary.notes.riskSource, "exposure");
    EXPECT_EQ(summary.notes.makerTakerSource, "fills_volume");
    EXPECT_EQ(summary.notes.version, "sim-1");
    ASSERT_TRUE(summary.blocks);
    EXPECT_EQ(summary.blocks->risk, simulatedHere(1).refusals.risk);
}

TEST(SimEngine, OverridesInfluenceIt)
{
    Overrides wide;
    wide.values["base_spread_bps_delta"] = ParamValue{0.25};
    EXPECT_LT(*simMeasured(1, wide).summary.at(Metric::MakerCount),
              *simMeasured(1).summary.at(Metric::MakerCount) / 4);
}

TEST(SimEngine, IterationsCanBeMeasuredAgainInAnyOrder)
{
    const Measurement third = simMeasured(3);
    simMeasured(1);
    EXPECT_EQ(simMeasured(3).summary, third.summary);
    EXPECT_EQ(simMeasured(3).files, third.files);
    EXPECT_NE(simMeasured(4).summary, third.summary);
}

TEST(SimEngine, TakesASampleEverySecondOfItsClock)
{
    struct Case {
        double sleepSeconds;
        double firstMs; // of the second iteration
    };

    for (const Case& c : {Case{300, 301'000}, Case{0, 301'000}, Case{1000, 1'001'000}}) {
        const std::vector<EngineSample> samples = simMeasured(2, {}, c.sleepSeconds).samples;
        ASSERT_EQ(samples.size(), 300U);
        for (std::size_t i = 0; i < samples.size(); ++i) {
            ASSERT_EQ(samples[i].at, Millis{c.firstMs + 1000.0 * static_cast<double>(i)});
        }
    }
}

TEST(SimEngine, LeavesAReportWithItsDigest)
{
    const SimResult result = simulatedHere(2);
    const Measurement measurement = simMeasured(2);
    ASSERT_EQ(measurement.files.size(), 1U);
    const std::string& text = measurement.files.at(std::string(kEdgeReportFile));
    EXPECT_EQ(text, simEdgeReport(result, "calm"));
    const Json sim = Json::parse(text).at("sim");
    EXPECT_EQ(std::stoull(sim.at("digest").get<std::string>(), nullptr, 16), result.digest);
    EXPECT_EQ(sim.at("digest").get<std::string>().size(), 16U);
    EXPECT_EQ(sim.at("scenario"), "calm");
    EXPECT_EQ(sim.at("requests").at("replace"), result.requests.replaced);
}

TEST(SimEngine, WhatWasNotMeasuredIsLeftOut)
{
    const Json json = Json::parse(simEdgeReport({}, "calm"));
    EXPECT_FALSE(json.at("totals").contains("net_bps"));
    EXPECT_FALSE(json.at("totals").contains("p95_latency_ms"));
    EXPECT_FALSE(json.at("totals").at("component_breakdown").contains("fees_eff_bps"));
    std::vector<Finding> findings;
    EngineOutputs outputs;
    outputs.edgeReport = simEdgeReport({}, "calm");
    const auto summary = summaryFromOutputs(outputs, 1, findings);
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->at(Metric::NetBps), std::nullopt);
    EXPECT_EQ(summary->at(Metric::MakerTakerRatio), std::nullopt);
    EXPECT_EQ(summary->at(Metric::P95LatencyMs), std::nullopt);
    EXPECT_EQ(summary->at(Metric::RiskRatio), std::nullopt);
    EXPECT_EQ(summary->notes.makerTakerSource, "none");
    EXPECT_TRUE(findings.empty());
}

TEST(SimEngine, NamesTheScenariosWhenThereIsNoSuch)
{
    const auto engine = SimEngine::create("storm\x1b[31m", 300);
    ASSERT_FALSE(engine);
    EXPECT_EQ(engine.error().code, Errc::Usage);
    EXPECT_EQ(engine.error().message, "no such scenario; there are calm, volatile, trending, "
                                      "latency_storm, thin, news, fee_change, outage, busy, jumpy");
    EXPECT_EQ(engine.error().where.find('\x1b'), std::string::npos);
    EXPECT_TRUE(SimEngine::create("", 300)) << "a run without one is calm";
}

TEST(SimEngine, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    const auto engine = SimEngine::create("calm", 300);
    const Overrides overrides;
    const auto measurement =
        (*engine)->measure({1, 1, overrides, {}, Phase::Steady, {}, {}, 0}, stop.get_token(), {});
    ASSERT_FALSE(measurement);
    EXPECT_EQ(measurement.error().code, Errc::Cancelled);
}

TEST(SimEngine, ARunIsReproducedToTheByte)
{
    const TempDir base;
    for (const char* scenario : {"calm", "news"}) {
        RunRequest request = simRequest(base.path(), 4, scenario);
        request.out = base / scenario;
        const auto result = runIt(request);
        ASSERT_TRUE(result) << describe(result.error());
        EXPECT_EQ(result->iterationsCompleted, 4);
        const auto reproduced = reproduceRun(result->folder, {}, {});
        ASSERT_TRUE(reproduced) << describe(reproduced.error());
        EXPECT_TRUE(reproduced->identical) << reproduced->differing.front();
    }
}

// Killed before any change of its folder, and resumed: the same bytes in the end.
TEST(SimEngine, AKilledRunEndsAsAnUndisturbedOne)
{
    const TempDir base;
    RunRequest request = simRequest(base.path(), 3, "latency_storm");
    request.out = base / "undisturbed";
    ASSERT_TRUE(runIt(request));
    const auto expected = contentsOf(*request.out);
    for (const int killAt : {3, 9, 14}) {
        request.out = base / ("killed_" + std::to_string(killAt));
        request.resume = false;
        Killer killer(killAt);
        EXPECT_FALSE(runIt(request, killer.services()));
        ASSERT_TRUE(killer.killed());
        leaveDebris(*request.out);
        request.resume = true;
        const auto resumed = runIt(request);
        ASSERT_TRUE(resumed) << describe(resumed.error());
        EXPECT_TRUE(sameContents(expected, contentsOf(*request.out)));
    }
}

// The clock of the run is the engine's, however short the pause between iterations.
TEST(SimEngine, TheDurationIsWhatWasSimulated)
{
    const TempDir base;
    RunRequest request = simRequest(base.path(), 2, "calm");
    request.info.sleepSeconds = 0;
    request.out = base / "short";
    ASSERT_TRUE(runIt(request));
    EXPECT_NE(contentsOf(*request.out).at("summary.txt").find("0:10:00"), std::string::npos);
}

} // namespace

} // namespace soak
