// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/closed_loop.h"

#include "core/model/aggregate.h"
#include "core/model/gate_profile.h"
#include "core/sweep/sim_summary.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr double kMsPerMicrosecond = 0.001;

std::vector<EngineSample> samplesOf(const SimResult& result, int iteration)
{
    const auto start = static_cast<double>(kIterationLength) * (iteration - 1);
    std::vector<EngineSample> samples;
    samples.reserve(result.samples.size());
    for (const LatencySample& one : result.samples) {
        samples.push_back(
            {Millis((start + static_cast<double>(one.at)) * kMsPerMicrosecond), one.p95Ms});
    }
    return samples;
}

// Deltas within bounds, without the guards.
Overrides moved(Overrides overrides, const Deltas& deltas, const ParameterRegistry& registry)
{
    for (const auto& [name, delta] : deltas) {
        const ParameterSpec* spec = registry.find(name);
        const auto previous = spec == nullptr ? std::nullopt : valueOrDefault(overrides, *spec);
        if (previous) {
            overrides.values.insert_or_assign(
                name, ParamValue{boundedChange(*spec, *previous, delta).newValue});
        }
    }
    return overrides;
}

class ClosedLoop final
{
public:
    explicit ClosedLoop(const SweepSoak& soak)
        : m_soak(soak), m_registry(ParameterRegistry::builtin())
    {
        m_plan.runId = "RUN_0";
        m_plan.totalIterations = soak.iterations;
        m_plan.autoTune = !soak.tuner.empty();
        m_plan.tuner = soak.tuner;
        m_plan.prior = soak.prior;
        m_outcome.end = soak.start;
    }

    void step(int iteration)
    {
        SimInput input;
        input.overrides = m_outcome.end;
        input.market = m_soak.market;
        input.seed = m_soak.seed;
        input.iteration = iteration;
        const SimResult measured = simulateIteration(input);
        m_outcome.summaries.push_back(summaryOf(measured.kpis));
        if (m_plan.autoTune && iteration < m_soak.iterations) {
            tune(iteration, measured);
        }
        look(iteration);
    }

    SweepOutcome take()
    {
        m_outcome.failing = missedGoals(lastWindow());
        m_outcome.isGreen = m_outcome.failing.empty();
        return std::move(m_outcome);
    }

private:
    void tune(int iteration, const SimResult& measured)
    {
        const IterationSummary& summary = m_outcome.summaries.back();
        if (m_soak.guards == SweepGuards::Off) {
            const Proposal proposal =
                propose(m_plan.tuner, {.iteration = iteration,
                                       .summary = summary,
                                       .baseline = m_outcome.end,
                                       .effective = m_outcome.end,
                                       .registry = m_registry,
                                       .options = {},
                                       .state = m_state,
                                       .prior = m_plan.prior ? &*m_plan.prior : nullptr});
            if (proposal.model) {
                m_state.model = proposal.model;
            }
            m_outcome.end = moved(std::move(m_outcome.end), proposal.deltas, m_registry);
            return;
        }
        const std::vector<EngineSample> samples = samplesOf(measured, iteration);
        ControlOutcome done = controlStep(m_plan, m_registry,
                                          {.iteration = iteration,
                                           .summary = summary,
                                           .samples = samples,
                                           .baseline = m_outcome.end,
                                           .effective = m_outcome.end,
                                           .state = m_state});
        m_outcome.held += !done.step.applied && !done.step.proposed.empty() ? 1 : 0;
        m_outcome.latencyGuard += done.state.latencyHard.active ? 1 : 0;
        m_outcome.oscillationGuard += done.state.oscillation.active ? 1 : 0;
        m_state = std::move(done.state);
        m_outcome.end = std::move(done.baselineNext);
    }

    [[nodiscard]] std::span<const IterationSummary> lastWindow() const
    {
        return std::span(m_outcome.summaries).last(kDefaultWindow);
    }

    void look(int iteration)
    {
        if (!m_outcome.firstGreen && iteration >= kDefaultWindow &&
            missedGoals(lastWindow()).empty()) {
            m_outcome.firstGreen = iteration;
        }
    }

    const SweepSoak& m_soak;
    const ParameterRegistry& m_registry;
    ControlPlan m_plan;
    TuningState m_state;
    SweepOutcome m_outcome;
};

} // namespace

std::set<Metric> missedGoals(std::span<const IterationSummary> window)
{
    std::set<Metric> missed;
    for (const GateSpec& gate : missionProfile().gates) {
        const std::optional<Metric> metric = metricFromKey(gate.metric);
        if (!metric || std::ranges::find(goalMetrics(), *metric) == goalMetrics().end()) {
            continue;
        }
        std::vector<double> values;
        for (const IterationSummary& summary : window) {
            if (const std::optional<double> value = summary.at(*metric)) {
                values.push_back(*value);
            }
        }
        const std::optional<double> value = aggregateOf(values, gate.aggregate);
        if (!value || !meets(*value, gate.op, gate.threshold)) {
            missed.insert(*metric);
        }
    }
    return missed;
}

Result<SweepOutcome> soakInMemory(const SweepSoak& soak, std::stop_token stop)
{
    if (!soak.tuner.empty() && !isKnownTuner(soak.tuner)) {
        return Error{Errc::Usage, "no such tuner", soak.tuner};
    }
    if (soak.iterations < kDefaultWindow) {
        return Error{Errc::Usage, "a soak of a sweep has at least the 8 iterations of a window",
                     "iterations"};
    }
    ClosedLoop loop(soak);
    for (int iteration = 1; iteration <= soak.iterations; ++iteration) {
        if (stop.stop_requested()) {
            return Error{Errc::Cancelled, "stopped", ""};
        }
        loop.step(iteration);
    }
    return loop.take();
}

} // namespace soak
