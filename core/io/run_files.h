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

// TUNING_REPORT.json, new form, rendered from the records' tuning (DOMAIN 1.3). One call renders
// everything; the appender renders entry by entry, for a loop that writes the file again at every
// iteration.
struct TuningReportEntry {
    int iteration = 0;
    std::string json; // the rendered entry, indented for its place in the file
    TuningStep step;  // for the counts of the summary
};

TuningReportEntry tuningReportEntry(const IterationRecord& record);
std::string tuningReportText(std::span<const TuningReportEntry> entries);
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
