// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a bundle is whole, whose it is, and whether what it says follows from the run inside.
#pragma once

#include "core/base/file.h"
#include "core/base/progress.h"
#include "core/release/bundle_checks.h"

#include <optional>
#include <stop_token>

namespace soak
{

struct VerifyBundleOptions {
    std::optional<fs::path> allowedSigners; // given: the bundle must be signed by one of them
    bool requireSignature = false;          // by any key
    fs::path scratch = "/tmp";              // where the bundle is unpacked, in a private folder
};

// `bundle`: a .tar.gz or a folder. What is wrong with the bundle is in the checks; when the
// container is refused the others are not checked. Nothing is written but the private folder, which
// is removed. Errors: NotFound, BadInput (neither file nor folder; list of signers unreadable),
// NotWritable (scratch), Environment (signed, and no ssh-keygen), Cancelled.
Result<BundleVerification> verifyBundle(const fs::path& bundle,
                                        const VerifyBundleOptions& options = {},
                                        std::stop_token stop = {}, const Progress& progress = {});

} // namespace soak
