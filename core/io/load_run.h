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

inline constexpr std::size_t kMaxIterations = 10'000'000; // DESIGN 5
inline constexpr std::size_t kMaxFindingsPerKind = 1'000; // more of a kind are counted, not listed

// Which iteration files are hashed. Hashing costs about as much as reading.
enum class Provenance {
    All,       // every one: reports list them
    ChainOnly, // every one of a run with RUN.json; of a foreign run only the first (its identity),
               // others are all zero
};

struct LoadOptions {
    unsigned threads = 1;                        // workers that read and parse iteration files
    const ParameterRegistry* registry = nullptr; // nullptr = builtin
    Provenance provenance = Provenance::All;
};

// Reads `folder` (a run directory, see findRun). Defects are findings in the run, at most
// kMaxFindingsPerKind of a kind. Numbers without a file are gaps; before the first file only in a
// run with RUN.json, which begins at 1, and after the last only when RUN_END.json says that there
// were more. Files outside the folder are read for the live overrides of a foreign run only
// (DOMAIN 7.5). Errors: NotFound (no folder), BadInput (no iteration file that could be read; the
// message names the first reason), TooLarge (over kMaxIterations), Cancelled.
Result<std::shared_ptr<const SoakRun>> loadRun(const fs::path& folder,
                                               const LoadOptions& options = {},
                                               std::stop_token stop = {},
                                               const Progress& progress = {});

// One iteration whole, extras included, by the tolerant reader. Errors as readFile, BadInput.
Result<IterationRecord> loadIteration(const fs::path& folder, int iteration,
                                      std::vector<Finding>& findings);

} // namespace soak
