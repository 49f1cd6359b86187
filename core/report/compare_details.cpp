// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/compare_details.h"

#include "core/analysis/distribution.h"
#include "core/analysis/relations.h"
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/report/compare_report.h"
#include "core/report/json_text.h"
#include "core/report/markdown_table.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <set>

namespace soak
{

namespace
{

using Json = nlohmann::json;

std::vector<ComparedRun> runsOf(const RunComparison& comparison)
{
    std::vector<ComparedRun> runs;
    std::ranges::transform(comparison.runs, std::back_inserter(runs), [](const ComparedSide& side) {
        return ComparedRun{side.run.get(), side.rows};
    });
    return runs;
}

void forEachBox(const RunComparison& comparison,
                const std::function<void(Metric, std::size_t, const BoxStatistics&)>& say)
{
    for (const Metric metric : comparison.options.metrics) {
        for (std::size_t at = 0; at < comparison.runs.size(); ++at) {
            const ComparedSide& side = comparison.runs[at];
            if (const auto box = boxOf(comparedSeries(*side.run, metric, side.rows))) {
                say(metric, at, *box);
            }
        }
    }
}

void forEachRelation(const RunComparison& comparison,
                     const std::function<void(const std::string&, Metric, const Relation&)>& say)
{
    const std::vector<ComparedRun> runs = runsOf(comparison);
    for (const std::string& parameter : relatedParameters(runs).varying) {
        for (const Metric metric : comparison.options.metrics) {
            say(parameter, metric, relate(runs, parameter, metric));
        }
    }
}

std::string rhoText(const Relation& relation)
{
    return relation.rho ? fixedText(*relation.rho, 2) : std::string(kNotAvailable);
}

} // namespace

std::string compareDetailsText(const RunComparison& comparison)
{
    TextTable boxes({{"KPI"},
                     {"run"},
                     {"n", ColumnAlign::Right},
                     {"missing", ColumnAlign::Right},
                     {"min", ColumnAlign::Right},
                     {"q1", ColumnAlign::Right},
                     {"median", ColumnAlign::Right},
                     {"q3", ColumnAlign::Right},
                     {"p95", ColumnAlign::Right},
                     {"max", ColumnAlign::Right},
                     {"outliers", ColumnAlign::Right}});
    forEachBox(comparison, [&](Metric metric, std::size_t at, const BoxStatistics& box) {
        const auto text = [metric](double value) { return metricNumber(metric, value); };
        boxes.addRow({std::string(specOf(metric).key), runLetter(at), std::to_string(box.n),
                      std::to_string(box.missing), text(box.min), text(box.q1), text(box.median),
                      text(box.q3), text(box.p95), text(box.max),
                      std::to_string(box.outliers.size())});
    });
    TextTable relations(
        {{"override"}, {"KPI"}, {"Spearman's rho", ColumnAlign::Right}, {"n", ColumnAlign::Right}});
    std::set<std::string> warnings;
    forEachRelation(
        comparison, [&](const std::string& parameter, Metric metric, const Relation& relation) {
            relations.addRow({parameter, std::string(specOf(metric).key), rhoText(relation),
                              std::to_string(relation.points.size())});
            warnings.insert(relation.warnings.begin(), relation.warnings.end());
        });
    std::string out = "distributions over the compared iterations\n" + boxes.text() + "\n";
    out += relations.isEmpty() ? "no override varies over the compared iterations\n"
                               : "overrides and KPIs\n" + relations.text();
    for (const std::string& warning : warnings) {
        out += "note: " + escapeTerminal(warning) + "\n";
    }
    return out;
}

Json compareDetailsJson(const RunComparison& comparison)
{
    Json distributions = Json::array();
    forEachBox(comparison, [&](Metric metric, std::size_t at, const BoxStatistics& box) {
        distributions.push_back({{"metric", specOf(metric).key},
                                 {"run", comparison.runs[at].name},
                                 {"n", box.n},
                                 {"missing", box.missing},
                                 {"mean", box.mean},
                                 {"min", box.min},
                                 {"q1", box.q1},
                                 {"median", box.median},
                                 {"q3", box.q3},
                                 {"p95", box.p95},
                                 {"max", box.max},
                                 {"whisker_low", box.whiskerLow},
                                 {"whisker_high", box.whiskerHigh},
                                 {"outliers", box.outliers.size()}});
    });
    Json relations = Json::array();
    forEachRelation(comparison,
                    [&](const std::string& parameter, Metric metric, const Relation& relation) {
                        relations.push_back({{"parameter", parameter},
                                             {"metric", specOf(metric).key},
                                             {"rho", jsonOrNull(relation.rho)},
                                             {"n", relation.points.size()},
                                             {"missing", relation.missing},
                                             {"why", relation.why},
                                             {"warnings", relation.warnings}});
                    });
    return {{"distributions", std::move(distributions)}, {"relations", std::move(relations)}};
}

} // namespace soak
