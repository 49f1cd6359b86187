// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweep_specs.h"

#include "app/cli/option_specs.h"
#include "core/sim/scenario.h"
#include "core/sweep/sweep.h"

namespace soak::cli
{

VerbSpec sweepSpec()
{
    constexpr std::int64_t kMostIterations = 1000;
    constexpr std::int64_t kMostJobs = 256;
    constexpr std::int64_t kMostTask = 1'000'000;
    VerbSpec spec{
        .verb = Verb::Sweep,
        .name = "sweep",
        .summary = "judge tuners by many soaks of the simulated market",
        .details =
            "Runs scenarios x starts x seeds x tuners in memory, nothing is written, and prints "
            "for "
            "each scenario, start and tuner the share of soaks whose last 8 iterations meet the "
            "four goals, "
            "with its 95 % interval. The tuners of a seed begin alike and meet the same market. "
            "Without --guards the deltas are only bounded.\n\n"
            "--print-tasks lists the soaks, --task K makes the K-th of them alone, for a "
            "scheduler. --results keeps each soak in a file as it ends: a sweep that was stopped "
            "goes on, and tasks that were made apart come together.\n\n"
            "--calibrate measures how the overrides move the goals, on seeds that no "
            "sweep begins with, and writes what engine model believes at first.\n\n"
            "Exit code: 0 whatever the shares are."};
    spec.options = {
        textOption("scenarios", "LIST",
                   "all (the first eight), or a list with commas: " + scenarioNames(), "all"),
        textOption("tuners", "LIST", "list with commas of none, micro, driver, rules+, model",
                   "none,micro,rules+,model"),
        textOption("seeds", "A-B", "first and last seed", "1-20"),
        integerOption("iterations", "of each soak", "24", 8, kMostIterations),
        textOption("start", "LIST",
                   "where the overrides begin: red (drawn where nothing is green), default, or a "
                   "built-in profile; a list with commas of: " +
                       sweepStartNames(),
                   "red"),
        flag("guards", "with the guards and filters of a run"),
        flag("perturbed", "in a market that differs, for each seed, from the one of the scenario"),
        integerOption("jobs", "threads", "the processors", 1, kMostJobs),
        flag("print-tasks", "list the soaks, make none"),
        integerOption("task", "make this soak alone, as --print-tasks numbers it", "all", 1,
                      kMostTask),
        pathOption("results", "FILE",
                   "keep each soak there; those that are there are not made again"),
        pathOption("chart", "FILE", "write the shares and their intervals there, as SVG"),
        pathOption("calibrate", "FILE", "measure the prior of engine model, write it there"),
    };
    spec.examples = {"soak sweep --scenarios calm,thin --seeds 1-40 --tuners micro,model",
                     "soak sweep --seeds 1-200 --results sweep.jsonl --chart sweep.svg",
                     "soak sweep --calibrate prior_influence.json"};
    return spec;
}

VerbSpec whatifSpec()
{
    VerbSpec spec{
        .verb = Verb::Whatif,
        .name = "whatif",
        .summary = "run a simulated run again from an iteration on, with other overrides",
        .details =
            "Takes RUN, which engine sim has measured, up to the iteration before K, puts other "
            "overrides in force from K on, and makes the rest of the run under the same random "
            "numbers: a run of its own, which every verb and the window open. Then it prints both "
            "beside each other: means over the same iterations, verdicts, where they part. From K "
            "on the tuner goes on as it would in RUN, with what it remembers, unless --no-tuner. "
            "Without any change the run is the same to the byte but for the record of it in "
            "RUN.json. --without takes back a delta that was applied after iteration K-1.\n\n"
            "Exit code: 0 when the run was made, whatever it shows; 3 a value outside its safe "
            "limits; 4 when RUN is broken, was changed, or is not repeated as it was recorded.",
        .positionals = {runPositional()}};
    OptionSpec without = localOption("without", "KEY",
                                     "take back this delta applied after "
                                     "iteration K-1; all: every one",
                                     "");
    without.isRepeatable = true;
    OptionSpec at =
        integerOption("at", "the first iteration with other overrides", "", 1, 2147483647);
    at.isConfigurable = false;
    spec.options = {
        std::move(at),
        keyValues("set", "value of a parameter from iteration K on"),
        std::move(without),
        flag("no-tuner", "from iteration K on the overrides stay as they are"),
        pathOption("out", "DIR", "the folder of the new run",
                   "beside RUN, named by run, iteration and what is set"),
        profileOption(),
    };
    spec.examples = {"soak whatif --at 9 --set tail_age_ms=650",
                     "soak whatif runs/a --at 9 --without min_interval_ms --no-tuner"};
    return spec;
}

} // namespace soak::cli
