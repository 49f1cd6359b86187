// SPDX-License-Identifier: GPL-3.0-or-later
// A release bundle of a run: a folder and one archive with the same content (DOMAIN 7.5).
#pragma once

#include "core/base/file.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/gate_profile.h"
#include "core/release/bundle_facts.h"
#include "core/release/bundle_layout.h"

#include <optional>
#include <stop_token>
#include <string>

namespace soak
{

struct BundleRequest {
    fs::path run; // the run directory; only read, and the decision beside it (decision.h)
    fs::path out; // where folder and archive go; made where needed
    std::optional<GateProfile> profile; // absent: the run's own
    std::optional<std::string> version; // of what is released
    std::optional<fs::path> signingKey; // absent: unsigned
    bool allowPartial = false;          // a run that is not ready gives a PARTIAL bundle
    bool force = false;                 // replaces a bundle of the run that is there
    bool dryRun = false;                // says what would be made, writes nothing
};

struct BundleOutcome {
    BundleFacts facts;
    RunVerdict verdict = RunVerdict::Fail;
    bool isRefused = false; // for facts.blockers; nothing was written
    bool isWritten = false;
    fs::path folder;
    fs::path archive;
    BundleFiles files; // all in it; of a dry run without size and hash
    std::uint64_t archiveBytes = 0;
    std::optional<Sha256> archiveSha256;
    bool isSigned = false;
    std::optional<std::string> soakedCommit; // where the run names one
};

struct ContentsOptions {
    bool isSigned = false;
    bool isDecided = false; // there is a decision beside the run
};

// The files of a bundle of `run`, by path, without size and hash. Errors: as runCopyPlan.
Result<BundleFiles> bundleContents(const fs::path& folder, const SoakRun& run,
                                   const ContentsOptions& options);

// Built aside and renamed: an error leaves nothing behind. Errors: as loadRun; BadInput (a file of
// the run is a link, or cannot be read; the run changed since it was decided about), TooLarge
// (limits of bundle_layout.h), Locked (there is a bundle already), NotWritable, Environment
// (signing), Cancelled.
Result<BundleOutcome> makeBundle(const BundleRequest& request, std::stop_token stop = {},
                                 const Progress& progress = {});

} // namespace soak
