// SPDX-License-Identifier: GPL-3.0-or-later
// A run as loaded: immutable, shared as shared_ptr<const SoakRun>.
#pragma once

#include "core/model/finding.h"
#include "core/model/interned_column.h"
#include "core/model/iteration_table.h"
#include "core/model/run_info.h"
#include "core/model/tuning_state.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace soak
{

struct FileProvenance {
    std::uint64_t size = 0;
    Sha256 sha256{};
    bool operator==(const FileProvenance&) const = default;
};

struct IterationGap {
    int from = 0; // first missing
    int to = 0;   // last missing
    bool operator==(const IterationGap&) const = default;
};

enum class ChainState : std::uint8_t { Absent, Intact, Broken };

// One row of TUNING_REPORT.json, as far as it says more than the summaries.
struct ReportedTuning {
    int iteration = 0;
    TuningStep step;
    bool operator==(const ReportedTuning&) const = default;
};

struct SoakRun {
    std::string folder;          // as given, for messages only
    std::optional<RunInfo> info; // absent: a foreign run
    std::optional<RunEnd> end;   // absent: unfinished or foreign
    IterationTable table;
    // One entry per row of `table`:
    InternedColumn<IterationNotes> notes;
    InternedColumn<TuningStep> tuning;
    InternedColumn<Overrides> during;
    InternedColumn<Overrides> next;
    InternedColumn<Overrides> baseline;
    InternedColumn<Overrides> baselineNext;
    // GuardStatus::clock of the row's step, which is another in every iteration: set aside by the
    // loader (0 in `tuning`), so that equal steps are stored once. Empty: no row has guards.
    std::vector<Millis> guardClocks;
    // GuardStatus::frozenUntilIter likewise, for it moves with the iteration while a freeze lasts;
    // 0 = none.
    std::vector<std::int32_t> frozenUntil;
    std::vector<FileProvenance> summaryFiles;

    std::vector<ReportedTuning> tuningReport; // empty when the file is absent or unreadable
    bool hasTuningReport = false;
    std::optional<Overrides> finalOverrides; // the live file
    std::string finalOverridesFile;          // its name, relative to `folder`
    std::optional<TuningState> state;
    std::map<std::string, FileProvenance> otherFiles; // RUN.json, TUNING_REPORT.json, ...
    std::vector<int> unreadable; // iteration numbers of files that could not be read, ascending
    std::vector<IterationGap>
        gaps; // ascending; files that are not there (unreadable ones are no gap)
    ChainState chain = ChainState::Absent;
    std::vector<Finding> findings;

    // Identity of DESIGN 3: run_id + SHA-256 of RUN.json (foreign: of the first summary).
    [[nodiscard]] std::string identity() const;
};

} // namespace soak
