// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/run_soak.h"

#include "core/base/ids.h"
#include "core/base/lock_file.h"
#include "core/base/text.h"
#include "core/base/version.h"
#include "core/io/artifacts.h"
#include "core/io/replay_record.h"
#include "core/runner/materialize.h"
#include "core/runner/resume.h"
#include "core/runner/run_folder.h"
#include "core/runner/run_session.h"

#include <cmath>

namespace soak
{

namespace
{

std::optional<RunEnd> endIn(const fs::path& folder)
{
    const auto text = readFile(folder / kRunEndFile, kMaxFileBytes, FollowLinks::No);
    std::vector<Finding> findings;
    auto end = text ? parseRunEnd(*text, kRunEndFile, findings) : Result<RunEnd>(text.error());
    return end ? std::optional<RunEnd>(std::move(*end)) : std::nullopt;
}

// Whether the run was made to its last iteration; one that gave up after failures was not.
bool hasNothingLeft(const fs::path& folder)
{
    const auto end = endIn(folder);
    if (!end || end->status == RunStatus::Interrupted) {
        return false;
    }
    const auto runFile = readRunFile(folder);
    return !runFile || end->iterationsCompleted >= runFile->info.iterations;
}

// Everything about one call of runSoak.
class Session final
{
public:
    Session(const RunServices& services, const RunRequest& request, const Clock& clock,
            std::stop_token stop, const Progress& progress)
        : m_services(services), m_request(request), m_clock(clock), m_stop(std::move(stop)),
          m_progress(progress)
    {
    }

    Result<RunResult> run() { return m_request.resume ? resume() : start(); }

private:
    Result<RunResult> start();
    Result<RunResult> resume();
    Result<RunResult> resumeIn(const fs::path& folder, const FileLock& lock);
    Result<RunResult> resumeIsolated();
    Result<fs::path> prepareFolder(RunInfo& info) const;
    Result<RunResult> execute(const RunContext& context, LoopState state);
    Result<RunResult> noOp(const RunWriter& writer, const RunInfo& info, const LoopState& state,
                           const RunEnd& end);
    Status placeLatest(const fs::path& folder, const std::string& runId);
    [[nodiscard]] RunResult resultOf(const fs::path& folder, const LoopState& state,
                                     const RunEnd& end) const;

    const RunServices& m_services;
    const RunRequest& m_request;
    const Clock& m_clock;
    std::stop_token m_stop;
    const Progress& m_progress;
    std::vector<Finding> m_findings;
    std::vector<std::string> m_remarks;
    std::optional<fs::path> m_latest;
    bool m_hasGivenUp = false;
};

Status checkOverrides(const Overrides& overrides)
{
    for (const auto& [name, value] : overrides.values) {
        const ParameterSpec* const spec = ParameterRegistry::builtin().find(name);
        if (spec != nullptr && !isWithinSafe(*spec, value.amount)) {
            return Error{
                Errc::BadInput,
                "the run cannot start from " + jsonNumber(value.amount) +
                    ", outside the safe limits " + (spec->safeLowIsOpen ? "above " : "from ") +
                    jsonNumber(spec->safe.low) +
                    (std::isfinite(spec->safe.high) ? " to " + jsonNumber(spec->safe.high) : ""),
                name};
        }
    }
    return Done{};
}

// What RUN.json will say, before the folder is chosen.
Result<RunInfo> completeInfo(const RunRequest& request, const Engine& engine, const Clock& clock)
{
    RunInfo info = request.info;
    const std::optional<int> limit = engine.iterationLimit();
    if (info.iterations == 0 && limit) {
        info.iterations = *limit;
    }
    if (info.iterations < 1) {
        return Error{Errc::Usage, "at least one iteration is needed", "iterations"};
    }
    if (limit && info.iterations > *limit) {
        return Error{Errc::Usage,
                     "engine " + engine.name() + " can make " +
                         countText(static_cast<std::size_t>(*limit), "iteration", "iterations") +
                         ", not " + std::to_string(info.iterations),
                     "iterations"};
    }
    if (!isKnownTuner(info.tuner)) {
        return Error{Errc::Usage, "no such tuner", info.tuner};
    }
    SOAK_CHECK(checkOverrides(info.initialOverrides));
    if (info.toolVersion.empty()) {
        info.toolVersion = kToolVersion;
    }
    if (info.startedMs == 0) {
        info.startedMs = clock.wall();
    }
    if (info.runId.empty()) {
        info.runId = runIdText(info.startedMs);
    }
    if (request.applyDisabled) {
        setApplyDisabled(info);
    }
    setInitialSources(info, request.sources);
    return info;
}

Status checkRequest(const RunRequest& request)
{
    if (request.out && request.isolated) {
        return Error{
            Errc::Usage,
            "--out and --run-isolated exclude each other: an isolated run names its own folder",
            ""};
    }
    constexpr double kLongestSleep = 1e9;
    if (!request.resume &&
        !(request.info.sleepSeconds >= 0 && request.info.sleepSeconds <= kLongestSleep)) {
        return Error{Errc::Usage, "must be from 0 to 1000000000 seconds", "sleep"};
    }
    return Done{};
}

// Refuses before anything is made; then makes the folder.
Result<fs::path> Session::prepareFolder(RunInfo& info) const
{
    const fs::path latest = latestFolder(m_request.base);
    if (!m_request.force) {
        SOAK_CHECK(refuseForeignFolder(m_request.out.value_or(latest)));
    }
    if (m_request.isolated) {
        return makeIsolatedFolder(m_request.base, info);
    }
    fs::path folder = m_request.out.value_or(latest);
    SOAK_CHECK(makeFolders(folder));
    return folder;
}

Result<RunResult> Session::start()
{
    SOAK_TRY(const std::unique_ptr<Engine> engine,
             m_services.makeEngine(m_request.info, m_request));
    SOAK_TRY(RunInfo info, completeInfo(m_request, *engine, m_clock));
    SOAK_TRY(const fs::path folder, prepareFolder(info));
    SOAK_TRY(const FileLock lock, FileLock::acquire(folder / kLockFile, info.runId));
    const RunWriter writer(folder, m_services.beforeWrite);
    // First the new RUN.json, then the old files go: at any moment there is a run that can be
    // resumed.
    const std::string runFile = runInfoText(info, ParameterRegistry::builtin());
    SOAK_CHECK(writer.write(kRunFile, runFile));
    SOAK_CHECK(clearRunFiles(writer));
    LiveOverrides live(writer, info.overridesForm);
    SOAK_TRY(TuningReportFile report, TuningReportFile::make(writer));
    const RunContext context{
        info, *engine, writer, live, report, m_clock, m_request.onIteration, m_findings};
    return execute(context, initialState(info, chainStart(info, runFile)));
}

Result<RunResult> Session::resume()
{
    if (m_request.isolated) {
        return resumeIsolated();
    }
    const fs::path folder = m_request.out.value_or(latestFolder(m_request.base));
    SOAK_TRY(const RunFile runFile, readRunFile(folder));
    SOAK_TRY(const FileLock lock, FileLock::acquire(folder / kLockFile, runFile.info.runId));
    return resumeIn(folder, lock);
}

// The newest run that is not finished and that nobody is writing; without any, the newest of all.
Result<RunResult> Session::resumeIsolated()
{
    SOAK_TRY(const std::vector<fs::path> folders, isolatedFolders(m_request.base));
    if (folders.empty()) {
        return Error{Errc::BadInput, "no isolated run (RUN_<ms> with RUN.json) to take up again",
                     pathText(m_request.base)};
    }
    std::optional<Error> busy;
    for (const fs::path& folder : folders) {
        if (hasNothingLeft(folder)) {
            continue;
        }
        auto lock = FileLock::acquire(folder / kLockFile, folder.filename().native());
        if (lock) {
            return resumeIn(folder, *lock);
        }
        busy = busy ? busy : lock.error();
    }
    if (busy) {
        return *busy;
    }
    SOAK_TRY(const FileLock lock,
             FileLock::acquire(folders.front() / kLockFile, folders.front().filename().native()));
    return resumeIn(folders.front(), lock);
}

// `lock` is of `folder`, and held by the caller.
Result<RunResult> Session::resumeIn(const fs::path& folder, const FileLock& /*lock*/)
{
    SOAK_TRY(const RunFile runFile, readRunFile(folder));
    const RunInfo& info = runFile.info;
    SOAK_CHECK(policyOf(info)); // before anything is changed
    SOAK_TRY(const std::unique_ptr<Engine> engine, m_services.makeEngine(info, m_request));
    const RunWriter writer(folder, m_services.beforeWrite);
    LiveOverrides live(writer, info.overridesForm);
    SOAK_TRY(TuningReportFile report, TuningReportFile::make(writer));
    const RunContext context{
        info, *engine, writer, live, report, m_clock, m_request.onIteration, m_findings};
    SOAK_TRY(Resumed resumed, resumedState(context, chainStart(info, runFile.text), m_stop));
    SOAK_CHECK(removeLeftovers(writer));
    if (resumed.isOfAnotherRun) {
        m_remarks.emplace_back(
            "removed the files of the run before, whose removal had been cut short");
    }
    if (resumed.state.completed == 0) {
        SOAK_CHECK(clearRunFiles(writer));
        return execute(context, std::move(resumed.state));
    }
    if (const auto end = finalEnd(folder, info, resumed.state)) {
        return noOp(writer, info, resumed.state, *end);
    }
    if (endIn(folder)) {
        resumed.state.failedInRow = 0; // it gave up, and somebody wants it to try again
    }
    SOAK_CHECK(writer.remove(kRunEndFile));
    live.accept(*resumed.last->during);
    live.accept(*resumed.last->next);
    live.accept(resumed.state.effective); // a branch may have come between
    return execute(context, std::move(resumed.state));
}

Result<RunResult> Session::execute(const RunContext& context, LoopState state)
{
    SOAK_TRY(const RunPolicy policy, policyOf(context.info));
    SOAK_CHECK(writeStateFiles(context, state));
    SOAK_TRY(const LoopEnd loopEnd, runLoop(context, policy, state, m_stop, m_progress));
    SOAK_TRY(const RunEnd end, writeEnd(context, state, loopEnd));
    if (loopEnd == LoopEnd::GaveUp) {
        m_remarks.push_back(gaveUpText(state) + "; --resume goes on");
    }
    m_hasGivenUp = loopEnd == LoopEnd::GaveUp;
    if (const std::string note = replayNote(context.info); !note.empty()) {
        m_remarks.push_back(note);
    }
    const bool finished = loopEnd == LoopEnd::Finished;
    if (m_request.isolated && (finished || m_request.materializePartial)) {
        SOAK_CHECK(placeLatest(context.writer.folder(), context.info.runId));
    }
    return resultOf(context.writer.folder(), state, end);
}

Result<RunResult> Session::noOp(const RunWriter& writer, const RunInfo& info,
                                const LoopState& state, const RunEnd& end)
{
    m_remarks.emplace_back("the run is complete: nothing to take up again");
    const fs::path latest = latestFolder(m_request.base);
    if (m_request.isolated) {
        if (isSuperseded(latest, info.runId)) {
            m_remarks.emplace_back("`latest` is of a later run and stays");
        } else if (isMaterialized(latest, writer.folder(), info.runId)) {
            m_latest = latest;
        } else {
            SOAK_CHECK(placeLatest(writer.folder(), info.runId));
        }
    }
    return resultOf(writer.folder(), state, end);
}

Status Session::placeLatest(const fs::path& folder, const std::string& runId)
{
    SOAK_TRY(m_latest,
             materialize(folder, m_request.base, runId, m_services.beforeWrite, m_remarks));
    return Done{};
}

RunResult Session::resultOf(const fs::path& folder, const LoopState& state, const RunEnd& end) const
{
    RunResult result;
    result.runId = end.runId;
    result.folder = folder;
    result.latest = m_latest;
    result.iterationsCompleted = state.completed;
    result.iterationsFailed = state.failed;
    result.status = end.status;
    result.hasGivenUp = m_hasGivenUp;
    result.findings = m_findings;
    result.remarks = m_remarks;
    return result;
}

} // namespace

Result<RunResult> runSoakWith(const RunServices& services, const RunRequest& request,
                              const Clock& clock, std::stop_token stop, const Progress& progress)
{
    SOAK_CHECK(checkRequest(request));
    return Session(services, request, clock, std::move(stop), progress).run();
}

Result<RunResult> runSoak(const RunRequest& request, const Clock& clock, std::stop_token stop,
                          const Progress& progress)
{
    return runSoakWith({}, request, clock, std::move(stop), progress);
}

} // namespace soak
