// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/arm_report.h"

#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/report/arm_parts.h"
#include "core/report/compare_words.h"
#include "core/report/report_text.h"

#include <algorithm>

namespace soak
{

namespace
{

std::string slashed(const std::string& a, const std::string& b)
{
    return a + " / " + b;
}

// Both numbers are the reader's to set beside each other, so they have the same decimals.
std::string deviationText(const KpiEffect& effect)
{
    return slashed(metricNumber(effect.metric, effect.baseline.sd),
                   metricNumber(effect.metric, effect.other.sd));
}

template <typename Table, typename Escape>
std::string tableOf(std::vector<TableColumn> columns, std::size_t rows,
                    const std::function<TableCells(std::size_t)>& cellsOf, const Escape& escape)
{
    Table table(std::move(columns));
    for (std::size_t row = 0; row < rows; ++row) {
        TableCells cells = cellsOf(row);
        std::ranges::transform(cells, cells.begin(), escape);
        table.addRow(std::move(cells));
    }
    return table.text();
}

// Runs, effects, values: the tables of both kinds of text.
struct ArmTables {
    std::string runs;
    std::string effects;
    std::string values;
};

template <typename Table, typename Escape>
ArmTables tablesOf(const ArmComparison& comparison, const Escape& escape)
{
    const auto table = [&escape](std::vector<TableColumn> columns, std::size_t rows,
                                 const std::function<TableCells(std::size_t)>& cellsOf) {
        return tableOf<Table>(std::move(columns), rows, cellsOf, escape);
    };
    return {table(armRunColumns(), comparison.runs.size(),
                  [&](std::size_t run) { return armRunCells(comparison, run); }),
            table(armEffectColumns(), comparison.effects.size(),
                  [&](std::size_t at) { return armEffectCells(comparison.effects[at]); }),
            table(armValueColumns(comparison), comparison.runs.size(),
                  [&](std::size_t run) { return armValueCells(comparison, run); })};
}

} // namespace

RunLabels armLabels(const ArmComparison& comparison)
{
    RunLabels labels;
    for (std::size_t at = 0; at < comparison.runs.size(); ++at) {
        labels.push_back(armRunLabel(comparison, at));
    }
    return labels;
}

std::string armHeading(const ArmComparison& comparison)
{
    const auto arm = [](const char* letter, std::size_t count) {
        return std::string("arm ") + letter + " (" + countText(count, "run", "runs") + ")";
    };
    return arm("B", comparison.runs.size() - comparison.runsOfA) + " against " +
           arm("A", comparison.runsOfA) + ": " + countsText(comparison);
}

std::vector<TableColumn> armRunColumns()
{
    return {{""}, {"run"}, {"verdict"}, {"compared"}};
}

TableCells armRunCells(const ArmComparison& comparison, std::size_t run)
{
    const ComparedSide& side = comparison.runs[run];
    const ComparedCut cut{comparison.options.window, comparison.from,
                          comparison.options.from.has_value()};
    return {armRunLabel(comparison, run), side.name, verdictsText(side),
            comparedIterationsText(cut, side)};
}

std::vector<TableColumn> armEffectColumns()
{
    return {{"KPI"},
            {"arm A", ColumnAlign::Right},
            {"arm B", ColumnAlign::Right},
            {"effect", ColumnAlign::Right},
            {"95 % interval", ColumnAlign::Right},
            {"runs", ColumnAlign::Right},
            {"left out", ColumnAlign::Right},
            {"sd of runs", ColumnAlign::Right},
            {"df", ColumnAlign::Right},
            {"Holm p", ColumnAlign::Right},
            {"margin", ColumnAlign::Right},
            {"verdict"}};
}

std::string armVerdictText(const ArmEffect& row)
{
    const KpiEffect& effect = row.effect;
    if (effect.verdict != EffectVerdict::Inconclusive) {
        return effectVerdictText(effect);
    }
    std::string text = verdictWord(effect.verdict) + " (" + std::string(keyOf(effect.reason)) + ")";
    if (row.moreRuns) {
        text += ", about " + countText(*row.moreRuns, "more run", "more runs") + " an arm needed";
    }
    return text;
}

TableCells armEffectCells(const ArmEffect& row)
{
    const KpiEffect& effect = row.effect;
    const EffectSide& a = effect.baseline;
    const EffectSide& b = effect.other;
    return {std::string(specOf(effect.metric).key),
            metricText(effect.metric, a.mean),
            metricText(effect.metric, b.mean),
            effectText(effect.metric, effect.difference),
            intervalText(effect.metric, effect.ci95),
            slashed(std::to_string(a.n), std::to_string(b.n)),
            slashed(std::to_string(a.missing), std::to_string(b.missing)),
            deviationText(effect),
            row.df ? fixedText(*row.df, 1) : std::string(kNotAvailable),
            pValueText(effect.holmP),
            marginText(effect),
            armVerdictText(row)};
}

std::vector<TableColumn> armValueColumns(const ArmComparison& comparison)
{
    std::vector<TableColumn> columns{{""}, {"run"}};
    for (const Metric metric : comparison.options.metrics) {
        columns.push_back({std::string(specOf(metric).key), ColumnAlign::Right});
    }
    return columns;
}

TableCells armValueCells(const ArmComparison& comparison, std::size_t run)
{
    TableCells cells{armRunLabel(comparison, run), comparison.runs[run].name};
    for (const ArmEffect& row : comparison.effects) {
        const ArmValue& value = row.values[run];
        const std::string text = metricNumber(row.effect.metric, value.mean);
        cells.push_back(value.whyLeftOut.empty() || !value.mean ? text : "(" + text + ")");
    }
    return cells;
}

std::vector<std::string> armSentences(const ArmComparison& comparison)
{
    std::vector<std::string> sentences;
    for (const ArmEffect& row : comparison.effects) {
        sentences.push_back(std::string(specOf(row.effect.metric).key) + ": " +
                            verdictWord(row.effect.verdict) + ", " + row.effect.why);
    }
    for (const ArmEffect& row : comparison.effects) {
        for (std::size_t run = 0; run < row.values.size(); ++run) {
            if (!row.values[run].whyLeftOut.empty()) {
                sentences.push_back(std::string(specOf(row.effect.metric).key) + ": " +
                                    armRunLabel(comparison, run) + " is left out, " +
                                    row.values[run].whyLeftOut);
            }
        }
    }
    for (const std::string& note : comparison.notes) {
        sentences.push_back("note: " + note);
    }
    return sentences;
}

std::string armsText(const ArmComparison& comparison)
{
    const ArmTables tables =
        tablesOf<TextTable>(comparison, [](const std::string& cell) { return cell; });
    std::string out = tables.runs + "\n" + armHeading(comparison) + "\n" + tables.effects;
    for (const std::string& sentence : armSentences(comparison)) {
        out += "  " + sentence + "\n";
    }
    const RunLabels labels = armLabels(comparison);
    return out + "\nvalues of the runs\n" + tables.values + "\n" +
           factsText(comparison.runs, labels) + overridesText(comparison.overrides, labels) +
           "\nmethod: " + methodText(comparison) + "\n";
}

std::string armsMarkdown(const ArmComparison& comparison, const ReportContext& context)
{
    const ArmTables tables = tablesOf<MarkdownTable>(
        comparison, [](const std::string& cell) { return escapeMarkdown(cell); });
    std::string out = "# Comparison of arms\n\nMade " + timestampText(context.timestamp) +
                      " by soak " + context.toolVersion + ".\n\n" + tables.runs + "\n## " +
                      armHeading(comparison) + "\n\n" + tables.effects + "\n";
    for (const std::string& sentence : armSentences(comparison)) {
        out += "- " + escapeMarkdown(sentence) + "\n";
    }
    return out + "\n## Values of the runs\n\n" + tables.values +
           factsMarkdown(comparison.runs, armLabels(comparison)) +
           overridesMarkdown(comparison.overrides) +
           "\nMethod: " + escapeMarkdown(methodText(comparison)) + "\n";
}

} // namespace soak
