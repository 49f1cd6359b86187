// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/json_scan.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>

namespace soak
{

namespace
{

// Tokens shorter than this, without an exponent, are finite.
constexpr std::size_t kShortNumber = 300;

bool isNumberPart(char c)
{
    return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E';
}

class Scanner final
{
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    JsonScan run()
    {
        while (m_at < m_text.size()) {
            step();
        }
        if (m_scan.rewritten) {
            m_scan.rewritten->append(m_text.substr(m_copied));
        }
        return std::move(m_scan);
    }

private:
    void step()
    {
        const char c = m_text[m_at];
        if (c == '"') {
            string();
        } else if (c == 'n') { // null, or no JSON at all
            ++m_nulls;
            ++m_at;
            while (m_at < m_text.size() && m_text[m_at] >= 'a' && m_text[m_at] <= 'z') {
                ++m_at;
            }
        } else if (c == 'N' || c == 'I') {
            word();
        } else if (isNumberPart(c) && c != 'e' && c != 'E') {
            number();
        } else if (c == 't' || c == 'f') {
            ++m_at;
            while (m_at < m_text.size() && m_text[m_at] >= 'a' && m_text[m_at] <= 'z') {
                ++m_at; // true, false: the `e` is no exponent
            }
        } else {
            m_scan.hasNul = m_scan.hasNul || c == '\0';
            ++m_at;
        }
    }

    void replaceByNull(std::size_t length)
    {
        m_scan.nonFinite.push_back(m_nulls++);
        emitUpTo(m_at);
        m_scan.rewritten->append("null");
        m_at += length;
        m_copied = m_at;
    }

    void word()
    {
        for (const std::string_view name : {"NaN", "Infinity"}) {
            if (m_text.substr(m_at, name.size()) == name) {
                replaceByNull(name.size());
                return;
            }
        }
        ++m_at;
    }

    void number()
    {
        constexpr std::string_view kNegative = "-Infinity";
        if (m_text.substr(m_at, kNegative.size()) == kNegative) {
            replaceByNull(kNegative.size());
            return;
        }
        std::size_t end = m_at;
        bool hasExponent = false;
        while (end < m_text.size() && isNumberPart(m_text[end])) {
            hasExponent = hasExponent || m_text[end] == 'e' || m_text[end] == 'E';
            ++end;
        }
        const std::string_view token = m_text.substr(m_at, end - m_at);
        if ((hasExponent || token.size() >= kShortNumber) && isTooLarge(token)) {
            replaceByNull(token.size());
            return;
        }
        m_at = end;
    }

    // A number by its form whose value no double holds. Underflow is a small number, not a large
    // one.
    static bool isTooLarge(std::string_view token)
    {
        double value = 0;
        const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
        return error == std::errc::result_out_of_range && end == token.data() + token.size() &&
               !parseNumber(token);
    }

    void string()
    {
        const std::uint64_t ordinal = m_strings++;
        std::size_t at = m_at + 1;
        std::size_t decoded = 0;
        std::optional<std::size_t> cutAt;
        while (at < m_text.size() && m_text[at] != '"') {
            const std::size_t unit = unitLength(at);
            decoded += m_text[at] == '\\' ? escapedLength(at, unit) : unit;
            if (decoded > kMaxStringBytes && !cutAt) {
                cutAt = at;
            }
            at += unit;
        }
        const bool isClosed = at < m_text.size();
        if (isClosed && cutAt) {
            m_scan.cutStrings.push_back(ordinal);
            emitUpTo(*cutAt);
            m_scan.rewritten->push_back('"');
            m_copied = at + 1;
        }
        m_at = isClosed ? at + 1 : m_text.size();
    }

    // Bytes of the character at `at`: an escape (a surrogate pair whole), or one UTF-8 sequence.
    [[nodiscard]] std::size_t unitLength(std::size_t at) const
    {
        const auto byte = static_cast<unsigned char>(m_text[at]);
        std::size_t length = 1;
        if (byte == '\\') {
            length = 2;
            if (m_text.substr(at + 1, 1) == "u") {
                length =
                    isHighSurrogate(codeUnit(at)) && m_text.substr(at + 6, 2) == "\\u" ? 12 : 6;
            }
        } else if (byte >= 0xC0) {
            length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
        }
        return std::min(length, m_text.size() - at);
    }

    // The four hex digits of the escape at `at`; 0 when they are none.
    [[nodiscard]] unsigned codeUnit(std::size_t at) const
    {
        const std::string_view digits = m_text.substr(std::min(at + 2, m_text.size()), 4);
        unsigned value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
        return value;
    }

    static bool isHighSurrogate(unsigned codeUnit)
    {
        return codeUnit >= 0xD800 && codeUnit < 0xDC00;
    }

    // Bytes of UTF-8 that the escape of `unit` bytes at `at` stands for.
    [[nodiscard]] std::size_t escapedLength(std::size_t at, std::size_t unit) const
    {
        if (unit <= 2) {
            return 1;
        }
        if (unit == 12) {
            return 4;
        }
        const unsigned value = codeUnit(at);
        return value < 0x80 ? 1 : value < 0x800 ? 2 : 3;
    }

    void emitUpTo(std::size_t end)
    {
        if (!m_scan.rewritten) {
            m_scan.rewritten.emplace();
            m_scan.rewritten->reserve(m_text.size());
        }
        m_scan.rewritten->append(m_text.substr(m_copied, end - m_copied));
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_copied = 0; // up to here the text is in `rewritten`, when there is one
    std::uint64_t m_nulls = 0;
    std::uint64_t m_strings = 0;
    JsonScan m_scan;
};

} // namespace

JsonScan scanJson(std::string_view text)
{
    return Scanner(text).run();
}

} // namespace soak
