// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of GitHub-flavoured Markdown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace soak
{

enum class ColumnAlign { Left, Right };

struct TableColumn {
    std::string title;
    ColumnAlign align = ColumnAlign::Left;
};

class MarkdownTable final
{
public:
    explicit MarkdownTable(std::vector<TableColumn> columns);

    // One cell per column (asserted). Cells are Markdown already: text of others goes through
    // escapeMarkdown first. An empty cell is written as such.
    void addRow(std::vector<std::string> cells);

    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }

    // Header, delimiter row, rows; each line ends with \n.
    [[nodiscard]] std::string text() const;

private:
    std::vector<TableColumn> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

// The same for a terminal: columns padded to their widest cell, two spaces between, no rules. Cells
// are made safe for a terminal here (escapeTerminal).
class TextTable final
{
public:
    explicit TextTable(std::vector<TableColumn> columns);

    void addRow(std::vector<std::string> cells);

    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }

    [[nodiscard]] std::string text() const;

private:
    std::vector<TableColumn> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

// Columns that a terminal needs for `utf8`, one per character; marks that combine
// take none.
std::size_t displayWidth(std::string_view utf8);

} // namespace soak
