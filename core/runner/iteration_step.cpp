// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/iteration_step.h"

#include "core/base/escape.h"
#include "core/io/artifacts.h"
#include "core/sweep/influence_prior.h"

#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

const JsonPath& applyDisabledPath()
{
    static const JsonPath path{"apply_disabled"};
    return path;
}

const JsonPath& sourcesPath()
{
    static const JsonPath path{"override_sources"};
    return path;
}

Overrides baselineAfter(const IterationRecord& record)
{
    SOAK_ASSERT(record.next);
    return record.baselineNext ? *record.baselineNext : *record.next;
}

// Puts in force what a branch sets in the iteration that comes next. The summary before it stays as
// it was: it says what its own run left.
void enterBranch(const RunInfo& info, LoopState& state, std::optional<double> previousP95)
{
    const int next = state.completed + 1;
    const ParamValues values = branchedValuesAt(info.branches, next);
    if (values.empty()) {
        return;
    }
    for (const auto& [name, value] : values) {
        state.baseline.values.insert_or_assign(name, value);
        state.sources[name] = "whatif:" + std::to_string(next);
    }
    state.effective = effectiveOverrides(controlPlanOf(info), ParameterRegistry::builtin(),
                                         state.baseline, next, previousP95);
}

} // namespace

ControlPlan controlPlanOf(const RunInfo& info)
{
    ControlPlan plan;
    plan.runId = info.runId;
    plan.totalIterations = info.iterations;
    plan.autoTune = info.autoTune;
    plan.applyDisabled = isApplyDisabled(info);
    plan.tuner = info.tuner;
    if (info.tuner == "model") {
        plan.prior = builtinPrior().curves;
    }
    plan.tunerOptions = info.tunerOptions;
    plan.phases = info.phases;
    plan.warmupPreset = info.warmupPreset;
    return plan;
}

LoopState initialState(const RunInfo& info, const Sha256& runFileHash)
{
    LoopState state;
    state.baseline = info.initialOverrides;
    state.effective = effectiveOverrides(controlPlanOf(info), ParameterRegistry::builtin(),
                                         state.baseline, 1, std::nullopt);
    state.lastHash = runFileHash;
    state.sources = initialSources(info);
    enterBranch(info, state, std::nullopt);
    return state;
}

StepResult stepOf(const RunInfo& info, const LoopState& state, const Measurement& measurement)
{
    const int iteration = state.completed + 1;
    StepResult result;
    IterationRecord& record = result.record;
    record.iteration = iteration;
    record.schemaVersion = kSummarySchemaVersion;
    record.runId = info.runId;
    record.chainPrevious = state.lastHash;
    if (!measurement.failure) {
        record.summary = measurement.summary;
    }
    record.summary.notes.failure = measurement.failure;
    record.extras = measurement.extras;
    record.summary.notes.phase = phaseOf(info.phases, iteration);

    ControlPlan plan = controlPlanOf(info);
    plan.autoTune = plan.autoTune && !measurement.failure && isTunerOnAt(info.branches, iteration);
    ControlOutcome outcome = controlStep(plan, ParameterRegistry::builtin(),
                                         {iteration, record.summary, measurement.samples,
                                          state.baseline, state.effective, state.tuning});
    record.tuning = std::move(outcome.step);
    record.during = state.effective;
    record.next = outcome.effectiveNext;
    if (*record.summary.notes.phase != Phase::Steady) {
        record.baseline = state.baseline;
        record.baselineNext = outcome.baselineNext;
    }
    result.baselineNext = std::move(outcome.baselineNext);
    result.effectiveNext = std::move(outcome.effectiveNext);
    result.tuning = std::move(outcome.state);
    return result;
}

void advance(const RunInfo& info, LoopState& state, const IterationRecord& record,
             const Sha256& hash)
{
    state.completed = record.iteration;
    const bool hasFailed = record.summary.notes.failure.has_value();
    state.failed += hasFailed ? 1 : 0;
    state.failedInRow = hasFailed ? state.failedInRow + 1 : 0;
    state.baseline = baselineAfter(record);
    state.effective = *record.next;
    state.lastHash = hash;
    if (record.tuning) {
        for (const std::string& name : record.tuning->changedKeys) {
            state.sources[name] = "tuner:" + std::to_string(record.iteration);
        }
    }
    enterBranch(info, state, record.summary.at(Metric::P95LatencyMs));
}

void setApplyDisabled(RunInfo& info)
{
    info.extras[applyDisabledPath()] = "true";
}

bool isApplyDisabled(const RunInfo& info)
{
    const auto found = info.extras.find(applyDisabledPath());
    return found != info.extras.end() && found->second == "true";
}

void setInitialSources(RunInfo& info, const std::map<std::string, std::string>& sources)
{
    if (!sources.empty()) {
        info.extras[sourcesPath()] = nlohmann::json(sources).dump(-1, ' ', true);
    }
}

std::map<std::string, std::string> initialSources(const RunInfo& info)
{
    std::map<std::string, std::string> sources;
    const auto found = info.extras.find(sourcesPath());
    if (found == info.extras.end()) {
        return sources;
    }
    const auto json = nlohmann::json::parse(found->second, nullptr, false);
    if (json.is_object()) {
        for (const auto& [name, source] : json.items()) {
            if (source.is_string()) {
                sources[name] = source.get<std::string>();
            }
        }
    }
    return sources;
}

std::string sourcesText(const std::map<std::string, std::string>& sources)
{
    if (sources.empty()) {
        return "{}\n";
    }
    std::string text = "{";
    const char* separator = "\n  ";
    for (const auto& [name, source] : sources) {
        text += separator + jsonQuoted(name) + ": " + jsonQuoted(source);
        separator = ",\n  ";
    }
    return text + "\n}\n";
}

} // namespace soak
