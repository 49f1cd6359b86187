// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/changelog.h"

#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/io/artifacts.h"
#include "core/release/bundle_layout.h"
#include "core/report/markdown_parts.h"
#include "core/report/markdown_table.h"
#include "core/report/quality_notes.h"
#include "core/report/report_text.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr std::size_t kMostDeltaRows = 10; // DOMAIN 7.5: iterations, each with all of its keys
constexpr std::size_t kMostIssues = 20;

std::string yesNo(bool value)
{
    return value ? "yes" : "no";
}

std::string summarySection(const Judgement& judgement)
{
    return "## Executive Summary\n\n- **Freeze ready:** " + yesNo(judgement.freezeReady) +
           "\n- **Release ready:** " + yesNo(judgement.releaseReady) + "\n- **Iterations:** " +
           std::to_string(judgement.run->table.rowCount()) + " (" + windowText(judgement) +
           ")\n- **Goals met:** " + std::to_string(judgement.goalsMet) + " of " +
           std::to_string(judgement.goalGates.size()) + "\n- " + verdictLine(judgement) + "\n\n";
}

std::string kpiSection(const Judgement& judgement)
{
    return "## KPIs\n\n" + goalsTable(judgement) + "\n";
}

std::string deltasText(const std::map<std::string, ParamDelta, std::less<>>& deltas)
{
    std::vector<std::string> parts;
    for (const auto& [name, delta] : deltas) {
        parts.push_back(escapeMarkdown(name) + " " + signedNumber(roundTo(delta.amount, 12)));
    }
    return join(parts, ", ");
}

std::string deltaSection(const Judgement& judgement)
{
    const SoakRun& run = *judgement.run;
    const std::vector<int>& applied = judgement.tuning.appliedIterations;
    MarkdownTable table({{"Iteration", ColumnAlign::Right}, {"Applied changes"}});
    for (std::size_t i = 0; i < std::min(applied.size(), kMostDeltaRows); ++i) {
        const auto row = run.table.rowOf(applied[i]);
        const TuningStep* step = row ? run.tuning.at(*row) : nullptr;
        if (step == nullptr) {
            continue;
        }
        table.addRow({std::to_string(applied[i]),
                      step->appliedDeltas ? deltasText(*step->appliedDeltas)
                                          : escapeMarkdown(join(step->changedKeys, ", ")) +
                                                " (amounts are not recorded)"});
    }
    std::string out = "## Delta Summary\n\n";
    if (table.isEmpty()) {
        return out + "No change was applied.\n\n";
    }
    out += table.text() + "\n";
    if (applied.size() > kMostDeltaRows) {
        out += std::to_string(applied.size() - kMostDeltaRows) +
               " more iterations applied changes.\n\n";
    }
    return out +
           "Verification of the deltas: " + std::string(keyOf(judgement.verification.verdict)) +
           " - " + escapeMarkdown(judgement.verification.reason) + "\n\n";
}

std::string guardSection(const Judgement& judgement)
{
    MarkdownTable table({{"Guard"}, {"Iterations"}});
    for (std::size_t i = 0; i < kGuardTypeCount; ++i) {
        if (!judgement.guardsAll[i].empty()) {
            table.addRow({escapeMarkdown(keyOf(static_cast<GuardType>(i))),
                          rangesText(judgement.guardsAll[i])});
        }
    }
    return "## Guard Activity\n\n" +
           (table.isEmpty() ? std::string("No guard was active.\n") : table.text()) + "\n";
}

std::string overridesSection(const SoakRun& run)
{
    std::string out = "## Overrides of This Release\n\n";
    if (!run.info || !run.finalOverrides) {
        return out + "What the run began with is not recorded.\n\n";
    }
    MarkdownTable table(
        {{"Parameter"}, {"Before", ColumnAlign::Right}, {"After", ColumnAlign::Right}});
    for (const OverrideDifference& one : diffOverrides(
             run.info->initialOverrides, *run.finalOverrides, ParameterRegistry::builtin())) {
        table.addRow({escapeMarkdown(one.name), markdownNumber(one.from.value_or("absent")),
                      markdownNumber(one.to.value_or("absent"))});
    }
    return out +
           (table.isEmpty() ? std::string("The run ended with what it began with.\n")
                            : table.text()) +
           "\n";
}

std::string issuesSection(const Judgement& judgement, const BundleFacts& facts)
{
    std::vector<std::string> issues = facts.blockers;
    for (const std::string& note : qualityNotes(judgement)) {
        issues.push_back(note);
    }
    for (const Anomaly& anomaly : judgement.anomalies) {
        issues.push_back("iteration " + std::to_string(anomaly.iteration) + ": " + anomaly.text);
    }
    std::string out = "## Known Issues\n\n";
    for (std::size_t i = 0; i < std::min(issues.size(), kMostIssues); ++i) {
        out += "- " + escapeMarkdown(issues[i]) + "\n";
    }
    if (issues.size() > kMostIssues) {
        out += "- " + std::to_string(issues.size() - kMostIssues) + " more in " +
               std::string(kFailuresFile) + "\n";
    }
    return out + (issues.empty() ? "None was found in the run.\n\n" : "\n");
}

} // namespace

std::string changelogMarkdown(const Judgement& judgement, const BundleFacts& facts)
{
    const SoakRun& run = *judgement.run;
    std::string out =
        markdownHead("Changelog", facts.context,
                     {"**Version:** " + escapeMarkdown(facts.labels.version.value_or("not given")),
                      "**Status:** " + std::string(keyOf(facts.result)),
                      "**Run:** " + escapeMarkdown(runLabel(run))});
    out += summarySection(judgement) + kpiSection(judgement) + overridesSection(run) +
           deltaSection(judgement) + guardSection(judgement);
    out +=
        "## Breaking Changes\n\nA soak run does not record any: look at the overrides above.\n\n";
    out += issuesSection(judgement, facts);
    out += "## References\n\n";
    for (const std::string_view file :
         {kSnapshotFile, kAuditFile, kFailuresFile, kDeltaReportJsonFile, kProfileFile,
          kRollbackFile, kManifestFile, kAttestationFile}) {
        out += "- [" + std::string(file) + "](" + std::string(file) + "): " + describeFile(file) +
               "\n";
    }
    return out + "\n" + markdownFoot(facts.context);
}

} // namespace soak
