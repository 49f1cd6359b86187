// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ignored_overrides.h"

#include <algorithm>

namespace soak
{

// Goes back to the last star only, so that no pattern takes longer than text times pattern.
bool matchesGlob(std::string_view text, std::string_view pattern)
{
    std::size_t at = 0;
    std::size_t in = 0;
    std::size_t star = std::string_view::npos;
    std::size_t afterStar = 0; // in the text, where the letters of the star end so far
    while (at < text.size()) {
        if (in < pattern.size() && pattern[in] == '*') {
            star = in++;
            afterStar = at;
        } else if (in < pattern.size() && (pattern[in] == '?' || pattern[in] == text[at])) {
            ++in;
            ++at;
        } else if (star != std::string_view::npos) {
            in = star + 1;
            at = ++afterStar;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', in) == std::string_view::npos;
}

std::vector<std::string> globPatterns(std::string_view line)
{
    constexpr std::string_view kBetween = " ,;\t\r\n";
    std::vector<std::string> patterns;
    std::size_t begin = line.find_first_not_of(kBetween);
    while (begin != std::string_view::npos) {
        const std::size_t end = std::min(line.find_first_of(kBetween, begin), line.size());
        patterns.emplace_back(line.substr(begin, end - begin));
        begin = line.find_first_not_of(kBetween, end);
    }
    return patterns;
}

OverrideDifferences withoutIgnored(std::vector<ComparedOverride> rows,
                                   const std::vector<std::string>& patterns)
{
    OverrideDifferences kept;
    for (ComparedOverride& row : rows) {
        const bool isIgnored = std::ranges::any_of(patterns, [&row](const std::string& pattern) {
            return matchesGlob(row.path, pattern) || matchesGlob(row.name, pattern);
        });
        kept.leftOut += isIgnored && row.differs ? 1 : 0;
        kept.differing += !isIgnored && row.differs ? 1 : 0;
        if (!isIgnored) {
            kept.rows.push_back(std::move(row));
        }
    }
    return kept;
}

} // namespace soak
