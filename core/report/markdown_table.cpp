// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/markdown_table.h"

#include "core/base/escape.h"
#include "core/base/result.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <utility>

namespace soak
{

namespace
{

void appendMarkdownRow(std::string& out, const std::vector<std::string>& cells)
{
    out += '|';
    for (const std::string& cell : cells) {
        out += cell.empty() ? " " : " " + cell + " ";
        out += '|';
    }
    out += '\n';
}

void appendPadded(std::string& line, const std::string& cell, std::size_t width, ColumnAlign align)
{
    const std::string padding(width - displayWidth(cell), ' ');
    line += align == ColumnAlign::Right ? padding + cell : cell + padding;
}

std::string withoutTrailingSpaces(std::string line)
{
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

} // namespace

MarkdownTable::MarkdownTable(std::vector<TableColumn> columns) : m_columns(std::move(columns)) {}

void MarkdownTable::addRow(std::vector<std::string> cells)
{
    SOAK_ASSERT(cells.size() == m_columns.size());
    m_rows.push_back(std::move(cells));
}

std::string MarkdownTable::text() const
{
    std::vector<std::string> titles;
    std::vector<std::string> rules;
    for (const TableColumn& column : m_columns) {
        titles.push_back(column.title);
        rules.emplace_back(column.align == ColumnAlign::Right ? "---:" : "---");
    }
    std::string out;
    appendMarkdownRow(out, titles);
    appendMarkdownRow(out, rules);
    for (const std::vector<std::string>& row : m_rows) {
        appendMarkdownRow(out, row);
    }
    return out;
}

TextTable::TextTable(std::vector<TableColumn> columns) : m_columns(std::move(columns)) {}

void TextTable::addRow(std::vector<std::string> cells)
{
    SOAK_ASSERT(cells.size() == m_columns.size());
    for (std::string& cell : cells) {
        cell = escapeTerminal(cell);
    }
    m_rows.push_back(std::move(cells));
}

std::string TextTable::text() const
{
    std::vector<std::size_t> widths;
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        std::size_t width = displayWidth(m_columns[column].title);
        for (const std::vector<std::string>& row : m_rows) {
            width = std::max(width, displayWidth(row[column]));
        }
        widths.push_back(width);
    }
    std::string out;
    const auto appendLine = [&](const auto& cellAt) {
        std::string line;
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            line += column == 0 ? "" : "  ";
            appendPadded(line, cellAt(column), widths[column], m_columns[column].align);
        }
        out += withoutTrailingSpaces(std::move(line)) + '\n';
    };
    appendLine([this](std::size_t column) { return m_columns[column].title; });
    for (const std::vector<std::string>& row : m_rows) {
        appendLine([&row](std::size_t column) { return row[column]; });
    }
    return out;
}

std::size_t displayWidth(std::string_view utf8)
{
    std::size_t width = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = nextCharacter(utf8, at).value_or(kReplacement);
        width += c >= 0x300 && c < 0x370 ? 0 : 1; // combining diacritical marks
    }
    return width;
}

} // namespace soak
