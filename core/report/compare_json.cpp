// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/run_verdict.h"
#include "core/model/run_identity.h"
#include "core/report/compare_parts.h"
#include "core/report/compare_report.h"
#include "core/report/json_text.h"

#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

Json intervalJson(const std::optional<Interval>& interval)
{
    return interval ? Json{interval->low, interval->high} : Json();
}

Json sideJson(const EffectSide& side)
{
    return {{"n", side.n},
            {"missing", side.missing},
            {"mean", jsonOrNull(side.mean)},
            {"sd", jsonOrNull(side.sd)},
            {"ess", jsonOrNull(side.ess)},
            {"phi", jsonOrNull(side.phi)}};
}

Json effectJson(const KpiEffect& effect)
{
    Json json = differenceJson(effect);
    json["a"] = sideJson(effect.baseline);
    json["b"] = sideJson(effect.other);
    json["a12"] = jsonOrNull(effect.a12);
    json["mann_whitney_p_assumes_independence"] = jsonOrNull(effect.mannWhitneyP);
    json["iterations_needed"] = countOrNull(effect.iterationsNeeded);
    return json;
}

Json deltasJson(const std::vector<EffectiveDelta>& deltas)
{
    Json list = Json::array();
    for (const EffectiveDelta& delta : deltas) {
        list.push_back({{"iteration", delta.effective}, {"key", delta.key}});
    }
    return list;
}

Json changesJson(const std::vector<RunChange>& changes)
{
    Json list = Json::array();
    for (const RunChange& change : changes) {
        list.push_back({{"iteration", change.iteration},
                        {"half_width", change.halfWidth},
                        {"p_adj", change.p},
                        {"before", change.before},
                        {"after", change.after},
                        {"status", keyOf(change.status)},
                        {"preceded_by", deltasJson(change.precededBy)}});
    }
    return list;
}

Json kpiChangesJson(const std::vector<KpiChanges>& all)
{
    Json list = Json::array();
    for (const KpiChanges& changes : all) {
        list.push_back({{"metric", specOf(changes.metric).key},
                        {"changes", changesJson(changes.confirmed)},
                        {"candidates", changesJson(changes.candidates)},
                        {"coverage", changes.coverage},
                        {"chance_p", changes.chanceP},
                        {"weak_evidence", changes.isWeak},
                        {"deltas_without_change", changes.idle},
                        {"search", keyOf(changes.end)}});
    }
    return list;
}

Json steadyJson(const SteadyState& steady)
{
    Json kpis = Json::array();
    for (const KpiWarmUp& kpi : steady.kpis) {
        kpis.push_back({{"metric", specOf(kpi.metric).key},
                        {"cut", kpi.cut},
                        {"ratio", jsonOrNull(kpi.warmUp.ratio)},
                        {"at_edge", kpi.warmUp.isAtEdge},
                        {"usable", kpi.warmUp.isUsable},
                        {"applied", kpi.isApplied}});
    }
    return {{"cut", steady.cut},
            {"declared", steady.declared},
            {"method", steady.isMeasured ? "mser5" : "declared"},
            {"never_settled", steady.isNeverSettled},
            {"kpis", std::move(kpis)}};
}

Json guardsJson(const GuardActivations& guards)
{
    Json counts = Json::object();
    for (std::size_t type = 0; type < guards.size(); ++type) {
        counts[std::string(keyOf(static_cast<GuardType>(type)))] = guards[type].size();
    }
    return counts;
}

Json pairJson(const RunComparison& comparison, std::size_t at)
{
    const ComparedPair& pair = comparison.pairs[at];
    Json effects = Json::array();
    for (const KpiEffect& effect : pair.effects) {
        effects.push_back(effectJson(effect));
    }
    return {{"a", comparison.runs.front().name},
            {"b", comparison.runs[at + 1].name},
            {"better", pair.counts.better},
            {"same", pair.counts.same},
            {"worse", pair.counts.worse},
            {"inconclusive", pair.counts.inconclusive},
            {"iterations_needed", countOrNull(pair.counts.needed)},
            {"summary", countsText(pair.counts)},
            {"same_configuration", pair.isSameConfiguration},
            {"notes", pair.notes},
            {"effects", std::move(effects)}};
}

} // namespace

nlohmann::json countOrNull(const std::optional<std::size_t>& count)
{
    return count ? Json(*count) : Json();
}

nlohmann::json differenceJson(const KpiEffect& effect)
{
    return {{"metric", specOf(effect.metric).key},
            {"margin", effect.margin},
            {"diff", jsonOrNull(effect.difference)},
            {"rel", jsonOrNull(effect.relative)},
            {"std_effect", jsonOrNull(effect.standardized)},
            {"ci95", intervalJson(effect.ci95)},
            {"ci90", intervalJson(effect.ci90)},
            {"p", jsonOrNull(effect.p)},
            {"holm_p", jsonOrNull(effect.holmP)},
            {"degenerate", effect.isDeterministic},
            {"verdict", keyOf(effect.verdict)},
            {"reason", keyOf(effect.reason)},
            {"why", effect.why}};
}

nlohmann::json comparedRunJson(const ComparedSide& side)
{
    const SoakRun& run = *side.run;
    const auto iterations = run.table.iterations();
    const bool hasRows = side.rows.first < side.rows.last;
    return {{"name", side.name},
            {"run_id", run.info ? Json(run.info->runId) : Json()},
            {"identity", run.identity()},
            {"verdict", keyOf(side.verdict)},
            {"gate_verdict", keyOf(side.gateVerdict)},
            {"iterations", run.table.rowCount()},
            {"compared_from", hasRows ? Json(iterations[side.rows.first]) : Json()},
            {"compared_to", hasRows ? Json(iterations[side.rows.last - 1]) : Json()},
            {"iterations_missing", side.iterationsMissing},
            {"problems", side.problems},
            {"steady", steadyJson(side.steady)},
            {"state_hash", jsonOrNull(side.stateHash)},
            {"guards", guardsJson(side.guards)},
            {"change_points", kpiChangesJson(side.changes)},
            {"deltas_verified", side.deltas.size()},
            {"notes", side.notes}};
}

nlohmann::json overridesJson(const RunsOverrides& overrides)
{
    Json differing = Json::array();
    for (const RunsOverride& row : overrides.rows) {
        if (!row.differs) {
            continue;
        }
        Json values = Json::array();
        for (const auto& value : row.values) {
            // Kept as the JSON text it was written as; what is none stays a text.
            values.push_back(value ? Json::parse(*value, nullptr, false) : Json());
        }
        Json deltas = Json::array();
        for (const auto& delta : row.deltas) {
            deltas.push_back(cleanOrNull(delta));
        }
        differing.push_back({{"name", row.name},
                             {"path", row.path},
                             {"unit", row.unit},
                             {"values", std::move(values)},
                             {"deltas", std::move(deltas)},
                             {"since", row.since ? Json(*row.since) : Json()}});
    }
    return {{"differing", std::move(differing)},
            {"equal", overrides.rows.size() - overrides.differing},
            {"unknown_runs", overrides.unknown}};
}

Json compareJson(const RunComparison& comparison)
{
    Json runs = Json::array();
    for (const ComparedSide& side : comparison.runs) {
        runs.push_back(comparedRunJson(side));
    }
    Json pairs = Json::array();
    for (std::size_t at = 0; at < comparison.pairs.size(); ++at) {
        pairs.push_back(pairJson(comparison, at));
    }
    Json between = Json::object();
    for (const auto& [metric, found] : comparison.options.between) {
        between[std::string(specOf(metric).key)] = {{"variance", found.variance}, {"df", found.df}};
    }
    return {{"schema", kCompareSchema},
            {"alpha", comparison.options.alpha},
            {"window", keyOf(comparison.options.window)},
            {"from", comparison.from},
            {"exploratory", comparison.isExploratory},
            {"method", methodText(comparison)},
            {"holm_family", comparison.options.metrics.size()},
            {"between_runs", std::move(between)},
            {"runs", std::move(runs)},
            {"pairs", std::move(pairs)},
            {"overrides", overridesJson(comparison.overrides)}};
}

} // namespace soak
