// SPDX-License-Identifier: GPL-3.0-or-later
// Text from artifacts is data: each target has its own escape (DESIGN 5). Invalid UTF-8 becomes
// U+FFFD in all of them.
#pragma once

#include <string>
#include <string_view>

namespace soak
{

// JSON string with quotes, ASCII only (\uXXXX, surrogate pairs), as Python's json.dumps.
std::string jsonQuoted(std::string_view utf8);
// For inline Markdown and table cells (GFM): no markup, link, HTML, table bar or line break
// survives.
std::string escapeMarkdown(std::string_view utf8);
// For HTML text and double-quoted attributes.
std::string escapeHtml(std::string_view utf8);
// For XML 1.0 text and attributes: forbidden control characters become U+FFFD.
std::string escapeXml(std::string_view utf8);
// One CSV cell: quoted when needed; a leading = + - @ tab or CR is defused with an apostrophe,
// unless the cell is a number.
std::string csvCell(std::string_view utf8);
// Prometheus label value (without the quotes): \\ \" \n.
std::string escapeLabel(std::string_view utf8);
// One line for a terminal or log: control characters (C0, C1, DEL, bidi overrides) are made visible
// as \xNN or U+FFFD.
std::string escapeTerminal(std::string_view utf8);
// Data part of a GitHub workflow command (::error::…): % \r \n escaped; `property` also : and ,.
std::string escapeGithubData(std::string_view utf8);
std::string escapeGithubProperty(std::string_view utf8);

} // namespace soak
