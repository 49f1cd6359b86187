// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/history_specs.h"

#include "app/cli/option_specs.h"

namespace soak::cli
{
namespace
{

constexpr const char* kHistoryDetails =
    "Every run is remembered in a database: a file, or PostgreSQL for a team. The run folders stay "
    "the truth; what people say about runs is in the database alone.\n\n"
    "`soak history import DIR...` finds the runs in and below the folders and remembers them; what "
    "is known and has not changed is not read again. A run that went on has grown; whatever else "
    "changed in a known run is a new version beside the old one.\n\n"
    "`soak history list` lists what is remembered; with --base it looks into a folder instead, "
    "as it does when nothing is remembered yet. QUERY is as `p95<340 maker>=0.83 verdict:fail "
    "since:7d param:impact_cap_ratio<0.09 text`: all parts must hold, a leading - turns one "
    "around. "
    "What can be compared: p95, maker, risk, net, iterations, problems; fields are verdict, is, "
    "tag, engine, scenario, param, state, since, until.\n\n"
    "`soak history show RUN` tells all about one run, `stats` counts, `kpi METRIC` gives a metric "
    "by run over time. RUN is a number of the list, a run id, a name, a folder, the first "
    "digits of a content hash, what only its id or name begins with, or a tag or release that it "
    "alone has; `soak compare` takes the same.\n\n"
    "`soak history tag RUN TAG`, `release RUN LABEL` and `note RUN TEXT` say something about a "
    "run; `decide RUN --decision ship --by NAME --why TEXT` records a decision, which is never "
    "changed or removed.\n\n"
    "`soak history prune` forgets runs that lie in no folder any more, and superseded versions; "
    "with --folders it removes the isolated folders (RUN_<ms>) of the runs that --filter names, "
    "and remembers the runs. A run that is locked, unfinished, tagged, released or decided to ship "
    "is never removed.\n\n"
    "`soak history rebuild` makes a damaged history again from the run folders, and takes over "
    "what people said as far as it can be read.\n\n"
    "Exit code: 0 done; 3 a run could not be read (all others are remembered), or nothing is "
    "called so; 5 the history may not be written; 6 the database cannot be reached, is damaged or "
    "of a newer soak.";

} // namespace

VerbSpec historySpec()
{
    VerbSpec spec{
        .verb = Verb::History,
        .name = "history",
        .summary = "remember runs, search them, say what was decided about them",
        .details = kHistoryDetails,
        .positionals = {{.name = "WHAT",
                         .help = "import, list, show, stats, kpi, tag, note, release, decide, "
                                 "prune or rebuild",
                         .atLeast = 0,
                         .atMost = 1},
                        {.name = "ARGUMENT",
                         .help = "folders, a run, a metric, words",
                         .atLeast = 0,
                         .atMost = 10'000}}};
    spec.options = {
        historyOption(),
        pathOption("base", "DIR", "list: look in this folder, not in the history", "artifacts"),
        textOption("filter", "QUERY", "list, kpi, prune: these runs", "all"),
        pathOption("last-green", "RUN",
                   "list: only the newest green run before RUN: same engine, scenario "
                   "and profile, else all but one of them"),
        localOption("sort", "WORD",
                    "list: by started, name, verdict, p95, ...; -WORD the other way", "started"),
        integerOption("limit", "list: so many at most", "1000", 1, 1'000'000),
        integerOption("offset", "list: without the first so many", "0", 0, 1'000'000'000),
        flag("all-versions", "list: also what was superseded"),
        flag("csv", "list: for spreadsheets, a line for each run"),
        flag("reread", "import: read also what has not changed"),
        flag("remove", "tag, release: take it back"),
        localOption("decision", "WHAT", "decide: ship, hold or rerun", ""),
        textOption("by", "NAME", "decide, tag, note, release: who says it", ""),
        localOption("why", "TEXT", "decide: the reason", ""),
        flag("folders", "prune: remove the folders of the runs that --filter names"),
        flag("dry-run", "prune: say what would be removed, remove nothing"),
    };
    spec.examples = {"soak history import artifacts /mnt/soaks",
                     "soak history list --filter 'verdict:fail since:7d' --sort -p95",
                     "soak history list --last-green artifacts/soak/latest",
                     "soak history list --filter tag:canary --csv",
                     "soak history kpi p95_latency_ms --filter scenario:storm",
                     "soak history decide RUN_1767608400000 --decision ship --by alice --why "
                     "\"36 clean iterations\"",
                     "soak history prune --folders --filter 'until:90d -verdict:pass' --dry-run"};
    return spec;
}

} // namespace soak::cli
