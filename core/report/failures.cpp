// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/failures.h"

#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/report/delta_report_words.h"
#include "core/report/markdown_parts.h"
#include "core/report/markdown_table.h"
#include "core/report/quality_notes.h"
#include "core/report/report_text.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr std::size_t kMostRows = 100; // of a table; then the rest is counted

std::string firstLast(const std::vector<int>& iterations)
{
    if (iterations.empty()) {
        return "none";
    }
    return std::to_string(iterations.front()) + " / " + std::to_string(iterations.back());
}

std::string shortfallText(const GateResult& goal)
{
    if (goal.outcome == GateOutcome::Pass) {
        return "none";
    }
    if (!goal.margin) {
        return std::string(kNotAvailable);
    }
    GateResult missed = goal; // a shortfall is told as an amount
    missed.margin = -*goal.margin;
    const std::string text = marginText(missed);
    return text.starts_with('+') ? text.substr(1) : text;
}

std::string goalSection(const Judgement& judgement)
{
    MarkdownTable table({{"Goal"},
                         {"Status"},
                         {"Value", ColumnAlign::Right},
                         {"Target"},
                         {"Shortfall", ColumnAlign::Right},
                         {"First / last failing iteration"},
                         {"Failing"},
                         {"Without value"}});
    for (const GateResult& goal : judgement.goalGates) {
        table.addRow({escapeMarkdown(goal.gate.id), markOf(goal),
                      gateText(goal.gate, goal.observed), markdownNumber(targetText(goal.gate)),
                      shortfallText(goal), firstLast(goal.brokenBy), rangesText(goal.brokenBy),
                      rangesText(goal.missingIn)});
    }
    return table.text() + "\n";
}

std::string leftOutNote(std::size_t count)
{
    return count <= kMostRows
               ? "\n"
               : "\n" + std::to_string(count - kMostRows) + " more are not listed here.\n\n";
}

std::string failuresQualitySection(const Judgement& judgement)
{
    std::string out = "## Data Behind the Verdict\n\n";
    const std::vector<std::string> notes = qualityNotes(judgement);
    for (const std::string& note : notes) {
        out += "- " + escapeMarkdown(note) + "\n";
    }
    return out + (notes.empty() ? "Complete and unchanged.\n\n" : "\n");
}

std::string loadSection(const SoakRun& run)
{
    std::string out = "## Missing and Unreadable Iterations\n\n";
    out += "- **Without a file:** " + gapsText(run.gaps) + "\n";
    out += "- **Unreadable:** " + rangesText(run.unreadable) + "\n\n";
    MarkdownTable table({{"File"}, {"Reason"}});
    std::size_t count = 0;
    for (const Finding& finding : run.findings) {
        const bool isLoadError =
            finding.kind == FindingKind::LoadError || finding.kind == FindingKind::FileError;
        if (isLoadError && ++count <= kMostRows) {
            table.addRow({escapeMarkdown(finding.file), escapeMarkdown(finding.text)});
        }
    }
    return table.isEmpty() ? out : out + table.text() + leftOutNote(count);
}

std::string iterationSection(const Judgement& judgement)
{
    MarkdownTable table({{"Iteration", ColumnAlign::Right}, {"Reason"}});
    const SoakRun& run = *judgement.run;
    const std::vector<int>& failed = judgement.failedIterations;
    for (std::size_t i = 0; i < std::min(failed.size(), kMostRows); ++i) {
        const auto row = run.table.rowOf(failed[i]);
        const IterationNotes* notes = row ? run.notes.at(*row) : nullptr;
        const bool isTold = notes != nullptr && notes->failure;
        table.addRow(
            {std::to_string(failed[i]), isTold ? escapeMarkdown(*notes->failure) : std::string()});
    }
    const std::string head = "## Failed Iterations\n\n";
    return table.isEmpty() ? head + "None.\n\n" : head + table.text() + leftOutNote(failed.size());
}

std::string verificationSection(const Verification& verification)
{
    MarkdownTable table({{"Pair"},
                         {"Parameter"},
                         {"Expected", ColumnAlign::Right},
                         {"Observed", ColumnAlign::Right},
                         {"Status"},
                         {"Reason"}});
    std::size_t count = 0;
    for (const PairCheck& pair : verification.pairs) {
        if (pair.status != PairStatus::Fail || ++count > kMostRows) {
            continue;
        }
        for (const ParamCheck& param : pair.params) {
            if (isProblem(param.status)) {
                table.addRow({pairName(pair), escapeMarkdown(param.name),
                              shortNumber(param.expected), shortNumber(param.observed),
                              std::string(keyOf(param.status)), escapeMarkdown(param.reason)});
            }
        }
        if (std::none_of(pair.params.begin(), pair.params.end(),
                         [](const ParamCheck& param) { return isProblem(param.status); })) {
            table.addRow({pairName(pair), "all", "", "", std::string(keyOf(pair.status)),
                          escapeMarkdown(pair.reason)});
        }
    }
    std::string out = "## Delta Verification\n\n" + markOf(verification.verdict) + " " +
                      std::string(keyOf(verification.verdict)) + " - " +
                      escapeMarkdown(verification.reason) + "\n\n";
    for (const AbsoluteDeltaSuspect& suspect : verification.absoluteDeltaSuspects) {
        out += "- " + escapeMarkdown(suspectText(suspect)) + "\n";
    }
    out += verification.absoluteDeltaSuspects.empty() ? "" : "\n";
    return table.isEmpty() ? out : out + table.text() + leftOutNote(count);
}

bool hasFailures(const Judgement& judgement)
{
    const SoakRun& run = *judgement.run;
    return judgement.verdict != RunVerdict::Pass || !run.unreadable.empty() || !run.gaps.empty() ||
           judgement.verification.failCount > 0 || !qualityNotes(judgement).empty();
}

} // namespace

std::string failuresMarkdown(const Judgement& judgement, const ReportContext& context)
{
    const bool failures = hasFailures(judgement);
    std::string out =
        markdownHead("Soak Test Failures Report", context,
                     {"**Run:** " + escapeMarkdown(runLabel(*judgement.run)),
                      "**Status:** " + std::string(failures ? "FAILURES DETECTED" : "NO FAILURES"),
                      verdictLine(judgement)});
    out += "## Summary: " + std::to_string(judgement.goalsMet) + " of " +
           std::to_string(judgement.goalGates.size()) + " Goals Met\n\n";
    out += goalSection(judgement);
    out += failuresQualitySection(judgement);
    out += loadSection(*judgement.run);
    out += iterationSection(judgement);
    out += verificationSection(judgement.verification);
    return out + markdownFoot(context);
}

} // namespace soak
