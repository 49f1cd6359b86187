// SPDX-License-Identifier: GPL-3.0-or-later
// The one seam of the runner: an engine measures an iteration; the loop knows nothing else of it
// (DESIGN 7).
#pragma once

#include "core/base/clock.h"
#include "core/base/file.h"
#include "core/base/progress.h"
#include "core/control/control_step.h"
#include "core/io/engine_outputs.h"

#include <cstdint>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace soak
{

struct IterationPlan {
    int iteration = 0;
    int totalIterations = 0;
    const Overrides& overrides; // in force during the iteration
    PhaseLimits limits;
    Phase phase = Phase::Steady;
    fs::path overridesFile; // the live file, written before the call
    fs::path outputFolder;  // for engines that write files; exists and is empty
    std::uint64_t seed = 0; // of the run
    int attempt = 1;        // at this iteration
};

struct Measurement {
    IterationSummary summary;
    // At least one, ascending. On the clock of the run (DOMAIN 5); of an engine that is not
    // virtual: since the call.
    std::vector<EngineSample> samples;
    // The samples are by the engine's own clock: that of the machine does not run between them.
    bool hasOwnClock = false;
    std::map<std::string, std::string>
        files; // engine outputs to keep: name in D/artifacts -> bytes
    std::vector<Finding> findings;
    std::optional<std::string> failure;     // the iteration failed; summary has no metrics then
    bool outputCut = false;                 // the process wrote more than is kept of its output
    std::map<JsonPath, std::string> extras; // further members of ITER_SUMMARY
};

class Engine
{
public:
    virtual ~Engine() = default;

    [[nodiscard]] virtual std::string name() const = 0;
    // Whether the engine's time is virtual (mock, scripted): it never sleeps, and runs are
    // byte-reproducible.
    [[nodiscard]] virtual bool isVirtual() const = 0;
    // The number of iterations the engine can make; nullopt = any.
    [[nodiscard]] virtual std::optional<int> iterationLimit() const = 0;
    // Errors end the run (Cancelled, Environment); an iteration that failed is a Measurement with
    // `failure`. A virtual engine gives the same measurement for the same plan, also out of order:
    // resume measures again.
    virtual Result<Measurement> measure(const IterationPlan& plan, std::stop_token stop,
                                        const Progress& progress) = 0;
};

} // namespace soak
