// SPDX-License-Identifier: GPL-3.0-or-later
// Where the iterations of several runs stand on one common axis.
#pragma once

#include "core/model/soak_run.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

enum class Alignment : std::uint8_t {
    Iteration,   // by number
    FirstCommon, // counted from the first iteration that all of the runs have, which is 1
    Elapsed,     // seconds since the first iteration of the run with a time
    Utc,         // seconds since the earliest of those of all runs
};

std::string_view keyOf(Alignment alignment); // iteration, first_common, elapsed, utc
std::optional<Alignment> alignmentFromKey(std::string_view key);

inline bool isTime(Alignment alignment)
{
    return alignment == Alignment::Elapsed || alignment == Alignment::Utc;
}

struct AlignedRun {
    std::vector<std::size_t> rows; // of the table that have a place, ascending
    std::vector<int> x;            // theirs, ascending: iterations or whole seconds
    std::size_t unplaced = 0;      // rows without a recorded time
    std::string why;               // why there is no place for any; then `x` is empty
    bool operator==(const AlignedRun&) const = default;
};

struct AlignedRuns {
    std::vector<AlignedRun> runs;  // as given
    std::optional<EpochMs> origin; // of Utc: the time at x = 0
    std::optional<int> common;     // of FirstCommon: that iteration
    bool operator==(const AlignedRuns&) const = default;
};

// `offsets`: by how much each run is moved to the right, in the axis's unit; empty: none is.
AlignedRuns alignRuns(std::span<const SoakRun* const> runs, Alignment alignment,
                      std::span<const int> offsets = {});

} // namespace soak
