// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/confidence_report.h"

#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/report/json_text.h"
#include "core/report/markdown_table.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace soak
{

namespace
{

using Json = nlohmann::json;

std::vector<TableColumn> columns()
{
    return {{"gate"},
            {"target"},
            {"point"},
            {"confidence"},
            {"bounds (one-sided 95 %)", ColumnAlign::Right},
            {"n", ColumnAlign::Right},
            {"missing", ColumnAlign::Right},
            {"ESS", ColumnAlign::Right},
            {"since", ColumnAlign::Right}};
}

std::string boundOf(const GateSpec& gate, double value)
{
    return std::isinf(value) ? "open" : gateNumber(gate, value);
}

std::string boundsOf(const GateConfidenceRow& row)
{
    const ConfidenceGate& found = *row.confidence;
    if (found.bounds) {
        return boundOf(row.gate, found.bounds->low) + " to " +
               boundOf(row.gate, found.bounds->high);
    }
    return found.windows ? std::to_string(found.broken) + " of " + std::to_string(*found.windows) +
                               " windows break it"
                         : std::string(kNotAvailable);
}

std::string sinceText(SteadySince since)
{
    switch (since) {
    case SteadySince::WarmUp:
        return "warm-up";
    case SteadySince::ChangePoint:
        return "change point";
    case SteadySince::Overrides:
        return "overrides";
    }
    return "";
}

std::vector<std::string> cellsOf(const GateConfidenceRow& row)
{
    std::vector<std::string> cells{row.gate.id, targetText(row.gate),
                                   std::string(keyOf(row.point))};
    if (!row.confidence) {
        cells.insert(cells.end(), {"none", std::string(kNotAvailable), std::string(kNotAvailable),
                                   std::string(kNotAvailable), std::string(kNotAvailable), ""});
        return cells;
    }
    const ConfidenceGate& found = *row.confidence;
    cells.insert(cells.end(), {std::string(keyOf(found.verdict)), boundsOf(row),
                               std::to_string(found.n), std::to_string(row.missing),
                               found.ess ? fixedText(*found.ess, 1) : std::string(kNotAvailable),
                               "#" + std::to_string(row.from) + " (" + sinceText(row.since) + ")"});
    return cells;
}

std::string whyLine(const GateConfidenceRow& row)
{
    std::string line = row.gate.id + ": " + row.why;
    if (row.confidence && row.confidence->isSkewed) {
        line += "; the values are skewed: the interval of a mean errs more often than 5 %";
    }
    return line;
}

std::string callText(const GateConfidence& confidence)
{
    return std::string(keyOf(confidence.call)) + ": " + confidence.why;
}

Json boundJson(double value)
{
    return std::isinf(value) ? Json() : roundedOrNull(value);
}

Json rowJson(const GateConfidenceRow& row)
{
    Json json{{"id", row.gate.id},
              {"metric", row.gate.metric},
              {"point", keyOf(row.point)},
              {"verdict", Json()},
              {"why", row.why}};
    if (!row.confidence) {
        return json;
    }
    const ConfidenceGate& found = *row.confidence;
    json["verdict"] = keyOf(found.verdict);
    json["reason"] = keyOf(found.reason);
    json["n"] = found.n;
    json["missing"] = row.missing;
    json["from"] = row.from;
    json["since"] = keyOf(row.since);
    json["ess"] = roundedOrNull(found.ess);
    json["phi"] = roundedOrNull(found.phi);
    json["skewed"] = found.isSkewed;
    json["iterations_needed"] = found.needed ? Json(*found.needed) : Json();
    if (found.bounds) {
        json["lo"] = boundJson(found.bounds->low);
        json["hi"] = boundJson(found.bounds->high);
    }
    if (found.windows) {
        json["windows"] = *found.windows;
        json["fails"] = found.broken;
        json["cp_lo"] = roundedOrNull(found.brokenShare->low);
        json["cp_hi"] = roundedOrNull(found.brokenShare->high);
    }
    return json;
}

std::string_view styleOf(const GateConfidenceRow& row)
{
    if (!row.confidence || row.confidence->verdict == ConfidenceVerdict::NotEnoughData) {
        return "nodata";
    }
    return row.confidence->verdict == ConfidenceVerdict::Pass ? "pass" : "fail";
}

} // namespace

std::string confidenceText(const GateConfidence& confidence)
{
    TextTable table(columns());
    std::string whys;
    for (const GateConfidenceRow& row : confidence.rows) {
        table.addRow(cellsOf(row));
        whys += escapeTerminal(whyLine(row)) + "\n";
    }
    return table.text() + "\n" + whys + "\n" + escapeTerminal(callText(confidence)) + "\n";
}

std::string confidenceMarkdown(const GateConfidence& confidence)
{
    MarkdownTable table(columns());
    std::string whys;
    for (const GateConfidenceRow& row : confidence.rows) {
        std::vector<std::string> cells = cellsOf(row);
        for (std::string& cell : cells) {
            cell = escapeMarkdown(cell);
        }
        table.addRow(std::move(cells));
        whys += "- " + escapeMarkdown(whyLine(row)) + "\n";
    }
    return "## Confidence\n\n**" + escapeMarkdown(callText(confidence)) + "**\n\n" +
           (table.isEmpty() ? "" : table.text() + "\n" + whys + "\n");
}

Html confidenceSection(const GateConfidence& confidence)
{
    HtmlTable table(columns());
    std::string whys;
    for (const GateConfidenceRow& row : confidence.rows) {
        std::vector<Html> cells;
        for (const std::string& cell : cellsOf(row)) {
            cells.push_back(htmlNumber(cell));
        }
        cells[3] = htmlChip(styleOf(row), row.confidence ? keyOf(row.confidence->verdict) : "none");
        table.addRow(std::move(cells));
        whys += "<li>" + htmlText(whyLine(row)).markup + "</li>\n";
    }
    return htmlSection(
        "confidence", "Confidence: " + std::string(keyOf(confidence.call)),
        {htmlParagraph(confidence.why).markup +
         (table.isEmpty() ? "" : table.html().markup + "<ul>\n" + whys + "</ul>\n")});
}

Json confidenceJson(const GateConfidence& confidence)
{
    Json rows = Json::array();
    for (const GateConfidenceRow& row : confidence.rows) {
        rows.push_back(rowJson(row));
    }
    return {{"call", keyOf(confidence.call)}, {"why", confidence.why}, {"rows", std::move(rows)}};
}

} // namespace soak
