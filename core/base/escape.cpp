// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/escape.h"

#include "core/base/text.h"
#include "core/base/utf8.h"

namespace soak
{

namespace
{

constexpr std::string_view kHexLower = "0123456789abcdef";
constexpr std::string_view kHexUpper = "0123456789ABCDEF";

// Every escape but Markdown's is a map of single characters: `put(out, character)` writes one.
template <typename Put>
std::string mapped(std::string_view utf8, Put put)
{
    std::string out;
    out.reserve(utf8.size() + utf8.size() / 8);
    for (std::size_t at = 0; at < utf8.size();) {
        put(out, nextCharacter(utf8, at).value_or(kReplacement));
    }
    return out;
}

void appendUnit(std::string& out, char32_t unit)
{
    out += "\\u";
    for (unsigned shift = 16; shift > 0;) {
        shift -= 4;
        out.push_back(kHexLower[(unit >> shift) & 0x0FU]);
    }
}

void appendJson(std::string& out, char32_t c)
{
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    if (c >= 0x20 && c < 0x7F) {
        out.push_back(static_cast<char>(c));
    } else if (c < 0x10000) {
        appendUnit(out, c);
    } else {
        appendUnit(out, 0xD800U + ((c - 0x10000U) >> 10U));
        appendUnit(out, 0xDC00U + ((c - 0x10000U) & 0x3FFU));
    }
}

bool isControl(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

// Line and paragraph separators, and the characters that turn the direction of text around.
bool isInvisibleTrick(char32_t c)
{
    return c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

// The five of markup; false for all others.
bool appendMarkup(std::string& out, char32_t c)
{
    switch (c) {
    case '&':
        out += "&amp;";
        return true;
    case '<':
        out += "&lt;";
        return true;
    case '>':
        out += "&gt;";
        return true;
    case '"':
        out += "&quot;";
        return true;
    case '\'':
        out += "&#39;";
        return true;
    default:
        return false;
    }
}

void appendPercent(std::string& out, char32_t c)
{
    out.push_back('%');
    out.push_back(kHexUpper[(c >> 4U) & 0x0FU]);
    out.push_back(kHexUpper[c & 0x0FU]);
}

} // namespace

std::string jsonQuoted(std::string_view utf8)
{
    return '"' + mapped(utf8, appendJson) + '"';
}

std::string escapeHtml(std::string_view utf8)
{
    return mapped(utf8, [](std::string& out, char32_t c) {
        if (!appendMarkup(out, c)) {
            const bool refused = isControl(c) && c != '\t' && c != '\n' && c != '\r';
            appendUtf8(out, refused ? kReplacement : c);
        }
    });
}

std::string escapeXml(std::string_view utf8)
{
    return mapped(utf8, [](std::string& out, char32_t c) {
        if (appendMarkup(out, c)) {
            return;
        }
        if (c == '\t' || c == '\n' || c == '\r') { // in attributes only a reference survives
            out += "&#" + std::to_string(static_cast<unsigned>(c)) + ";";
        } else {
            appendUtf8(out, isControl(c) || c == 0xFFFE || c == 0xFFFF ? kReplacement : c);
        }
    });
}

std::string csvCell(std::string_view utf8)
{
    std::string cell = mapped(
        utf8, [](std::string& out, char32_t c) { appendUtf8(out, c == 0 ? kReplacement : c); });
    constexpr std::string_view kFormula = "=+-@\t\r\n";
    if (!cell.empty() && kFormula.find(cell.front()) != std::string_view::npos &&
        !parseNumber(cell)) {
        cell.insert(0, 1, '\'');
    }
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
        return cell;
    }
    return '"' + join(split(cell, '"'), "\"\"") + '"';
}

std::string escapeLabel(std::string_view utf8)
{
    return mapped(utf8, [](std::string& out, char32_t c) {
        if (c == '\n') {
            out += "\\n";
            return;
        }
        if (c == '\\' || c == '"') {
            out.push_back('\\');
        }
        appendUtf8(out, c);
    });
}

std::string escapeTerminal(std::string_view utf8)
{
    return mapped(utf8, [](std::string& out, char32_t c) {
        if (isControl(c)) {
            out += "\\x";
            out.push_back(kHexUpper[(c >> 4U) & 0x0FU]);
            out.push_back(kHexUpper[c & 0x0FU]);
        } else {
            appendUtf8(out, isInvisibleTrick(c) ? kReplacement : c);
        }
    });
}

std::string escapeGithubData(std::string_view utf8)
{
    return mapped(utf8, [](std::string& out, char32_t c) {
        if (c == '%' || c == '\r' || c == '\n') {
            appendPercent(out, c);
        } else {
            appendUtf8(out, c);
        }
    });
}

std::string escapeGithubProperty(std::string_view utf8)
{
    return mapped(escapeGithubData(utf8), [](std::string& out, char32_t c) {
        if (c == ':' || c == ',') {
            appendPercent(out, c);
        } else {
            appendUtf8(out, c);
        }
    });
}

} // namespace soak
