// SPDX-License-Identifier: GPL-3.0-or-later
// One iteration between measuring and writing: pure, so that resume can do it again.
#pragma once

#include "core/control/control_step.h"
#include "core/io/run_files.h"
#include "core/runner/engine.h"

#include <map>
#include <string>

namespace soak
{

// What a run has come to after `completed` iterations.
struct LoopState {
    int completed = 0;
    int failed = 0;
    int failedInRow = 0; // up to the last iteration
    Overrides baseline;  // B
    Overrides effective; // in force in iteration completed + 1
    TuningState tuning;
    Sha256 lastHash{}; // of the last summary; of RUN.json before the first
    std::map<std::string, std::string>
        sources; // parameter -> where its value came from (DOMAIN 1.5)
};

struct StepResult {
    IterationRecord record;
    Overrides baselineNext;
    Overrides effectiveNext;
    TuningState tuning;
};

ControlPlan controlPlanOf(const RunInfo& info);

// Before the first iteration. `runFileHash`: see chainStart().
LoopState initialState(const RunInfo& info, const Sha256& runFileHash);

// The record of iteration `state.completed` + 1. A failed iteration has no metrics and proposes
// nothing.
StepResult stepOf(const RunInfo& info, const LoopState& state, const Measurement& measurement);

// What `state` becomes by a record that is on the disk, and by a branch at the next iteration;
// `hash` is of the record's bytes. All but `tuning`.
void advance(const RunInfo& info, LoopState& state, const IterationRecord& record,
             const Sha256& hash);

// Options of a run that RunInfo has no field for, kept among its extras.
void setApplyDisabled(RunInfo& info);
bool isApplyDisabled(const RunInfo& info);
void setInitialSources(RunInfo& info, const std::map<std::string, std::string>& sources);
std::map<std::string, std::string> initialSources(const RunInfo& info);
// OVERRIDE_SOURCES.json
std::string sourcesText(const std::map<std::string, std::string>& sources);

} // namespace soak
