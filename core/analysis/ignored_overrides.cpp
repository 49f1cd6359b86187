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

namespace
{

bool isIgnored(std::string_view path, std::string_view name,
               const std::vector<std::string>& patterns)
{
    return std::ranges::any_of(patterns, [&](const std::string& pattern) {
        return matchesGlob(path, pattern) || matchesGlob(name, pattern);
    });
}

} // namespace

OverrideDifferences withoutIgnored(std::vector<ComparedOverride> rows,
                                   const std::vector<std::string>& patterns)
{
    OverrideDifferences kept;
    for (ComparedOverride& row : rows) {
        const bool isLeftOut = isIgnored(row.path, row.name, patterns);
        kept.leftOut += isLeftOut && row.differs ? 1 : 0;
        kept.differing += !isLeftOut && row.differs ? 1 : 0;
        if (!isLeftOut) {
            kept.rows.push_back(std::move(row));
        }
    }
    return kept;
}

RemainingDiff withoutIgnored(OverridesDiff diff, const std::vector<std::string>& patterns)
{
    RemainingDiff kept{std::move(diff), 0};
    kept.leftOut = std::erase_if(kept.diff, [&](const OverrideDifference& one) {
        return isIgnored(pathText(one.path), one.name, patterns);
    });
    return kept;
}

} // namespace soak
