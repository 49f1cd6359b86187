// SPDX-License-Identifier: GPL-3.0-or-later
// Whether somebody still writes a run (UX 2.6). Never reads an iteration.
#pragma once

#include "core/base/clock.h"
#include "core/base/file.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace soak
{

enum class RunActivity : std::uint8_t {
    Finished,   // it was made to its end, well or not; or it is a run of another tool that nobody
                // writes
    Running,    // its writer lives, and files come
    Stalled,    // its writer lives, and no file came for three median intervals
    WriterDead, // it was stopped or its writer fell; it can be resumed
    Vanished,   // its folder is gone
};

inline constexpr std::array kRunActivities{RunActivity::Finished, RunActivity::Running,
                                           RunActivity::Stalled, RunActivity::WriterDead,
                                           RunActivity::Vanished};

std::string_view keyOf(RunActivity activity); // finished, running, stalled, writer_dead, vanished

inline constexpr int kStallIntervals = 3;
inline constexpr Millis kLeastStall{2000};   // below that nothing is called stalled
inline constexpr std::size_t kTimesKept = 9; // of the newest files: eight intervals

// What a folder shows.
struct ActivityFacts {
    bool isThere = false;
    bool isOurs = false;    // has RUN.json
    bool hasEnded = false;  // has RUN_END.json, and was not interrupted
    bool hasWriter = false; // its lock is held by a process that lives
    // When the newest kTimesKept iteration files were written, ascending.
    std::vector<EpochMs> fileTimes;
    bool operator==(const ActivityFacts&) const = default;
};

struct ActivityReport {
    RunActivity activity = RunActivity::Vanished;
    std::optional<EpochMs> lastFileMs;    // when the newest iteration file was written
    std::optional<Millis> medianInterval; // between the newest files; absent with fewer than two
    bool operator==(const ActivityReport&) const = default;
};

ActivityFacts activityFacts(const fs::path& folder);

// `now` is wall time, as the times of files are.
ActivityReport activityOf(const ActivityFacts& facts, EpochMs now);
ActivityReport runActivity(const fs::path& folder, EpochMs now);

} // namespace soak
