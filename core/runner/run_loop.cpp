// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/run_loop.h"

#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/io/artifacts.h"
#include "core/io/iteration_json.h"
#include "core/io/replay_record.h"
#include "core/runner/attempts.h"
#include "core/runner/run_folder.h"
#include "core/runner/virtual_time.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace soak
{

namespace
{

std::string engineFile(std::string_view name)
{
    return std::string(kEngineFolder) + "/" + std::string(name);
}

bool isReportDue(int iteration)
{
    return iteration <= kReportEveryIterationUpTo || iteration % kReportEveryIterationUpTo == 0;
}

// Returns false when a stop came first.
bool waitFor(Millis duration, const std::stop_token& stop)
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::unique_lock lock(mutex);
    return !changed.wait_for(lock, stop, duration, [&] { return stop.stop_requested(); });
}

class Loop final
{
public:
    Loop(const RunContext& context, const RunPolicy& policy, LoopState& state)
        : m_context(context), m_policy(policy), m_state(state),
          m_clockOffset(state.tuning.clock - context.clock.monotonic())
    {
    }

    Result<LoopEnd> run(const std::stop_token& stop, const Progress& progress)
    {
        const int total = m_context.info.iterations;
        while (m_state.completed < total) {
            if (hasGivenUp()) {
                return LoopEnd::GaveUp;
            }
            if (stop.stop_requested()) {
                return LoopEnd::Stopped;
            }
            tell(progress);
            auto measurement = measure(stop, progress);
            if (!measurement && measurement.error().code == Errc::Cancelled) {
                return LoopEnd::Stopped;
            }
            if (!measurement) {
                return measurement.error();
            }
            SOAK_CHECK(finishIteration(std::move(measurement).value()));
            const bool isLast = m_state.completed == total || hasGivenUp();
            if (!isLast && !m_context.engine.isVirtual() &&
                !waitFor(Millis{m_context.info.sleepSeconds * 1000.0}, stop)) {
                return LoopEnd::Stopped;
            }
        }
        tell(progress);
        return LoopEnd::Finished;
    }

private:
    [[nodiscard]] bool hasGivenUp() const
    {
        return m_policy.stopAfterFailures > 0 &&
               m_state.failedInRow >= m_policy.stopAfterFailures &&
               m_state.completed < m_context.info.iterations;
    }

    void tell(const Progress& progress) const
    {
        if (progress) {
            progress(static_cast<std::uint64_t>(m_state.completed),
                     static_cast<std::uint64_t>(m_context.info.iterations), "iteration");
        }
    }

    Result<Measurement> measure(const std::stop_token& stop, const Progress& progress) const
    {
        const int iteration = m_state.completed + 1;
        const Phase phase = phaseOf(m_context.info.phases, iteration);
        IterationPlan plan{iteration,
                           m_context.info.iterations,
                           m_state.effective,
                           phaseLimits(phase),
                           phase,
                           m_context.writer.folder() / kOverridesFile,
                           {},
                           m_context.info.seed};
        if (m_context.engine.isVirtual()) {
            return m_context.engine.measure(plan, stop, progress);
        }
        const AttemptsPlan attempts{m_policy.retries,
                                    [this] { return m_clockOffset + m_context.clock.monotonic(); },
                                    m_state.tuning.clock};
        return measureWithAttempts(m_context.engine, m_context.writer, plan, attempts, stop,
                                   progress);
    }

    Status finishIteration(Measurement measurement)
    {
        SOAK_ASSERT(!measurement.samples.empty());
        const StepResult step = stepOf(m_context.info, m_state, measurement);
        const int iteration = step.record.iteration;
        SOAK_CHECK(writeOutputs(measurement));
        const std::string text = iterationText(step.record, ParameterRegistry::builtin());
        SOAK_CHECK(m_context.writer.write(summaryFileName(iteration), text));

        const auto sourcesBefore = m_state.sources;
        advance(m_context.info, m_state, step.record, sha256(text));
        m_state.tuning = step.tuning;
        SOAK_CHECK(m_context.report.add(step.record));
        if (isReportDue(iteration)) {
            SOAK_CHECK(m_context.report.write());
        }
        SOAK_TRY(std::optional<Finding> conflict, m_context.live.put(m_state.effective, iteration));
        if (m_state.sources != sourcesBefore) {
            SOAK_CHECK(m_context.writer.write(kOverrideSourcesFile, sourcesText(m_state.sources)));
        }
        SOAK_CHECK(m_context.writer.write(kTuningStateFile, tuningStateText(m_state.tuning)));

        collectFindings(std::move(measurement), std::move(conflict), iteration);
        if (m_context.onIteration) {
            m_context.onIteration(step.record);
        }
        return Done{};
    }

    // D/artifacts holds the outputs of the iteration just ended, and the error outputs of all that
    // failed.
    Status writeOutputs(const Measurement& measurement) const
    {
        const RunWriter& writer = m_context.writer;
        const fs::path folder = writer.folder() / kEngineFolder;
        std::error_code error;
        if (measurement.files.empty() && !fs::exists(folder, error)) {
            return Done{};
        }
        SOAK_CHECK(makeFolders(folder));
        SOAK_TRY(std::vector<std::string> names, listFolder(folder));
        std::sort(names.begin(), names.end());
        for (const std::string& name : names) {
            const bool old = isEngineFileName(name) && !isFailedOutputName(name) &&
                             !measurement.files.contains(name);
            if (old || isTemporaryName(name)) {
                SOAK_CHECK(writer.remove(engineFile(name)));
            }
        }
        for (const auto& [name, bytes] : measurement.files) {
            SOAK_CHECK(writer.write(engineFile(name), bytes));
        }
        return Done{};
    }

    void collectFindings(Measurement measurement, std::optional<Finding> conflict,
                         int iteration) const
    {
        std::move(measurement.findings.begin(), measurement.findings.end(),
                  std::back_inserter(m_context.findings));
        if (conflict) {
            m_context.findings.push_back(std::move(*conflict));
        }
        if (measurement.failure) {
            m_context.findings.push_back({FindingKind::FailedIteration, Severity::Error,
                                          summaryFileName(iteration), iteration, "",
                                          "the engine failed: " + *measurement.failure});
        }
    }

    const RunContext& m_context;
    const RunPolicy& m_policy;
    LoopState& m_state;
    Millis m_clockOffset; // clock of the run less the clock of the machine
};

Millis durationOf(const RunContext& context, const LoopState& state)
{
    // A virtual engine may say more than the time between iterations.
    const Millis planned = context.engine.isVirtual()
                               ? virtualEndOf(state.completed, context.info.sleepSeconds)
                               : Millis{0};
    return std::max(planned, state.tuning.clock);
}

} // namespace

Status writeStateFiles(const RunContext& context, const LoopState& state)
{
    SOAK_TRY(std::optional<Finding> conflict, context.live.put(state.effective, state.completed));
    if (conflict) {
        context.findings.push_back(std::move(*conflict));
    }
    SOAK_CHECK(context.writer.write(kOverrideSourcesFile, sourcesText(state.sources)));
    if (state.completed == 0) {
        return Done{};
    }
    SOAK_CHECK(context.report.write());
    return context.writer.write(kTuningStateFile, tuningStateText(state.tuning));
}

Result<LoopEnd> runLoop(const RunContext& context, const RunPolicy& policy, LoopState& state,
                        std::stop_token stop, const Progress& progress)
{
    return Loop(context, policy, state).run(stop, progress);
}

Result<RunEnd> writeEnd(const RunContext& context, const LoopState& state, LoopEnd loopEnd)
{
    RunEnd end;
    end.runId = context.info.runId;
    end.iterationsCompleted = state.completed;
    end.lastSummarySha256 = hexText(state.lastHash);
    end.status = loopEnd == LoopEnd::Stopped ? RunStatus::Interrupted
                 : state.failed > 0          ? RunStatus::Failed
                                             : RunStatus::Completed;
    if (loopEnd == LoopEnd::GaveUp) {
        end.extras[JsonPath{"reason"}] = jsonQuoted(gaveUpText(state));
    }
    if (state.completed > 0 && !isReportDue(state.completed)) {
        SOAK_CHECK(context.report.write());
    }
    const std::string note = replayNote(context.info);
    SOAK_CHECK(context.writer.write(
        kSummaryTextFile, summaryText(durationOf(context, state), state.completed, state.failed) +
                              (note.empty() ? "" : "note: " + note + "\n")));
    SOAK_CHECK(context.writer.write(kRunEndFile, runEndText(end)));
    return end;
}

std::string gaveUpText(const LoopState& state)
{
    return "stopped after " +
           countText(static_cast<std::size_t>(state.failedInRow), "failed iteration",
                     "failed iterations") +
           " in a row, as --stop-after-failures says";
}

std::string summaryText(Millis duration, int completed, int failed)
{
    const auto seconds = static_cast<std::int64_t>(duration.count() / 1000.0);
    const auto twoDigits = [](std::int64_t value) {
        return (value < 10 ? "0" : "") + std::to_string(value);
    };
    std::string text = "duration: " + std::to_string(seconds / 3600) + ":" +
                       twoDigits(seconds / 60 % 60) + ":" + twoDigits(seconds % 60) +
                       "\niterations completed: " + std::to_string(completed) + "\n";
    if (failed > 0) {
        text += "iterations failed: " + std::to_string(failed) + "\n";
    }
    return text;
}

} // namespace soak
