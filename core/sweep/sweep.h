// SPDX-License-Identifier: GPL-3.0-or-later
// Many soaks in memory: scenarios x starts x tuners x seeds (SIMULATOR 13).
#pragma once

#include "core/base/progress.h"
#include "core/sweep/sweep_table.h"

#include <stop_token>
#include <string>
#include <vector>

namespace soak
{

// Starts besides the built-in profiles of overrides, which are called by their names.
inline constexpr std::string_view kRedStart = "red";         // drawn where nothing is green
inline constexpr std::string_view kDefaultStart = "default"; // the defaults of the parameters

struct SweepPlan {
    std::vector<std::string> scenarios;
    std::vector<std::string> tuners; // `none` = untuned
    std::uint64_t firstSeed = 1;
    std::uint64_t lastSeed = 1;
    int iterations = 24;
    std::vector<std::string> starts{std::string(kRedStart)};
    SweepGuards guards = SweepGuards::Off;
    bool isPerturbed =
        false; // a market of its own for each seed, unlike the tuners' (SIMULATOR 13)
    ResponsePrior prior;
};

struct SweepTask {
    std::string scenario;
    std::string start;
    std::string tuner;
    std::uint64_t seed = 0;
};

// Scenario by scenario, start by start, tuner by tuner, seed by seed. Errors: Usage (no such
// scenario, start or tuner, one named twice, no seed, more than a million tasks).
Result<std::vector<SweepTask>> sweepTasks(const SweepPlan& plan);

// "red, default, best_cell, ...".
std::string sweepStartNames();

class SweepLog;

// From `log` where it is known; else made, and added to it. Errors: Usage, Cancelled, NotWritable
// (the log).
Result<SweepResult> sweepOne(const SweepPlan& plan, const SweepTask& task,
                             std::stop_token stop = {}, const SweepLog* log = nullptr);

// In the order of the tasks, with `threads` threads: the same for any number of them. What `log`
// knows is not made again, what is made is added to it. Errors: as sweepTasks, Cancelled,
// NotWritable (the log).
Result<std::vector<SweepResult>> runSweep(const SweepPlan& plan, unsigned threads,
                                          std::stop_token stop = {}, const Progress& progress = {},
                                          const SweepLog* log = nullptr);

} // namespace soak
