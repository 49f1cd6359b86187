// SPDX-License-Identifier: GPL-3.0-or-later
// A run directory becomes a value. Never writes.
#pragma once

#include "core/base/file.h"
#include "core/base/progress.h"
#include "core/model/soak_run.h"

#include <memory>
#include <stop_token>

namespace soak
{

struct LoadOptions {
    unsigned threads = 1; // workers that read and parse iteration files
    const ParameterRegistry* registry = nullptr; // nullptr = builtin
};

// Reads `folder` (a run directory, see findRun). Defects are findings in the run. Errors: NotFound (no folder),
// BadInput (no iteration file that could be read; the message names the first reason), Cancelled.
Result<std::shared_ptr<const SoakRun>> loadRun(const fs::path& folder, const LoadOptions& options = {},
                                               std::stop_token stop = {}, const Progress& progress = {});

// One iteration whole, extras included, by the tolerant reader. Errors as readFile, BadInput.
Result<IterationRecord> loadIteration(const fs::path& folder, int iteration, std::vector<Finding>& findings);

} // namespace soak
