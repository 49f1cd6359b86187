// SPDX-License-Identifier: GPL-3.0-or-later
// What a bundle says is made again from the run inside, and compared: numbers that were edited are
// found even when every hash and the signature were made anew.
#pragma once

#include "core/base/file.h"
#include "core/base/progress.h"
#include "core/release/attestation.h"
#include "core/release/bundle_checks.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace soak
{

struct DerivedInput {
    fs::path folder; // of the bundle's files, where nobody else writes
    BundleFiles files;
    Manifest manifest;
    Attestation attestation;
    std::optional<std::string> archiveRoot; // the folder in the archive; absent of a folder
};

struct DerivedOutcome {
    std::vector<BundleCheck> checks; // rows of Chain to Documents
    std::optional<std::string> soakedCommit;
};

// Documents are compared byte by byte when this very version of the
// tool made them; of another version the figures of the snapshot are, and the row says so.
// Errors: Cancelled.
Result<DerivedOutcome> derivedChecks(const DerivedInput& input, std::stop_token stop = {},
                                     const Progress& progress = {});

} // namespace soak
