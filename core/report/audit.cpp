// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/audit.h"

#include "core/analysis/expected_effects.h"
#include "core/analysis/unusual_iterations.h"
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/io/artifacts.h"
#include "core/report/confidence_report.h"
#include "core/report/markdown_parts.h"
#include "core/report/markdown_table.h"
#include "core/report/report_text.h"
#include "core/report/sparkline.h"
#include "core/sim/sim_limits.h"
#include "core/statistics/descriptive.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

constexpr std::size_t kAuditMetrics = 6; // of the snapshot's seven; cancel_ratio has no target
constexpr int kAuditDecimals = 3;
constexpr std::size_t kNameWidth = 20;

std::span<const Metric> auditMetrics()
{
    return snapshotMetrics().first(kAuditMetrics);
}

std::string number(std::optional<double> value)
{
    return fixedText(value, kAuditDecimals);
}

std::string lowHigh(const MetricStatistics& statistics)
{
    return number(statistics.min) + " / " + number(statistics.max);
}

std::string kpiSection(const Judgement& judgement)
{
    const std::string all = rangesText(judgement.run->table.iterations(), 3);
    const std::string last = rangesText(judgement.windowIterations, 3);
    const std::string n = std::to_string(judgement.windowIterations.size());
    MarkdownTable table({{"Metric"},
                         {"All (" + all + ")", ColumnAlign::Right},
                         {"Last-" + n + " (" + last + ")", ColumnAlign::Right},
                         {"Trend"}});
    for (const Metric metric : auditMetrics()) {
        const MetricStatistics& whole = judgement.allStatistics[indexOf(metric)];
        const MetricStatistics& window = judgement.windowStatistics[indexOf(metric)];
        table.addRow({"**" + std::string(specOf(metric).key) + "**", "", "", ""});
        table.addRow(
            {"- Mean", number(whole.mean), number(window.mean),
             window.count == 0 ? std::string(kNotAvailable) : std::string(keyOf(window.trend))});
        table.addRow({"- Median", number(whole.median), number(window.median), ""});
        table.addRow({"- Min / max", lowHigh(whole), lowHigh(window), ""});
        if (whole.missing > 0) {
            table.addRow(
                {"- Missing", std::to_string(whole.missing), std::to_string(window.missing), ""});
        }
    }
    return "## KPI Metrics: All Iterations vs Last-" + n + "\n\n" + table.text() + "\n";
}

std::string trendSection(const Judgement& judgement)
{
    const IterationTable& table = judgement.run->table;
    std::string out = "## Metric Trends (ASCII Sparklines - " +
                      countText(table.rowCount(), "iteration", "iterations") + ")\n\n```\n";
    for (const Metric metric : goalMetrics()) {
        std::string name(specOf(metric).key);
        name.resize(std::max(kNameWidth, name.size()), ' ');
        out += name + " [" + sparkline(table.column(metric), table.rowCount()) + "]\n";
    }
    return out + "```\n\nLow to high: ` `, `-`, `=`, `+`, `#`; `.` is no value. With more than " +
           std::to_string(kSparklineWidth) + " iterations a character is the mean of several.\n\n";
}

std::string guardSection(const Judgement& judgement)
{
    MarkdownTable table(
        {{"Guard type"},
         {"All", ColumnAlign::Right},
         {"Last-" + std::to_string(judgement.windowIterations.size()), ColumnAlign::Right},
         {"Iterations"}});
    for (std::size_t i = 0; i < kGuardTypeCount; ++i) {
        table.addRow({std::string(keyOf(static_cast<GuardType>(i))),
                      std::to_string(judgement.guardsAll[i].size()),
                      std::to_string(judgement.guardsWindow[i].size()),
                      iterationList(judgement.guardsAll[i])});
    }
    return "### Guard Activations\n\n" + table.text() + "\n";
}

std::string deltaSection(const Judgement& judgement)
{
    const TuningSummary& tuning = judgement.tuning;
    const Verification& verification = judgement.verification;
    std::string out = "### Delta Application\n\n";
    out += "- **Applied:** " + countText(tuning.appliedIterations.size(), "time", "times") +
           " (iterations: " + iterationList(tuning.appliedIterations) + ")\n";
    out += "- **Changed keys:** " +
           (tuning.changedKeys.empty() ? "none" : escapeMarkdown(join(tuning.changedKeys, ", "))) +
           "\n";
    out += "- **Verified:** " + std::string(keyOf(verification.verdict)) + " - " +
           escapeMarkdown(verification.reason) + "\n\n";
    out += "### Skip Reasons\n\n";
    if (tuning.skipReasons.empty()) {
        return out + "None.\n\n";
    }
    for (const auto& [note, count] : tuning.skipReasons) {
        out += "- **" + escapeMarkdown(note) + ":** " +
               countText(static_cast<std::size_t>(count), "time", "times") + "\n";
    }
    return out + "\n";
}

std::string signedMean(Metric metric, double value)
{
    const std::string number = metricNumber(metric, value);
    return value > 0 ? "+" + number : number;
}

// Only of a tuner that says what it expects.
std::string effectSection(const Judgement& judgement)
{
    const auto summaries = effectSummaries(*judgement.run);
    if (summaries.empty()) {
        return "";
    }
    MarkdownTable table({{"Metric"},
                         {"Changes", ColumnAlign::Right},
                         {"Expected, mean", ColumnAlign::Right},
                         {"Seen, mean", ColumnAlign::Right},
                         {"In the expected direction", ColumnAlign::Right}});
    for (const EffectSummary& summary : summaries) {
        table.addRow({std::string(specOf(summary.metric).key), std::to_string(summary.count),
                      signedMean(summary.metric, summary.meanExpected),
                      signedMean(summary.metric, summary.meanSeen),
                      std::to_string(summary.sameSign) + " of " + std::to_string(summary.count)});
    }
    return "### Effects Expected by the Tuner\n\n" + table.text() +
           "\nOf changes that arrived as proposed. What was seen is the next iteration less this "
           "one, with the noise of both; a single difference is no proof.\n\n";
}

// What the reader should know before any number.
std::vector<std::string> headLines(const Judgement& judgement)
{
    const SoakRun& run = *judgement.run;
    std::vector<std::string> lines{
        "**Run:** " + escapeMarkdown(runLabel(run)),
        "**Iterations:** " + std::to_string(run.table.rowCount()) + " (analyzing last-" +
            std::to_string(judgement.windowIterations.size()) + ": iterations " +
            rangesText(judgement.windowIterations) + ")"};
    if (run.info && run.info->engine == "sim") {
        lines.push_back("**Market:** " + escapeMarkdown(std::string(simEvidence())));
    }
    for (const RunBranch& branch : run.info ? run.info->branches : std::vector<RunBranch>{}) {
        lines.push_back("**What-if:** " + escapeMarkdown(branchText(branch)));
    }
    lines.push_back(verdictLine(judgement));
    return lines;
}

// "3 of 120 stand out, about 0.2 would in clean noise: 30 (9.00), …".
std::string unusualText(const UnusualIterations& unusual)
{
    constexpr std::size_t kMostNamed = 5;
    std::string text = std::to_string(unusual.found.size()) + " of " +
                       std::to_string(unusual.looked) + " stand out, about " +
                       fixedText(unusual.expected, 1) + " would in clean noise";
    for (std::size_t at = 0; at < std::min(unusual.found.size(), kMostNamed); ++at) {
        const UnusualIteration& one = unusual.found[at];
        text += (at == 0 ? ": " : ", ") + std::to_string(one.iteration) + " (" +
                metricNumber(unusual.metric, one.value) +
                (std::abs(one.z) > kExtremeScore ? ", extreme)" : ")");
    }
    return unusual.found.size() > kMostNamed
               ? text + " and " + std::to_string(unusual.found.size() - kMostNamed) + " more"
               : text;
}

std::string anomalySection(const Judgement& judgement)
{
    std::string out = "## Anomalies & Peaks\n\n";
    for (const Metric metric : {Metric::P95LatencyMs, Metric::RiskRatio, Metric::AdverseBpsP95}) {
        const MetricStatistics& all = judgement.allStatistics[indexOf(metric)];
        out += "- **" + std::string(specOf(metric).key) + " peak:** " + number(all.max);
        if (all.iterationOfMax) {
            out += " at iteration " + std::to_string(*all.iterationOfMax);
        }
        out += "\n";
    }
    for (const Metric metric : goalMetrics()) {
        const UnusualIterations unusual = unusualIterations(*judgement.run, metric);
        if (unusual.looked > 0) {
            out += "- **" + std::string(specOf(metric).key) + " unusual iterations:** " +
                   unusualText(unusual) + "\n";
        }
    }
    out += "\n";
    if (judgement.anomalies.empty()) {
        return out + "No anomaly in the window.\n\n";
    }
    MarkdownTable table({{"Iteration", ColumnAlign::Right},
                         {"Kind"},
                         {"Value", ColumnAlign::Right},
                         {"Limit", ColumnAlign::Right},
                         {"What"}});
    for (const Anomaly& anomaly : judgement.anomalies) {
        table.addRow({std::to_string(anomaly.iteration), escapeMarkdown(anomaly.kind),
                      number(anomaly.value), shortNumber(anomaly.limit),
                      escapeMarkdown(anomaly.text)});
    }
    return out + table.text() + "\n";
}

std::string qualitySection(const Judgement& judgement)
{
    const SoakRun& run = *judgement.run;
    std::string out = "## Data Quality\n\n";
    out += "- **Iterations without a file:** " + gapsText(run.gaps) + "\n";
    out += "- **Unreadable iterations:** " + rangesText(run.unreadable) + "\n";
    out += "- **Findings:** " + findingCountsText(run.findings) + "\n";
    if (judgement.windowShort) {
        out += "- **Window:** " + std::to_string(judgement.windowIterations.size()) + " of " +
               std::to_string(judgement.windowSize) + " iterations: too short for a release\n";
    }
    return out + "\n";
}

std::string unmetGoals(const Judgement& judgement)
{
    std::vector<std::string> names;
    for (const GateResult& goal : judgement.goalGates) {
        if (goal.outcome != GateOutcome::Pass) {
            names.push_back(goal.gate.id +
                            (goal.outcome == GateOutcome::NoData ? " (no data)" : ""));
        }
    }
    return join(names, ", ");
}

std::string assessmentSection(const Judgement& judgement)
{
    std::string out = "## Final Assessment\n\n";
    const std::string unmet = unmetGoals(judgement);
    if (unmet.empty()) {
        out += "[OK] **All KPI targets met over " + windowText(judgement) + ".**\n\n";
        out += "**Freeze ready:** " + std::string(judgement.freezeReady ? "yes" : "no") +
               "; **release ready:** " + std::string(judgement.releaseReady ? "yes" : "no") +
               "\n\n";
    } else {
        out += markOf(judgement.verdict) + " **Goals not met:** " + escapeMarkdown(unmet) + "\n\n";
    }
    for (const std::string& blocker : judgement.releaseBlockers) {
        out += "- Not released: " + escapeMarkdown(blocker) + "\n";
    }
    out += judgement.releaseBlockers.empty() ? "" : "\n";
    out += "**Next steps:**\n";
    if (unmet.empty()) {
        return out + "1. Read " + std::string(kRecommendationsFile) +
               " for what could still be better\n2. Read " + std::string(kDeltaReportMarkdownFile) +
               ": every tuned parameter must have arrived\n3. Freeze the configuration and bundle "
               "the run\n\n";
    }
    return out + "1. Read " + std::string(kRecommendationsFile) +
           " for the required changes\n2. Run " +
           "more iterations with them, one at a time\n3. Judge again\n\n";
}

} // namespace

std::string auditMarkdown(const Judgement& judgement, const ReportContext& context)
{
    std::string out = markdownHead("Post-Soak Audit Report", context, headLines(judgement));
    out += "## Executive Summary\n\n" + goalsTable(judgement) + "\n";
    out += confidenceMarkdown(gateConfidence(judgement));
    out += kpiSection(judgement);
    out += trendSection(judgement);
    out += "## Guards & Tuning Activity\n\n" + guardSection(judgement) + deltaSection(judgement) +
           effectSection(judgement);
    out += anomalySection(judgement);
    out += qualitySection(judgement);
    out += assessmentSection(judgement);
    return out + markdownFoot(context);
}

} // namespace soak
