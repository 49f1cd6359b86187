// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/escape.h"
#include "core/base/utf8.h"

#include <algorithm>

namespace soak
{

namespace
{

// Invisible, of no width, and no letter: GFM finds e-mail addresses after it has resolved
// backslashes and entities, so that only a character between @ and the name stops it (and a mention
// of @somebody).
constexpr std::string_view kWordJoiner = "\xE2\x81\xA0";

bool isAsciiAlnum(char32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char32_t c)
{
    return c >= '0' && c <= '9';
}

bool isLineBreak(char32_t c)
{
    return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool isRefused(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

// What stands around one character; 0 is no character.
struct Spot {
    std::u32string_view text;
    std::size_t at = 0;

    [[nodiscard]] char32_t here() const { return text[at]; }

    [[nodiscard]] char32_t before() const { return at == 0 ? 0 : text[at - 1]; }

    [[nodiscard]] char32_t after() const { return at + 1 < text.size() ? text[at + 1] : 0; }

    // Nothing but digits stands before: "1." would begin a list.
    [[nodiscard]] bool afterLeadingNumber() const
    {
        return at > 0 &&
               std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), isDigit);
    }

    [[nodiscard]] bool afterWww() const
    {
        const auto isW = [](char32_t c) { return c == 'w' || c == 'W'; };
        return at >= 3 && isW(text[at - 1]) && isW(text[at - 2]) && isW(text[at - 3]);
    }
};

bool needsBackslash(const Spot& spot)
{
    switch (spot.here()) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '|':
    case '~':
    case '#':
    case '$': // GitHub's formulas
        return true;
    case '_': // within a word it means nothing, and names of parameters are full of it
        return !isAsciiAlnum(spot.before()) || !isAsciiAlnum(spot.after());
    case '!':
        return spot.after() == '[';
    case ':': // http://, https://, ftp:// and whatever comes
        return spot.after() == '/';
    case '-':
    case '+':
    case '=':
        return spot.at == 0;
    case ')':
        return spot.afterLeadingNumber();
    case '.':
        return spot.afterLeadingNumber() || spot.afterWww();
    default:
        return false;
    }
}

// The characters of `utf8`, in one line: breaks and tabs are spaces, none at the start.
std::u32string oneLine(std::string_view utf8)
{
    std::u32string line;
    for (std::size_t at = 0; at < utf8.size();) {
        char32_t c = nextCharacter(utf8, at).value_or(kReplacement);
        if (isLineBreak(c) || c == '\t') {
            c = ' ';
        } else if (isRefused(c)) {
            c = kReplacement;
        }
        if (c != ' ' || !line.empty()) {
            line.push_back(c);
        }
    }
    while (!line.empty() && line.back() == ' ') { // two at the end of a line are a break
        line.pop_back();
    }
    return line;
}

} // namespace

std::string escapeMarkdown(std::string_view utf8)
{
    const std::u32string line = oneLine(utf8);
    std::string out;
    out.reserve(utf8.size() + utf8.size() / 8);
    for (std::size_t at = 0; at < line.size(); ++at) {
        const Spot spot{line, at};
        switch (spot.here()) {
        case '&':
            out += "&amp;";
            continue;
        case '<':
            out += "&lt;";
            continue;
        case '>':
            out += "&gt;";
            continue;
        default:
            break;
        }
        if (needsBackslash(spot)) {
            out.push_back('\\');
        }
        appendUtf8(out, spot.here());
        if (spot.here() == '@' && spot.after() != 0 && spot.after() != ' ') {
            out += kWordJoiner;
        }
    }
    return out;
}

} // namespace soak
