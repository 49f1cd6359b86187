// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/finding_log.h"

#include "core/base/text.h"
#include "core/io/load_run.h"

#include <algorithm>
#include <utility>

namespace soak
{

void FindingLog::add(Finding finding)
{
    Count& count = m_counts[finding.kind];
    count.severity = std::max(count.severity, finding.severity);
    if (++count.total <= kMaxFindingsPerKind) {
        m_findings.push_back(std::move(finding));
    }
}

void FindingLog::addAll(std::vector<Finding> findings)
{
    for (Finding& finding : findings) {
        add(std::move(finding));
    }
}

std::vector<Finding> FindingLog::take() &&
{
    for (const auto& [kind, count] : m_counts) {
        if (count.total > kMaxFindingsPerKind) {
            const std::size_t more = count.total - kMaxFindingsPerKind;
            m_findings.push_back(
                {kind, count.severity, "", std::nullopt, "",
                 "and " + countText(more, "more finding", "more findings") + " of this kind"});
        }
    }
    return std::move(m_findings);
}

} // namespace soak
