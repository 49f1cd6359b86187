// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/branch_report.h"

#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/report/json_text.h"
#include "core/report/markdown_table.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr std::size_t kNameColumn = 12;
constexpr std::array kShownParts{Metric::GrossBps, Metric::FeesEffBps, Metric::SlippageBps,
                                 Metric::AdverseBps, Metric::InventoryBps};

std::string named(std::string name, const std::string& text)
{
    name.resize(kNameColumn, ' ');
    return name + escapeTerminal(text) + "\n";
}

BranchComparison comparisonOf(const BranchReport& report)
{
    return compareBranch(*report.source.run, *report.branched.run, report.branch.at);
}

std::string partingText(const BranchComparison& comparison)
{
    if (!comparison.firstOtherFile && !comparison.firstOtherMetric) {
        return "nowhere: every iteration file is the same to the byte";
    }
    const std::string file = comparison.firstOtherFile
                                 ? "iteration " + std::to_string(*comparison.firstOtherFile)
                                 : "no iteration";
    return "first in " + file + "; a KPI " +
           (comparison.firstOtherMetric
                ? "first in iteration " + std::to_string(*comparison.firstOtherMetric)
                : "nowhere");
}

std::string changeText(const BranchKpi& kpi)
{
    const auto change = kpi.change();
    if (!change) {
        return std::string(kNotAvailable);
    }
    const std::string number = metricNumber(kpi.metric, change);
    return *change > 0 ? "+" + number : number;
}

std::string kpiText(const BranchComparison& comparison)
{
    TextTable table({{"KPI"},
                     {"source", ColumnAlign::Right},
                     {"what-if", ColumnAlign::Right},
                     {"change", ColumnAlign::Right},
                     {"iterations", ColumnAlign::Right}});
    const auto add = [&](Metric metric) {
        const auto kpi = std::ranges::find(comparison.kpis, metric, &BranchKpi::metric);
        if (kpi != comparison.kpis.end()) {
            table.addRow({std::string(specOf(metric).key), metricText(metric, kpi->source),
                          metricText(metric, kpi->branch), changeText(*kpi),
                          std::to_string(kpi->count)});
        }
    };
    std::ranges::for_each(goalMetrics(), add);
    std::ranges::for_each(kShownParts, add);
    return table.text();
}

std::string verdictOf(const Judgement& judgement)
{
    return std::string(keyOf(judgement.verdict)) + ": " + judgement.verdictWhy;
}

Json verdictJson(const Judgement& judgement)
{
    return {{"verdict", keyOf(judgement.verdict)},
            {"why", judgement.verdictWhy},
            {"gate", keyOf(judgement.gateVerdict)}};
}

Json optionalIteration(std::optional<int> iteration)
{
    return iteration ? Json(*iteration) : Json();
}

} // namespace

std::string branchReportText(const BranchReport& report)
{
    const BranchComparison comparison = comparisonOf(report);
    const int at = report.branch.at;
    std::string out = named("what-if", branchText(report.branch));
    out += named("source", report.sourceFolder);
    out += named("folder", report.folder);
    out += named("taken over",
                 at == 1   ? "nothing: it begins with another start"
                 : at == 2 ? "iteration 1, byte for byte"
                           : "iterations 1 to " + std::to_string(at - 1) + ", byte for byte");
    out += named("differs", partingText(comparison));
    out += "\nmeans of iterations " + std::to_string(comparison.from) + " to " +
           std::to_string(comparison.to) + "\n" + kpiText(comparison) + "\n";
    out += named("source", verdictOf(report.source));
    out += named("what-if", verdictOf(report.branched));
    return out + "Both met the same random numbers. One pair of runs is no proof of an effect: "
                 "`soak sweep` judges by many seeds.\n";
}

Json branchReportJson(const BranchReport& report)
{
    const BranchComparison comparison = comparisonOf(report);
    Json set = Json::object();
    for (const auto& [name, value] : report.branch.set) {
        set[name] = value.amount;
    }
    Json kpis = Json::array();
    for (const BranchKpi& kpi : comparison.kpis) {
        kpis.push_back({{"metric", specOf(kpi.metric).key},
                        {"source_mean", jsonOrNull(kpi.source)},
                        {"whatif_mean", jsonOrNull(kpi.branch)},
                        {"change", jsonOrNull(kpi.change())},
                        {"iterations", kpi.count}});
    }
    return {{"at", report.branch.at},
            {"set", std::move(set)},
            {"without", report.branch.without},
            {"tuner_off", report.branch.isTunerOff},
            {"run_id", report.branched.run->info ? Json(report.branched.run->info->runId) : Json()},
            {"source", report.sourceFolder},
            {"source_sha256", report.branch.sourceSha256},
            {"folder", report.folder},
            {"compared", {{"from", comparison.from}, {"to", comparison.to}}},
            {"first_other_file", optionalIteration(comparison.firstOtherFile)},
            {"first_other_kpi", optionalIteration(comparison.firstOtherMetric)},
            {"kpis", std::move(kpis)},
            {"verdicts",
             {{"source", verdictJson(report.source)}, {"whatif", verdictJson(report.branched)}}}};
}

} // namespace soak
