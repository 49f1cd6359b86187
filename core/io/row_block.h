// SPDX-License-Identifier: GPL-3.0-or-later
// A stretch of iteration files as rows: what a worker makes and the loader puts into the run, in
// order. For .cpp files of this layer.
#pragma once

#include "core/model/soak_run.h"

#include <optional>
#include <string>
#include <vector>

namespace soak
{

struct IterationRow {
    static constexpr std::uint32_t kAbsent = InternedColumn<IterationNotes>::kAbsent;

    int iteration = 0;
    bool isReadable = false;
    bool isOfOtherRun = false; // its run_id is not that of RUN.json
    bool hasHash = false;      // file.sha256 was computed
    MetricValues metrics{};
    std::optional<EpochMs> runtimeUtc;
    Millis guardClock{0};
    std::int32_t frozenUntil = 0; // 0 = none
    std::optional<Sha256> chainPrevious;
    FileProvenance file;
    // Places in the pools of the block.
    std::uint32_t notes = kAbsent;
    std::uint32_t tuning = kAbsent;
    std::uint32_t during = kAbsent;
    std::uint32_t next = kAbsent;
    std::uint32_t baseline = kAbsent;
    std::uint32_t baselineNext = kAbsent;
};

struct RowBlock {
    std::vector<IterationRow> rows;
    InternedColumn<IterationNotes> notes; // pools: their rows are not used
    InternedColumn<TuningStep> tuning;
    InternedColumn<Overrides> overrides;
    std::vector<Finding> findings;
};

} // namespace soak
