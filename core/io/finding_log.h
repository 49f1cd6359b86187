// SPDX-License-Identifier: GPL-3.0-or-later
// The findings of a whole run, bounded (a hostile run may have ten million). For .cpp files of this
// layer.
#pragma once

#include "core/model/finding.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace soak
{

class FindingLog final
{
public:
    void add(Finding finding);
    void addAll(std::vector<Finding> findings);

    // With one finding more for each kind of which not all are listed.
    std::vector<Finding> take() &&;

private:
    struct Count {
        std::size_t total = 0;
        Severity severity = Severity::Info;
    };

    std::vector<Finding> m_findings;
    std::map<FindingKind, Count> m_counts;
};

} // namespace soak
