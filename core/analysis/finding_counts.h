// SPDX-License-Identifier: GPL-3.0-or-later
// The findings of a run by kind.
#pragma once

#include "core/model/finding.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace soak
{

struct FindingCount {
    FindingKind kind = FindingKind::FileError;
    Severity severity = Severity::Info; // the worst of them
    std::size_t count = 0;
    const Finding* first = nullptr; // of `findings`, never nullptr
};

// Errors first, then warnings, then notes; within these by number, the most first.
std::vector<FindingCount> findingCounts(std::span<const Finding> findings);

} // namespace soak
