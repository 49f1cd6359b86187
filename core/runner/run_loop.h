// SPDX-License-Identifier: GPL-3.0-or-later
// Measure, decide, write; again (DOMAIN 4.1, order of writes of DESIGN 4).
#pragma once

#include "core/runner/iteration_step.h"
#include "core/runner/live_overrides.h"
#include "core/runner/run_policy.h"
#include "core/runner/run_soak.h"
#include "core/runner/tuning_report_file.h"

namespace soak
{

// What the parts of a run share; all of it outlives them.
struct RunContext {
    const RunInfo& info;
    Engine& engine;
    const RunWriter& writer;
    LiveOverrides& live;
    TuningReportFile& report; // has the iterations that LoopState counts
    const Clock& clock;
    const std::function<void(const IterationRecord&)>& onIteration;
    std::vector<Finding>& findings;
};

inline constexpr int kReportEveryIterationUpTo =
    1000; // beyond, TUNING_REPORT.json is written at every 1000th

// Puts the files in place that follow from `state`: overrides and their sources, and after the
// first iteration report and state.
Status writeStateFiles(const RunContext& context, const LoopState& state);

enum class LoopEnd : std::uint8_t {
    Finished,
    Stopped, // by the stop token
    GaveUp,  // after as many failures in a row as the policy allows
};

// From state.completed + 1 to the last iteration. Errors: of the engine, NotWritable.
Result<LoopEnd> runLoop(const RunContext& context, const RunPolicy& policy, LoopState& state,
                        std::stop_token stop, const Progress& progress);

// TUNING_REPORT.json, summary.txt, RUN_END.json.
Result<RunEnd> writeEnd(const RunContext& context, const LoopState& state, LoopEnd loopEnd);

// Why a run of LoopEnd::GaveUp ended.
std::string gaveUpText(const LoopState& state);

// "duration: 0:40:00\niterations completed: 8\n", and how many of them failed.
std::string summaryText(Millis duration, int completed, int failed);

} // namespace soak
