// SPDX-License-Identifier: GPL-3.0-or-later
// Number text: one place, so that table, report and metric show the same digits. Never uses the
// locale.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// Shortest decimal text that reads back to the same double, spelled as Python's repr and as JSON:
// "5.0", "0.1", "1e-05", "1e+16"; plain from 1e-4 up to below 1e16. `value` must be finite
// (asserted).
std::string jsonNumber(double value);

// Fixed decimals (0 to 100, asserted), correctly rounded from the exact binary value, exact ties to
// even, as Python's format(value, ".2f"): 2.675 -> "2.67" (it is 2.67499...), 2.20625 with 4 ->
// "2.2062". "-0.00" is written "0.00". `value` must be finite (asserted).
std::string fixedText(double value, int decimals);

// As fixedText; "n/a" when absent. The one spelling of a missing number in reports.
std::string fixedText(std::optional<double> value, int decimals);

// Rounds to `decimals` (0 to 12, asserted) as fixedText does, thus as Python's round(); never -0.0.
double roundTo(double value, int decimals);
// Rounds to 12 decimals: what is left is without the noise of binary fractions (0.1 + 0.2 is 0.3).
double withoutNoise(double value);

// Rounds to the nearest integer, halves away from zero.
double roundHalfAway(double value);

// Whole text as a finite double ("1e999", "nan", "0x1", "+1", " 1" give nullopt; "1e-999" is 0).
// '.' is the only point.
std::optional<double> parseNumber(std::string_view text);
// Whole text as a decimal integer, with "-" at most before it.
std::optional<std::int64_t> parseInteger(std::string_view text);

// Always one part more than there are separators: "" is one empty part.
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
// Without ASCII white space at both ends.
std::string_view trim(std::string_view text);
std::string toLower(std::string_view text); // ASCII only

// "1 iteration", "2 iterations".
std::string countText(std::size_t count, std::string_view singular, std::string_view plural);

// Strict: no overlong forms, no surrogates, nothing beyond U+10FFFF.
bool isValidUtf8(std::string_view bytes);

} // namespace soak
