// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/delta_report.h"

#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/report/delta_report_words.h"
#include "core/report/markdown_table.h"
#include "core/report/report_text.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr std::size_t kShortestFoldedRun = 3; // pairs without a proposal in a row
constexpr int kRatioDecimals = 3;

std::string signatureText(const PairCheck& pair)
{
    if (!pair.signatureChanged) {
        return std::string(kNotAvailable);
    }
    return *pair.signatureChanged ? "Y" : "N";
}

std::vector<std::string> pairRow(const PairCheck& pair)
{
    return {pairName(pair),
            escapeMarkdown(proposedNames(pair)),
            pair.applied ? "Y" : "N",
            pair.guards.empty() ? "none" : escapeMarkdown(join(pair.guards, ", ")),
            signatureText(pair),
            std::string(paramsMatchWord(pair.status)),
            escapeMarkdown(pair.reason)};
}

std::size_t runOfNothing(const std::vector<PairCheck>& pairs, std::size_t first)
{
    std::size_t last = first;
    while (last < pairs.size() && pairs[last].status == PairStatus::NotApplicable) {
        ++last;
    }
    return last - first;
}

std::string pairsTable(const std::vector<PairCheck>& pairs)
{
    MarkdownTable table({{"Iterations"},
                         {"Proposed"},
                         {"Applied"},
                         {"Guards"},
                         {"Signature changed"},
                         {"Params match"},
                         {"Reason"}});
    for (std::size_t i = 0; i < pairs.size();) {
        const std::size_t nothing = runOfNothing(pairs, i);
        if (nothing < kShortestFoldedRun) {
            table.addRow(pairRow(pairs[i]));
            ++i;
            continue;
        }
        const PairCheck& last = pairs[i + nothing - 1];
        table.addRow({std::to_string(pairs[i].from) + " to " + std::to_string(last.to), "none", "N",
                      "none", "", "N/A",
                      std::to_string(nothing) + " pairs, nothing proposed, nothing changed"});
        i += nothing;
    }
    return table.isEmpty() ? "There is no pair of iterations.\n" : table.text();
}

std::string countLine(std::string_view what, int count, int of)
{
    std::string line = "- **" + std::string(what) + ":** " + std::to_string(count);
    if (of > 0) {
        line += " (" + fixedText(100.0 * count / of, 1) + "%)";
    }
    return line + "\n";
}

std::string metricsSection(const Verification& v)
{
    std::string out = "## Metrics\n\n";
    out += "- **Iteration pairs:** " + std::to_string(v.pairsTotal) + "\n";
    out += "- **Pairs with proposed deltas:** " + std::to_string(v.proposedCount) + "\n";
    out += countLine("Full applications", v.fullApplyCount, v.proposedCount);
    out += countLine("Partial OK (withheld with a reason)", v.partialOkCount, v.proposedCount);
    out += countLine("Failed", v.failCount, v.proposedCount);
    out += countLine("Not verifiable", v.notVerifiableCount, v.proposedCount);
    out += "- **Signature stuck:** " + std::to_string(v.signatureStuckCount) + "\n";
    out +=
        "- **Misplaced or missing parameters:** " + std::to_string(v.nestedMissPaths.size()) + "\n";
    out += "- **Full apply ratio:** " + fixedText(v.fullApplyRatio, kRatioDecimals) +
           " (full and partial OK of the verifiable)\n";
    out += "- **Effective apply ratio:** " + fixedText(v.effectiveApplyRatio, kRatioDecimals) +
           " (full of all proposed)\n";
    return out + "\n";
}

std::string mismatchSection(const Verification& v)
{
    std::string out = "## Detailed Mismatches\n\n";
    bool any = false;
    for (const PairCheck& pair : v.pairs) {
        MarkdownTable table({{"Parameter"},
                             {"Before", ColumnAlign::Right},
                             {"Proposed", ColumnAlign::Right},
                             {"Expected", ColumnAlign::Right},
                             {"Observed", ColumnAlign::Right},
                             {"Difference", ColumnAlign::Right},
                             {"Status"},
                             {"Reason"}});
        for (const ParamCheck& param : pair.params) {
            if (isProblem(param.status)) {
                table.addRow({escapeMarkdown(param.name), shortNumber(param.previous),
                              deltaText(param), shortNumber(param.expected),
                              shortNumber(param.observed), differenceText(param),
                              std::string(keyOf(param.status)), escapeMarkdown(param.reason)});
            }
        }
        if (!table.isEmpty()) {
            any = true;
            out += "### " + pairName(pair) + "\n\n" + table.text() + "\n";
        }
    }
    return any ? out : out + "None.\n\n";
}

std::string problemSection(const Verification& v)
{
    std::string out = "## Problematic Parameters\n\n";
    if (v.problemParams.empty()) {
        return out + "None.\n\n";
    }
    MarkdownTable table({{"Parameter"}, {"Mismatches", ColumnAlign::Right}});
    for (const auto& [name, count] : problemsWorstFirst(v)) {
        table.addRow({escapeMarkdown(name), std::to_string(count)});
    }
    return out + table.text() + "\n";
}

std::string suspectSection(const Verification& v)
{
    if (v.absoluteDeltaSuspects.empty()) {
        return "";
    }
    std::string out = "## Deltas Stored as Values\n\n";
    for (const AbsoluteDeltaSuspect& suspect : v.absoluteDeltaSuspects) {
        out += "- " + escapeMarkdown(suspectText(suspect)) + "\n";
    }
    return out + "\n";
}

std::string legacySection(const LegacyVerification& legacy)
{
    std::string out = "## Legacy Numbers\n\n";
    out += "Existence only, as the reference verifier counted: a parameter counts as applied when "
           "some value of it exists. They prove nothing.\n\n";
    out += "- **Pairs with proposed deltas:** " + std::to_string(legacy.proposedCount) + "\n";
    out += "- **Full applications:** " + std::to_string(legacy.fullApplyCount) + "\n";
    out += "- **Partial OK:** " + std::to_string(legacy.partialOkCount) + "\n";
    out += "- **Failed:** " + std::to_string(legacy.failCount) + "\n";
    out += "- **Full apply ratio:** " + fixedText(legacy.fullApplyRatio, kRatioDecimals) + "\n";
    return out + "\n";
}

std::string mismatchTable(const Verification& v)
{
    TextTable table({{"pair"},
                     {"parameter"},
                     {"before", ColumnAlign::Right},
                     {"delta", ColumnAlign::Right},
                     {"expected", ColumnAlign::Right},
                     {"observed", ColumnAlign::Right},
                     {"status"},
                     {"reason"}});
    for (const PairCheck& pair : v.pairs) {
        for (const ParamCheck& param : pair.params) {
            if (isProblem(param.status)) {
                table.addRow({pairName(pair), param.name, shortNumber(param.previous),
                              deltaText(param), shortNumber(param.expected),
                              shortNumber(param.observed), std::string(keyOf(param.status)),
                              param.reason});
            }
        }
    }
    return table.isEmpty() ? std::string() : table.text();
}

std::string legacyLine(const LegacyVerification& legacy)
{
    return "legacy (existence only): proposed " + std::to_string(legacy.proposedCount) + ", full " +
           std::to_string(legacy.fullApplyCount) + ", partial ok " +
           std::to_string(legacy.partialOkCount) + ", failed " + std::to_string(legacy.failCount) +
           ", full_apply_ratio " + fixedText(legacy.fullApplyRatio, kRatioDecimals) + "\n";
}

} // namespace

std::string deltaReportMarkdown(const Verification& verification, const ReportContext& context,
                                LegacyNumbers legacy)
{
    std::string out = "# Delta-Apply Verification Report\n\n";
    out += "**Generated:** " + escapeMarkdown(timestampText(context.timestamp)) + "\n\n";
    out += "Whether every proposed change arrived, with its value, in the overrides of the next "
           "iteration.\n\n";
    out += "## Summary Table\n\n" + pairsTable(verification.pairs) + "\n";
    out += metricsSection(verification);
    out += mismatchSection(verification);
    out += problemSection(verification);
    out += suspectSection(verification);
    if (legacy == LegacyNumbers::Include) {
        out += legacySection(verification.legacy);
    }
    out += "## Verdict\n\n";
    out += markOf(verification.verdict) + " **" + std::string(keyOf(verification.verdict)) +
           "** - " + escapeMarkdown(verification.reason) + "\n";
    return out;
}

std::string deltaReportText(const Verification& verification, LegacyNumbers legacy)
{
    const Verification& v = verification;
    std::string out = mismatchTable(v);
    for (const AbsoluteDeltaSuspect& suspect : v.absoluteDeltaSuspects) {
        out += escapeTerminal(suspectText(suspect)) + "\n";
    }
    out += out.empty() ? "" : "\n";
    out += "pairs " + std::to_string(v.pairsTotal) + ", proposed " +
           std::to_string(v.proposedCount) + ": full " + std::to_string(v.fullApplyCount) +
           ", partial ok " + std::to_string(v.partialOkCount) + ", failed " +
           std::to_string(v.failCount) + ", not verifiable " +
           std::to_string(v.notVerifiableCount) + ", signature stuck " +
           std::to_string(v.signatureStuckCount) + "\n";
    out += "full_apply_ratio " + fixedText(v.fullApplyRatio, kRatioDecimals) +
           ", effective_apply_ratio " + fixedText(v.effectiveApplyRatio, kRatioDecimals) +
           ", threshold " + shortNumber(v.threshold) + " (" + std::string(modeWord(v.mode)) + ")\n";
    out += legacy == LegacyNumbers::Include ? legacyLine(v.legacy) : "";
    return out + std::string(keyOf(v.verdict)) + ": " + escapeTerminal(v.reason) + "\n";
}

} // namespace soak
