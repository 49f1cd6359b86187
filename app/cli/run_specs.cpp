// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_specs.h"

#include "app/cli/option_specs.h"
#include "core/runner/run_policy.h"
#include "core/sim/scenario.h"
#include "core/sim/sim_limits.h"

namespace soak::cli
{
namespace
{

constexpr std::int64_t kMaxIterations = 10000000;

OptionSpec baseOption()
{
    return pathOption("base", "DIR", "base folder; the run lies in <base>/soak/latest",
                      "artifacts/soak/latest");
}

OptionSpec forEngine(std::string engine, OptionSpec option)
{
    option.engine = std::move(engine);
    return option;
}

// What a simulated run is evidence of, and what it leaves out.
std::string aboutSim()
{
    std::string text = "Engine sim: " + std::string(simEvidence());
    for (const std::string_view limit : simLimits()) {
        text += " " + std::string(limit);
    }
    return text;
}

// What is measured and tuned, and from where.
std::vector<OptionSpec> measuringOptions()
{
    return {
        integerOption("iterations", "how many iterations", "36", 1, kMaxIterations),
        flag("auto-tune", "let the tuner move the overrides between iterations"),
        flag("mock", "engine mock: the deterministic sequence for smoke tests"),
        choice("engine", {"mock", "scripted", "sim", "replay", "command"},
               "what measures an iteration", "mock with --mock"),
        forEngine("scripted", pathOption("script", "FILE", "KPIs and ticks for engine scripted")),
        forEngine(
            "replay",
            pathOption("replay", "RUN",
                       "run whose measurements engine replay takes, for the tuner to answer")),
        forEngine("sim", choice("scenario", scenarioList(), "market of engine sim", "calm")),
        forEngine(
            "command",
            numberOption("time-limit", "seconds an iteration of engine command may take", "none")),
        forEngine("command",
                  integerOption("retries",
                                "further attempts of engine command at an iteration that failed",
                                "0", 0, kMostRetries)),
        integerOption("stop-after-failures", "failed iterations in a row that end the run; 0: none",
                      "0", 0, kMostFailuresInRow),
        choice("tuner", {"micro", "driver", "rules+", "model"}, "tuning engine",
               "by the engine: rules+ of sim, else micro"),
        keyValues("tuner-option", "normalise=true, velocity=range|count|hourly"),
        integerOption("seed", "seed of everything random", "1", 0, INT64_MAX),
        forEngine("sim", choice("start", {"default", "red"},
                                "red: from bad overrides, drawn by the seed", "default")),
        pathOption("overrides", "FILE", "overrides to start from, in place of the live file"),
        choice("overrides-form", {"nested", "flat"}, "how the live overrides are written",
               "nested"),
        keyValues("set", "start value of a parameter, above everything else"),
        textOption("profile", "NAME", "profile of starting values, as steady_safe"),
        textOption("preset", "NAME", "preset applied to the starting values"),
        pathOption("preset-file", "FILE", "preset from a file"),
        flag("warmup", "warm-up for 4 iterations, ramp-down for 2"),
        textOption("warmup-preset", "NAME", "preset of the warm-up", "warmup_conservative_v1"),
        textOption("gate-profile", "NAME", "gate profile recorded with the run", "mission"),
        textOption("commit", "HASH", "commit of what is soaked; `soak tag` asks for it"),

    };
}

// Where the run goes, and what is done beside it.
std::vector<OptionSpec> placingOptions()
{
    return {
        baseOption(),
        pathOption("out", "DIR", "the run directory itself, in place of <base>/soak/latest"),
        flag("run-isolated",
             "run in <base>/RUN_<ms>, then put a whole copy in place of <base>/soak/latest"),
        flag("materialize-partial", "with --run-isolated: put an interrupted run in place too"),
        flag("resume", "go on with a run that was stopped or killed"),
        flag("force", "use a run directory that holds other files and no run"),
        flag("dry-run", "say what would be run, write nothing"),
        flag("fail-on-gate", "exit as `soak gate` would"),
        pathOption("export-json", "FILE", "write the snapshot of the run"),
        pathOption("export-md", "FILE", "write the audit of the run"),
        pathOption("gate-summary", "FILE", "write the gates of the run as JSON"),
        reserved("hours"),
    };
}

} // namespace

VerbSpec runSpec()
{
    VerbSpec spec{
        .verb = Verb::Run,
        .name = "run",
        .summary = "run a soak: measure, tune, guard, record",
        .details =
            "Runs N iterations with an engine. With --auto-tune the tuner moves the runtime "
            "overrides "
            "between iterations, and the guards hold back what moves too fast. Every file is "
            "written "
            "whole or not at all; a run that was killed goes on with --resume.\n\n"
            "A bot is attached by --engine command -- PROGRAM: it is started once an iteration, "
            "reads the overrides from the file SOAK_OVERRIDES and leaves EDGE_REPORT.json in "
            "SOAK_OUTPUT_DIR. A bot that fails makes a failed iteration, which says why; whatever "
            "it started ends with it. docs/attach-a-bot.md is the contract, with examples.\n\n"
            "With --engine replay --replay RUN the measurements are those of RUN, iteration by "
            "iteration, and the tuner is what is under test: the KPIs do not answer to its "
            "overrides, and the run says so. It starts from what RUN started from, unless "
            "--overrides is given; what RUN lacks is a failed iteration. RUN.json has the hash of "
            "every file that was read; give --replay again with --resume, and of a run that was "
            "changed since it is refused.\n\n" +
            aboutSim() +
            "\n\n"
            "Exit code: 0 when all iterations were made and written, whatever their KPIs; with "
            "--fail-on-gate as `soak gate` would give.",
        .positionals = {},
        .takesCommand = true};
    spec.options = measuringOptions();
    const std::vector<OptionSpec> placing = placingOptions();
    spec.options.insert(spec.options.end(), placing.begin(), placing.end());
    spec.examples = {"soak run --iterations 8 --mock --auto-tune",
                     "soak run --engine sim --scenario news --seed 7 --iterations 24 --auto-tune",
                     "soak run --engine command --iterations 24 --auto-tune -- ./bot --venue test",
                     "soak run --engine replay --replay runs/night --tuner model --auto-tune --out "
                     "runs/again",
                     "soak run --resume"};
    return spec;
}

} // namespace soak::cli
