// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/scripted_engine.h"

#include "core/base/text.h"
#include "core/runner/virtual_time.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr int kMaxNesting = 64; // DESIGN 5

Error badScript(std::string message, std::string where)
{
    return Error{Errc::BadInput, std::move(message), "script: " + std::move(where)};
}

// The parser itself has no limit of depth.
bool isTooDeep(std::string_view text)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            i += c == '\\' ? 1 : 0;
            inString = c != '"';
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            if (++depth > kMaxNesting) {
                return true;
            }
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

Result<Json> parseScript(std::string_view script)
{
    if (!isValidUtf8(script)) {
        return badScript("is not UTF-8", "file");
    }
    if (isTooDeep(script)) {
        return badScript("is nested deeper than " + std::to_string(kMaxNesting) + " levels",
                         "file");
    }
    Json json = Json::parse(script, nullptr, false);
    if (json.is_discarded()) {
        return badScript("is not JSON", "file");
    }
    if (!json.is_object() || !json.contains("iterations") || !json["iterations"].is_array() ||
        json["iterations"].empty()) {
        return badScript("has no array `iterations` with at least one entry", "file");
    }
    if (json["iterations"].size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        return badScript("has too many iterations", "iterations");
    }
    return json;
}

Result<EngineSample> sampleOf(const Json& tick, const std::string& where)
{
    if (!tick.is_object() || !tick.contains("t_ms") || !tick["t_ms"].is_number()) {
        return badScript("a tick is an object with the number `t_ms`", where);
    }
    const double at = tick["t_ms"].get<double>();
    if (!std::isfinite(at) || at < 0) {
        return badScript("t_ms must be a time from 0 on", where);
    }
    EngineSample sample{Millis{at}, std::nullopt};
    const auto latency = tick.find("p95_latency_ms");
    if (latency != tick.end() && !latency->is_null()) {
        if (!latency->is_number() || !std::isfinite(latency->get<double>())) {
            return badScript("p95_latency_ms must be a number or null", where);
        }
        sample.p95LatencyMs = latency->get<double>();
    }
    return sample;
}

Result<std::vector<EngineSample>> samplesOf(const Json& iteration, const std::string& where,
                                            Millis& last)
{
    std::vector<EngineSample> samples;
    const auto ticks = iteration.find("ticks");
    if (ticks == iteration.end()) {
        return samples;
    }
    if (!ticks->is_array()) {
        return badScript("`ticks` must be an array", where);
    }
    for (const Json& tick : *ticks) {
        SOAK_TRY(const EngineSample sample, sampleOf(tick, where));
        if (sample.at < last) {
            return badScript("t_ms " + jsonNumber(sample.at.count()) + " is before " +
                                 jsonNumber(last.count()),
                             where);
        }
        last = sample.at;
        samples.push_back(sample);
    }
    return samples;
}

Result<ScriptedIteration> iterationOf(const Json& json, const std::string& where, Millis& last)
{
    if (!json.is_object()) {
        return badScript("must be an object", where);
    }
    ScriptedIteration iteration;
    SOAK_TRY(iteration.ticks, samplesOf(json, where, last));
    const auto failure = json.find("failure");
    if (failure != json.end()) {
        if (!failure->is_string()) {
            return badScript("`failure` must be a text", where);
        }
        iteration.failure = failure->get<std::string>();
        return iteration;
    }
    const auto kpis = json.find("kpis");
    if (kpis == json.end() || !kpis->is_object()) {
        return badScript("has no object `kpis`", where);
    }
    iteration.kpis = kpis->dump(-1, ' ', true);
    return iteration;
}

} // namespace

ScriptedEngine::ScriptedEngine(std::vector<ScriptedIteration> iterations, double sleepSeconds)
    : m_iterations(std::move(iterations)), m_sleepSeconds(sleepSeconds)
{
}

Result<std::unique_ptr<ScriptedEngine>> ScriptedEngine::create(std::string_view script,
                                                               double sleepSeconds)
{
    SOAK_TRY(const Json json, parseScript(script));
    std::vector<ScriptedIteration> iterations;
    Millis last{0};
    for (const Json& entry : json["iterations"]) {
        const std::string where = "iteration " + std::to_string(iterations.size() + 1);
        SOAK_TRY(ScriptedIteration iteration, iterationOf(entry, where, last));
        std::vector<Finding> findings;
        if (!iteration.failure) {
            const auto summary = summaryFromFields(
                iteration.kpis, static_cast<int>(iterations.size()) + 1, findings);
            if (!summary) {
                return badScript(describe(summary.error()), where);
            }
        }
        iterations.push_back(std::move(iteration));
    }
    return std::unique_ptr<ScriptedEngine>(new ScriptedEngine(std::move(iterations), sleepSeconds));
}

Result<Measurement> ScriptedEngine::measure(const IterationPlan& plan, std::stop_token stop,
                                            const Progress& /*progress*/)
{
    SOAK_ASSERT(plan.iteration >= 1 &&
                static_cast<std::size_t>(plan.iteration) <= m_iterations.size());
    if (stop.stop_requested()) {
        return Error{Errc::Cancelled, "stopped", ""};
    }
    const ScriptedIteration& scripted = m_iterations[static_cast<std::size_t>(plan.iteration) - 1];
    Measurement measurement;
    measurement.failure = scripted.failure;
    if (!scripted.failure) {
        SOAK_TRY(measurement.summary,
                 summaryFromFields(scripted.kpis, plan.iteration, measurement.findings));
    }
    measurement.samples = scripted.ticks;
    if (measurement.samples.empty()) {
        measurement.samples = {{virtualEndOf(plan.iteration, m_sleepSeconds),
                                measurement.summary.at(Metric::P95LatencyMs)}};
    }
    return measurement;
}

} // namespace soak
