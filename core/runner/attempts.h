// SPDX-License-Identifier: GPL-3.0-or-later
// The attempts of an engine that is a process at one iteration: each in an empty folder of its own,
// none forgotten.
#pragma once

#include "core/runner/engine.h"
#include "core/runner/run_writer.h"

#include <functional>

namespace soak
{

struct AttemptsPlan {
    int retries = 0;
    std::function<Millis()> runClock; // what the clock of the run says now
    Millis clockBefore{0};            // what it said when the last iteration ended
};

// Measures until an attempt does not fail, at most 1 + retries times. Samples are put on the clock
// of the run. Of more than one attempt, or one whose output was cut, the measurement's extras have
// `attempts`: [{"attempt":1,"failure":"exit code 3","output_cut":true}, …], `failure` null for the
// one that counts. Error outputs of attempts that failed before are among its files
// (failed_<k>.<attempt>.stderr.txt). Errors: of the engine, NotWritable.
Result<Measurement> measureWithAttempts(Engine& engine, const RunWriter& writer, IterationPlan plan,
                                        const AttemptsPlan& attempts, const std::stop_token& stop,
                                        const Progress& progress);

// The end of an error output, which is kept of each failed attempt: at most kKeptErrorBytes, and
// where something was left out a line that says how much.
inline constexpr std::size_t kKeptErrorBytes = 64UL * 1024;
std::string keptErrorOutput(std::string_view bytes);

} // namespace soak
