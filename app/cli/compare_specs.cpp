// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare_specs.h"

#include "app/cli/option_specs.h"

namespace soak::cli
{
namespace
{

constexpr const char* kCompareDetails =
    "The first run is the baseline. For each KPI: the difference of the means over the "
    "steady iterations, its 95 % interval, and a verdict: better, worse, same (within the "
    "margin that matters) or not known, with the iterations that would be needed. The "
    "intervals allow for iterations that resemble those before them, and the p-values for "
    "asking about several KPIs. Change points are listed with the changes of overrides "
    "that preceded them, which is no proof of a cause.\n\n"
    "From three runs a side, arms are to be preferred: `--arm-a RUN RUN RUN --arm-b RUN "
    "RUN "
    "RUN`. The mean of each run is one value, and Welch's t of the two arms includes the "
    "differences between nights, which a pair of runs cannot tell from those of the build. "
    "A run without enough values of a KPI is named and left out of it.\n\n"
    "RUN is a path, or what `soak history show` takes: a number, a run id or what only it "
    "begins with, a name, a tag or release that it alone has. What is there as a path is "
    "never looked up.\n\n"
    "--calibrate holds all runs of one configuration found below --base against each "
    "other, and says how often they were called different: that is the real error rate. "
    "Where it is too high, the variance between runs is added to the comparison.\n\n"
    "Exit code: 0; with --exit-code 1 when a KPI is better or worse, and 3 when nothing is "
    "known of any.";

} // namespace

VerbSpec compareSpec()
{
    constexpr std::int64_t kMaxIterations = 2147483647;
    OptionSpec history = historyOption();
    history.help = "where runs are looked up that are no path, as `soak history` does";
    history.isConfigurable = false;
    history.settingOf = "history";
    VerbSpec spec{.verb = Verb::Compare,
                  .name = "compare",
                  .summary =
                      "say what differs between runs, by how much, and whether that can be known",
                  .details = kCompareDetails,
                  .positionals = {
                      {.name = "RUN",
                       .help = "run directory, base, or folder above one, or a run of the history; "
                               "the baseline first",
                       .atLeast = 0,
                       .atMost = 500}}};
    spec.options = {
        choice("window", {"steady", "last8", "all"}, "iterations that are compared", "steady"),
        integerOption("from", "first iteration compared; marks the result exploratory",
                      "after the warm-up", 1, kMaxIterations),
        localOption("kpi", "LIST", "metrics to compare, like net_bps,risk_ratio", "the four goals"),
        keyValues("margin", "difference of a metric that does not matter, in its unit: "
                            "net_bps=0.1; once for each"),
        numberOption("alpha", "level of the tests", "0.05"),
        profileOption(),
        pathList("arm-a", "RUN...", "runs of the baseline, three or more; with --arm-b"),
        pathList("arm-b", "RUN...", "runs that are held against it, three or more"),
        history,
        flag("last-green", "the baseline is the newest green run before RUN that was made alike"),
        flag("calibrate", "measure the error rate on the runs below --base"),
        pathOption("base", "DIR", "where the runs of --last-green and --calibrate lie",
                   "ARTIFACTS_ROOT, else artifacts"),
        choice("format", {"text", "md", "html", "json", "csv"}, "how to print", "text"),
        pathOption("out", "FILE", "write the result there"),
        flag("details", "text and JSON: also quantiles of each KPI, and which overrides go with "
                        "which KPIs"),
        flag("exit-code", "exit 1 when a KPI is better or worse"),
    };
    spec.examples = {"soak compare artifacts/nightly-22 artifacts/nightly-23",
                     "soak compare --arm-a nightly-2[0-4] --arm-b nightly-2[5-9]",
                     "soak compare v1.3 v1.4",
                     "soak compare --last-green artifacts/soak/latest --format md --out diff.md",
                     "soak compare --calibrate --base artifacts"};
    return spec;
}

} // namespace soak::cli
