// SPDX-License-Identifier: GPL-3.0-or-later
// `soak_bench`: JSON on stdout, a table on stderr; exit code 1 when a ratio misses its budget.
#include "core/base/exit_code.h"
#include "core/base/signal_guard.h"
#include "tests/bench/rows.h"

#include <CLI/CLI.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <thread>

namespace soak::bench
{
namespace
{

struct Group {
    const char* name;
    Status (*add)(const Setup&, Results&);
};

constexpr std::array kGroups{Group{"load", addLoadRows},       Group{"judge", addJudgeRows},
                             Group{"verbs", addVerbRows},      Group{"run", addRunRows},
                             Group{"bundle", addBundleRows},   Group{"sim", addSimRows},
                             Group{"compare", addCompareRows}, Group{"history", addHistoryRows}};

void addFacts(Results& results)
{
    std::array<double, 3> load{};
    if (getloadavg(load.data(), 1) == 1) {
        std::array<char, 16> text{};
        std::snprintf(text.data(), text.size(), "%.2f", load[0]);
        results.facts.emplace_back("load_average_at_start", text.data());
    }
    results.facts.emplace_back("processors", std::to_string(std::thread::hardware_concurrency()));
}

int failed(const Error& error)
{
    std::fprintf(stderr, "soak_bench: %s\n", describe(error).c_str());
    return static_cast<int>(exitCodeFor(error.code));
}

int measureAll(const Setup& setup, const std::vector<std::string>& wanted)
{
    Results results;
    addFacts(results);
    for (const Group& group : kGroups) {
        if (wanted.empty() || std::find(wanted.begin(), wanted.end(), group.name) != wanted.end()) {
            if (const Status status = group.add(setup, results); !status) {
                std::fputs(tableText(results).c_str(), stderr); // of what was measured until then
                return failed(status.error());
            }
        }
    }
    std::fputs(tableText(results).c_str(), stderr);
    std::fputs(jsonText(results).c_str(), stdout);
    return everyBudgetMet(results) ? 0 : 1;
}

int run(int argc, char** argv)
{
    Setup setup;
    std::error_code error;
    setup.self = fs::read_symlink("/proc/self/exe", error);
    setup.soak = setup.self.parent_path() / "soak";
    std::vector<std::string> wanted;
    fs::path memoryOf;
    int runMemoryOf = 0;

    CLI::App app("Measures Soak Workbench in pairs: ours and what it is compared with, in turns. "
                 "JSON on stdout, a table "
                 "on stderr. Exit code 1 when a median ratio misses its budget.");
    std::vector<std::string> names;
    for (const Group& group : kGroups) {
        names.emplace_back(group.name);
    }
    app.add_option("--only", wanted,
                   "these groups of rows: load, judge, verbs, run, bundle, sim, "
                   "compare, history")
        ->check(CLI::IsMember(names));
    app.add_option("--pairs", setup.pairs, "pairs of a long measurement")
        ->check(CLI::Range(1, 1000));
    app.add_option("--short-pairs", setup.shortPairs, "pairs of a short one")
        ->check(CLI::Range(1, 10000));
    app.add_option("--files", setup.files, "iteration files to load (the budgets are for 100000)")
        ->check(CLI::Range(1, 10000000));
    app.add_option("--rows", setup.judgedRows, "iterations to judge")
        ->check(CLI::Range(1000, 100000000));
    app.add_option("--iterations", setup.runIterations,
                   "of the run that is compared with one ten times as long")
        ->check(CLI::Range(1, 100000));
    app.add_option("--imported-runs", setup.importedRuns, "runs of 1000 iterations to import")
        ->check(CLI::Range(1, 100000));
    app.add_option("--postgres", setup.postgres,
                   "postgresql://... of an empty database: measure the history there, too");
    app.add_option("--soak", setup.soak, "the program soak, when it is not beside this one");
    app.add_option("--python", setup.python, "Python 3");
    app.add_option("--load-memory", memoryOf)->group(""); // of ourselves, see printLoadMemory
    app.add_option("--run-memory", runMemoryOf)->group("");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& wrong) {
        return app.exit(wrong) == 0 ? 0 : static_cast<int>(ExitCode::Usage);
    }
    if (!memoryOf.empty()) {
        const Status status = printLoadMemory(memoryOf);
        return status ? 0 : failed(status.error());
    }
    if (runMemoryOf > 0) {
        const Status status = printRunMemory(runMemoryOf);
        return status ? 0 : failed(status.error());
    }
    const SignalGuard signals;
    setup.stop = signals.token();
    setup.tell = [](const std::string& line) { std::fprintf(stderr, "... %s\n", line.c_str()); };
    return measureAll(setup, wanted);
}

} // namespace
} // namespace soak::bench

int main(int argc, char** argv)
{
    return soak::bench::run(argc, argv);
}
