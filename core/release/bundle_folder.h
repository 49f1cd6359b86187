// SPDX-License-Identifier: GPL-3.0-or-later
// A bundle as a folder: copied to where nobody else writes, so that what was hashed is what is
// judged.
#pragma once

#include "core/base/file.h"
#include "core/release/bundle_layout.h"
#include "core/release/staging.h"

#include <stop_token>
#include <vector>

namespace soak
{

struct FolderCopy {
    BundleFiles files;          // as copied
    std::vector<Error> refused; // what no bundle holds: links, devices, other names; not copied
};

// Copies the files of the bundle in `folder` into `target`. Links are never followed. Errors:
// NotFound, BadInput (not a folder), TooLarge, NotWritable, Cancelled.
Result<FolderCopy> copyBundleFolder(const fs::path& folder, StagingFolder& target,
                                    std::stop_token stop = {});

} // namespace soak
