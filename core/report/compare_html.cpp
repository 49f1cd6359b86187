// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/compare_parts.h"
#include "core/report/compare_report.h"
#include "core/report/compare_words.h"
#include "core/report/forest_svg.h"
#include "core/report/html_page.h"
#include "core/report/report_text.h"

#include <algorithm>
#include <iterator>

namespace soak
{

namespace
{

Html runsSection(const RunComparison& comparison)
{
    HtmlTable table({{""}, {"Run"}, {"Verdict"}, {"Compared"}}, "Runs");
    for (std::size_t at = 0; at < comparison.runs.size(); ++at) {
        const ComparedSide& side = comparison.runs[at];
        table.addRow({htmlText(runLetter(at) + (at == 0 ? " (baseline)" : "")), htmlText(side.name),
                      chipOf(side.verdict), htmlText(comparedIterationsText(comparison, side))});
    }
    return htmlSection("runs", "Runs", table.html());
}

Html pairSection(const RunComparison& comparison, std::size_t at)
{
    const ComparedPair& pair = comparison.pairs[at];
    HtmlTable table(effectColumns(), "Effects");
    std::vector<std::string> facts;
    for (const KpiEffect& effect : pair.effects) {
        const std::vector<std::string> cells = effectCells(effect);
        std::vector<Html> row;
        std::transform(cells.begin(), std::prev(cells.end()), std::back_inserter(row),
                       [](const std::string& cell) { return htmlNumber(cell); });
        row.push_back(htmlChip(chipStyleOf(effect.verdict), effectVerdictText(effect)));
        table.addRow(std::move(row));
        facts.push_back(std::string(specOf(effect.metric).title) + ": " +
                        verdictWord(effect.verdict) + ", " + effect.why);
    }
    facts.insert(facts.end(), pair.notes.begin(), pair.notes.end());
    return htmlSection("pair-" + std::to_string(at + 1),
                       runLetter(at + 1) + " against A: " + countsText(pair.counts),
                       {forestSvg(pair.effects) + table.html().markup + factList(facts).markup});
}

} // namespace

std::string_view chipStyleOf(EffectVerdict verdict)
{
    switch (verdict) {
    case EffectVerdict::Better:
    case EffectVerdict::Same:
        return "pass";
    case EffectVerdict::Worse:
        return "fail";
    case EffectVerdict::Inconclusive:
        break;
    }
    return "nodata";
}

Html factList(const std::vector<std::string>& facts)
{
    std::string markup = "<ul>\n";
    for (const std::string& fact : facts) {
        markup += "<li>" + htmlText(fact).markup + "</li>\n";
    }
    return {markup + "</ul>\n"};
}

Html factsSection(std::span<const ComparedSide> sides, const RunLabels& labels)
{
    std::vector<std::string> facts;
    for (std::size_t at = 0; at < sides.size(); ++at) {
        for (const std::string& fact : sideFacts(sides[at])) {
            facts.push_back(labels[at] + ": " + fact);
        }
    }
    return htmlSection("happened", "What happened in the runs", factList(facts));
}

Html overridesSection(const RunsOverrides& overrides, const RunLabels& labels)
{
    std::vector<TableColumn> columns{{"Parameter"}};
    for (const std::string& label : labels) {
        columns.push_back({label, ColumnAlign::Right});
    }
    columns.push_back({"Since", ColumnAlign::Right});
    HtmlTable table(columns);
    for (const RunsOverride& row : overrides.rows) {
        if (!row.differs) {
            continue;
        }
        std::vector<Html> cells{htmlCode(row.path)};
        for (const auto& value : row.values) {
            cells.push_back(htmlNumber(value.value_or("none")));
        }
        cells.push_back(htmlText(row.since ? "#" + std::to_string(*row.since) : ""));
        table.addRow(std::move(cells));
    }
    return htmlSection("overrides",
                       "Overrides that differ (" + std::to_string(overrides.differing) + " of " +
                           std::to_string(overrides.rows.size()) + ")",
                       table.isEmpty() ? htmlParagraph("None.") : table.html());
}

std::string compareHtml(const RunComparison& comparison, const ReportContext& context)
{
    std::vector<Html> parts{{"<h1>Comparison</h1>\n"}, runsSection(comparison)};
    for (std::size_t at = 0; at < comparison.pairs.size(); ++at) {
        parts.push_back(pairSection(comparison, at));
    }
    const RunLabels labels = runLabels(comparison);
    parts.push_back(factsSection(comparison.runs, labels));
    parts.push_back(overridesSection(comparison.overrides, labels));
    parts.push_back(htmlSection("method", "Method", htmlParagraph(methodText(comparison))));
    return htmlPage("Comparison of " + std::to_string(comparison.runs.size()) + " runs", parts,
                    context);
}

} // namespace soak
