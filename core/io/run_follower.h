// SPDX-License-Identifier: GPL-3.0-or-later
// Watches a run directory by looking again: what was read is kept, only new and changed files are
// read (UX 2.4).
#pragma once

#include "core/io/load_run.h"

#include <cstddef>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace soak
{

// A file that cannot be read yet may be half written by a writer that is not atomic: it is tried
// again for so long before anybody is told.
inline constexpr EpochMs kPartialGraceMs = 2000;

struct FollowedRun {
    std::shared_ptr<const SoakRun> run; // as loadRun() gives it, but for `pending`
    bool isChanged = false;             // another value than the last time
    bool isReplaced = false;            // another run than the last time (SoakRun::identity)
    // Iterations whose file cannot be read, and is still within kPartialGraceMs: the run has them
    // as they were before, or not at all. Look again after that time even if nothing happens.
    std::vector<int> pending;
    std::size_t filesRead = 0; // iteration files that were read this time
};

// One thread at a time.
class RunFollower final
{
public:
    explicit RunFollower(fs::path folder, LoadOptions options = {});
    ~RunFollower();
    RunFollower(const RunFollower&) = delete;
    RunFollower& operator=(const RunFollower&) = delete;

    // Looks at the folder. `now` is wall time, and does not go back. Of a folder in which nothing
    // changed for a second the run is the same object. Errors: as loadRun(); what was read is kept
    // all the same, so that a folder that comes back goes on.
    Result<FollowedRun> poll(EpochMs now, const std::stop_token& stop = {},
                             const Progress& progress = {});

private:
    struct Kept;

    fs::path m_folder;
    LoadOptions m_options;
    std::unique_ptr<Kept> m_kept;
};

} // namespace soak
