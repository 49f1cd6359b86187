// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/live_text.h"

#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/report/json_text.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr std::size_t kNumberWidth = 5;

std::string lineOf(std::string_view event, Json json)
{
    json["event"] = event;
    json["schema"] = "soak-watch/1";
    return json.dump(-1, ' ', true, Json::error_handler_t::replace) + "\n";
}

std::size_t rowOf(const Judgement& judgement, int iteration)
{
    const auto row = judgement.run->table.rowOf(iteration);
    SOAK_ASSERT(row);
    return *row;
}

// One for every row.
const IterationGate& softGateOf(const Judgement& judgement, std::size_t row)
{
    SOAK_ASSERT(row < judgement.iterationGates.size());
    return judgement.iterationGates[row];
}

std::optional<std::string> failureIn(const Judgement& judgement, std::size_t row)
{
    const IterationNotes* const notes = judgement.run->notes.at(row);
    return notes == nullptr ? std::nullopt : notes->failure;
}

std::string windowOf(const Judgement& judgement)
{
    return std::to_string(judgement.windowIterations.size()) + " of " +
           countText(static_cast<std::size_t>(judgement.windowSize), "iteration", "iterations");
}

std::vector<std::string> notPassed(const Judgement& judgement)
{
    std::vector<std::string> rows;
    for (const GateResult& result : judgement.gates) {
        if (result.outcome != GateOutcome::Pass) {
            rows.push_back(result.gate.id + " " + std::string(keyOf(result.outcome)));
        }
    }
    return rows;
}

Json verdictJson(const Judgement& judgement)
{
    return {{"verdict", keyOf(judgement.verdict)},  {"why", judgement.verdictWhy},
            {"goals", goalsJson(judgement.goals)},  {"gate", keyOf(judgement.gateVerdict)},
            {"profile", judgement.profile.name},    {"gates_not_passed", notPassed(judgement)},
            {"window", judgement.windowIterations}, {"window_size", judgement.windowSize}};
}

} // namespace

std::string liveIterationText(const Judgement& judgement, int iteration, LandedHow how)
{
    const std::size_t row = rowOf(judgement, iteration);
    std::string number = std::to_string(iteration);
    number.insert(0, number.size() < kNumberWidth ? kNumberWidth - number.size() : 0, ' ');
    std::string out = number;
    for (const Metric metric : goalMetrics()) {
        const auto value = judgement.run->table.at(metric, row);
        out += "  " + std::string(specOf(metric).key) + " " +
               (value ? metricText(metric, value) : "missing");
    }
    out += "  [" + std::string(keyOf(softGateOf(judgement, row).status)) + "]";
    if (how == LandedHow::Changed) {
        out += "  changed";
    }
    if (const auto failure = failureIn(judgement, row)) {
        out += "  failed: " + escapeTerminal(*failure);
    }
    return out + "\n";
}

std::string liveIterationJson(const Judgement& judgement, int iteration, LandedHow how)
{
    const std::size_t row = rowOf(judgement, iteration);
    Json metrics = Json::object();
    for (const KpiSpec& spec : kpiSpecs()) {
        if (const auto value = judgement.run->table.at(spec.metric, row)) {
            metrics[spec.key] = cleanOrNull(value);
        }
    }
    Json missing = Json::array();
    for (const Metric metric : goalMetrics()) {
        if (!judgement.run->table.at(metric, row)) {
            missing.push_back(specOf(metric).key);
        }
    }
    return lineOf("iteration", {{"iteration", iteration},
                                {"changed", how == LandedHow::Changed},
                                {"metrics", std::move(metrics)},
                                {"missing", std::move(missing)},
                                {"failure", jsonOrNull(failureIn(judgement, row))},
                                {"status", keyOf(softGateOf(judgement, row).status)}});
}

std::string liveVerdictText(const Judgement& judgement)
{
    const std::vector<std::string> bad = notPassed(judgement);
    return "if it ended now: " + std::string(keyOf(judgement.verdict)) + ": " +
           escapeTerminal(judgement.verdictWhy) + "; gate " +
           escapeTerminal(judgement.profile.name) + " " +
           std::string(keyOf(judgement.gateVerdict)) + " (" + windowOf(judgement) +
           (bad.empty() ? "" : ": " + escapeTerminal(join(bad, ", "))) + ")\n";
}

std::string liveVerdictJson(const Judgement& judgement)
{
    return lineOf("verdict", verdictJson(judgement));
}

std::string liveRunText(const SoakRun& run)
{
    std::string out = "run " + (run.info ? escapeTerminal(run.info->runId)
                                         : std::string("of another tool, without RUN.json"));
    if (run.info) {
        out +=
            ", engine " + escapeTerminal(run.info->engine) + ", " +
            countText(static_cast<std::size_t>(run.info->iterations), "iteration", "iterations") +
            " planned";
    }
    return out + ": " + escapeTerminal(pathText(run.folder)) + "\n";
}

std::string liveRunJson(const SoakRun& run)
{
    Json json{{"folder", pathText(run.folder)},
              {"run_id", run.info ? Json(run.info->runId) : Json()},
              {"engine", run.info ? Json(run.info->engine) : Json()},
              {"iterations_planned", run.info ? Json(run.info->iterations) : Json()}};
    return lineOf("run", std::move(json));
}

std::string liveFindingJson(const Finding& finding)
{
    return lineOf("finding", findingJson(finding));
}

std::string liveStateJson(std::string_view state, std::string_view why)
{
    return lineOf("state", {{"state", state}, {"why", why}});
}

std::string liveEndJson(const Judgement* judgement, std::string_view why, int exitCode)
{
    Json json = judgement == nullptr ? Json::object() : verdictJson(*judgement);
    if (judgement != nullptr) {
        json["gates"] = Json::array();
        for (const GateResult& result : judgement->gates) {
            json["gates"].push_back(gateJsonRow(result));
        }
    }
    json["ended_by"] = why;
    json["exit_code"] = exitCode;
    return lineOf("end", std::move(json));
}

} // namespace soak
