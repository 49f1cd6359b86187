// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/finding_counts.h"

#include <algorithm>
#include <map>

namespace soak
{

std::vector<FindingCount> findingCounts(std::span<const Finding> findings)
{
    std::map<FindingKind, FindingCount> byKind;
    for (const Finding& finding : findings) {
        FindingCount& count = byKind[finding.kind];
        count.kind = finding.kind;
        count.severity = std::max(count.severity, finding.severity);
        count.first = count.first == nullptr ? &finding : count.first;
        ++count.count;
    }
    std::vector<FindingCount> counts;
    counts.reserve(byKind.size());
    for (const auto& [kind, count] : byKind) {
        counts.push_back(count);
    }
    std::ranges::stable_sort(counts, [](const FindingCount& a, const FindingCount& b) {
        return a.severity != b.severity ? a.severity > b.severity : a.count > b.count;
    });
    return counts;
}

} // namespace soak
