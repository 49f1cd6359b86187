// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/json_text.h"

#include "core/base/text.h"
#include "core/base/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace soak
{

namespace
{

constexpr int kIndent = 2;

nlohmann::json roundedJson(std::optional<double> value, int decimals)
{
    return value ? nlohmann::json(roundTo(*value, decimals)) : nlohmann::json();
}

} // namespace

std::string jsonText(const nlohmann::json& json)
{
    return json.dump(kIndent, ' ', true, nlohmann::json::error_handler_t::replace) + "\n";
}

nlohmann::json jsonOrNull(std::optional<double> value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

nlohmann::json jsonOrNull(const std::optional<std::string>& value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

nlohmann::json jsonOrNull(std::optional<bool> value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

nlohmann::json roundedOrNull(std::optional<double> value)
{
    return roundedJson(value, kJsonDecimals);
}

nlohmann::json cleanOrNull(std::optional<double> value)
{
    return value ? nlohmann::json(withoutNoise(*value)) : nlohmann::json();
}

nlohmann::json statisticsJson(const MetricStatistics& statistics)
{
    nlohmann::json json{{"mean", roundedOrNull(statistics.mean)},
                        {"median", roundedOrNull(statistics.median)},
                        {"min", roundedOrNull(statistics.min)},
                        {"max", roundedOrNull(statistics.max)},
                        {"trend", nullptr},
                        {"count", statistics.count},
                        {"missing", statistics.missing}};
    if (statistics.count > 0) {
        json["trend"] = keyOf(statistics.trend);
    }
    return json;
}

nlohmann::json goalsJson(const Goals& goals)
{
    return {{"maker_taker_ok", jsonOrNull(goals.makerTaker)},
            {"p95_latency_ok", jsonOrNull(goals.p95Latency)},
            {"risk_ok", jsonOrNull(goals.risk)},
            {"net_bps_ok", jsonOrNull(goals.netBps)}};
}

nlohmann::json gateJsonRow(const GateResult& result)
{
    const GateSpec& gate = result.gate;
    return {{"id", gate.id},
            {"metric", gate.metric},
            {"aggregate", aggregateText(gate.aggregate)},
            {"op", keyOf(gate.op)},
            {"threshold", gate.threshold},
            {"unit", gate.unit},
            {"severity", keyOf(gate.severity)},
            {"value", cleanOrNull(result.observed)},
            {"margin", cleanOrNull(result.margin)},
            {"n", result.count},
            {"missing", result.missingIn.size()},
            {"missing_in", result.missingIn},
            {"broken_by", result.brokenBy},
            {"verdict", keyOf(result.outcome)},
            {"why", result.why}};
}

nlohmann::json findingJson(const Finding& finding)
{
    nlohmann::json json{{"kind", keyOf(finding.kind)}, {"severity", keyOf(finding.severity)},
                        {"file", finding.file},        {"field", finding.field},
                        {"text", finding.text},        {"iteration", nullptr}};
    if (finding.iteration) {
        json["iteration"] = *finding.iteration;
    }
    return json;
}

nlohmann::json gapsJson(const std::vector<IterationGap>& gaps, std::size_t most)
{
    nlohmann::json json = nlohmann::json::array();
    for (std::size_t i = 0; i < std::min(most, gaps.size()); ++i) {
        json.push_back({gaps[i].from, gaps[i].to});
    }
    return json;
}

} // namespace soak
