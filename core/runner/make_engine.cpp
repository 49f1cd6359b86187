// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/artifacts.h"
#include "core/runner/command_engine.h"
#include "core/runner/mock_engine.h"
#include "core/runner/replay_engine.h"
#include "core/runner/run_folder.h"
#include "core/runner/run_soak.h"
#include "core/runner/scripted_engine.h"
#include "core/runner/sim_engine.h"

namespace soak
{

namespace
{

// The new run would take the place of the one that it reads.
Status refuseOwnSource(const RunRequest& request, const fs::path& source)
{
    const fs::path target = request.out.value_or(latestFolder(request.base));
    std::error_code error;
    if (fs::equivalent(target, source, error)) {
        return Error{Errc::Usage,
                     "the run replayed lies where the new run would be put; give another folder "
                     "by --out or --base",
                     pathText(source)};
    }
    return Done{};
}

Result<std::unique_ptr<Engine>> makeReplay(const RunInfo& info, const RunRequest& request)
{
    if (request.replay.empty()) {
        return Error{Errc::Usage,
                     "engine replay needs the run whose measurements it takes: "
                     "--replay RUN",
                     ""};
    }
    SOAK_TRY(ReplaySource source, readReplaySource(request.replay));
    SOAK_CHECK(refuseOwnSource(request, source.folder));
    SOAK_TRY(const std::optional<ReplayRecord> recorded, replayRecordOf(info));
    if (!recorded) {
        return Error{Errc::BadInput, "does not say which run is replayed",
                     std::string(kRunFile) + ": replay"};
    }
    SOAK_CHECK(checkUnchanged(*recorded, source.record));
    return std::unique_ptr<Engine>(
        std::make_unique<ReplayEngine>(std::move(source), info.sleepSeconds));
}

} // namespace

Result<std::unique_ptr<Engine>> makeEngine(const RunInfo& info, const RunRequest& request)
{
    if (info.engine == "mock") {
        return std::unique_ptr<Engine>(std::make_unique<MockEngine>(info.sleepSeconds));
    }
    if (info.engine == "scripted") {
        if (info.scriptJson.empty()) {
            return Error{Errc::Usage, "engine scripted needs a script (--script FILE)", ""};
        }
        SOAK_TRY(std::unique_ptr<Engine> engine,
                 ScriptedEngine::create(info.scriptJson, info.sleepSeconds));
        return engine;
    }
    if (info.engine == "sim") {
        SOAK_TRY(std::unique_ptr<Engine> engine,
                 SimEngine::create(info.scenario, info.sleepSeconds));
        return engine;
    }
    if (info.engine == "command") {
        SOAK_TRY(std::unique_ptr<Engine> engine,
                 CommandEngine::create({request.command, request.commandTimeLimit}));
        return engine;
    }
    if (info.engine == "replay") {
        return makeReplay(info, request);
    }
    return Error{Errc::Usage, "no such engine; there are mock, scripted, sim, replay and command",
                 info.engine};
}

} // namespace soak
