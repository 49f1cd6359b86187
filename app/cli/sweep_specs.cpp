// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweep_specs.h"

#include "app/cli/option_specs.h"
#include "core/sim/scenario.h"

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
            "Runs scenarios x seeds x tuners in memory, nothing is written, and prints for each "
            "scenario and tuner the share of soaks whose last 8 iterations meet the four goals, "
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
        choice("start", {"red", "default"}, "drawn where nothing is green, or the defaults", "red"),
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

} // namespace soak::cli
