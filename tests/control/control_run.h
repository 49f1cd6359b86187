// SPDX-License-Identifier: GPL-3.0-or-later
// Runs controlStep over a whole sequence of iterations, as the run loop does.
#pragma once

#include "core/control/control_step.h"

#include <functional>
#include <vector>

namespace soak
{

inline const ParameterRegistry& registry()
{
    return ParameterRegistry::builtin();
}

struct RunStep {
    int iteration = 0;
    Overrides effective;
    Overrides baseline;
    ControlOutcome outcome;
};

ControlPlan microPlan(int totalIterations);
Overrides bestCell();
// One sample at the end of iteration N: t = N * 5000 ms.
std::vector<EngineSample> sampleAtEnd(int iteration, std::optional<double> p95);

struct RunInput {
    ControlPlan plan;
    Overrides start;
    std::function<IterationSummary(int)> summaryOf;
    // Absent: one sample at the end.
    std::function<std::vector<EngineSample>(int, const IterationSummary&)> samplesOf;
    TuningState state;
    std::optional<int> iterations; // fewer than the plan's total
};

std::vector<RunStep> runControl(const RunInput& input);

// `{"impact_cap_ratio -0.01", ...}`: readable in a failure.
std::vector<std::string> lines(const Deltas& deltas);
std::vector<std::string> lines(const std::map<std::string, DropReason, std::less<>>& drops);
IterationSummary withMetrics(const std::map<Metric, double>& metrics);
Overrides withValues(const std::map<std::string, double>& values);

} // namespace soak
