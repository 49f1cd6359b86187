// SPDX-License-Identifier: GPL-3.0-or-later
// The pass before the JSON parser: it takes out what the parser would refuse a whole file for, or
// choke on, and remembers where (DESIGN 5). For .cpp files of this layer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

inline constexpr std::size_t kMaxStringBytes = 1024 * 1024; // DESIGN 5, of the decoded string

struct JsonScan {
    // The text with bare NaN, Infinity, -Infinity and numbers beyond double as `null`, and strings
    // over kMaxStringBytes cut between two characters; absent when there is nothing to change.
    std::optional<std::string> rewritten;
    // Which of the text's `null` tokens, in order, were no null; which of its strings (keys too)
    // were cut.
    std::vector<std::uint64_t> nonFinite;
    std::vector<std::uint64_t> cutStrings;
    bool hasNul = false; // a NUL byte outside strings, which the parser takes for the end
};

JsonScan scanJson(std::string_view text);

} // namespace soak
