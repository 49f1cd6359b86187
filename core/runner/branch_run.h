// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated run once more from one of its iterations on, with other overrides and the same random
// numbers: what would have been.
#pragma once

#include "core/runner/run_soak.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace soak
{

inline constexpr std::string_view kWithoutAll = "all";

struct BranchRequest {
    fs::path source; // the folder of a run
    int at = 0;      // the first iteration that may differ, one that the source has
    // Parameter (name or path) -> value in force from `at` on, above what the source had there.
    std::vector<std::pair<std::string, double>> settings = {};
    // Parameters whose delta, applied after iteration `at` - 1, is taken back; kWithoutAll is every
    // one.
    std::vector<std::string> without = {};
    bool isTunerOff = false; // else it goes on from its memory after iteration `at` - 1
    std::optional<fs::path> out = std::nullopt;
};

struct BranchResult {
    RunResult run;
    RunBranch branch;
    bool wasThere = false; // the same branch had been made before, and is as it was
};

// Where a branch goes that was given no folder: <run_id>_whatif_<8 hex digits of what is
// set>_at_<k> beside the source.
fs::path branchFolder(const fs::path& source, const std::string& runId, const RunBranch& branch);

// Makes the run. Its iteration files before `at` are those of the source, byte for byte; so is
// RUN.json but for its last entry of `branches`. Every later iteration meets the random numbers of
// the source. A folder with another run in it is left alone; a branch that was begun there goes on.
// Errors: Usage (not of engine sim; no such iteration; no such parameter; a delta that was not
// applied there), BadInput (no run; a value outside its safe limits), Integrity (the source is
// broken, was changed, or is not repeated as it was recorded), NotWritable, Locked, Cancelled.
Result<BranchResult> branchRun(const BranchRequest& request, const Clock& clock,
                               std::stop_token stop, const Progress& progress);

} // namespace soak
