// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/decomposition.h"
#include "core/analysis/expected_effects.h"
#include "core/io/replay_record.h"
#include "core/report/json_text.h"
#include "core/report/report_text.h"
#include "core/report/show.h"
#include "core/report/show_words.h"

#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr std::string_view kShowSchema = "soak-show/1";

Json statisticsOf(const std::array<MetricStatistics, kMetricCount>& statistics)
{
    Json json = Json::object();
    for (const KpiSpec& spec : kpiSpecs()) {
        json[std::string(spec.key)] = statisticsJson(statistics[indexOf(spec.metric)]);
    }
    return json;
}

Json deltasJson(const Deltas& deltas)
{
    Json json = Json::object();
    for (const auto& [name, delta] : deltas) {
        json[name] = cleanOrNull(delta.amount);
    }
    return json;
}

Json overridesJson(const Overrides* overrides)
{
    if (overrides == nullptr) {
        return {};
    }
    Json json = Json::parse(compactJson(*overrides, ParameterRegistry::builtin()), nullptr, false);
    return json.is_discarded() ? Json() : json;
}

Json tuningJson(const TuningStep* step)
{
    if (step == nullptr) {
        return {};
    }
    Json json{{"applied", step->applied},
              {"proposed_deltas", deltasJson(step->proposed)},
              {"changed_keys", step->changedKeys},
              {"skip_note", step->skip.note},
              {"rationale", step->rationale},
              {"reasons", step->reasons},
              {"state_hash", jsonOrNull(step->stateHash)},
              {"old_hash", jsonOrNull(step->oldHash)},
              {"applied_deltas", nullptr},
              {"dropped", nullptr}};
    if (step->appliedDeltas) {
        json["applied_deltas"] = deltasJson(*step->appliedDeltas);
    }
    if (step->dropped) {
        json["dropped"] = Json::object();
        for (const auto& [name, reason] : *step->dropped) {
            json["dropped"][name] = keyOf(reason);
        }
    }
    return json;
}

Json metricsJson(const IterationTable& table, std::size_t row)
{
    Json json = Json::object();
    for (const KpiSpec& spec : kpiSpecs()) {
        json[std::string(spec.key)] = jsonOrNull(table.at(spec.metric, row));
    }
    return json;
}

Json decompositionJson(const SoakRun& run, int iteration)
{
    const auto decomposition = decompositionOf(run, iteration);
    if (!decomposition) {
        return {};
    }
    Json parts = Json::array();
    for (const DecompositionPart& part : decomposition->parts) {
        parts.push_back({{"kind", keyOf(part.kind)},
                         {"metric", part.metric ? Json(specOf(*part.metric).key) : Json()},
                         {"bps", part.amount ? cleanOrNull(*part.amount) : Json()}});
    }
    return {
        {"parts", std::move(parts)},
        {"residual_bps", decomposition->residual ? cleanOrNull(*decomposition->residual) : Json()},
        {"gross_imputed", decomposition->isGrossImputed}};
}

Json findingsJson(const std::vector<Finding>& findings, std::optional<int> iteration)
{
    Json json = Json::array();
    for (const Finding& finding : findings) {
        if (!iteration || finding.iteration == iteration) {
            json.push_back(findingJson(finding));
        }
    }
    return json;
}

Json head(const ReportContext& context)
{
    return {{"schema", kShowSchema},
            {"tool_version", context.toolVersion},
            {"timestamp", jsonOrNull(context.timestamp)}};
}

Json branchesJson(const SoakRun& run)
{
    Json json = Json::array();
    for (const RunBranch& branch : run.info ? run.info->branches : std::vector<RunBranch>{}) {
        json.push_back({{"at", branch.at},
                        {"set", Json::object()},
                        {"without", branch.without},
                        {"tuner_off", branch.isTunerOff},
                        {"source_sha256", branch.sourceSha256}});
        for (const auto& [name, value] : branch.set) {
            json.back()["set"][name] = value.amount;
        }
    }
    return json;
}

std::string_view keyOfBasis(EffectBasis basis)
{
    switch (basis) {
    case EffectBasis::Whole:
        return "whole";
    case EffectBasis::Part:
        return "part";
    case EffectBasis::Nothing:
        return "nothing";
    }
    return "";
}

// null: the tuner expected nothing.
Json effectsJson(const SoakRun& run, int iteration)
{
    const auto effects = expectedEffects(run, iteration);
    if (!effects) {
        return {};
    }
    Json rows = Json::array();
    for (const EffectRow& row : effects->rows) {
        rows.push_back({{"metric", specOf(row.metric).key},
                        {"expected", cleanOrNull(row.expected)},
                        {"before", jsonOrNull(row.before)},
                        {"after", jsonOrNull(row.after)},
                        {"seen", cleanOrNull(row.seen())}});
    }
    return {{"applied", keyOfBasis(effects->basis)}, {"rows", std::move(rows)}};
}

void addGate(Json& json, const IterationGate& gate)
{
    json["soft_gate"] = {{"status", keyOf(gate.status)},
                         {"warn_mode", gate.warnMode},
                         {"fail_reasons", gate.failReasons},
                         {"warn_reasons", gate.warnReasons}};
}

} // namespace

std::string showRunJson(const Judgement& judgement, const ReportContext& context)
{
    const SoakRun& run = *judgement.run;
    Json json = head(context);
    json["run_id"] = run.info ? Json(run.info->runId) : Json();
    json["engine"] = run.info ? Json(run.info->engine) : Json();
    if (const std::string note = run.info ? replayNote(*run.info) : ""; !note.empty()) {
        json["note"] = note;
    }
    json["whatif"] = branchesJson(run);
    json["iterations_total"] = run.table.rowCount();
    json["iterations_requested"] = run.info ? Json(run.info->iterations) : Json();
    json["status"] = run.end ? Json(keyOf(run.end->status)) : Json();
    json["chain"] = chainText(run.chain);
    json["verdict"] = keyOf(judgement.verdict);
    json["verdict_why"] = judgement.verdictWhy;
    json["goals_met"] = goalsJson(judgement.goals);
    json["gates_profile"] = judgement.profile.name;
    json["gates_verdict"] = keyOf(judgement.gateVerdict);
    Json gates = Json::array();
    for (const GateResult& result : judgement.gates) {
        gates.push_back(gateJsonRow(result));
    }
    json["gates"] = std::move(gates);
    json["window"] = judgement.windowIterations;
    json["window_short"] = judgement.windowShort;
    json["statistics_window"] = statisticsOf(judgement.windowStatistics);
    json["statistics_all"] = statisticsOf(judgement.allStatistics);
    json["applied_iterations"] = judgement.tuning.appliedIterations;
    json["changed_keys"] = judgement.tuning.changedKeys;
    json["skip_reasons"] = judgement.tuning.skipReasons;
    json["verification"] = {
        {"verdict", keyOf(judgement.verification.verdict)},
        {"reason", judgement.verification.reason},
        {"full_apply_ratio", jsonOrNull(judgement.verification.fullApplyRatio)}};
    json["freeze_ready"] = judgement.freezeReady;
    json["release_ready"] = judgement.releaseReady;
    json["release_blockers"] = judgement.releaseBlockers;
    json["gaps"] = gapsJson(run.gaps, run.gaps.size());
    json["unreadable"] = run.unreadable;
    json["findings"] = findingsJson(run.findings, std::nullopt);
    return jsonText(json);
}

Result<std::string> showIterationJson(const Judgement& judgement, int iteration,
                                      const ReportContext& context)
{
    const SoakRun& run = *judgement.run;
    const std::optional<std::size_t> row = run.table.rowOf(iteration);
    if (!row) {
        return noSuchIteration(run, iteration);
    }
    Json json = head(context);
    json["run_id"] = run.info ? Json(run.info->runId) : Json();
    json["iteration"] = iteration;
    const std::optional<EpochMs> time = run.table.runtimeUtc(*row);
    json["runtime_utc"] = time ? Json(utcText(*time)) : Json();
    json["metrics"] = metricsJson(run.table, *row);
    json["decomposition"] = decompositionJson(run, iteration);
    const IterationNotes* notes = run.notes.at(*row);
    json["phase"] = notes != nullptr && notes->phase ? Json(keyOf(*notes->phase)) : Json();
    json["failure"] = notes != nullptr ? jsonOrNull(notes->failure) : Json();
    if (*row < judgement.iterationGates.size()) {
        addGate(json, judgement.iterationGates[*row]);
    }
    json["tuning"] = tuningJson(run.tuning.at(*row));
    json["expected_effect"] = effectsJson(run, iteration);
    json["runtime_overrides"] = overridesJson(run.during.at(*row));
    json["runtime_overrides_next"] = overridesJson(run.next.at(*row));
    const PairCheck* pair = pairFrom(judgement.verification, iteration);
    json["verified"] = pair != nullptr ? Json(keyOf(pair->status)) : Json();
    json["findings"] = findingsJson(run.findings, iteration);
    return jsonText(json);
}

} // namespace soak
