// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a run that go into its bundle, byte for byte.
#pragma once

#include "core/base/file.h"
#include "core/base/progress.h"
#include "core/model/soak_run.h"
#include "core/release/bundle_layout.h"
#include "core/release/packed_run.h"
#include "core/release/staging.h"

#include <stop_token>
#include <string>
#include <vector>

namespace soak
{

struct RunCopyEntry {
    fs::path from;
    std::string path; // in the bundle: "run/RUN.json"
};

// Ascending by path. The lock and the mark of a copy are no part of the run; live overrides that a
// foreign run has beside its folder are. Errors: NotFound, TooLarge (more than kMaxBundleFiles).
Result<std::vector<RunCopyEntry>> runCopyPlan(const fs::path& folder, const SoakRun& run);

// Copies them below `root` in `staging`, and into `packed` where there is one. Errors: BadInput
// (links, unreadable), TooLarge, NotWritable, Cancelled.
Result<BundleFiles> copyRunFiles(const std::vector<RunCopyEntry>& plan, const std::string& root,
                                 StagingFolder& staging, std::stop_token stop = {},
                                 const Progress& progress = {}, PackedRun* packed = nullptr);

// Whether `files`, copied, are byte for byte what `run` was loaded from: then it need not be loaded
// again. False where that cannot be told (findings, a foreign run).
bool isCopyOf(const BundleFiles& files, const SoakRun& run);

} // namespace soak
