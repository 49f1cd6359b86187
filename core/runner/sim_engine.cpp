// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/sim_engine.h"

#include "core/base/escape.h"
#include "core/io/artifacts.h"
#include "core/runner/virtual_time.h"
#include "core/sim/simulate.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace soak
{

namespace
{

using Json = nlohmann::json;

// Of the model: another number when the same seed gives other results.
constexpr std::string_view kModelVersion = "sim-1";
constexpr std::string_view kRiskSource = "exposure";
constexpr double kMillisPerMicro = 0.001;

void put(Json& object, const char* key, std::optional<double> value)
{
    if (value) {
        object[key] = *value;
    }
}

Json breakdownOf(const SimKpis& kpis)
{
    Json json = Json::object();
    put(json, "net_bps", kpis.netBps);
    put(json, "gross_bps", kpis.grossBps);
    put(json, "fees_eff_bps", asCost(kpis.feesBps));
    put(json, "slippage_bps", asCost(kpis.slippageBps));
    put(json, "adverse_bps", asCost(kpis.adverseBps));
    put(json, "inventory_bps", asCost(kpis.inventoryBps));
    return json;
}

Json blockJson(std::int64_t count, std::optional<double> ratio)
{
    Json json{{"count", count}};
    put(json, "ratio", ratio);
    return json;
}

Json blocksOf(const SimResult& result)
{
    return {{"min_interval", blockJson(result.refusals.minInterval, result.kpis.minIntervalRatio)},
            {"concurrency", blockJson(result.refusals.concurrency, result.kpis.concurrencyRatio)},
            {"risk", blockJson(result.refusals.risk, result.kpis.riskBlockRatio)},
            {"throttle", blockJson(result.refusals.throttle, result.kpis.throttleRatio)}};
}

Json totalsOf(const SimResult& result)
{
    const SimKpis& kpis = result.kpis;
    Json json = Json::object();
    put(json, "net_bps", kpis.netBps);
    put(json, "adverse_bps_p95", kpis.adverseP95Bps);
    put(json, "slippage_bps_p95", kpis.slippageP95Bps);
    put(json, "cancel_ratio", kpis.cancelRatio);
    put(json, "replace_ratio", kpis.replaceRatio);
    put(json, "order_age_p95_ms", kpis.orderAgeP95Ms);
    put(json, "p95_latency_ms", kpis.latencyP95Ms);
    put(json, "risk_ratio", kpis.riskRatio);
    json["risk_source"] = kRiskSource;
    json["component_breakdown"] = breakdownOf(kpis);
    json["block_reasons"] = blocksOf(result);
    json["fills"] = {{"maker_count", result.fills.maker},
                     {"taker_count", result.fills.taker},
                     {"maker_volume", result.fills.makerLots},
                     {"taker_volume", result.fills.takerLots}};
    return json;
}

std::string digestText(std::uint64_t digest)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) {
        text += kDigits[(digest >> static_cast<unsigned>(shift)) & 0xFU];
    }
    return text;
}

Json simulationOf(const SimResult& result, std::string_view scenario)
{
    return {{"digest", digestText(result.digest)},
            {"scenario", scenario},
            {"events", result.events},
            {"position_lots", result.position},
            {"requests",
             {{"new", result.requests.placed},
              {"replace", result.requests.replaced},
              {"cancel", result.requests.cancelled},
              {"ioc", result.requests.rescues},
              {"rejected", result.requests.rejected}}}};
}

// When iteration `iteration` begins on the clock of the run: none begins before the last has ended.
Millis beginningOf(int iteration, double sleepSeconds)
{
    constexpr auto kLengthSeconds =
        static_cast<double>(kIterationLength) / static_cast<double>(kSecond);
    return virtualEndOf(iteration - 1, std::max(sleepSeconds, kLengthSeconds));
}

} // namespace

SimEngine::SimEngine(std::string_view scenario, const MarketParameters& market, double sleepSeconds)
    : m_scenario(scenario), m_market(market), m_sleepSeconds(sleepSeconds)
{
}

Result<std::unique_ptr<SimEngine>> SimEngine::create(std::string_view scenario, double sleepSeconds)
{
    const ScenarioSpec* const spec = findScenario(scenario.empty() ? "calm" : scenario);
    if (spec == nullptr) {
        return Error{Errc::Usage, "no such scenario; there are " + scenarioNames(),
                     escapeTerminal(std::string(scenario))};
    }
    return std::unique_ptr<SimEngine>(new SimEngine(spec->name, spec->market, sleepSeconds));
}

Result<Measurement> SimEngine::measure(const IterationPlan& plan, std::stop_token stop,
                                       const Progress& /*progress*/)
{
    if (stop.stop_requested()) {
        return Error{Errc::Cancelled, "stopped", ""};
    }
    const SimResult result = simulateIteration({.overrides = plan.overrides,
                                                .market = m_market,
                                                .seed = plan.seed,
                                                .iteration = plan.iteration});
    EngineOutputs outputs;
    outputs.edgeReport = simEdgeReport(result, m_scenario);
    Measurement measurement;
    SOAK_TRY(measurement.summary,
             summaryFromOutputs(outputs, plan.iteration, measurement.findings));
    const Millis beginning = beginningOf(plan.iteration, m_sleepSeconds);
    for (const LatencySample& sample : result.samples) {
        const Millis at{static_cast<double>(sample.at) * kMillisPerMicro};
        measurement.samples.push_back({beginning + at, sample.p95Ms});
    }
    measurement.files = {{std::string(kEdgeReportFile), *outputs.edgeReport}};
    return measurement;
}

std::string simEdgeReport(const SimResult& result, std::string_view scenario)
{
    constexpr int kIndent = 2;
    const Json json{{"totals", totalsOf(result)},
                    {"symbols", Json::object()},
                    {"runtime", {{"version", kModelVersion}}},
                    {"sim", simulationOf(result, scenario)}};
    return json.dump(kIndent, ' ', true) + "\n";
}

} // namespace soak
