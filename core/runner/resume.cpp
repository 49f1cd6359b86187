// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/resume.h"

#include "core/io/artifacts.h"
#include "core/io/iteration_json.h"

#include <algorithm>

namespace soak
{

namespace
{

struct ReadSummary {
    IterationRecord record;
    std::string text;
};

Error damaged(int iteration, std::string message)
{
    return Error{Errc::Integrity, std::move(message), summaryFileName(iteration)};
}

Result<ReadSummary> readSummary(const fs::path& folder, int iteration)
{
    const std::string name = summaryFileName(iteration);
    SOAK_TRY(std::string text, readFile(folder / name, kMaxFileBytes, FollowLinks::No));
    std::vector<Finding> findings; // of our own file, told by whoever loads the run
    SOAK_TRY(IterationRecord record,
             parseIteration(text, name, iteration, ParameterRegistry::builtin(), findings));
    return ReadSummary{std::move(record), std::move(text)};
}

Result<std::vector<int>> iterationsIn(const fs::path& folder)
{
    SOAK_TRY(const std::vector<std::string> names, listFolder(folder));
    std::vector<int> iterations;
    for (const std::string& name : names) {
        if (const auto iteration = iterationOfFileName(name)) {
            iterations.push_back(*iteration);
        }
    }
    std::sort(iterations.begin(), iterations.end());
    return iterations;
}

// That the record is the one that follows `state`, unchanged since it was written.
Status checkFollows(const RunInfo& info, const LoopState& state, const IterationRecord& record,
                    int iteration)
{
    if (iteration != state.completed + 1 || record.iteration != iteration) {
        return damaged(state.completed + 1, "is missing, though later iterations are there");
    }
    if (record.runId != info.runId) {
        return damaged(iteration, "is of the run " + record.runId + ", not of " + info.runId);
    }
    if (record.chainPrevious != state.lastHash) {
        return damaged(iteration, "does not continue the chain: " +
                                      std::string(iteration == 1 ? "RUN.json"
                                                                 : summaryFileName(iteration - 1)) +
                                      " was changed after it was written");
    }
    if (!record.next || !record.during || !record.tuning) {
        return damaged(iteration, "lacks the overrides or the tuning of its iteration");
    }
    if (iteration > info.iterations) {
        return damaged(iteration, "is beyond the " + std::to_string(info.iterations) +
                                      " iterations of the run");
    }
    return Done{};
}

Result<Measurement> measureAgain(const RunContext& context, const LoopState& state,
                                 const IterationRecord& record, const std::stop_token& stop)
{
    if (context.engine.isVirtual()) {
        const Phase phase = phaseOf(context.info.phases, record.iteration);
        return context.engine.measure({record.iteration,
                                       context.info.iterations,
                                       state.effective,
                                       phaseLimits(phase),
                                       phase,
                                       context.writer.folder() / kOverridesFile,
                                       {},
                                       context.info.seed},
                                      stop, {});
    }
    Measurement measurement;
    measurement.summary = record.summary;
    measurement.failure = record.summary.notes.failure;
    measurement.extras = record.extras;
    const Millis at = record.tuning->guards ? record.tuning->guards->clock : Millis{0};
    measurement.samples = {{at, record.summary.at(Metric::P95LatencyMs)}};
    return measurement;
}

// Takes the control steps from state.completed + 1 to `last` again, for their effect on the tuning
// state.
Status repeatSteps(const RunContext& context, LoopState& state, int last,
                   const std::stop_token& stop)
{
    while (state.completed < last) {
        const int iteration = state.completed + 1;
        SOAK_TRY(const ReadSummary read, readSummary(context.writer.folder(), iteration));
        SOAK_TRY(const Measurement measurement, measureAgain(context, state, read.record, stop));
        const StepResult step = stepOf(context.info, state, measurement);
        if (iterationText(step.record, ParameterRegistry::builtin()) != read.text) {
            return damaged(
                iteration,
                std::string(kTuningStateFile) +
                    " is behind, and this iteration cannot be repeated as it was recorded");
        }
        advance(context.info, state, read.record, sha256(read.text));
        state.tuning = step.tuning;
    }
    return Done{};
}

// nullopt when the file is lost, defective, or not of `iteration` as it is recorded.
std::optional<TuningState> storedTuning(const fs::path& folder, const IterationRecord& record)
{
    const auto text = readFile(folder / kTuningStateFile, kMaxFileBytes, FollowLinks::No);
    if (!text) {
        return std::nullopt;
    }
    std::vector<Finding> findings;
    auto state = parseTuningState(*text, kTuningStateFile, findings);
    if (!state || !findings.empty() || state->lastIteration != record.iteration ||
        state->history.empty() || state->history.back().iteration != record.iteration ||
        record.tuning->stateHash != state->history.back().stateHash) {
        return std::nullopt;
    }
    return std::move(state).value();
}

struct Chain {
    LoopState state;      // without tuning
    LoopState beforeLast; // the same one iteration earlier
    IterationRecord last;
    IterationRecord secondLast;
};

Result<Chain> readChain(const RunContext& context, LoopState start,
                        const std::vector<int>& iterations, const std::stop_token& stop)
{
    Chain chain;
    chain.state = std::move(start);
    const int last = iterations.back();
    for (const int iteration : iterations) {
        if (stop.stop_requested()) {
            return Error{Errc::Cancelled, "stopped", ""};
        }
        SOAK_TRY(ReadSummary read, readSummary(context.writer.folder(), iteration));
        SOAK_CHECK(checkFollows(context.info, chain.state, read.record, iteration));
        if (iteration == last) {
            chain.beforeLast = chain.state;
            chain.secondLast = std::move(chain.last);
        }
        advance(context.info, chain.state, read.record, sha256(read.text));
        SOAK_CHECK(context.report.add(read.record));
        chain.last = std::move(read.record);
    }
    return chain;
}

Status restoreTuning(const RunContext& context, Chain& chain, const LoopState& start,
                     const std::stop_token& stop)
{
    const fs::path& folder = context.writer.folder();
    if (auto stored = storedTuning(folder, chain.last)) {
        chain.state.tuning = std::move(*stored);
        return Done{};
    }
    LoopState repeated = start;
    if (chain.beforeLast.completed > 0) {
        if (auto stored = storedTuning(folder, chain.secondLast)) {
            repeated = std::move(chain.beforeLast);
            repeated.tuning = std::move(*stored);
        }
    }
    SOAK_CHECK(repeatSteps(context, repeated, chain.state.completed, stop));
    chain.state.tuning = std::move(repeated.tuning);
    return Done{};
}

} // namespace

Result<RunFile> readRunFile(const fs::path& folder)
{
    auto text = readFile(folder / kRunFile, kMaxFileBytes, FollowLinks::No);
    if (!text) {
        const bool absent = text.error().code == Errc::NotFound;
        return Error{Errc::BadInput,
                     absent
                         ? "no RUN.json: only a run that this program started can be taken up again"
                         : text.error().message,
                     pathText(folder / kRunFile)};
    }
    std::vector<Finding> findings;
    SOAK_TRY(RunInfo info, parseRunInfo(*text, kRunFile, ParameterRegistry::builtin(), findings));
    return RunFile{std::move(info), std::move(text).value()};
}

Result<Resumed> resumedState(const RunContext& context, const Sha256& runFileHash,
                             std::stop_token stop)
{
    const LoopState start = initialState(context.info, runFileHash);
    SOAK_TRY(const std::vector<int> iterations, iterationsIn(context.writer.folder()));
    if (iterations.empty()) {
        return Resumed{start, std::nullopt, false};
    }
    SOAK_TRY(const ReadSummary first, readSummary(context.writer.folder(), iterations.front()));
    if (first.record.runId != context.info.runId) {
        return Resumed{start, std::nullopt, true};
    }
    SOAK_TRY(Chain chain, readChain(context, start, iterations, stop));
    SOAK_CHECK(restoreTuning(context, chain, start, stop));
    return Resumed{std::move(chain.state), std::move(chain.last), false};
}

std::optional<RunEnd> finalEnd(const fs::path& folder, const RunInfo& info, const LoopState& state)
{
    const auto text = readFile(folder / kRunEndFile, kMaxFileBytes, FollowLinks::No);
    if (!text) {
        return std::nullopt;
    }
    std::vector<Finding> findings;
    auto end = parseRunEnd(*text, kRunEndFile, findings);
    const bool final = end && end->runId == info.runId && end->status != RunStatus::Interrupted &&
                       state.completed == info.iterations &&
                       end->iterationsCompleted == state.completed &&
                       end->lastSummarySha256 == hexText(state.lastHash);
    return final ? std::optional<RunEnd>(std::move(end).value()) : std::nullopt;
}

} // namespace soak
