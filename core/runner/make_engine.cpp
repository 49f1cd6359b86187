// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/command_engine.h"
#include "core/runner/mock_engine.h"
#include "core/runner/run_soak.h"
#include "core/runner/scripted_engine.h"
#include "core/runner/sim_engine.h"

#include <algorithm>
#include <array>

namespace soak
{

namespace
{

constexpr std::array<std::string_view, 1> kPlannedEngines{"replay"};

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
    if (std::find(kPlannedEngines.begin(), kPlannedEngines.end(), info.engine) !=
        kPlannedEngines.end()) {
        return Error{Errc::Usage, "engine " + info.engine + " is not built yet", "engine"};
    }
    return Error{Errc::Usage, "no such engine; there are mock, scripted, sim and command",
                 info.engine};
}

} // namespace soak
