// SPDX-License-Identifier: GPL-3.0-or-later
// Where below a folder runs lie.
#pragma once

#include "core/base/file.h"
#include "core/base/progress.h"

#include <cstddef>
#include <stop_token>
#include <vector>

namespace soak
{

inline constexpr int kMostFolderDepth = 8;
inline constexpr std::size_t kMostFoldersSearched = 100'000;
inline constexpr std::size_t kMostRunsListed = 20'000;

struct FoundRuns {
    std::vector<fs::path> folders; // absolute, in order of their paths, each once
    bool isCut = false;            // a limit was reached: there may be more
};

// `base` and the folders below it that hold an iteration file or RUN.json. Links are not followed,
// hidden folders not entered; inside a run only RUN_<digits> is. What cannot be listed is passed
// over, but for `base` itself. Errors: NotFound, BadInput, Cancelled.
Result<FoundRuns> findRuns(const fs::path& base, const std::stop_token& stop,
                           const Progress& progress);

} // namespace soak
