// SPDX-License-Identifier: GPL-3.0-or-later
// What a run does about iterations that fail: part of RUN.json, so that a resume and a repetition
// do the same.
#pragma once

#include "core/base/result.h"
#include "core/model/run_info.h"

namespace soak
{

inline constexpr int kMostRetries = 100;
inline constexpr int kMostFailuresInRow = 1'000'000;

struct RunPolicy {
    int retries = 0;           // further attempts at an iteration whose engine failed
    int stopAfterFailures = 0; // so many failed iterations in a row end the run; 0 = never
    bool operator==(const RunPolicy&) const = default;
};

// Kept among the extras of `info` as `retries` and `stop_after_failures`, which are left out when
// 0.
void setPolicy(RunInfo& info, const RunPolicy& policy);

// Errors: BadInput (where: the member), when it is no whole number within its limits.
Result<RunPolicy> policyOf(const RunInfo& info);

} // namespace soak
