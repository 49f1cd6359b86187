// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/github.h"

#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/base/utf8.h"
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

constexpr std::size_t kMostMismatches = 50;

// At the end of a line, so that no table row or escape is cut in two.
std::string cutToLimit(std::string text)
{
    constexpr std::string_view kNote = "\n*Cut: the whole report is in the uploaded files.*\n";
    if (text.size() <= kMostSummaryBytes) {
        return text;
    }
    const std::size_t end = text.rfind('\n', kMostSummaryBytes - kNote.size() - 1);
    text.resize(end == std::string::npos ? 0 : end + 1);
    return text.append(kNote);
}

std::string verificationPart(const Verification& verification)
{
    std::string out = "### Delta verification: " + std::string(keyOf(verification.verdict)) +
                      "\n\n" + escapeMarkdown(verification.reason) + "\n\n";
    MarkdownTable table({{"Pair"},
                         {"Parameter"},
                         {"Expected", ColumnAlign::Right},
                         {"Observed", ColumnAlign::Right},
                         {"Status"}});
    std::size_t count = 0;
    for (const PairCheck& pair : verification.pairs) {
        for (const ParamCheck& param : pair.params) {
            if (isProblem(param.status) && ++count <= kMostMismatches) {
                table.addRow({pairName(pair), escapeMarkdown(param.name),
                              shortNumber(param.expected), shortNumber(param.observed),
                              std::string(keyOf(param.status))});
            }
        }
    }
    if (table.isEmpty()) {
        return out;
    }
    out += table.text() + "\n";
    return count <= kMostMismatches
               ? out
               : out + std::to_string(count - kMostMismatches) + " more are in the report.\n\n";
}

std::string command(std::string_view kind, std::string_view title, std::string_view message)
{
    return "::" + std::string(kind) + " title=" + escapeGithubProperty(title) +
           "::" + escapeGithubData(escapeTerminal(message)) + "\n";
}

// The annotations of one kind: at most kMostAnnotations, the last counting what is left.
class Annotations final
{
public:
    explicit Annotations(std::string_view kind) : m_kind(kind) {}

    void add(std::string_view title, std::string_view message)
    {
        m_lines.push_back(command(m_kind, title, message));
    }

    [[nodiscard]] std::string text() const
    {
        const bool cut = m_lines.size() > kMostAnnotations;
        const std::size_t shown = cut ? kMostAnnotations - 1 : m_lines.size();
        std::string out;
        for (std::size_t i = 0; i < shown; ++i) {
            out += m_lines[i];
        }
        if (cut) {
            out += command(m_kind, "soak",
                           std::to_string(m_lines.size() - shown) + " more are in the report");
        }
        return out;
    }

private:
    std::string_view m_kind;
    std::vector<std::string> m_lines;
};

void addGates(const Judgement& judgement, Annotations& errors, Annotations& warnings)
{
    for (const GateResult& result : judgement.gates) {
        if (result.outcome == GateOutcome::Pass) {
            continue;
        }
        Annotations& list = result.gate.severity == GateSeverity::Hard ? errors : warnings;
        list.add("gate " + result.gate.id, std::string(keyOf(result.outcome)) + ": " + result.why);
    }
}

void addPairs(const Verification& verification, Annotations& errors)
{
    for (const PairCheck& pair : verification.pairs) {
        if (pair.status == PairStatus::Fail) {
            errors.add("deltas " + pairName(pair), pair.reason);
        }
    }
}

void addFindings(const std::vector<Finding>& findings, Annotations& errors, Annotations& warnings,
                 Annotations& notices)
{
    for (const Finding& finding : findings) {
        Annotations& list = finding.severity == Severity::Error     ? errors
                            : finding.severity == Severity::Warning ? warnings
                                                                    : notices;
        list.add(finding.file.empty() ? std::string(keyOf(finding.kind)) : finding.file,
                 finding.text);
    }
}

} // namespace

std::string githubSummary(const Judgement& judgement, const ReportContext& context)
{
    const SoakRun& run = *judgement.run;
    std::string out = "## " + markOf(judgement.verdict) + " Soak " + escapeMarkdown(runLabel(run)) +
                      ": " + std::string(keyOf(judgement.verdict)) + "\n\n";
    out += verdictLine(judgement) + "\n\n";
    out += "Window: " + windowText(judgement) +
           (judgement.windowShort ? " (shorter than asked for)" : "") + ".\n\n";
    out += "### Gates (" + escapeMarkdown(judgement.profile.name) +
           "): " + std::string(keyOf(judgement.gateVerdict)) + "\n\n" + gatesTable(judgement) +
           "\n";
    out += verificationPart(judgement.verification);
    out += "### Data quality\n\n";
    for (const std::string& note : qualityNotes(judgement)) {
        out += "- " + escapeMarkdown(note) + "\n";
    }
    out += "- Findings: " + findingCountsText(run.findings) + "\n\n";
    out += "*" + escapeMarkdown("Soak Workbench " + context.toolVersion) + "*\n";
    return cutToLimit(std::move(out));
}

std::string githubAnnotations(const Judgement& judgement)
{
    Annotations errors("error");
    Annotations warnings("warning");
    Annotations notices("notice");
    addGates(judgement, errors, warnings);
    addPairs(judgement.verification, errors);
    addFindings(judgement.run->findings, errors, warnings, notices);
    return errors.text() + warnings.text() + notices.text();
}

} // namespace soak
