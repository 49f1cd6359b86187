// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include "core/base/result.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <system_error>

namespace soak
{

namespace
{

constexpr int kMaxDecimals = 100;
constexpr int kMaxRoundDecimals = 12;
constexpr int kHugeExponent = 1 << 30; // beyond any text's length, and no overflow when added to it

// Digits without point and sign, and the power of ten of the first: 0.0125 is "125" and -2.
struct Decimal {
    bool negative = false;
    std::string digits;
    int exponent = 0;
};

Decimal shortestDecimal(double value)
{
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                            std::chars_format::scientific);
    SOAK_ASSERT(error == std::errc{});
    std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    Decimal result;
    if (text.front() == '-') {
        result.negative = true;
        text.remove_prefix(1);
    }
    const std::size_t mark = text.find('e');
    for (const char c : text.substr(0, mark)) {
        if (c != '.') {
            result.digits.push_back(c);
        }
    }
    std::string_view exponent = text.substr(mark + 1);
    if (exponent.front() == '+') { // from_chars takes no plus sign
        exponent.remove_prefix(1);
    }
    std::from_chars(exponent.data(), exponent.data() + exponent.size(), result.exponent);
    return result;
}

std::string plainText(const Decimal& decimal)
{
    const std::string& digits = decimal.digits;
    if (decimal.exponent < 0) {
        return "0." + std::string(static_cast<std::size_t>(-decimal.exponent - 1), '0') + digits;
    }
    const std::size_t whole = static_cast<std::size_t>(decimal.exponent) + 1;
    if (digits.size() <= whole) {
        return digits + std::string(whole - digits.size(), '0') + ".0";
    }
    return digits.substr(0, whole) + "." + digits.substr(whole);
}

std::string scientificText(const Decimal& decimal)
{
    std::string text = decimal.digits.substr(0, 1);
    if (decimal.digits.size() > 1) {
        text += "." + decimal.digits.substr(1);
    }
    const std::string exponent = std::to_string(std::abs(decimal.exponent));
    text += decimal.exponent < 0 ? "e-" : "e+";
    return text + (exponent.size() < 2 ? "0" : "") + exponent;
}

// Power of ten of the first digit that counts of a number that from_chars could spell but not hold.
int magnitudeOf(std::string_view text)
{
    const std::size_t mark = text.find_first_of("eE");
    const std::string_view digits = text.substr(0, mark);
    const std::size_t point = std::min(digits.find('.'), digits.size());
    const std::size_t first = std::min(digits.find_first_of("123456789"), digits.size());
    const int shift = static_cast<int>(point) - static_cast<int>(first) - (first < point ? 1 : 0);
    if (mark == std::string_view::npos) {
        return shift;
    }
    const std::string_view written = text.substr(mark + 1);
    const bool negative = written.front() == '-';
    int exponent = 0;
    const char* const start = written.data() + (negative || written.front() == '+' ? 1 : 0);
    const auto [stop, error] = std::from_chars(start, written.data() + written.size(), exponent);
    exponent = error == std::errc{} ? std::min(exponent, kHugeExponent) : kHugeExponent;
    return shift + (negative ? -exponent : exponent);
}

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

} // namespace

std::string jsonNumber(double value)
{
    SOAK_ASSERT(std::isfinite(value));
    const Decimal decimal = shortestDecimal(value);
    const bool plain = decimal.exponent >= -4 && decimal.exponent < 16;
    return (decimal.negative ? "-" : "") + (plain ? plainText(decimal) : scientificText(decimal));
}

std::string fixedText(double value, int decimals)
{
    SOAK_ASSERT(std::isfinite(value));
    SOAK_ASSERT(decimals >= 0 && decimals <= kMaxDecimals);
    std::array<char, 420> buffer{}; // sign, 309 digits, point, kMaxDecimals
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                            std::chars_format::fixed, decimals);
    SOAK_ASSERT(error == std::errc{});
    std::string text(buffer.data(), end);
    if (text.front() == '-' && text.find_first_of("123456789") == std::string::npos) {
        text.erase(0, 1);
    }
    return text;
}

std::string fixedText(std::optional<double> value, int decimals)
{
    return value ? fixedText(*value, decimals) : "n/a";
}

double roundTo(double value, int decimals)
{
    SOAK_ASSERT(decimals <= kMaxRoundDecimals);
    const std::optional<double> rounded = parseNumber(fixedText(value, decimals));
    SOAK_ASSERT(rounded.has_value()); // the largest double has no decimals to round away
    return *rounded;
}

double withoutNoise(double value)
{
    return roundTo(value, kMaxRoundDecimals);
}

double roundHalfAway(double value)
{
    return std::round(value);
}

std::optional<double> parseNumber(std::string_view text)
{
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (stop != end || text.empty()) {
        return std::nullopt;
    }
    if (error == std::errc::result_out_of_range && magnitudeOf(text) < 0) {
        return text.front() == '-' ? -0.0 : 0.0; // too small: the nearest double is zero
    }
    return error == std::errc{} && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<std::int64_t> parseInteger(std::string_view text)
{
    std::int64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc{} && stop == end ? std::optional(value) : std::nullopt;
}

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    while (true) {
        const std::size_t at = text.find(separator);
        parts.emplace_back(text.substr(0, at));
        if (at == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(at + 1);
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) {
            text += separator;
        }
        text += parts[i];
    }
    return text;
}

std::string_view trim(std::string_view text)
{
    while (!text.empty() && isSpace(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string toLower(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return lower;
}

std::string countText(std::size_t count, std::string_view singular, std::string_view plural)
{
    return std::to_string(count) + " " + std::string(count == 1 ? singular : plural);
}

bool isValidUtf8(std::string_view bytes)
{
    constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;
    for (std::size_t at = 0; at < bytes.size();) {
        std::uint64_t eight = kHighBits;
        if (bytes.size() - at >= sizeof eight) { // almost all text is ASCII: eight bytes a step
            std::memcpy(&eight, bytes.data() + at, sizeof eight);
        }
        if ((eight & kHighBits) == 0) {
            at += sizeof eight;
        } else if (!nextCharacter(bytes, at)) {
            return false;
        }
    }
    return true;
}

} // namespace soak
