// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/report/delta_report_words.h"
#include "core/report/html_sections.h"
#include "core/report/report_text.h"

namespace soak
{

namespace
{

constexpr int kGateDecimals = 3;
constexpr int kHtmlRatioDecimals = 3;

Html statistic(std::optional<double> value)
{
    return htmlNumber(fixedText(value, kGateDecimals));
}

std::string trendText(const MetricStatistics& statistics)
{
    return statistics.count == 0 ? std::string(kNotAvailable)
                                 : std::string(keyOf(statistics.trend));
}

void addPairRows(HtmlTable& table, const PairCheck& pair)
{
    bool first = true;
    for (const ParamCheck& param : pair.params) {
        table.addRow({first ? htmlText(pairName(pair)) : Html{}, htmlCode(param.name),
                      htmlNumber(shortNumber(param.previous)), htmlNumber(deltaText(param)),
                      htmlNumber(shortNumber(param.expected)),
                      htmlNumber(shortNumber(param.observed)), htmlText(keyOf(param.status)),
                      htmlText(param.reason)});
        first = false;
    }
    if (first) {
        table.addRow({htmlText(pairName(pair)),
                      {},
                      {},
                      {},
                      {},
                      {},
                      htmlText(keyOf(pair.status)),
                      htmlText(pair.reason)});
    }
}

std::string countsText(const Verification& v)
{
    return std::to_string(v.pairsTotal) + " pairs, " + std::to_string(v.proposedCount) +
           " with proposals: " + std::to_string(v.fullApplyCount) + " full, " +
           std::to_string(v.partialOkCount) + " partly withheld with a reason, " +
           std::to_string(v.failCount) + " failed, " + std::to_string(v.notVerifiableCount) +
           " not verifiable; signature stuck " + std::to_string(v.signatureStuckCount) +
           "; full apply ratio " + fixedText(v.fullApplyRatio, kHtmlRatioDecimals) +
           ", effective " + fixedText(v.effectiveApplyRatio, kHtmlRatioDecimals) + ", threshold " +
           shortNumber(v.threshold) + " (" + std::string(modeWord(v.mode)) + ").";
}

} // namespace

Html cutNote(std::size_t total)
{
    if (total <= kMostTableRows) {
        return {};
    }
    return htmlParagraph(std::to_string(total - kMostTableRows) + " more are not listed here.");
}

Html gateSection(const Judgement& judgement)
{
    HtmlTable table({{"Gate"},
                     {"Metric"},
                     {"Target", ColumnAlign::Right},
                     {"Value", ColumnAlign::Right},
                     {"Margin", ColumnAlign::Right},
                     {"n", ColumnAlign::Right},
                     {"Missing in"},
                     {"Broken by"},
                     {"Verdict"},
                     {"Why"}});
    for (const GateResult& result : judgement.gates) {
        const GateSpec& gate = result.gate;
        table.addRow({htmlCode(gate.id),
                      htmlText(gate.metric + ", " + std::string(aggregateText(gate.aggregate))),
                      htmlText(targetText(gate)), htmlNumber(gateText(gate, result.observed)),
                      htmlNumber(marginText(result)), htmlText(std::to_string(result.count)),
                      htmlText(rangesText(result.missingIn)), htmlText(rangesText(result.brokenBy)),
                      chipOf(result), htmlText(result.why)});
    }
    return htmlSection("gates",
                       "Gates of profile " + judgement.profile.name + ": " +
                           std::string(keyOf(judgement.gateVerdict)),
                       table.isEmpty() ? htmlParagraph("The profile has no gates.") : table.html());
}

Html statisticsSection(const Judgement& judgement)
{
    HtmlTable table({{"Metric"},
                     {"Mean, all", ColumnAlign::Right},
                     {"Median", ColumnAlign::Right},
                     {"Min", ColumnAlign::Right},
                     {"Max", ColumnAlign::Right},
                     {"Missing", ColumnAlign::Right},
                     {"Mean, window", ColumnAlign::Right},
                     {"Median", ColumnAlign::Right},
                     {"Min", ColumnAlign::Right},
                     {"Max", ColumnAlign::Right},
                     {"Missing", ColumnAlign::Right},
                     {"Trend"}});
    for (const Metric metric : snapshotMetrics()) {
        const MetricStatistics& all = judgement.allStatistics[indexOf(metric)];
        const MetricStatistics& window = judgement.windowStatistics[indexOf(metric)];
        table.addRow({htmlCode(specOf(metric).key), statistic(all.mean), statistic(all.median),
                      statistic(all.min), statistic(all.max), htmlText(std::to_string(all.missing)),
                      statistic(window.mean), statistic(window.median), statistic(window.min),
                      statistic(window.max), htmlText(std::to_string(window.missing)),
                      htmlText(trendText(window))});
    }
    Html body = table.html();
    if (judgement.anomalies.empty()) {
        body.markup += htmlParagraph("No anomaly in the window.").markup;
        return htmlSection("statistics", "Statistics and anomalies", body);
    }
    HtmlTable anomalies({{"Iteration", ColumnAlign::Right},
                         {"Anomaly"},
                         {"Value", ColumnAlign::Right},
                         {"Limit", ColumnAlign::Right},
                         {"What"}});
    for (const Anomaly& anomaly : judgement.anomalies) {
        if (anomalies.rowCount() < kMostTableRows) {
            anomalies.addRow({htmlText(std::to_string(anomaly.iteration)), htmlText(anomaly.kind),
                              statistic(anomaly.value), htmlNumber(shortNumber(anomaly.limit)),
                              htmlText(anomaly.text)});
        }
    }
    body.markup += "<h3>Anomalies in the window</h3>\n" + anomalies.html().markup +
                   cutNote(judgement.anomalies.size()).markup;
    return htmlSection("statistics", "Statistics and anomalies", body);
}

Html verificationSection(const Verification& verification)
{
    std::string out = "<p>" + chipOf(verification.verdict).markup + " " +
                      htmlText(verification.reason).markup + "</p>\n" +
                      htmlParagraph(countsText(verification)).markup;
    if (!verification.absoluteDeltaSuspects.empty()) {
        out += "<ul>\n";
        for (const AbsoluteDeltaSuspect& suspect : verification.absoluteDeltaSuspects) {
            out += "<li>" + htmlText(suspectText(suspect)).markup + "</li>\n";
        }
        out += "</ul>\n";
    }
    HtmlTable table({{"Iterations"},
                     {"Parameter"},
                     {"Before", ColumnAlign::Right},
                     {"Proposed", ColumnAlign::Right},
                     {"Expected", ColumnAlign::Right},
                     {"Observed", ColumnAlign::Right},
                     {"Status"},
                     {"Reason"}});
    std::size_t pairs = 0;
    for (const PairCheck& pair : verification.pairs) {
        if (pair.status != PairStatus::NotApplicable && ++pairs <= kMostTableRows) {
            addPairRows(table, pair);
        }
    }
    out += table.isEmpty() ? htmlParagraph("Nothing was proposed, and nothing changed.").markup
                           : table.html().markup + cutNote(pairs).markup;
    return htmlSection("verification", "Delta verification", {out});
}

} // namespace soak
