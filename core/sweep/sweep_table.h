// SPDX-License-Identifier: GPL-3.0-or-later
// What a sweep comes to: a row per scenario, start and tuner.
#pragma once

#include "core/sweep/closed_loop.h"
#include "core/sweep/share_interval.h"

#include <map>
#include <string>
#include <vector>

namespace soak
{

struct SweepRow {
    std::string scenario; // "all": of all together
    std::string start;    // red, default, a profile
    std::string tuner;    // none, micro, ...
    std::int64_t soaks = 0;
    std::int64_t green = 0;
    ShareInterval share;
    std::optional<double> medianFirstGreen; // of the soaks that had a green window
    std::map<Metric, std::int64_t> failing; // soaks whose last window missed the goal
    std::int64_t latencyGuard = 0;          // soaks in which the guard was active
    std::int64_t oscillationGuard = 0;
};

struct SweepResult {
    std::string scenario;
    std::string start;
    std::string tuner;
    std::uint64_t seed = 0;
    bool isGreen = false;
    std::optional<int> firstGreen;
    std::set<Metric> failing;
    int latencyGuard = 0; // iterations in which the guard was active
    int oscillationGuard = 0;
};

// In the order in which scenarios, starts and tuners first occur; then one row "all" per start and
// tuner.
std::vector<SweepRow> sweepTable(const std::vector<SweepResult>& results);

} // namespace soak
