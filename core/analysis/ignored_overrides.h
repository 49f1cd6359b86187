// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of overrides that a person leaves out of differences: noise, such as ids and times.
#pragma once

#include "core/analysis/override_rows.h"

#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// Whether `pattern` is all of `text`: `*` stands for any letters, none and dots too, `?` for one.
bool matchesGlob(std::string_view text, std::string_view pattern);

// The patterns of a typed line, between blanks and commas.
std::vector<std::string> globPatterns(std::string_view line);

struct OverrideDifferences {
    std::vector<ComparedOverride> rows; // those that no pattern matches
    std::size_t differing = 0;          // of `rows`
    std::size_t leftOut = 0;            // that differ, and are not in `rows`
    bool operator==(const OverrideDifferences&) const = default;
};

// A pattern is held against the dotted path and against the name.
OverrideDifferences withoutIgnored(std::vector<ComparedOverride> rows,
                                   const std::vector<std::string>& patterns);

struct RemainingDiff {
    OverridesDiff diff;
    std::size_t leftOut = 0;
};

RemainingDiff withoutIgnored(OverridesDiff diff, const std::vector<std::string>& patterns);

} // namespace soak
