// SPDX-License-Identifier: GPL-3.0-or-later
// What most tests of this layer need.
#pragma once

#include "core/io/finding_sink.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

inline std::vector<FindingKind> kindsOf(const std::vector<Finding>& findings)
{
    std::vector<FindingKind> kinds;
    for (const Finding& finding : findings) {
        kinds.push_back(finding.kind);
    }
    return kinds;
}

inline bool hasKind(const std::vector<Finding>& findings, FindingKind kind)
{
    const std::vector<FindingKind> kinds = kindsOf(findings);
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

// The first finding of a kind; one that no test expects when there is none.
inline Finding firstOf(const std::vector<Finding>& findings, FindingKind kind)
{
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [kind](const Finding& f) { return f.kind == kind; });
    return found == findings.end() ? Finding{kind, Severity::Info, "", std::nullopt, "", "absent"}
                                   : *found;
}

// A place for findings, with the sink of one file.
struct FileFindings {
    std::vector<Finding> list;
    FindingSink sink{"a.json", std::nullopt, list};
};

} // namespace soak
