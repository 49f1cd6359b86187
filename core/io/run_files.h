// SPDX-License-Identifier: GPL-3.0-or-later
// The other files of a run as text and back: RUN.json, RUN_END.json, overrides, tuning state and
// report. All writers are deterministic to the byte (sorted keys, 2-space indent, LF, final
// newline); unknown members survive. Readers' errors: BadInput, TooLarge; defects that leave a
// usable value are findings.
#pragma once

#include "core/base/result.h"
#include "core/model/finding.h"
#include "core/model/gate_profile.h"
#include "core/model/iteration.h"
#include "core/model/run_info.h"
#include "core/model/soak_run.h"
#include "core/model/tuning_state.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

std::string runInfoText(const RunInfo& info, const ParameterRegistry& registry);
Result<RunInfo> parseRunInfo(std::string_view text, std::string_view file,
                             const ParameterRegistry& registry, std::vector<Finding>& findings);

// Where the hash chain of a run begins: SHA-256 of `runFile`, the bytes of its RUN.json; of a
// branch that of the run it was first branched off, whose RUN.json is this one without `branches`.
// So the iteration files that a branch takes over are the same to the byte, and follow on.
Sha256 chainStart(const RunInfo& info, std::string_view runFile);

std::string runEndText(const RunEnd& end);
Result<RunEnd> parseRunEnd(std::string_view text, std::string_view file,
                           std::vector<Finding>& findings);

// Any spelling of DOMAIN 1.5 and 3; conflicts by rank (DOMAIN 0 P3) with a finding that has every
// value.
std::string overridesText(const Overrides& overrides, OverridesForm form,
                          const ParameterRegistry& registry);
Result<Overrides> parseOverrides(std::string_view text, std::string_view file,
                                 const ParameterRegistry& registry, std::vector<Finding>& findings);

std::string tuningStateText(const TuningState& state);
Result<TuningState> parseTuningState(std::string_view text, std::string_view file,
                                     std::vector<Finding>& findings);

// What stands at the foot of TUNING_REPORT.json.
struct TuningReportCounts {
    std::size_t count = 0;
    std::size_t applied = 0;
    std::size_t blockedOscillation = 0;
    std::size_t blockedVelocity = 0;
    std::size_t cooldownSkips = 0;
    std::size_t blockedFreeze = 0;
    std::size_t noOp = 0;
    std::size_t noDeltas = 0;
    std::size_t late = 0;
};

// TUNING_REPORT.json, new form, in pieces: kTuningReportBegin, an entry for each record in order,
// the end (DOMAIN 1.3).
inline constexpr std::string_view kTuningReportBegin = "{\n  \"iterations\": [";
// Adds the record to `counts`, which are of the entries before it.
std::string tuningReportEntry(const IterationRecord& record, TuningReportCounts& counts);
std::string tuningReportEnd(const TuningReportCounts& counts);
// The three together.
std::string tuningReportText(std::span<const IterationRecord> records);

// Both forms; entries unique by iteration, the last wins.
Result<std::vector<ReportedTuning>> parseTuningReport(std::string_view text, std::string_view file,
                                                      std::vector<Finding>& findings);

std::string gateProfileText(const GateProfile& profile);
Result<GateProfile> parseGateProfile(std::string_view text, std::string_view file);

// DOMAIN 4.10. Errors: BadInput for an unknown op or parameter.
Result<Preset> parsePreset(std::string_view text, std::string_view file,
                           const ParameterRegistry& registry);
std::string presetText(const Preset& preset, const ParameterRegistry& registry);

// A registry file: the built-in table with members of DOMAIN 3 overridden per parameter.
Result<ParameterRegistry> parseRegistry(std::string_view text, std::string_view file);

} // namespace soak
