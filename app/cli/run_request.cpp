// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_request.h"

#include "app/cli/input.h"
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/base/version.h"
#include "core/control/start_overrides.h"
#include "core/control/tuner.h"
#include "core/io/artifacts.h"
#include "core/io/find_run.h"
#include "core/io/run_files.h"
#include "core/runner/replay_source.h"
#include "core/runner/run_policy.h"
#include "core/sim/scenario.h"
#include "core/sweep/red_start.h"

namespace soak::cli
{
namespace
{

constexpr int kDefaultIterations = 36;
constexpr int kSmokeIterations = 3; // DOMAIN 7.9

bool isSmoke(const Environment& environment)
{
    return environment.get("SOAK_SMOKE_MODE").value_or("") == "1";
}

Result<std::string> engineName(const Context& context)
{
    const Arguments& arguments = context.arguments;
    const auto engine = arguments.text("engine");
    const bool mock = arguments.flag("mock") || isSmoke(context.environment);
    if (mock && engine && *engine != "mock") {
        return usageError("--mock and --engine " + *engine + " contradict each other");
    }
    if (!mock && !engine) {
        return usageError(
            "say what measures: --mock, --engine sim, --engine scripted --script FILE, "
            "--engine replay --replay RUN, or --engine command -- PROGRAM");
    }
    const std::string name = mock ? "mock" : *engine;
    if ((name == "command") != !arguments.command.empty()) {
        return usageError(name == "command"
                              ? "engine command needs a program: `-- PROGRAM [ARGUMENT ...]`"
                              : "words after -- are for engine command only");
    }
    if (name == "scripted" && !arguments.has("script")) {
        return usageError("engine scripted needs --script FILE");
    }
    if (name == "replay" && !arguments.has("replay")) {
        return usageError("engine replay needs --replay RUN");
    }
    for (const OptionSpec& option : specOf(Verb::Run).options) {
        if (!option.engine.empty() && option.engine != name && arguments.has(option.name)) {
            return usageError("--" + option.name + " is for engine " + option.engine + " only");
        }
    }
    return name;
}

Result<TunerOptions> tunerOptions(const Arguments& arguments)
{
    TunerOptions options;
    for (const std::string& setting : arguments.all("tuner-option")) {
        const auto equals = setting.find('=');
        const std::string key = setting.substr(0, equals);
        const std::string value = setting.substr(equals + 1);
        if (key == "normalise" && (value == "true" || value == "false")) {
            options.normalise = value == "true";
        } else if (const auto mode = velocityModeFromKey(value); key == "velocity" && mode) {
            options.velocity = *mode;
        } else {
            return usageError("'" + escapeTerminal(setting) +
                                  "' is none of normalise=true|false, velocity=range|count|hourly",
                              "--tuner-option");
        }
    }
    return options;
}

Result<double> sleepSeconds(const Environment& environment)
{
    constexpr double kDefault = 300;
    constexpr double kMost = 7 * 24 * 3600;
    const auto text = environment.get("SOAK_SLEEP_SECONDS");
    if (!text) {
        return kDefault;
    }
    const auto seconds = parseNumber(*text);
    if (!seconds || *seconds < 0 || *seconds > kMost) {
        return usageError("'" + escapeTerminal(*text) + "' is not a number of seconds from 0 to " +
                              std::to_string(static_cast<int>(kMost)),
                          "SOAK_SLEEP_SECONDS");
    }
    return *seconds;
}

// When the run starts (DESIGN 4); 0 = now.
Result<EpochMs> startedMs(const Environment& environment)
{
    constexpr std::int64_t kLast = 253402300799; // the end of the year 9999
    const auto text = environment.get("SOURCE_DATE_EPOCH");
    if (!text) {
        return EpochMs{0};
    }
    const auto seconds = parseInteger(*text);
    if (!seconds || *seconds < 0 || *seconds > kLast) {
        return usageError("'" + escapeTerminal(*text) + "' is not a number of seconds since 1970",
                          "SOURCE_DATE_EPOCH");
    }
    return EpochMs{*seconds * 1000};
}

Result<Overrides> readOverrides(const fs::path& file, std::vector<Finding>& findings)
{
    SOAK_TRY(const std::string text, readFile(file));
    return parseOverrides(text, pathText(file), ParameterRegistry::builtin(), findings);
}

Result<std::optional<Preset>> presetOf(const Arguments& arguments)
{
    const auto name = arguments.text("preset");
    const auto file = arguments.text("preset-file");
    if (name && file) {
        return usageError("--preset and --preset-file are both given");
    }
    if (file) {
        SOAK_TRY(const std::string text, readFile(*file));
        SOAK_TRY(Preset preset, parsePreset(text, *file, ParameterRegistry::builtin()));
        return std::optional<Preset>(std::move(preset));
    }
    if (!name) {
        return std::optional<Preset>();
    }
    const Preset* builtin = findBuiltinPreset(*name);
    if (builtin == nullptr) {
        return usageError("no preset '" + escapeTerminal(*name) + "'; see `soak config presets`",
                          "--preset");
    }
    return std::optional<Preset>(*builtin);
}

Status takePhases(const Context& context, RunInfo& info)
{
    const Arguments& arguments = context.arguments;
    info.phases.enabled = arguments.flag("warmup");
    if (!info.phases.enabled && arguments.has("warmup-preset")) {
        return usageError("--warmup-preset goes with --warmup only");
    }
    if (!info.phases.enabled) {
        return Done{};
    }
    const std::string name = arguments.text("warmup-preset").value_or("warmup_conservative_v1");
    const Preset* preset = findBuiltinPreset(name);
    if (preset == nullptr) {
        return usageError("no preset '" + escapeTerminal(name) + "'; see `soak config presets`",
                          "--warmup-preset");
    }
    info.warmupPreset = *preset;
    return Done{};
}

// A live file that an operator put where the run will be, and no run is there yet.
std::optional<fs::path> liveFile(const RunRequest& request)
{
    const fs::path folder = request.out ? *request.out : request.base / "soak" / "latest";
    std::error_code error;
    if (!fs::is_regular_file(folder / kOverridesFile, error) ||
        fs::exists(folder / kRunFile, error)) {
        return std::nullopt;
    }
    const auto found = findRun(folder);
    return found ? std::nullopt : std::optional<fs::path>(folder / kOverridesFile);
}

// The run replayed, and what it started from.
Status takeReplay(PlannedRun& plan, StartInputs& inputs)
{
    if (plan.request.info.engine != "replay") {
        return Done{};
    }
    SOAK_TRY(ReplaySource source, readReplaySource(plan.request.replay));
    setReplayRecord(plan.request.info, source.record);
    if (plan.request.info.iterations == 0) {
        plan.request.info.iterations = source.record.iterations;
    }
    inputs.file = std::move(source.start);
    inputs.fileLabel = "the run replayed";
    return Done{};
}

// Recorded as what it is: the values alone do not say where they come from.
Result<std::optional<Overrides>> redStartOf(const Arguments& arguments, RunInfo& info)
{
    if (arguments.text("start").value_or("default") != "red") {
        return std::optional<Overrides>();
    }
    for (const char* other : {"overrides", "profile"}) {
        if (arguments.has(other)) {
            return usageError(std::string("--start red and --") + other +
                              " both say where the run starts");
        }
    }
    info.extras[JsonPath{"start"}] = "\"red\"";
    return std::optional<Overrides>(redStart(info.seed));
}

Status takeStart(const Context& context, PlannedRun& plan)
{
    const Arguments& arguments = context.arguments;
    StartInputs inputs;
    SOAK_CHECK(takeReplay(plan, inputs));
    SOAK_TRY(inputs.red, redStartOf(arguments, plan.request.info));
    std::optional<fs::path> file = inputs.file ? std::nullopt : liveFile(plan.request);
    if (const auto given = arguments.text("overrides")) {
        file = *given;
    }
    if (file) {
        SOAK_TRY(inputs.file, readOverrides(*file, plan.findings));
        inputs.fileLabel = "file";
    }
    if (const auto name = arguments.text("profile")) {
        inputs.profile = findBuiltinProfile(*name);
        if (inputs.profile == nullptr) {
            return usageError("no profile '" + escapeTerminal(*name) +
                                  "'; see `soak config profiles`",
                              "--profile");
        }
        plan.request.info.profile = *name;
    }
    SOAK_TRY(const std::optional<Preset> preset, presetOf(arguments));
    if (preset) {
        inputs.preset = &*preset;
        plan.request.info.preset = preset->name;
    }
    if (const auto json = context.environment.get("MM_RUNTIME_OVERRIDES_JSON")) {
        SOAK_TRY(inputs.environment, parseOverrides(*json, "MM_RUNTIME_OVERRIDES_JSON",
                                                    ParameterRegistry::builtin(), plan.findings));
    }
    SOAK_TRY(inputs.settings, settingsOf(arguments));
    SOAK_TRY(StartOverrides start, startOverrides(inputs, ParameterRegistry::builtin()));
    plan.request.info.initialOverrides = std::move(start.overrides);
    plan.request.sources = std::move(start.sources);
    plan.findings.insert(plan.findings.end(), start.findings.begin(), start.findings.end());
    return Done{};
}

// Of what is soaked: abbreviated as git does it, or whole (SHA-1, SHA-256).
Status takeCommit(const Arguments& arguments, RunInfo& info)
{
    constexpr std::size_t kShortest = 7;
    constexpr std::size_t kLongest = 64;
    const auto commit = arguments.text("commit");
    if (!commit) {
        return Done{};
    }
    const bool isHash = commit->size() >= kShortest && commit->size() <= kLongest &&
                        commit->find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
    if (!isHash) {
        return usageError("'" + escapeTerminal(*commit) +
                              "' is not the hash of a commit: 7 to 64 hexadecimal digits",
                          "--commit");
    }
    info.extras[JsonPath{"commit"}] = "\"" + toLower(*commit) + "\"";
    return Done{};
}

Status takeScenario(const Arguments& arguments, RunInfo& info)
{
    if (info.engine != "sim") {
        return Done{};
    }
    info.scenario = arguments.text("scenario").value_or("calm");
    if (findScenario(info.scenario) == nullptr) {
        return usageError("'" + escapeTerminal(info.scenario) + "' is none of " + scenarioNames(),
                          "--scenario");
    }
    return Done{};
}

Status takeInfo(const Context& context, RunInfo& info)
{
    const Arguments& arguments = context.arguments;
    const bool smoke = isSmoke(context.environment);
    info.toolVersion = std::string(kToolVersion);
    SOAK_TRY(info.engine, engineName(context));
    info.iterations = static_cast<int>(
        arguments.integer("iterations").value_or(smoke ? kSmokeIterations : kDefaultIterations));
    const bool isLimited = info.engine == "scripted" || info.engine == "replay";
    if (isLimited && !arguments.has("iterations")) {
        info.iterations = 0; // as many as the script or the run has
    }
    SOAK_CHECK(takeScenario(arguments, info));
    info.seed = static_cast<std::uint64_t>(arguments.integer("seed").value_or(1));
    info.autoTune = arguments.flag("auto-tune");
    info.tuner = arguments.text("tuner").value_or(info.engine == "sim" ? "rules+" : "micro");
    SOAK_TRY(info.tunerOptions, tunerOptions(arguments));
    SOAK_TRY(info.sleepSeconds, sleepSeconds(context.environment));
    SOAK_TRY(info.startedMs, startedMs(context.environment));
    info.gateProfile = arguments.text("gate-profile").value_or(smoke ? "smoke" : "mission");
    SOAK_TRY(const GateProfile profile, gateProfileNamed(info.gateProfile));
    info.gateProfile = profile.name;
    info.overridesForm = arguments.text("overrides-form").value_or("nested") == "flat"
                             ? OverridesForm::Flat
                             : OverridesForm::Nested;
    if (const auto script = arguments.text("script")) {
        SOAK_TRY(info.scriptJson, readFile(*script));
    }
    setPolicy(info, {static_cast<int>(arguments.integer("retries").value_or(0)),
                     static_cast<int>(arguments.integer("stop-after-failures").value_or(0))});
    SOAK_CHECK(takeCommit(arguments, info));
    return takePhases(context, info);
}

} // namespace

Result<std::vector<std::pair<std::string, double>>> settingsOf(const Arguments& arguments)
{
    std::vector<std::pair<std::string, double>> settings;
    for (const std::string& setting : arguments.all("set")) {
        const auto equals = setting.find('=');
        const auto value = parseNumber(std::string_view(setting).substr(equals + 1));
        if (!value) {
            return usageError("'" + escapeTerminal(setting) + "' has no number after =", "--set");
        }
        settings.emplace_back(setting.substr(0, equals), *value);
    }
    return settings;
}

Result<PlannedRun> planRun(const Context& context)
{
    const Arguments& arguments = context.arguments;
    PlannedRun plan;
    RunRequest& request = plan.request;
    request.isolated = arguments.flag("run-isolated");
    request.materializePartial = arguments.flag("materialize-partial");
    request.resume = arguments.flag("resume");
    request.force = arguments.flag("force");
    request.applyDisabled = context.environment.get("MM_DISABLE_AUTO_TUNE").value_or("") == "1";
    request.base = arguments.has("base") ? fs::path(*arguments.text("base"))
                                         : defaultBase(context.environment);
    if (const auto out = arguments.text("out")) {
        if (request.isolated || arguments.has("base")) {
            return usageError(
                "--out is the run directory itself; it goes neither with --run-isolated "
                "nor with --base");
        }
        request.out = fs::path(*out);
    }
    if (request.materializePartial && !request.isolated) {
        return usageError("--materialize-partial goes with --run-isolated only");
    }
    request.command = arguments.command;
    request.replay = arguments.text("replay").value_or("");
    if (const auto limit = arguments.number("time-limit")) {
        if (*limit <= 0) {
            return usageError("a time limit is above 0 seconds", "--time-limit");
        }
        request.commandTimeLimit = Millis{*limit * 1000};
    }
    if (request.resume) {
        return plan; // RUN.json says the rest
    }
    SOAK_CHECK(takeInfo(context, request.info));
    SOAK_CHECK(takeStart(context, plan));
    return plan;
}

} // namespace soak::cli
