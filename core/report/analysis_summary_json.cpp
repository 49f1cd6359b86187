// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/analysis_summary.h"
#include "core/report/analysis_summary_data.h"
#include "core/report/json_text.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr std::string_view kAuditSchema = "soak-audit-summary/1";

Json spanJson(const RunStatistics& statistics)
{
    Json json = Json::object();
    for (const Metric metric : snapshotMetrics()) {
        const MetricStatistics& one = statistics[indexOf(metric)];
        json[std::string(specOf(metric).key)] = {{"min", roundedOrNull(one.min)},
                                                 {"max", roundedOrNull(one.max)},
                                                 {"median", roundedOrNull(one.median)},
                                                 {"count", one.count}};
    }
    return json;
}

Json readinessJson(const Judgement& judgement)
{
    Json failures = Json::array();
    for (const GateResult& result : readinessRows(judgement)) {
        if (result.outcome != GateOutcome::Pass) {
            failures.push_back(gateJsonRow(result));
        }
    }
    const bool pass = failures.empty();
    return {{"profile", "readiness"}, {"pass", pass}, {"failures", std::move(failures)}};
}

Json recommendationsJson(const RecommendationPlan& plan)
{
    Json json = Json::array();
    for (const Recommendation& one : plan.allGoalsMet ? plan.optional : plan.required) {
        json.push_back({{"goal", one.goal},
                        {"parameter", one.parameter},
                        {"current", cleanOrNull(one.current)},
                        {"delta", cleanOrNull(one.delta)},
                        {"suggested", cleanOrNull(one.suggested)},
                        {"reason", one.reason},
                        {"required", !plan.allGoalsMet}});
    }
    return json;
}

Json filesJson(const SoakRun& run)
{
    Json json = Json::object();
    for (const auto& [name, isPresent] : fileInventory(run)) {
        json[name] = isPresent;
    }
    return json;
}

Json snapshotKpis(const Judgement& judgement)
{
    Json json = Json::object();
    for (const Metric metric : snapshotMetrics()) {
        json[std::string(specOf(metric).key)] =
            statisticsJson(judgement.windowStatistics[indexOf(metric)]);
    }
    return json;
}

} // namespace

std::string analysisSummaryJson(const Judgement& judgement, const ReportContext& context)
{
    const SoakRun& run = *judgement.run;
    const AnalysisSpans spans = analysisSpans(run);
    const Verification& verification = judgement.verification;
    const std::span<const int> iterations = run.table.iterations();
    Json json{{"schema", kAuditSchema},
              {"tool_version", context.toolVersion},
              {"timestamp", jsonOrNull(context.timestamp)},
              {"run_id", run.info ? Json(run.info->runId) : Json()},
              {"base_dir", nullptr}, // the machine's, and so not told
              {"iterations", run.table.rowCount()},
              {"max_iter", iterations.empty() ? Json() : Json(iterations.back())},
              {"steady_start", kSteadyStart},
              {"last8_start", spans.last8Start ? Json(*spans.last8Start) : Json()},
              {"files_present", filesJson(run)},
              {"snapshot_kpis", snapshotKpis(judgement)},
              {"readiness", readinessJson(judgement)},
              {"recommendations", recommendationsJson(judgement.recommendations)}};
    json["trend_stats"] = {{"overall", spanJson(spans.overall)},
                           {"steady", spanJson(spans.steady)},
                           {"last8", spanJson(spans.last8)}};
    json["tuning"] = {{"applied_iterations", judgement.tuning.appliedIterations},
                      {"changed_keys", judgement.tuning.changedKeys},
                      {"skip_reasons", judgement.tuning.skipReasons}};
    json["delta_verify"] = {{"verdict", keyOf(verification.verdict)},
                            {"reason", verification.reason},
                            {"full_apply_ratio", jsonOrNull(verification.fullApplyRatio)}};
    const bool hasPhases = run.info && run.info->phases.enabled;
    json["warmup"] = {{"enabled", run.info ? Json(hasPhases) : Json()},
                      {"iterations", hasPhases ? Json(run.info->phases.warmupIterations) : Json()},
                      {"rampdown", hasPhases ? Json(run.info->phases.rampdownIterations) : Json()}};
    return jsonText(json);
}

} // namespace soak
