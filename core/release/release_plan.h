// SPDX-License-Identifier: GPL-3.0-or-later
// A release as it is wished for, and what would be done and what stands against it, before anything
// is done.
#pragma once

#include "core/base/file.h"
#include "core/base/progress.h"
#include "core/release/make_bundle.h"
#include "core/release/release_tag.h"
#include "core/release/ssh_signature.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace soak
{

struct ReleasePlan {
    fs::path run;
    fs::path out;        // where folder and archive go; empty: not said yet
    std::string version; // of the documents and the tag; empty: not said yet
    bool isPartial = false;
    bool replaces = false; // a bundle of the run that is there
    bool isUnsigned = false;
    std::optional<fs::path> signingKey;
    std::optional<fs::path> allowedSigners;
    std::optional<fs::path> repository;
    bool operator==(const ReleasePlan&) const = default;
};

BundleRequest bundleRequestOf(const ReleasePlan& plan);
// `bundle`: the archive that was made.
TagRequest tagRequestOf(const ReleasePlan& plan, const fs::path& bundle, const fs::path& scratch);

// What is missing or wrong in the plan itself, one sentence each.
std::vector<std::string> planProblems(const ReleasePlan& plan);

struct ReleaseCommand {
    std::string line;     // for a POSIX shell
    std::string purpose;  // what it does, one of saidPatterns()
    bool isYours = false; // we never run it
};

// Every command of the release in its order; `bundle` is the archive of the bundle.
std::vector<ReleaseCommand> releaseCommands(const ReleasePlan& plan, const fs::path& bundle);

struct Preflight {
    BundleOutcome bundle; // of the dry run: its files
    std::vector<ReleaseCommand> commands;
    std::vector<std::string> problems; // all of them at once, one sentence each
    std::optional<KeyFacts> key;
    std::string head; // of the repository; empty without one
};

// Nothing is written but a private folder below `scratch`, which is removed. What stands against
// the release is in `problems`. Errors: as loadRun, NotWritable (scratch), Cancelled.
Result<Preflight> preflight(const ReleasePlan& plan, const fs::path& scratch,
                            std::stop_token stop = {}, const Progress& progress = {});

} // namespace soak
