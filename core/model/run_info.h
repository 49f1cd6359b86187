// SPDX-License-Identifier: GPL-3.0-or-later
// RUN.json as a value: everything needed to repeat a run, and nothing of the machine it ran on
// (DESIGN 4).
#pragma once

#include "core/base/clock.h"
#include "core/model/overrides.h"
#include "core/model/phase.h"
#include "core/model/preset.h"
#include "core/model/run_branch.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace soak
{

enum class VelocityMode : std::uint8_t { Range, Count, Hourly };

std::string_view keyOf(VelocityMode mode); // range, count, hourly
std::optional<VelocityMode> velocityModeFromKey(std::string_view key);

struct TunerOptions {
    bool normalise = false;
    VelocityMode velocity = VelocityMode::Range;
    bool operator==(const TunerOptions&) const = default;
};

struct RunInfo {
    std::string schemaVersion = "2.0";
    std::string toolVersion;
    std::string runId; // RUN_<ms at start>
    EpochMs startedMs = 0;
    std::string engine;   // mock, scripted, command, ...
    std::string scenario; // "" = none
    std::uint64_t seed = 0;
    int iterations = 0; // requested
    bool autoTune = false;
    std::string tuner = "micro"; // micro, driver, rules+, model
    TunerOptions tunerOptions;
    PhasePlan phases;
    std::optional<Preset> warmupPreset; // whole, since its file may be gone
    std::string profile;                // "" = none
    std::string preset;                 // "" = none; its effect is in initialOverrides
    std::string gateProfile = "mission";
    double sleepSeconds = 300;
    OverridesForm overridesForm = OverridesForm::Nested;
    Overrides initialOverrides;
    std::string scriptJson;          // compact JSON of the script of engine `scripted`; "" = none
    std::vector<RunBranch> branches; // what-ifs, the first one made first; empty: none
    std::map<JsonPath, std::string> extras;

    bool operator==(const RunInfo&) const = default;
};

enum class RunStatus : std::uint8_t { Completed, Failed, Interrupted };

std::string_view keyOf(RunStatus status); // completed, failed, interrupted
std::optional<RunStatus> runStatusFromKey(std::string_view key);

// RUN_END.json.
struct RunEnd {
    std::string runId;
    RunStatus status = RunStatus::Completed;
    int iterationsCompleted = 0;
    std::string lastSummarySha256; // of RUN.json when no iteration was made
    std::map<JsonPath, std::string> extras;
    bool operator==(const RunEnd&) const = default;
};

} // namespace soak
