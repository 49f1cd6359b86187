// SPDX-License-Identifier: GPL-3.0-or-later
// Where a run parts from the one that it was branched off: the same run with other overrides from
// one iteration on, under the same random numbers.
#pragma once

#include "core/model/overrides.h"

#include <string>
#include <string_view>
#include <vector>

namespace soak
{

struct RunBranch {
    int at = 0;      // the first iteration that may differ
    ParamValues set; // absolute, what stands in place of the values that would be in force
    // Of `set`: the deltas applied after iteration `at` - 1 that are taken back. Sorted.
    std::vector<std::string> without;
    bool isTunerOff = false; // from `at` on nothing is proposed
    // SHA-256 of the source's RUN.json, and of its last iteration file that was taken over; of the
    // run's beginning when there is none.
    std::string sourceSha256;
    std::string takenSha256;
    std::string toolVersion; // that made the branch
    bool operator==(const RunBranch&) const = default;
};

// What the branches put in force at `iteration`, the later one winning.
ParamValues branchedValuesAt(const std::vector<RunBranch>& branches, int iteration);
// Whether a branch leaves the tuner on in `iteration`.
bool isTunerOnAt(const std::vector<RunBranch>& branches, int iteration);

// "from iteration 9 with tail_age_ms 650, without the change of min_interval_ms (60), tuner off".
std::string branchText(const RunBranch& branch);

} // namespace soak
