// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/watch_specs.h"

#include "app/cli/option_specs.h"

namespace soak::cli
{

VerbSpec watchSpec()
{
    constexpr std::int64_t kMaxIterations = 2147483647;
    VerbSpec spec{
        .verb = Verb::Watch,
        .name = "watch",
        .summary = "judge a run while somebody writes it, iteration by iteration",
        .details =
            "Prints a line for each iteration as it lands, and what the verdict would be if the "
            "run ended now; defects, a stalled or dead writer and a folder that vanished go to "
            "standard error. The folder need not be there yet, and any tool may write it: half a "
            "file is tried again for 2 s before anybody is told. With --json each line is a JSON "
            "object of its own, with an `event`: run, iteration, verdict, finding, state (waiting, "
            "vanished, back, stalled, writer_dead, running) or end.\n\n"
            "It ends when the run has ended (RUN_END.json), and then shows the gates; of a run "
            "without RUN.json nobody says when that is: give --until or --patience. A run made "
            "with "
            "--run-isolated is watched by its own folder, RUN_<ms>.\n\n"
            "Exit code: as `soak gate`: 1 when a hard row failed, 3 when a hard row has no data or "
            "there is no run, else 0. Ctrl-C ends it with the verdict so far and 130.",
        .positionals = {runPositional()}};
    spec.options = {
        pathOption("path", "RUN", "the run, as the positional argument"),
        profileOption(),
        windowOption(),
        flag("strict", "soft rows count as hard ones"),
        flag("once", "say what is there now, and end"),
        integerOption("until", "end when this iteration has landed", "the end of the run", 1,
                      kMaxIterations),
        flag("exit-on-fail", "end as soon as a hard row fails on a whole window"),
        numberOption("patience", "seconds without anything new after which it ends", "no limit"),
    };
    spec.examples = {"soak watch", "soak watch /srv/bot/artifacts --until 24 --json",
                     "soak watch artifacts/soak/latest --exit-on-fail --patience 3600"};
    return spec;
}

} // namespace soak::cli
