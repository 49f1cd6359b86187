// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/mock_engine.h"

#include "core/base/text.h"
#include "core/io/artifacts.h"
#include "core/runner/virtual_time.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr EpochMs kFirstUtc = 1760270400000; // 2025-10-12T12:00:00Z
constexpr EpochMs kUtcStep = 300000;
constexpr double kPassNetBps = 2.5;
constexpr int kBlocksPerIteration = 25; // from the third iteration on

struct Block {
    int count = 0;
    double ratio = 0;
};

struct Values {
    double net = 0;
    double gross = 0;
    double fees = 0;
    double slippage = 0;
    double adverse = 0;
    double inventory = 0;
    double adverseP95 = 0;
    double slippageP95 = 0;
    double cancelRatio = 0;
    double orderAge = 0;
    double wsLag = 0;
    double latency = 0;
    double makerShare = 0;
    Block minInterval;
    Block concurrency;
    Block risk;
    Block throttle;
    std::vector<std::string> drivers;
};

// The formulas are meant in decimals: 2.8 + 0.1 * 3 is 3.1.
double decimal(double value)
{
    constexpr int kDecimals = 12;
    return roundTo(value, kDecimals);
}

Values firstValues()
{
    return {-1.5, 7.0,       2.0,       3.5,      2.0,      1.0,
            5.0,  3.5,       0.60,      340,      130,      250,
            0.50, {15, .50}, {10, .33}, {5, .17}, {0, 0.0}, {"slippage_bps", "adverse_bps"}};
}

// The reference names fees_eff_bps beside slippage; the two largest costs are slippage and fees
// (DOMAIN 2.2).
Values secondValues()
{
    return {-0.8, 6.0,       2.0,      2.8,       1.5,      0.5,
            4.5,  3.2,       0.55,     335,       125,      280,
            0.60, {12, .40}, {8, .27}, {10, .33}, {0, 0.0}, {"slippage_bps", "fees_eff_bps"}};
}

Block blockOf(double ratio)
{
    return {static_cast<int>(std::lround(kBlocksPerIteration * ratio)), decimal(ratio)};
}

double riskAt(int index)
{
    constexpr double kFloor = 0.30;
    double risk = 0.68;
    for (int i = 2; i < index && risk > kFloor; ++i) {
        risk *= 0.83;
    }
    return decimal(std::max(kFloor, risk));
}

Values laterValues(int index)
{
    const double i = index;
    Values values;
    values.net = decimal(2.8 + 0.1 * i);
    values.gross = decimal(8.8 + 0.1 * i);
    values.fees = 2.0;
    values.slippage = 2.0;
    values.adverse = 1.5;
    values.inventory = 0.5;
    values.adverseP95 = decimal(std::max(1.5, 3.5 - 0.2 * i));
    values.slippageP95 = decimal(std::max(1.0, 2.5 - 0.15 * i));
    values.cancelRatio = decimal(std::max(0.05, 0.48 - 0.05 * i));
    values.orderAge = 350;
    values.wsLag = 95 + 5 * i;
    values.latency = std::max(180.0, 320 - 5 * i);
    values.makerShare = decimal(std::min(0.85, 0.50 + 0.05 * i));
    const double risk = riskAt(index);
    values.minInterval = blockOf(0.20);
    values.concurrency = blockOf(0.12);
    values.risk = blockOf(risk);
    values.throttle = blockOf(std::max(0.0, 0.68 - risk));
    return values;
}

Values valuesOf(int index)
{
    switch (index) {
    case 0:
        return firstValues();
    case 1:
        return secondValues();
    default:
        return laterValues(index);
    }
}

Json fillsOf(double makerShare)
{
    constexpr int kFills = 1000;
    constexpr double kVolumePerFill = 50.0;
    const int maker = static_cast<int>(std::floor(kFills * makerShare + 1e-9));
    const int taker = kFills - maker;
    return {{"maker_count", maker},
            {"taker_count", taker},
            {"maker_volume", kVolumePerFill * maker},
            {"taker_volume", kVolumePerFill * taker}};
}

Json blockJson(const Block& block)
{
    return {{"count", block.count}, {"ratio", block.ratio}};
}

Json totalsOf(const Values& values)
{
    const Json breakdown = {{"gross_bps", values.gross},         {"fees_eff_bps", values.fees},
                            {"slippage_bps", values.slippage},   {"adverse_bps", values.adverse},
                            {"inventory_bps", values.inventory}, {"net_bps", values.net}};
    const Json blocks = {{"min_interval", blockJson(values.minInterval)},
                         {"concurrency", blockJson(values.concurrency)},
                         {"risk", blockJson(values.risk)},
                         {"throttle", blockJson(values.throttle)}};
    return {{"net_bps", values.net},
            {"adverse_bps_p95", values.adverseP95},
            {"slippage_bps_p95", values.slippageP95},
            {"cancel_ratio", values.cancelRatio},
            {"order_age_p95_ms", values.orderAge},
            {"ws_lag_p95_ms", values.wsLag},
            {"p95_latency_ms", values.latency},
            {"maker_share_pct", decimal(100 * values.makerShare)},
            {"fills", fillsOf(values.makerShare)},
            {"component_breakdown", breakdown},
            {"neg_edge_drivers", values.drivers},
            {"block_reasons", blocks}};
}

std::string fileText(const Json& json)
{
    constexpr int kIndent = 2;
    return json.dump(kIndent, ' ', true) + "\n";
}

} // namespace

EngineOutputs mockOutputs(int iteration)
{
    SOAK_ASSERT(iteration >= 1);
    const int index = iteration - 1;
    const Values values = valuesOf(index);
    const Json runtime = {{"utc", utcText(kFirstUtc + kUtcStep * index)}, {"version", "test"}};
    const bool passes = values.net >= kPassNetBps;
    EngineOutputs outputs;
    outputs.edgeReport =
        fileText({{"totals", totalsOf(values)}, {"symbols", Json::object()}, {"runtime", runtime}});
    outputs.kpiGate = fileText({{"verdict", passes ? "PASS" : "FAIL"},
                                {"reasons", passes ? Json::array() : Json::array({"EDGE"})},
                                {"runtime", runtime}});
    return outputs;
}

Result<Measurement> MockEngine::measure(const IterationPlan& plan, std::stop_token stop,
                                        const Progress& /*progress*/)
{
    if (stop.stop_requested()) {
        return Error{Errc::Cancelled, "stopped", ""};
    }
    const EngineOutputs outputs = mockOutputs(plan.iteration);
    Measurement measurement;
    SOAK_TRY(measurement.summary,
             summaryFromOutputs(outputs, plan.iteration, measurement.findings));
    measurement.samples = {{virtualEndOf(plan.iteration, m_sleepSeconds),
                            measurement.summary.at(Metric::P95LatencyMs)}};
    measurement.files = {{std::string(kEdgeReportFile), *outputs.edgeReport},
                         {std::string(kKpiGateFile), *outputs.kpiGate}};
    return measurement;
}

} // namespace soak
