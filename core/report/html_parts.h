// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of the page: every text goes through here, and comes out escaped.
#pragma once

#include "core/analysis/judgement.h"
#include "core/report/markdown_table.h"

#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// Piece of a page: HTML that is well-formed already. A type of its own, so that no raw text gets
// in.
struct Html {
    std::string markup;
};

Html htmlText(std::string_view text);
// As htmlText, with a real minus before digits. For numbers, not for text that is copied.
Html htmlNumber(std::string_view text);
Html htmlCode(std::string_view text);
Html htmlParagraph(std::string_view text);
Html htmlLink(std::string_view anchor, std::string_view text); // within the page
// Icon and word in the colours of a verdict. `style`: pass, warn, fail, nodata.
Html htmlChip(std::string_view style, std::string_view word);
Html chipOf(RunVerdict verdict);
Html chipOf(VerifyVerdict verdict);
Html chipOf(const GateResult& result);
Html chipOf(IterationStatus status);
Html chipOf(Severity severity);

// <section id="..."><h2>title</h2>body</section>
Html htmlSection(std::string_view id, std::string_view title, const Html& body);
// A part that the reader opens.
Html htmlDetails(std::string_view summary, const Html& body);

class HtmlTable final
{
public:
    explicit HtmlTable(std::vector<TableColumn> columns, std::string caption = "");

    void addRow(std::vector<Html> cells);

    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }

    [[nodiscard]] std::size_t rowCount() const { return m_rows.size(); }

    // In a box that scrolls when the page is narrow.
    [[nodiscard]] Html html() const;

private:
    std::vector<TableColumn> m_columns;
    std::string m_caption;
    std::vector<std::vector<Html>> m_rows;
};

} // namespace soak
