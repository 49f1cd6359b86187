// SPDX-License-Identifier: GPL-3.0-or-later
// The groups of rows; each makes its data, measures, and removes its data. Errors: NotWritable,
// Environment (python3 or soak cannot be started), Cancelled, Internal (what was measured did not
// do what it should).
#pragma once

#include "core/base/folder.h"
#include "tests/bench/results.h"

#include <functional>
#include <stop_token>
#include <string>

namespace soak::bench
{

struct Setup {
    int pairs = 7;            // of long measurements
    int shortPairs = 21;      // of those that take milliseconds
    int files = 100000;       // iteration files to load
    int judgedRows = 1000000; // iterations to judge
    int runIterations = 1000; // and ten times as many
    int importedRuns = 100;   // of 1 000 iterations, into the history
    std::string postgres;     // URL of a database that is measured, too; empty: none
    fs::path self;            // this program
    fs::path soak;            // the program `soak`
    std::string python = "python3";
    std::stop_token stop;
    std::function<void(const std::string&)> tell; // a line for people
};

Status addLoadRows(const Setup& setup, Results& results);
Status addJudgeRows(const Setup& setup, Results& results);
Status addVerbRows(const Setup& setup, Results& results);
Status addRunRows(const Setup& setup, Results& results);
Status addBundleRows(const Setup& setup, Results& results);
Status addCompareRows(const Setup& setup, Results& results);
Status addHistoryRows(const Setup& setup, Results& results);
Status addSimRows(const Setup& setup, Results& results);

// The peak of this process's memory while it loads `folder` with one thread, less what it had
// before; on stdout, in bytes. Run in a process of its own. Errors: of loadRun.
Status printLoadMemory(const fs::path& folder);

// The peak of this process's memory after it made a run of so many iterations, in bytes, on stdout;
// the run is made in memory and removed. Run in a process of its own. Errors: of runSoak.
Status printRunMemory(int iterations);

} // namespace soak::bench
