// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/arm_parts.h"
#include "core/report/arm_report.h"
#include "core/report/forest_svg.h"
#include "core/report/html_page.h"

#include <algorithm>
#include <iterator>

namespace soak
{

namespace
{

std::vector<Html> htmlCells(const TableCells& cells)
{
    std::vector<Html> row;
    std::ranges::transform(cells, std::back_inserter(row), htmlNumber);
    return row;
}

Html armRunsSection(const ArmComparison& comparison)
{
    HtmlTable table({{""}, {"Run"}, {"Verdict"}, {"Compared"}}, "Runs");
    for (std::size_t run = 0; run < comparison.runs.size(); ++run) {
        const TableCells cells = armRunCells(comparison, run);
        table.addRow({htmlText(cells[0]), htmlText(cells[1]), chipOf(comparison.runs[run].verdict),
                      htmlText(cells[3])});
    }
    return htmlSection("runs", "Runs", table.html());
}

Html armEffectsSection(const ArmComparison& comparison)
{
    HtmlTable table(armEffectColumns(), "Effects");
    std::vector<KpiEffect> effects;
    for (const ArmEffect& row : comparison.effects) {
        std::vector<Html> cells = htmlCells(armEffectCells(row));
        cells.back() = htmlChip(chipStyleOf(row.effect.verdict), armVerdictText(row));
        table.addRow(std::move(cells));
        effects.push_back(row.effect);
    }
    return htmlSection("arms", armHeading(comparison),
                       {forestSvg(effects, "runs") + table.html().markup +
                        factList(armSentences(comparison)).markup});
}

Html armValuesSection(const ArmComparison& comparison)
{
    HtmlTable table(armValueColumns(comparison), "Values of the runs");
    for (std::size_t run = 0; run < comparison.runs.size(); ++run) {
        const TableCells cells = armValueCells(comparison, run);
        std::vector<Html> row = htmlCells(cells);
        row[1] = htmlText(cells[1]);
        table.addRow(std::move(row));
    }
    return htmlSection("values", "Values of the runs", table.html());
}

} // namespace

std::string armsHtml(const ArmComparison& comparison, const ReportContext& context)
{
    const RunLabels labels = armLabels(comparison);
    const std::vector<Html> parts{
        {"<h1>Comparison of arms</h1>\n"},
        armRunsSection(comparison),
        armEffectsSection(comparison),
        armValuesSection(comparison),
        factsSection(comparison.runs, labels),
        overridesSection(comparison.overrides, labels),
        htmlSection("method", "Method", htmlParagraph(methodText(comparison)))};
    return htmlPage("Comparison of two arms of runs", parts, context);
}

} // namespace soak
