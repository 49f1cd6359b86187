// SPDX-License-Identifier: GPL-3.0-or-later
// The table of verbs and options.
#include "app/cli/command_line.h"
#include "app/cli/compare_specs.h"
#include "app/cli/context.h"
#include "app/cli/history_specs.h"
#include "app/cli/metrics_specs.h"
#include "app/cli/option_specs.h"
#include "app/cli/release_specs.h"
#include "app/cli/run_specs.h"
#include "app/cli/sweep_specs.h"
#include "app/cli/watch_specs.h"

namespace soak::cli
{
namespace
{

VerbSpec verifySpec()
{
    VerbSpec spec{.verb = Verb::Verify,
                  .name = "verify",
                  .summary = "check by value that every proposed delta was applied",
                  .details = "Compares, for each pair of iterations, the overrides in force with "
                             "what the proposed deltas "
                             "should have made of them.\n\n"
                             "Exit code: 0 PASS; 1 FAIL with --strict; 3 UNVERIFIED with --strict, "
                             "or nothing readable. "
                             "Without --strict a low ratio is WARN and 0.",
                  .positionals = {runPositional()}};
    spec.options = {
        pathOption("path", "RUN", "the run, as the positional argument"),
        flag("strict", "threshold 0.95, and every defect counts"),
        numberOption("threshold", "least full-apply ratio", "0.60, with --strict 0.95"),
        flag("legacy", "add the existence-only numbers of older tools"),
        pathOption("out", "DIR", "also write DELTA_VERIFY_REPORT.json and .md there"),
    };
    spec.examples = {"soak verify --path artifacts/soak/latest --strict --json"};
    return spec;
}

VerbSpec reportSpec()
{
    VerbSpec spec{
        .verb = Verb::Report,
        .name = "report",
        .summary =
            "write snapshot, audit, recommendations, failures, delta report and the HTML page",
        .details = "Exit code: 0 when the four KPI goals give PASS or WARN, 1 when FAIL.",
        .positionals = {runPositional()}};
    spec.options = {
        pathOption("src", "RUN", "the run, as the positional argument"),
        pathOption("out", "DIR", "where the reports go", "<base>/reports/analysis"),
        windowOption(),
        profileOption(),
    };
    spec.examples = {
        "soak report --src artifacts/soak/latest --out artifacts/soak/latest/reports/analysis"};
    return spec;
}

VerbSpec gateSpec()
{
    VerbSpec spec{.verb = Verb::Gate,
                  .name = "gate",
                  .summary = "judge a run by every row of a gate profile",
                  .details = "Exit code: 1 when a hard row failed, 3 when a hard row has no data, "
                             "else 0. The verdict files "
                             "are written before it exits.",
                  .positionals = {runPositional()}};
    spec.options = {
        pathOption("src", "RUN", "the run, as the positional argument"),
        pathOption("path", "RUN", "as --src"),
        profileOption(),
        windowOption(),
        flag("strict", "soft rows count as hard ones"),
        pathOption("out", "FILE", "write the verdict as JSON"),
        pathOption("junit", "FILE", "write the gates as JUnit XML"),
        pathOption("github-summary", "FILE", "append a job summary in Markdown"),
        choice("annotations", {"github"}, "print annotations for a CI service on stderr", ""),
        pathOption("prometheus", "FILE", "write the metrics too"),
        flag("confidence", "ask too whether the steady state meets each target, given noise and "
                           "autocorrelation; exit 0 GO, 1 NO-GO, 3 GO-UNPROVEN"),
        reserved("compare"),
        reserved("skip-analyzer"),
        reserved("skip-delta-verify"),
        reserved("mock"),
        reserved("sarif"),
    };
    spec.examples = {"soak gate --src artifacts/soak/latest --profile mission --junit gates.xml"};
    return spec;
}

VerbSpec diffSpec()
{
    VerbSpec spec{
        .verb = Verb::Diff,
        .name = "diff",
        .summary = "show which overrides differ between two runs or iterations",
        .details = "A and B are runs, or runs with an iteration: RUN@12 is what was in force "
                   "during iteration 12, "
                   "RUN alone is what the run ended with; @12 alone takes the other side's run.\n\n"
                   "Exit code: 0; with --exit-code 1 when something differs.",
        .positionals = {{.name = "A", .help = "run or RUN@iteration", .atLeast = 1, .atMost = 1},
                        {.name = "B", .help = "run or RUN@iteration", .atLeast = 1, .atMost = 1}}};
    spec.options = {flag("exit-code", "exit 1 when something differs"),
                    textOption("ignore", "PATTERNS",
                               "leave out keys that match one of these, like \"guards.* *_id\"; "
                               "how many is said"),
                    choice("format", {"text", "json"}, "how to print", "text")};
    spec.examples = {"soak diff artifacts/soak/latest@1 artifacts/soak/latest@7"};
    return spec;
}

VerbSpec showSpec()
{
    VerbSpec spec{.verb = Verb::Show,
                  .name = "show",
                  .summary = "show a run, or one iteration of it",
                  .details = "Verdict, gates, window, data quality and tuning on one screen. Exit "
                             "code: 0 when the run could "
                             "be read, whatever its verdict.",
                  .positionals = {runPositional()}};
    spec.options = {
        integerOption("iteration", "show this iteration only", "", 1, 2147483647),
        integerOption("from", "with --to: judge this range, exploratory", "", 1, 2147483647),
        integerOption("to", "the last iteration of the range", "", 1, 2147483647),
        windowOption(),
        profileOption(),
        flag("csv", "the iterations as a tidy table: run, iteration, utc, a column per metric"),
        localOption("range", "FROM-TO", "with --csv: these iterations only", "all"),
        localOption("columns", "LIST", "with --csv: names, or metrics, parameters, guards",
                    "metrics"),
        flag("why", "the verdict in sentences: what broke it, what came before, how "
                    "sure, what next"),
        pathOption("notes", "FILE",
                   "what people wrote about RUN, else about every run, in this "
                   "workspace file of the window; as Markdown")};
    spec.examples = {"soak show", "soak show --why", "soak show --notes nightly.soakws",
                     "soak show artifacts/soak/latest --iteration 4",
                     "soak show --csv --range 29-36 --columns p95_latency_ms,min_interval_ms"};
    return spec;
}

VerbSpec reproduceSpec()
{
    return {.verb = Verb::Reproduce,
            .name = "reproduce",
            .summary = "run RUN.json again and compare byte by byte",
            .details = "Exit code: 0 identical, 4 when a file differs, 3 without RUN.json.",
            .positionals = {runPositional()},
            .options = {pathOption("replay", "RUN",
                                   "of a run of engine replay: the run it took its measurements "
                                   "from")},
            .examples = {"soak reproduce artifacts/soak/latest"}};
}

std::vector<VerbSpec> makeSpecs()
{
    std::vector<VerbSpec> specs{
        runSpec(),   watchSpec(),   verifySpec(), reportSpec(), gateSpec(),      metricsSpec(),
        serveSpec(), compareSpec(), diffSpec(),   showSpec(),   reproduceSpec(), whatifSpec(),
        sweepSpec(), historySpec(), bundleSpec(), tagSpec(),    canarySpec()};
    specs.push_back(
        {.verb = Verb::Config,
         .name = "config",
         .summary = "show settings, gate profiles, presets and parameters",
         .details = "WHAT is show (settings in force), gates (gate profiles), profiles (starting "
                    "values), presets, parameters, paths, or schema (commands and options).",
         .positionals = {{.name = "WHAT",
                          .help = "show, gates, profiles, presets, parameters, paths, schema",
                          .atLeast = 0,
                          .atMost = 1},
                         {.name = "NAME",
                          .help = "print this gate profile, profile or preset as a file",
                          .atLeast = 0,
                          .atMost = 1}},
         .options = {flag("origin", "say where each value comes from")},
         .examples = {"soak config show --origin", "soak config gates mission > my_gates.json"}});
    specs.push_back({.verb = Verb::Doctor,
                     .name = "doctor",
                     .summary = "check this machine: programs, folders, terminal",
                     .details = "Exit code: 0 when everything needed is there, else 6.",
                     .examples = {"soak doctor"}});
    specs.push_back(
        {.verb = Verb::Completion,
         .name = "completion",
         .summary = "print the completion script of a shell",
         .positionals = {{.name = "SHELL", .help = "bash, zsh or fish", .atLeast = 1, .atMost = 1}},
         .examples = {"soak completion bash > /etc/bash_completion.d/soak"}});
    specs.push_back({.verb = Verb::Version, .name = "version", .summary = "print the version"});
    return specs;
}

} // namespace

const std::vector<VerbSpec>& verbSpecs()
{
    static const std::vector<VerbSpec> specs = makeSpecs();
    return specs;
}

const std::vector<OptionSpec>& globalOptions()
{
    static const std::vector<OptionSpec> options{
        flag("json", "print the result as one JSON object"),
        flag("quiet", "no notes and no progress on standard error"),
        flag("no-progress", "no progress on standard error"),
        choice("color", {"auto", "always", "never"}, "colour of text results", "auto"),
    };
    return options;
}

const std::vector<std::string>& reservedVerbs()
{
    static const std::vector<std::string> verbs{"audit",  "analyze",   "kpi",        "sanity",
                                                "rotate", "readiness", "ready-gate", "ready_gate"};
    return verbs;
}

const VerbSpec* findVerb(std::string_view name)
{
    for (const VerbSpec& spec : verbSpecs()) {
        if (spec.name == name) {
            return &spec;
        }
    }
    return nullptr;
}

const VerbSpec& specOf(Verb verb)
{
    for (const VerbSpec& spec : verbSpecs()) {
        if (spec.verb == verb) {
            return spec;
        }
    }
    SOAK_ASSERT(false);
}

VerbFunction functionOf(Verb verb)
{
    switch (verb) {
    case Verb::Run:
        return runVerb;
    case Verb::Verify:
        return verifyVerb;
    case Verb::Report:
        return reportVerb;
    case Verb::Gate:
        return gateVerb;
    case Verb::Compare:
        return compareVerb;
    case Verb::Watch:
        return watchVerb;
    case Verb::Metrics:
        return metricsVerb;
    case Verb::Serve:
        return serveVerb;
    case Verb::Diff:
        return diffVerb;
    case Verb::Show:
        return showVerb;
    case Verb::Reproduce:
        return reproduceVerb;
    case Verb::Whatif:
        return whatifVerb;
    case Verb::Sweep:
        return sweepVerb;
    case Verb::History:
        return historyVerb;
    case Verb::Bundle:
        return bundleVerb;
    case Verb::Tag:
        return tagVerb;
    case Verb::Canary:
        return canaryVerb;
    case Verb::Config:
        return configVerb;
    case Verb::Doctor:
        return doctorVerb;
    case Verb::Completion:
        return completionVerb;
    case Verb::Version:
        return versionVerb;
    }
    SOAK_ASSERT(false);
}

} // namespace soak::cli
