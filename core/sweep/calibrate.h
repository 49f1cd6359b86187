// SPDX-License-Identifier: GPL-3.0-or-later
// The prior of engine `model`: how the overrides move the goals of the simulated market, measured
// (SIMULATOR 11, step 1).
#pragma once

#include "core/base/result.h"
#include "core/model/influence.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace soak
{

struct CalibrationPlan {
    std::vector<std::string> scenarios{"calm", "volatile", "trending", "latency_storm"};
    std::uint64_t firstSeed = 1'000'001; // never one that a tuner is judged by
    int seedsPerScenario = 10;
};

// Each parameter at the knots of its curves, the others in the middle of their ranges, pooled over
// scenarios and seeds; noise is the deviation within a scenario. A goal that an iteration did not
// measure counts in neither. Errors: Usage (no such scenario, fewer than two seeds), NotFound (a
// goal was measured in fewer than two iterations of a scenario), Cancelled.
Result<ResponsePrior> calibrated(const CalibrationPlan& plan, std::stop_token stop = {});

} // namespace soak
