// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/control/control_run.h"

#include "core/base/text.h"

namespace soak
{

ControlPlan microPlan(int totalIterations)
{
    ControlPlan plan;
    plan.runId = "RUN_1760000000000";
    plan.totalIterations = totalIterations;
    plan.autoTune = true;
    return plan;
}

Overrides bestCell()
{
    return withValues({{"base_spread_bps_delta", 0.05},
                       {"impact_cap_ratio", 0.10},
                       {"max_delta_ratio", 0.15},
                       {"min_interval_ms", 60},
                       {"replace_rate_per_min", 300},
                       {"tail_age_ms", 600}});
}

std::vector<EngineSample> sampleAtEnd(int iteration, std::optional<double> p95)
{
    return {{.at = Millis{5000.0 * iteration}, .p95LatencyMs = p95}};
}

std::vector<RunStep> runControl(const RunInput& input)
{
    const ParameterRegistry& registry = ParameterRegistry::builtin();
    std::vector<RunStep> steps;
    Overrides baseline = input.start;
    Overrides effective = effectiveOverrides(input.plan, registry, baseline, 1, std::nullopt);
    TuningState state = input.state;
    for (int n = 1; n <= input.iterations.value_or(input.plan.totalIterations); ++n) {
        const IterationSummary summary = input.summaryOf(n);
        const auto samples = input.samplesOf ? input.samplesOf(n, summary)
                                             : sampleAtEnd(n, summary.at(Metric::P95LatencyMs));
        ControlOutcome outcome = controlStep(input.plan, registry,
                                             {.iteration = n,
                                              .summary = summary,
                                              .samples = samples,
                                              .baseline = baseline,
                                              .effective = effective,
                                              .state = state});
        steps.push_back({n, effective, baseline, outcome});
        baseline = outcome.baselineNext;
        effective = outcome.effectiveNext;
        state = outcome.state;
    }
    return steps;
}

std::vector<std::string> lines(const Deltas& deltas)
{
    std::vector<std::string> result;
    for (const auto& [name, delta] : deltas) {
        result.push_back(name + " " + jsonNumber(roundTo(delta.amount, 9)));
    }
    return result;
}

std::vector<std::string> lines(const std::map<std::string, DropReason, std::less<>>& drops)
{
    std::vector<std::string> result;
    for (const auto& [name, reason] : drops) {
        result.push_back(name + " " + std::string(keyOf(reason)));
    }
    return result;
}

IterationSummary withMetrics(const std::map<Metric, double>& metrics)
{
    IterationSummary summary;
    for (const auto& [metric, value] : metrics) {
        summary.metrics[indexOf(metric)] = value;
    }
    return summary;
}

Overrides withValues(const std::map<std::string, double>& values)
{
    Overrides overrides;
    for (const auto& [name, value] : values) {
        overrides.values.emplace(name, ParamValue{value});
    }
    return overrides;
}

} // namespace soak
