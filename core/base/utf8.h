// SPDX-License-Identifier: GPL-3.0-or-later
// One strict decoder of UTF-8 for everything that must not trust its bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace soak
{

inline constexpr char32_t kReplacement = 0xFFFD;

// Reads the character at `at` and moves `at` past it. nullopt for bytes that are no character
// (overlong forms, surrogates, beyond U+10FFFF, cut short); `at` then moves past the longest prefix
// that could have begun one, so that one U+FFFD stands for each defect (Unicode 15, section 3.9).
// `at` must be inside (asserted).
std::optional<char32_t> nextCharacter(std::string_view bytes, std::size_t& at);

void appendUtf8(std::string& out, char32_t character);

// `bytes` with every defect replaced by U+FFFD.
std::string repairUtf8(std::string_view bytes);

} // namespace soak
