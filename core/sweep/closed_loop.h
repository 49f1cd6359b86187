// SPDX-License-Identifier: GPL-3.0-or-later
// A soak in memory: the simulated market, a tuner, and nothing on disk (SIMULATOR 13).
#pragma once

#include "core/control/control_step.h"
#include "core/sim/simulate.h"

#include <optional>
#include <set>
#include <stop_token>
#include <string>

namespace soak
{

enum class SweepGuards : std::uint8_t {
    Off, // increments within the bounds of DOMAIN 4.5, nothing else
    On   // the whole pipeline of DOMAIN 4.1
};

struct SweepSoak {
    MarketParameters market;
    std::uint64_t seed = 0;
    Overrides start;
    int iterations = 24;
    std::string tuner; // "" = untuned
    std::optional<ResponsePrior> prior;
    SweepGuards guards = SweepGuards::Off;
};

struct SweepOutcome {
    bool isGreen = false;          // the last window meets the four goals
    std::optional<int> firstGreen; // the last iteration of the first window that met them
    std::set<Metric> failing;      // goals that the last window misses
    int held = 0;                  // iterations whose proposal was blocked, whole
    int latencyGuard = 0;          // iterations in which the hard latency guard was active
    int oscillationGuard = 0;
    std::vector<IterationSummary> summaries;
    Overrides end;
};

// Errors: Usage (no such tuner; fewer iterations than a window), Cancelled.
Result<SweepOutcome> soakInMemory(const SweepSoak& soak, std::stop_token stop = {});

// Goals that the iterations miss, by the rows of the mission profile; a goal without a value in any
// of them is missed.
std::set<Metric> missedGoals(std::span<const IterationSummary> window);

} // namespace soak
