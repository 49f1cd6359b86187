// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/io/replay_record.h"
#include "core/report/markdown_table.h"
#include "core/report/report_text.h"
#include "core/report/show.h"
#include "core/report/show_words.h"
#include "core/report/sparkline.h"
#include "core/sim/sim_limits.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr std::size_t kMostFindings = 10;
constexpr std::size_t kShowNameWidth = 14;
constexpr std::size_t kShownDigits = 12;

std::string line(std::string name, const std::string& text)
{
    name.resize(std::max(kShowNameWidth, name.size()), ' ');
    return name + escapeTerminal(text) + "\n";
}

std::string runLines(const SoakRun& run)
{
    std::string out = line("run", runLabel(run));
    if (run.info) {
        std::string engine = run.info->engine;
        engine += run.info->scenario.empty() ? "" : ", scenario " + run.info->scenario;
        engine += ", seed " + std::to_string(run.info->seed);
        engine += run.info->autoTune ? ", tuner " + run.info->tuner : ", no tuning";
        out += line("engine", engine);
        const std::string note = replayNote(*run.info);
        out += note.empty() ? "" : line("note", note);
    } else {
        out += line("engine", "unknown: a run of another tool, without RUN.json");
    }
    std::string iterations = std::to_string(run.table.rowCount());
    if (run.info) {
        iterations += " of " + std::to_string(run.info->iterations);
    }
    iterations += run.end ? ", " + std::string(keyOf(run.end->status)) : "";
    out += line("iterations", iterations);
    for (const RunBranch& branch : run.info ? run.info->branches : std::vector<RunBranch>{}) {
        out += line("what-if", branchText(branch) + ", of the run whose RUN.json is " +
                                   branch.sourceSha256.substr(0, kShownDigits));
    }
    if (run.info && run.info->engine == "sim") {
        out += line("market", std::string(simEvidence()) + " `soak run --help` names its limits.");
    }
    return out;
}

std::string kpiTable(const Judgement& judgement)
{
    const IterationTable& rows = judgement.run->table;
    TextTable table({{"goal"},
                     {"target"},
                     {"value", ColumnAlign::Right},
                     {"margin", ColumnAlign::Right},
                     {"status"},
                     {"trend"},
                     {"course"}});
    for (const GateResult& goal : judgement.goalGates) {
        const std::optional<Metric> metric = metricFromKey(goal.gate.metric);
        std::string trend;
        std::string course;
        if (metric) {
            const MetricStatistics& window = judgement.windowStatistics[indexOf(*metric)];
            trend = window.count > 0 ? std::string(keyOf(window.trend)) : "";
            course = "[" + sparkline(rows.column(*metric), rows.rowCount()) + "]";
        }
        table.addRow({goal.gate.metric + " " + std::string(aggregateText(goal.gate.aggregate)),
                      targetText(goal.gate), gateText(goal.gate, goal.observed), marginText(goal),
                      markOf(goal), trend, course});
    }
    return table.text();
}

std::string gateLine(const Judgement& judgement)
{
    std::vector<std::string> bad;
    for (const GateResult& result : judgement.gates) {
        if (result.outcome != GateOutcome::Pass) {
            bad.push_back(result.gate.id + " " + std::string(keyOf(result.outcome)));
        }
    }
    std::string text = std::string(keyOf(judgement.gateVerdict)) + " (" + judgement.profile.name;
    return text + (bad.empty() ? ")" : ": " + join(bad, ", ") + ")");
}

std::string guardsLine(const Judgement& judgement)
{
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < kGuardTypeCount; ++i) {
        if (!judgement.guardsAll[i].empty()) {
            parts.push_back(std::string(keyOf(static_cast<GuardType>(i))) + " " +
                            std::to_string(judgement.guardsAll[i].size()) + " (" +
                            iterationList(judgement.guardsAll[i]) + ")");
        }
    }
    return parts.empty() ? "none" : join(parts, "; ");
}

std::string tuningLines(const Judgement& judgement)
{
    const TuningSummary& tuning = judgement.tuning;
    std::string out = line("applied", iterationList(tuning.appliedIterations));
    out += line("changed", tuning.changedKeys.empty() ? "none" : join(tuning.changedKeys, ", "));
    std::vector<std::string> skipped;
    for (const auto& [note, count] : tuning.skipReasons) {
        skipped.push_back(note + " " + std::to_string(count));
    }
    out += line("skipped", skipped.empty() ? "none" : join(skipped, "; "));
    out += line("guards", guardsLine(judgement));
    return out + line("verified", std::string(keyOf(judgement.verification.verdict)) + ": " +
                                      judgement.verification.reason);
}

std::string findingLines(const SoakRun& run)
{
    std::vector<const Finding*> findings;
    for (const Finding& finding : run.findings) {
        findings.push_back(&finding);
    }
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding* a, const Finding* b) { return a->severity > b->severity; });
    std::string out = line("findings", findingCountsText(run.findings));
    for (std::size_t i = 0; i < std::min(findings.size(), kMostFindings); ++i) {
        const Finding& one = *findings[i];
        out += escapeTerminal("  " + std::string(keyOf(one.severity)) + "  " +
                              (one.file.empty() ? "" : one.file + ": ") + one.text) +
               "\n";
    }
    if (findings.size() > kMostFindings) {
        out += "  and " + std::to_string(findings.size() - kMostFindings) + " more\n";
    }
    return out;
}

} // namespace

std::string showRunText(const Judgement& judgement, const ReportContext&)
{
    const SoakRun& run = *judgement.run;
    std::string out = std::string(keyOf(judgement.verdict)) + ": " +
                      escapeTerminal(judgement.verdictWhy) + "\n\n";
    out += runLines(run);
    out += line("window", windowText(judgement) +
                              (judgement.windowShort
                                   ? ", shorter than " + std::to_string(judgement.windowSize)
                                   : ""));
    out += line("gates", gateLine(judgement));
    out += line("ready", std::string("freeze ") + (judgement.freezeReady ? "yes" : "no") +
                             ", release " + (judgement.releaseReady ? "yes" : "no"));
    for (const std::string& blocker : judgement.releaseBlockers) {
        out += escapeTerminal("  " + blocker) + "\n";
    }
    out += "\n" + kpiTable(judgement) + "\n" + tuningLines(judgement) + "\n";
    out += line("missing", gapsText(run.gaps));
    out += line("unreadable", rangesText(run.unreadable));
    out += line("chain", std::string(chainText(run.chain)));
    return out + findingLines(run);
}

} // namespace soak
