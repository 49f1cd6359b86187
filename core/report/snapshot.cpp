// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/snapshot.h"

#include "core/base/hash.h"
#include "core/io/artifacts.h"
#include "core/report/confidence_report.h"
#include "core/report/json_text.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace soak
{

namespace
{

using Json = nlohmann::json;

Json kpisJson(const Judgement& judgement)
{
    Json json = Json::object();
    for (const Metric metric : snapshotMetrics()) {
        json[std::string(specOf(metric).key)] =
            statisticsJson(judgement.windowStatistics[indexOf(metric)]);
    }
    return json;
}

Json guardsJson(const GuardActivations& guards)
{
    Json counts = Json::object();
    Json iterations = Json::object();
    for (std::size_t i = 0; i < kGuardTypeCount; ++i) {
        const std::string key(keyOf(static_cast<GuardType>(i)));
        counts[key] = guards[i].size();
        if (!guards[i].empty()) {
            iterations[key] = guards[i];
        }
    }
    return {{"counts", std::move(counts)}, {"iterations", std::move(iterations)}};
}

Json tuningJson(const TuningSummary& tuning)
{
    return {{"applied_count", tuning.appliedIterations.size()},
            {"applied_iterations", tuning.appliedIterations},
            {"changed_keys", tuning.changedKeys},
            {"skip_reasons", tuning.skipReasons}};
}

Json anomaliesJson(const std::vector<Anomaly>& anomalies)
{
    Json json = Json::array();
    for (const Anomaly& anomaly : anomalies) {
        json.push_back({{"iteration", anomaly.iteration},
                        {"kind", anomaly.kind},
                        {"value", roundedOrNull(anomaly.value)},
                        {"limit", roundedOrNull(anomaly.limit)},
                        {"text", anomaly.text}});
    }
    return json;
}

void addFindings(Json& json, const std::vector<Finding>& findings)
{
    Json errors = Json::array();
    Json byKind = Json::object();
    Json bySeverity{{"error", 0}, {"warning", 0}, {"info", 0}};
    std::size_t loadErrors = 0;
    for (const Finding& finding : findings) {
        const std::string kind(keyOf(finding.kind));
        const std::string severity(keyOf(finding.severity));
        byKind[kind] = byKind.value(kind, 0) + 1;
        bySeverity[severity] = bySeverity.value(severity, 0) + 1;
        const bool isLoadError =
            finding.kind == FindingKind::LoadError ||
            (finding.kind == FindingKind::NotRegularFile && finding.iteration.has_value());
        if (isLoadError && ++loadErrors <= kMostLoadErrors) {
            errors.push_back({{"file", finding.file},
                              {"iteration", finding.iteration ? Json(*finding.iteration) : Json()},
                              {"text", finding.text}});
        }
    }
    json["load_errors"] = std::move(errors);
    json["load_errors_omitted"] = loadErrors - std::min(loadErrors, kMostLoadErrors);
    json["findings"] = {{"total", findings.size()},
                        {"by_kind", std::move(byKind)},
                        {"by_severity", std::move(bySeverity)}};
}

Json inputsJson(const SoakRun& run)
{
    Json json = Json::object();
    for (const auto& [name, file] : run.otherFiles) {
        json[name] = hexText(file.sha256);
    }
    const std::span<const int> iterations = run.table.iterations();
    const std::size_t count = std::min(iterations.size(), run.summaryFiles.size());
    if (count <= kMostListedInputs) {
        for (std::size_t row = 0; row < count; ++row) {
            json[summaryFileName(iterations[row])] = hexText(run.summaryFiles[row].sha256);
        }
        return json;
    }
    std::string listing;
    for (std::size_t row = 0; row < count; ++row) {
        listing += hexText(run.summaryFiles[row].sha256);
        listing += "  " + summaryFileName(iterations[row]) + "\n";
    }
    json["ITER_SUMMARY_*.json"] = sha256Hex(listing);
    return json;
}

void addRun(Json& json, const Judgement& judgement, const ReportContext& context)
{
    const SoakRun& run = *judgement.run;
    json["schema"] = "soak-snapshot/" + std::string(kSnapshotSchemaVersion);
    json["schema_version"] = kSnapshotSchemaVersion;
    json["timestamp"] = jsonOrNull(context.timestamp);
    json["tool_version"] = context.toolVersion;
    json["run_id"] = run.info ? Json(run.info->runId) : Json();
    json["iterations_total"] = run.table.rowCount();
    json["iterations_analyzed"] = judgement.windowIterations;
    json["gaps"] = gapsJson(run.gaps, kMostGapRanges);
    json["gaps_omitted"] = run.gaps.size() - std::min(run.gaps.size(), kMostGapRanges);
    json["inputs_sha256"] = inputsJson(run);
    addFindings(json, run.findings);
}

} // namespace

std::string snapshotJson(const Judgement& judgement, const ReportContext& context)
{
    Json json = Json::object();
    addRun(json, judgement, context);
    json["verdict"] = keyOf(judgement.verdict);
    json["verdict_why"] = judgement.verdictWhy;
    json["pass_count_last_n"] = judgement.goalsMet; // goals, not iterations (D-15)
    json["iterations_passing_last_n"] = judgement.iterationsPassing;
    json["kpi_last_n"] = kpisJson(judgement);
    json["goals_met"] = goalsJson(judgement.goals);
    json["guards_last_n"] = guardsJson(judgement.guardsWindow);
    json["guards_all"] = guardsJson(judgement.guardsAll);
    json["tuning_summary"] = tuningJson(judgement.tuning);
    json["freeze_ready"] = judgement.freezeReady;
    json["release_ready"] = judgement.releaseReady;
    json["release_blockers"] = judgement.releaseBlockers;
    json["anomalies_count"] = judgement.anomalies.size();
    json["anomalies"] = anomaliesJson(judgement.anomalies);
    json["confidence"] = confidenceJson(gateConfidence(judgement));
    json["gates_profile"] = judgement.profile.name;
    json["gates_verdict"] = keyOf(judgement.gateVerdict);
    json["window_n"] = judgement.windowSize;
    json["window_short"] = judgement.windowShort;
    json["delta_verify"] = {{"ratio", jsonOrNull(judgement.verification.fullApplyRatio)},
                            {"verdict", keyOf(judgement.verification.verdict)}};
    return jsonText(json);
}

} // namespace soak
