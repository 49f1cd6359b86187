// SPDX-License-Identifier: GPL-3.0-or-later
// What several verbs read alike: the run that is meant, the gate profile, the context of reports.
#pragma once

#include "app/cli/context.h"
#include "core/analysis/judgement.h"
#include "core/model/gate_profile.h"
#include "core/model/soak_run.h"
#include "core/report/report_context.h"

#include <initializer_list>
#include <memory>

namespace soak::cli
{

// artifacts/soak/latest, or what ARTIFACTS_ROOT, SOAK_ARTIFACTS_DIR or SOAK_OUT_DIR make of it
// (DOMAIN 7.10).
fs::path defaultBase(const Environment& environment);

struct Input {
    fs::path given;  // as on the command line
    fs::path folder; // the run directory
    std::shared_ptr<const SoakRun> run;
};

// The one path given as positional or as one of `options`; else the default base. Errors: Usage
// (two given).
Result<fs::path> inputPath(const Context& context, std::initializer_list<std::string_view> options);

// Finds and loads; findings go to the terminal as warnings.
Result<Input> loadInput(Context& context, const fs::path& given);

// A name of a built-in profile or a file. Errors: Usage (no such name), BadInput.
Result<GateProfile> gateProfileNamed(const std::string& nameOrFile);

// The profile that `option` names, else the one recorded with the run; mission for a foreign run,
// and for a recorded profile that is not built in (with a warning). Errors: as gateProfileNamed.
Result<GateProfile> profileFor(Context& context, std::string_view option, const SoakRun& run);

struct JudgedInput {
    Input input;
    Judgement judgement;
};

// Input of `options`, judged by --profile over --last-n.
Result<JudgedInput> judgeInput(Context& context, std::initializer_list<std::string_view> options);

// MM_FREEZE_UTC_ISO and SOURCE_DATE_EPOCH. Errors: Usage when one is set and is no time.
Status checkReportTime(const Context& context);

Result<ReportContext> reportContext(const Context& context, const SoakRun& run);

} // namespace soak::cli
