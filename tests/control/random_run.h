// SPDX-License-Identifier: GPL-3.0-or-later
// Random runs for the property tests, in the terms of both implementations.
#pragma once

#include "tests/control/control_run.h"
#include "tests/control/naive_control.h"

#include <cstdint>

namespace soak
{

struct RandomRun {
    naive::Options options;
    naive::Numbers start;
    std::vector<naive::Iteration> iterations;
};

// The same seed gives the same run; `iterations` 1 to 100.
RandomRun randomRun(std::uint64_t seed, int iterations);

std::vector<RunStep> runControl(const RandomRun& run);
std::vector<naive::Outcome> runNaive(const RandomRun& run);

} // namespace soak
