// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_shape.h"

#include "core/base/result.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <limits>

namespace soak
{

namespace
{

bool isTextDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Reads one JSON number at the begin of a text, in one pass over its bytes.
class NumberScan final
{
public:
    explicit NumberScan(std::string_view text) : m_text(text)
    {
        m_isNegative = take('-');
        const std::size_t begin = m_size;
        takeDigits();
        const bool hasLeadingZero = m_size > begin + 1 && m_text[begin] == '0';
        m_isValid = m_size > begin && !hasLeadingZero;
        if (take('.')) {
            const std::size_t fraction = m_size;
            takeDigits();
            m_decimals = m_size - fraction;
            m_isInteger = false;
            m_isValid = m_isValid && m_decimals > 0;
        }
        if (take('e') || take('E')) {
            m_hasExponent = true;
            m_isInteger = false;
            static_cast<void>(take('-') || take('+'));
            const std::size_t exponent = m_size;
            takeDigits();
            m_isValid = m_isValid && m_size > exponent;
        }
    }

    [[nodiscard]] bool isValid() const { return m_isValid; }

    [[nodiscard]] bool isInteger() const { return m_isInteger; }

    [[nodiscard]] std::size_t size() const { return m_size; }

    // Of digits alone, and a signed number of 64 bits holds it: beyond, it is no whole number to
    // the tolerant reader.
    [[nodiscard]] bool isWhole() const
    {
        return m_isInteger && m_digits <= kWholeDigits &&
               m_mantissa <= std::uint64_t{std::numeric_limits<std::int64_t>::max()};
    }

    // Without an exponent and so short that it is finite.
    [[nodiscard]] bool isOrdinary() const { return !m_hasExponent && m_digits <= kOrdinaryDigits; }

    // False when no double holds it.
    bool value(double& number) const
    {
        if (!m_hasExponent && m_digits <= kExactDigits) {
            // Both are exact, so the quotient is correctly rounded.
            const double magnitude = static_cast<double>(m_mantissa) / kPowersOfTen[m_decimals];
            number = m_isNegative && m_mantissa != 0 ? -magnitude : magnitude;
            return true;
        }
        const auto [end, error] = std::from_chars(m_text.data(), m_text.data() + m_size, number);
        number += 0.0; // -0 is 0
        return error == std::errc() && end == m_text.data() + m_size;
    }

private:
    static constexpr std::size_t kExactDigits = 15; // below 2^53
    static constexpr std::size_t kOrdinaryDigits = 300;
    static constexpr std::size_t kWholeDigits =
        19; // fewer than an unsigned one has, so that m_mantissa holds them
    static constexpr std::array<double, kExactDigits + 1> kPowersOfTen{
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

    bool take(char c)
    {
        const bool isThere = m_size < m_text.size() && m_text[m_size] == c;
        m_size += isThere ? 1 : 0;
        return isThere;
    }

    void takeDigits()
    {
        while (m_size < m_text.size() && isTextDigit(m_text[m_size])) {
            m_mantissa = m_mantissa * 10 + static_cast<std::uint64_t>(m_text[m_size] - '0');
            ++m_digits;
            ++m_size;
        }
    }

    std::string_view m_text;
    std::size_t m_size = 0;
    std::size_t m_digits = 0;
    std::size_t m_decimals = 0;
    std::uint64_t m_mantissa = 0; // means nothing beyond kExactDigits
    bool m_isNegative = false;
    bool m_hasExponent = false;
    bool m_isInteger = true;
    bool m_isValid = false;
};

std::size_t endOfWord(std::string_view text, std::size_t at)
{
    while (at < text.size() && text[at] >= 'a' && text[at] <= 'z') {
        ++at;
    }
    return at;
}

// The place of the closing quote of the string that begins at `at`.
std::size_t endOfString(std::string_view text, std::size_t at)
{
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        at += text[at] == '\\' ? 1 : 0;
    }
    return at;
}

} // namespace

TextShape::TextShape(std::string_view text, const Tape& tape,
                     std::span<const std::size_t> freePlaces)
{
    std::size_t place = 1; // after the word of the document
    std::size_t copied = 0;
    auto nextFree = freePlaces.begin();
    const auto addHole = [&](std::size_t begin, std::size_t end, HoleKind kind) {
        m_literals.append(text.substr(copied, begin - copied));
        m_holes.push_back({m_literals.size(), kind, true, end - begin});
        copied = end;
        ++nextFree;
    };
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        const bool isFree = nextFree != freePlaces.end() && *nextFree == place;
        if (c == '"') {
            const std::size_t end = endOfString(text, at);
            if (isFree) {
                addHole(at + 1, end, HoleKind::String);
            }
            at = end + 1;
            ++place;
        } else if (isTextDigit(c) || c == '-') {
            const std::size_t end = at + NumberScan(text.substr(at)).size();
            if (isFree) {
                addHole(at, end, tape.type(place) == 'd' ? HoleKind::Real : HoleKind::Integer);
            }
            at = end;
            place += 2;
        } else if (c == 't' || c == 'f' || c == 'n') {
            at = endOfWord(text, at);
            ++place;
        } else {
            place += c == '{' || c == '}' || c == '[' || c == ']' ? 1 : 0;
            ++at;
        }
    }
    SOAK_ASSERT(nextFree == freePlaces.end());
    m_literals.append(text.substr(copied));
}

void TextShape::ignore(std::size_t hole)
{
    m_holes[hole].isUsed = false;
}

bool TextShape::read(std::string_view text, std::vector<HoleValue>& values) const
{
    values.resize(m_holes.size());
    std::size_t at = 0;
    std::size_t literal = 0;
    const auto isLiteralNext = [&](std::size_t end) {
        const std::size_t size = end - literal;
        const bool isSame = text.size() - at >= size &&
                            std::memcmp(text.data() + at, m_literals.data() + literal, size) == 0;
        at += size;
        literal = end;
        return isSame;
    };
    for (std::size_t i = 0; i < m_holes.size(); ++i) {
        const Hole& hole = m_holes[i];
        if (!isLiteralNext(hole.literalEnd)) {
            return false;
        }
        if (hole.kind == HoleKind::String) {
            values[i].text = text.substr(at, hole.length);
            at += values[i].text.size();
            continue;
        }
        const NumberScan scan(text.substr(at));
        const bool isOfItsKind =
            hole.kind == HoleKind::Integer ? scan.isWhole() : !scan.isInteger();
        if (!scan.isValid() || !isOfItsKind) {
            return false;
        }
        const bool isRead = hole.isUsed ? scan.value(values[i].number) : scan.isOrdinary();
        if (!isRead) {
            return false;
        }
        at += scan.size();
    }
    return isLiteralNext(m_literals.size()) && at == text.size();
}

} // namespace soak
