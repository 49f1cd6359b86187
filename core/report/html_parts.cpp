// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_parts.h"

#include "core/base/escape.h"

#include <utility>

namespace soak
{

namespace
{

constexpr std::string_view kMinus = "&#8722;";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view iconOf(std::string_view style)
{
    if (style == "pass") {
        return "&#10003;"; // check mark
    }
    if (style == "fail") {
        return "&#10007;"; // ballot x
    }
    return style == "warn" ? "!" : "&#8211;";
}

} // namespace

Html htmlText(std::string_view text)
{
    return {escapeHtml(text)};
}

Html htmlNumber(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts = i == 0 || text[i - 1] == ' ';
        if (text[i] == '-' && starts && i + 1 < text.size() && isDigit(text[i + 1])) {
            out += kMinus;
            continue;
        }
        std::size_t end = i;
        while (end + 1 < text.size() && text[end + 1] != '-') {
            ++end;
        }
        out += escapeHtml(text.substr(i, end - i + 1));
        i = end;
    }
    return {out};
}

Html htmlCode(std::string_view text)
{
    return {"<code>" + escapeHtml(text) + "</code>"};
}

Html htmlParagraph(std::string_view text)
{
    return {"<p>" + escapeHtml(text) + "</p>\n"};
}

Html htmlLink(std::string_view anchor, std::string_view text)
{
    return {"<a href=\"#" + escapeHtml(anchor) + "\">" + escapeHtml(text) + "</a>"};
}

Html htmlChip(std::string_view style, std::string_view word)
{
    return {"<span class=\"chip " + std::string(style) + "\"><span class=\"icon\">" +
            std::string(iconOf(style)) + "</span>" + escapeHtml(word) + "</span>"};
}

Html chipOf(RunVerdict verdict)
{
    switch (verdict) {
    case RunVerdict::Pass:
        return htmlChip("pass", keyOf(verdict));
    case RunVerdict::Warn:
        return htmlChip("warn", keyOf(verdict));
    case RunVerdict::Fail:
        break;
    }
    return htmlChip("fail", keyOf(verdict));
}

Html chipOf(VerifyVerdict verdict)
{
    switch (verdict) {
    case VerifyVerdict::Pass:
        return htmlChip("pass", keyOf(verdict));
    case VerifyVerdict::Fail:
        return htmlChip("fail", keyOf(verdict));
    case VerifyVerdict::Warn:
        return htmlChip("warn", keyOf(verdict));
    case VerifyVerdict::Unverified:
        break;
    }
    return htmlChip("nodata", keyOf(verdict));
}

Html chipOf(const GateResult& result)
{
    switch (result.outcome) {
    case GateOutcome::Pass:
        return htmlChip("pass", keyOf(result.outcome));
    case GateOutcome::Fail:
        return result.gate.severity == GateSeverity::Soft ? htmlChip("warn", "WARN")
                                                          : htmlChip("fail", "FAIL");
    case GateOutcome::NoData:
        break;
    }
    return htmlChip("nodata", keyOf(result.outcome));
}

Html chipOf(IterationStatus status)
{
    switch (status) {
    case IterationStatus::Ok:
        return htmlChip("pass", keyOf(status));
    case IterationStatus::Warn:
        return htmlChip("warn", keyOf(status));
    case IterationStatus::Fail:
        break;
    }
    return htmlChip("fail", keyOf(status));
}

Html chipOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return htmlChip("fail", keyOf(severity));
    case Severity::Warning:
        return htmlChip("warn", keyOf(severity));
    case Severity::Info:
        break;
    }
    return htmlChip("nodata", keyOf(severity));
}

Html htmlSection(std::string_view id, std::string_view title, const Html& body)
{
    return {"<section id=\"" + std::string(id) + "\">\n<h2>" + escapeHtml(title) + "</h2>\n" +
            body.markup + "</section>\n"};
}

Html htmlDetails(std::string_view summary, const Html& body)
{
    return {"<details><summary>" + escapeHtml(summary) + "</summary>\n" + body.markup +
            "</details>\n"};
}

HtmlTable::HtmlTable(std::vector<TableColumn> columns, std::string caption)
    : m_columns(std::move(columns)), m_caption(std::move(caption))
{
}

void HtmlTable::addRow(std::vector<Html> cells)
{
    SOAK_ASSERT(cells.size() == m_columns.size());
    m_rows.push_back(std::move(cells));
}

Html HtmlTable::html() const
{
    const auto styled = [this](std::string_view tag, std::size_t column) {
        const bool right = m_columns[column].align == ColumnAlign::Right;
        return "<" + std::string(tag) + (right ? " class=\"number\">" : ">");
    };
    std::string out = "<div class=\"scroll\"><table>\n";
    if (!m_caption.empty()) {
        out += "<caption>" + escapeHtml(m_caption) + "</caption>\n";
    }
    out += "<thead><tr>";
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        out += styled("th", column) + escapeHtml(m_columns[column].title) + "</th>";
    }
    out += "</tr></thead>\n<tbody>\n";
    for (const std::vector<Html>& row : m_rows) {
        out += "<tr>";
        for (std::size_t column = 0; column < row.size(); ++column) {
            out += styled("td", column) + row[column].markup + "</td>";
        }
        out += "</tr>\n";
    }
    return {out + "</tbody>\n</table></div>\n"};
}

} // namespace soak
