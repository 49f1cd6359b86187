// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/compare_report.h"

#include "core/analysis/run_verdict.h"
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/report/compare_parts.h"
#include "core/report/compare_words.h"
#include "core/report/report_text.h"

#include <algorithm>

namespace soak
{

namespace
{

std::string runsText(const RunComparison& comparison)
{
    TextTable table({{""}, {"run"}, {"verdict"}, {"compared"}});
    for (std::size_t at = 0; at < comparison.runs.size(); ++at) {
        const ComparedSide& side = comparison.runs[at];
        table.addRow({runLetter(at) + (at == 0 ? " (baseline)" : ""), side.name, verdictsText(side),
                      comparedIterationsText(comparison, side)});
    }
    return table.text();
}

std::string pairText(const RunComparison& comparison, std::size_t at)
{
    const ComparedPair& pair = comparison.pairs[at];
    std::string out = "\n" + runLetter(at + 1) + " against A: " + countsText(pair.counts) + "\n";
    TextTable table(effectColumns());
    for (const KpiEffect& effect : pair.effects) {
        table.addRow(effectCells(effect));
    }
    out += table.text();
    for (const KpiEffect& effect : pair.effects) {
        out += "  " + std::string(specOf(effect.metric).key) + ": " + verdictWord(effect.verdict) +
               ", " + effect.why + "\n";
    }
    for (const std::string& note : pair.notes) {
        out += "note: " + note + "\n";
    }
    return out;
}

std::string orNone(const std::optional<std::string>& text)
{
    return text.value_or("none");
}

} // namespace

std::string runLetter(std::size_t at)
{
    constexpr std::size_t kLetters = 26;
    std::string letters(1, static_cast<char>('A' + at % kLetters));
    for (at /= kLetters; at > 0; at = (at - 1) / kLetters) {
        letters.insert(letters.begin(), static_cast<char>('A' + (at - 1) % kLetters));
    }
    return letters;
}

std::string verdictsText(const ComparedSide& side)
{
    return std::string(keyOf(side.verdict)) + ", gate " + std::string(keyOf(side.gateVerdict));
}

std::string overridesText(const RunsOverrides& overrides, const RunLabels& labels)
{
    std::vector<TableColumn> columns{{"parameter"}};
    for (const std::string& label : labels) {
        columns.push_back({label, ColumnAlign::Right});
    }
    columns.push_back({"since", ColumnAlign::Right});
    TextTable table(columns);
    for (const RunsOverride& row : overrides.rows) {
        if (row.differs) {
            std::vector<std::string> cells{row.path};
            std::ranges::transform(row.values, std::back_inserter(cells), orNone);
            cells.push_back(row.since ? "#" + std::to_string(*row.since) : "");
            table.addRow(std::move(cells));
        }
    }
    std::string out = "\noverrides that differ (" + std::to_string(overrides.differing) + " of " +
                      std::to_string(overrides.rows.size()) + ")\n" +
                      (table.isEmpty() ? "" : table.text());
    for (const std::size_t run : overrides.unknown) {
        out += labels[run] + " recorded no overrides\n";
    }
    return out;
}

std::string overridesMarkdown(const RunsOverrides& overrides)
{
    std::string out = "\n## Overrides that differ (" + std::to_string(overrides.differing) +
                      " of " + std::to_string(overrides.rows.size()) + ")\n\n";
    for (const RunsOverride& row : overrides.rows) {
        if (row.differs) {
            std::vector<std::string> values;
            std::ranges::transform(row.values, std::back_inserter(values), orNone);
            out += "- `" + escapeMarkdown(row.path) + "`: " + escapeMarkdown(join(values, ", ")) +
                   (row.since ? " since #" + std::to_string(*row.since) : "") + "\n";
        }
    }
    return out;
}

std::string factsText(std::span<const ComparedSide> sides, const RunLabels& labels)
{
    std::string out;
    for (std::size_t at = 0; at < sides.size(); ++at) {
        for (const std::string& fact : sideFacts(sides[at])) {
            out += labels[at] + ": " + escapeTerminal(fact) + "\n";
        }
    }
    return out;
}

std::string factsMarkdown(std::span<const ComparedSide> sides, const RunLabels& labels)
{
    std::string out = "\n## What happened in the runs\n\n";
    for (std::size_t at = 0; at < sides.size(); ++at) {
        for (const std::string& fact : sideFacts(sides[at])) {
            out += "- " + labels[at] + ": " + escapeMarkdown(fact) + "\n";
        }
    }
    return out;
}

RunLabels runLabels(const RunComparison& comparison)
{
    RunLabels labels;
    for (std::size_t at = 0; at < comparison.runs.size(); ++at) {
        labels.push_back(runLetter(at));
    }
    return labels;
}

std::string compareText(const RunComparison& comparison)
{
    std::string out = runsText(comparison);
    for (std::size_t at = 0; at < comparison.pairs.size(); ++at) {
        out += pairText(comparison, at);
    }
    const RunLabels labels = runLabels(comparison);
    out += "\n" + factsText(comparison.runs, labels) + overridesText(comparison.overrides, labels);
    return out + "\nmethod: " + methodText(comparison) + "\n";
}

std::string compareMarkdown(const RunComparison& comparison, const ReportContext& context)
{
    std::string out = "# Comparison\n\nMade " + timestampText(context.timestamp) + " by soak " +
                      context.toolVersion + ".\n\n";
    MarkdownTable runs({{""}, {"Run"}, {"Verdict"}, {"Compared"}});
    for (std::size_t at = 0; at < comparison.runs.size(); ++at) {
        const ComparedSide& side = comparison.runs[at];
        runs.addRow({runLetter(at) + (at == 0 ? " (baseline)" : ""), escapeMarkdown(side.name),
                     verdictsText(side), comparedIterationsText(comparison, side)});
    }
    out += runs.text();
    for (std::size_t at = 0; at < comparison.pairs.size(); ++at) {
        const ComparedPair& pair = comparison.pairs[at];
        out += "\n## " + runLetter(at + 1) + " against A: " + countsText(pair.counts) + "\n\n";
        MarkdownTable table(effectColumns());
        for (const KpiEffect& effect : pair.effects) {
            std::vector<std::string> cells = effectCells(effect);
            std::ranges::transform(cells, cells.begin(),
                                   [](const std::string& cell) { return escapeMarkdown(cell); });
            table.addRow(std::move(cells));
        }
        out += table.text() + "\n";
        for (const KpiEffect& effect : pair.effects) {
            out += "- `" + std::string(specOf(effect.metric).key) +
                   "`: " + verdictWord(effect.verdict) + ", " + escapeMarkdown(effect.why) + "\n";
        }
        for (const std::string& note : pair.notes) {
            out += "- " + escapeMarkdown(note) + "\n";
        }
    }
    out += factsMarkdown(comparison.runs, runLabels(comparison)) +
           overridesMarkdown(comparison.overrides);
    return out + "\nMethod: " + escapeMarkdown(methodText(comparison)) + "\n";
}

} // namespace soak
