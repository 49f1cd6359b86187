// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"

#include "core/analysis/recorded_profile.h"
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/base/version.h"
#include "core/io/find_run.h"
#include "core/io/load_run.h"
#include "core/io/run_files.h"

namespace soak::cli
{
namespace
{

constexpr unsigned kLoadThreads = 2;

std::string builtinProfileNames()
{
    std::vector<std::string> names;
    for (const GateProfile& profile : builtinGateProfiles()) {
        names.push_back(profile.name);
    }
    return join(names, ", ");
}

} // namespace

fs::path defaultBase(const Environment& environment)
{
    for (const std::string_view name : {"SOAK_OUT_DIR", "SOAK_ARTIFACTS_DIR"}) {
        if (const auto folder = environment.get(name)) {
            return *folder;
        }
    }
    return fs::path(environment.get("ARTIFACTS_ROOT").value_or("artifacts")) / "soak" / "latest";
}

Result<fs::path> inputPath(const Context& context, std::initializer_list<std::string_view> options)
{
    std::vector<std::string> given = context.arguments.positionals;
    for (const std::string_view option : options) {
        if (const auto value = context.arguments.text(option)) {
            given.push_back(*value);
        }
    }
    if (given.size() > 1) {
        return Error{Errc::Usage,
                     "two runs are given, '" + given[0] + "' and '" + given[1] + "'; give one", ""};
    }
    if (given.size() == 1 && given.front().empty()) {
        return Error{Errc::Usage, "the path of the run is empty", ""};
    }
    return given.empty() ? defaultBase(context.environment) : fs::path(given.front());
}

Result<Input> loadInput(Context& context, const fs::path& given)
{
    SOAK_TRY(fs::path folder, findRun(given));
    const Progress progress = context.terminal.progress(context.clock);
    auto run = loadRun(folder, {.threads = kLoadThreads}, context.stop, progress);
    context.terminal.endProgress();
    if (!run) {
        return run.error();
    }
    context.terminal.findings((*run)->findings);
    return Input{given, std::move(folder), std::move(*run)};
}

Result<GateProfile> gateProfileNamed(const std::string& nameOrFile)
{
    if (const GateProfile* builtin = findBuiltinGateProfile(nameOrFile)) {
        return *builtin;
    }
    const bool looksLikeFile =
        nameOrFile.find('/') != std::string::npos || nameOrFile.ends_with(".json");
    if (!looksLikeFile) {
        return Error{Errc::Usage,
                     "no gate profile '" + escapeTerminal(nameOrFile) + "'; there are " +
                         builtinProfileNames() + ", or give a file (./NAME.json)",
                     "--profile"};
    }
    SOAK_TRY(const std::string text, readFile(nameOrFile));
    return parseGateProfile(text, nameOrFile);
}

Result<GateProfile> profileFor(Context& context, std::string_view option, const SoakRun& run)
{
    if (const auto name = context.arguments.text(option)) {
        return gateProfileNamed(*name);
    }
    RecordedProfile recorded = recordedProfileOf(run);
    if (!recorded.unknownName.empty()) {
        context.terminal.warn("judged by profile mission: the run was made with '" +
                              recorded.unknownName + "', which is not built in; give its file");
    }
    return std::move(recorded.profile);
}

Result<JudgedInput> judgeInput(Context& context, std::initializer_list<std::string_view> options)
{
    // A profile that does not exist is said before a long load.
    if (const auto name = context.arguments.text("profile")) {
        SOAK_TRY(const GateProfile known, gateProfileNamed(*name));
    }
    SOAK_TRY(const fs::path given, inputPath(context, options));
    SOAK_TRY(Input input, loadInput(context, given));
    JudgeOptions judging;
    if (const auto window = context.arguments.integer("last-n")) {
        judging.window = static_cast<int>(*window);
    }
    SOAK_TRY(GateProfile profile, profileFor(context, "profile", *input.run));
    if (context.arguments.flag("strict")) {
        for (GateSpec& gate : profile.gates) {
            gate.severity = GateSeverity::Hard;
        }
    }
    Judgement judgement = judge(input.run, profile, judging);
    return JudgedInput{std::move(input), std::move(judgement)};
}

namespace
{

// MM_FREEZE_UTC and CI_FAKE_UTC are older names of MM_FREEZE_UTC_ISO (DOMAIN 7.10).
TimestampSources timestampSources(const Environment& environment)
{
    TimestampSources sources;
    for (const std::string_view name : {"MM_FREEZE_UTC_ISO", "MM_FREEZE_UTC", "CI_FAKE_UTC"}) {
        if (!sources.freezeUtcIso) {
            sources.freezeUtcIso = environment.get(name);
        }
    }
    sources.sourceDateEpoch = environment.get("SOURCE_DATE_EPOCH");
    return sources;
}

} // namespace

Status checkReportTime(const Context& context)
{
    SOAK_TRY(const auto timestamp, reportTimestamp(timestampSources(context.environment)));
    return Done{};
}

Result<ReportContext> reportContext(const Context& context, const SoakRun& run)
{
    TimestampSources sources = timestampSources(context.environment);
    sources.lastRuntimeUtc = lastRuntimeUtc(run);
    sources.now = context.clock.wall();
    SOAK_TRY(const auto timestamp, reportTimestamp(sources));
    return ReportContext{.timestamp = timestamp, .toolVersion = std::string(kToolVersion)};
}

} // namespace soak::cli
