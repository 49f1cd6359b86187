// SPDX-License-Identifier: GPL-3.0-or-later
// A whole soak: folder, lock, loop, resume, isolation (DESIGN 4, DOMAIN 7.8).
#pragma once

#include "core/base/clock.h"
#include "core/model/run_info.h"
#include "core/model/tuning_step.h"
#include "core/runner/engine.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace soak
{

struct RunRequest {
    RunInfo info; // runId and startedMs are filled by runSoak unless resuming or reproducing
    std::map<std::string, std::string> sources; // of the initial overrides
    fs::path base;                              // artifacts/soak/latest
    std::optional<fs::path> out;                // sets D itself
    bool isolated = false;
    bool materializePartial = false;
    bool resume = false;
    bool force = false;               // a folder with foreign content and no run in it may be used
    bool applyDisabled = false;       // MM_DISABLE_AUTO_TUNE=1
    std::vector<std::string> command; // engine `command`
    std::optional<Millis> commandTimeLimit;
    fs::path
        replay; // engine `replay`: the run whose measurements it takes; its record is in `info`
    std::function<void(const IterationRecord&)>
        onIteration; // after its files are written; may be empty
};

struct RunResult {
    std::string runId;
    fs::path folder;                // where the run is
    std::optional<fs::path> latest; // where it was materialized
    int iterationsCompleted = 0;
    int iterationsFailed = 0;
    RunStatus status = RunStatus::Completed;
    bool hasGivenUp = false; // after as many failed iterations in a row as its policy allows
    std::vector<Finding> findings;
    std::vector<std::string>
        remarks; // "took over a stale lock", "two renames instead of one exchange", ...
};

// Errors: Usage (out with isolated, engine limits), BadInput (start overrides outside safe, resume
// without RUN.json), Locked, NotWritable (foreign folder, disk full), Environment. A stop yields
// status Interrupted, not an error.
Result<RunResult> runSoak(const RunRequest& request, const Clock& clock, std::stop_token stop,
                          const Progress& progress);

// Makes the engine named in `info`. Errors: Usage (unknown engine, engine not built yet), BadInput
// (script).
Result<std::unique_ptr<Engine>> makeEngine(const RunInfo& info, const RunRequest& request);

struct Reproduction {
    bool identical = false;
    std::vector<std::string> differing; // file names, sorted: differing, missing or additional
    int filesCompared = 0;
};

// Runs RUN.json of `folder` again in a scratch folder and compares byte by byte. `replay`: where
// the run lies that a run of engine `replay` took its measurements from. Errors: BadInput (no
// RUN.json), Usage (an engine that cannot be repeated; no `replay` where one is needed), Integrity
// (it was changed).
Result<Reproduction> reproduceRun(const fs::path& folder, std::stop_token stop,
                                  const Progress& progress, const fs::path& replay = {});

} // namespace soak
