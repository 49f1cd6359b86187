// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/markdown_parts.h"

#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/report/markdown_table.h"
#include "core/report/report_text.h"

#include <algorithm>

namespace soak
{

namespace
{

std::string_view boundText(Bound bound)
{
    switch (bound) {
    case Bound::Floor:
        return " (at floor)";
    case Bound::Cap:
        return " (at cap)";
    case Bound::None:
        break;
    }
    return "";
}

} // namespace

std::string markdownHead(std::string_view title, const ReportContext& context,
                         const std::vector<std::string>& lines)
{
    std::string out = "# " + std::string(title) + "\n\n";
    out += "**Generated:** " + escapeMarkdown(timestampText(context.timestamp)) + "  \n";
    for (std::size_t i = 0; i < lines.size(); ++i) {
        out += lines[i] + (i + 1 < lines.size() ? "  \n" : "\n");
    }
    return out + "\n---\n\n";
}

std::string markdownFoot(const ReportContext& context)
{
    return "---\n\n*" +
           escapeMarkdown("Soak Workbench " + context.toolVersion + ", generated " +
                          timestampText(context.timestamp)) +
           "*\n";
}

std::string markdownNumber(std::string_view text)
{
    const std::size_t start = std::min(text.find_first_not_of("<>= "), text.size());
    const std::size_t end = std::min(text.find_first_not_of("+-.0123456789 ", start), text.size());
    const std::string_view number = text.substr(0, end);
    return std::string(number) + escapeMarkdown(text.substr(end));
}

std::string verdictLine(const Judgement& judgement)
{
    return "**Verdict:** " + std::string(keyOf(judgement.verdict)) + " - " +
           escapeMarkdown(judgement.verdictWhy);
}

std::string goalsTable(const Judgement& judgement)
{
    MarkdownTable table({{"Metric"},
                         {"Target"},
                         {"Last-" + std::to_string(judgement.windowIterations.size()) + " value",
                          ColumnAlign::Right},
                         {"Margin", ColumnAlign::Right},
                         {"Status"}});
    for (const GateResult& goal : judgement.goalGates) {
        table.addRow(
            {gateTitle(goal.gate) + " (" + std::string(aggregateText(goal.gate.aggregate)) + ")",
             markdownNumber(targetText(goal.gate)), gateText(goal.gate, goal.observed),
             marginText(goal), markOf(goal)});
    }
    return table.text();
}

std::string gatesTable(const Judgement& judgement)
{
    MarkdownTable table({{"Gate"},
                         {"Metric"},
                         {"Target"},
                         {"Value", ColumnAlign::Right},
                         {"Margin", ColumnAlign::Right},
                         {"n", ColumnAlign::Right},
                         {"Missing", ColumnAlign::Right},
                         {"Broken by iterations"},
                         {"Status"}});
    for (const GateResult& result : judgement.gates) {
        const GateSpec& gate = result.gate;
        table.addRow(
            {escapeMarkdown(gate.id),
             escapeMarkdown(gate.metric + " " + std::string(aggregateText(gate.aggregate))),
             markdownNumber(targetText(gate)), markdownNumber(gateText(gate, result.observed)),
             markdownNumber(marginText(result)), std::to_string(result.count),
             std::to_string(result.missingIn.size()), rangesText(result.brokenBy), markOf(result)});
    }
    return table.isEmpty() ? "The profile has no gates.\n" : table.text();
}

std::string recommendationTable(const std::vector<Recommendation>& recommendations,
                                std::string_view goal)
{
    MarkdownTable table({{"Parameter"},
                         {"Now", ColumnAlign::Right},
                         {"Change", ColumnAlign::Right},
                         {"Suggested", ColumnAlign::Right},
                         {"Why"}});
    for (const Recommendation& one : recommendations) {
        if (one.goal == goal) {
            table.addRow({escapeMarkdown(one.parameter), shortNumber(one.current),
                          signedNumber(withoutNoise(one.delta)),
                          shortNumber(one.suggested) + std::string(boundText(one.bound)),
                          escapeMarkdown(one.reason)});
        }
    }
    return table.isEmpty() ? std::string() : table.text();
}

} // namespace soak
