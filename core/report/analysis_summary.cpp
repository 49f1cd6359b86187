// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/analysis_summary.h"

#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/io/artifacts.h"
#include "core/report/analysis_summary_data.h"
#include "core/report/markdown_parts.h"
#include "core/report/markdown_table.h"
#include "core/report/report_text.h"

namespace soak
{

namespace
{

constexpr int kSummaryDecimals = 3;

std::string lowHighMedian(const MetricStatistics& statistics)
{
    return fixedText(statistics.min, kSummaryDecimals) + " / " +
           fixedText(statistics.max, kSummaryDecimals) + " / " +
           fixedText(statistics.median, kSummaryDecimals);
}

std::string inventorySection(const SoakRun& run)
{
    MarkdownTable table({{"File"}, {"Present"}});
    for (const auto& [name, isPresent] : fileInventory(run)) {
        table.addRow({escapeMarkdown(name), isPresent ? "yes" : "no"});
    }
    table.addRow({"Iteration files", std::to_string(run.table.rowCount()) + " read, " +
                                         std::to_string(run.unreadable.size()) + " unreadable, " +
                                         std::to_string(missingCount(run.gaps)) + " missing"});
    return "## File Inventory\n\n" + table.text() + "\n";
}

std::string readinessSection(const Judgement& judgement)
{
    MarkdownTable table({{"Gate"},
                         {"Target"},
                         {"Value", ColumnAlign::Right},
                         {"Margin", ColumnAlign::Right},
                         {"Status"}});
    for (const GateResult& result : readinessRows(judgement)) {
        table.addRow({escapeMarkdown(result.gate.id), markdownNumber(targetText(result.gate)),
                      gateText(result.gate, result.observed), marginText(result), markOf(result)});
    }
    return "## Readiness Gate (profile readiness)\n\n" + table.text() + "\n";
}

std::string trendSection(const SoakRun& run)
{
    const AnalysisSpans spans = analysisSpans(run);
    MarkdownTable table({{"Metric"},
                         {"Overall (min / max / median)", ColumnAlign::Right},
                         {"Steady, from " + std::to_string(kSteadyStart), ColumnAlign::Right},
                         {"Last 8", ColumnAlign::Right},
                         {"Trend of last 8"}});
    for (const Metric metric : snapshotMetrics()) {
        const std::size_t at = indexOf(metric);
        table.addRow({escapeMarkdown(specOf(metric).key), lowHighMedian(spans.overall[at]),
                      lowHighMedian(spans.steady[at]), lowHighMedian(spans.last8[at]),
                      spans.last8[at].count == 0 ? std::string(kNotAvailable)
                                                 : std::string(keyOf(spans.last8[at].trend))});
    }
    return "## Trend Statistics\n\n" + table.text() + "\n";
}

std::string tuningSection(const Judgement& judgement)
{
    const TuningSummary& tuning = judgement.tuning;
    const Verification& verification = judgement.verification;
    std::string out = "## Tuning and Delta Verification\n\n";
    out += "- **Applied:** " + std::to_string(tuning.appliedIterations.size()) +
           " (iterations: " + iterationList(tuning.appliedIterations) + ")\n";
    out += "- **Changed keys:** " +
           (tuning.changedKeys.empty() ? "none" : escapeMarkdown(join(tuning.changedKeys, ", "))) +
           "\n";
    out += "- **Verification:** " + markOf(verification.verdict) + " " +
           std::string(keyOf(verification.verdict)) + " - " + escapeMarkdown(verification.reason) +
           "\n";
    return out + "- **Full apply ratio:** " +
           fixedText(verification.fullApplyRatio, kSummaryDecimals) + "\n\n";
}

std::string recommendationSection(const RecommendationPlan& plan)
{
    std::string out = "## Recommendations\n\n";
    const std::vector<Recommendation>& list = plan.allGoalsMet ? plan.optional : plan.required;
    for (const Recommendation& one : list) {
        out += "- " + escapeMarkdown(one.parameter) + " " + signedNumber(roundTo(one.delta, 12)) +
               " (" + escapeMarkdown(one.goal + ": " + one.reason) + ")\n";
    }
    return out + (list.empty() ? "None.\n\n" : "\n");
}

std::string filesSection()
{
    std::string out = "## Data Files\n\n";
    for (const std::string_view name :
         {kSnapshotFile, kAuditFile, kRecommendationsFile, kFailuresFile, kDeltaReportJsonFile,
          kHtmlReportFile, kIterationTableFile}) {
        out += "- " + escapeMarkdown(name) + "\n";
    }
    return out + "\n";
}

} // namespace

std::string analysisSummaryMarkdown(const Judgement& judgement, const ReportContext& context)
{
    std::string out = markdownHead(
        "Post-Soak Audit Summary", context,
        {"**Run:** " + escapeMarkdown(runLabel(*judgement.run)), verdictLine(judgement)});
    out += inventorySection(*judgement.run) + readinessSection(judgement);
    out += trendSection(*judgement.run) + tuningSection(judgement);
    out += recommendationSection(judgement.recommendations) + filesSection();
    return out + markdownFoot(context);
}

} // namespace soak
