// SPDX-License-Identifier: GPL-3.0-or-later
// What lies in a run directory, and its small files. For .cpp files of this layer.
#pragma once

#include "core/base/file.h"
#include "core/io/finding_log.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

struct RunListing {
    std::vector<int> iterations; // of regular files, ascending
    std::vector<int> linked;     // those of them that are links within the folder, ascending
    std::vector<int> irregular;  // named like an iteration and no file, ascending
};

// Temporary files of killed writers, and what is no regular file, are findings. Errors: NotFound,
// BadInput (not a folder), TooLarge (over kMaxIterations).
Result<RunListing> listRun(const fs::path& folder, FindingLog& log);

// The text of the file `name` of the run, a link within it included. nullopt when there is none, or
// with a finding (NotRegularFile, FileError) when it cannot be read.
std::optional<std::string> readRunFile(const fs::path& folder, std::string_view name,
                                       FindingLog& log);

// Whether the link at `path` leads to a regular file in `folder`.
bool isLinkWithin(const fs::path& folder, const fs::path& path);

} // namespace soak
