// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/rows.h"
#include "tests/bench/scratch.h"
#include "tests/bench/spawn.h"

#include <utility>

namespace soak::bench
{
namespace
{

// The least that a tool in Python must do for any of the verbs.
constexpr std::string_view kPythonReader = R"(
import json, os, statistics, sys
folder = sys.argv[1]
names = [n for n in os.listdir(folder) if n.startswith("ITER_SUMMARY_")]
names.sort(key=lambda n: int(n[13:-5]))
summaries = []
for name in names:
    with open(os.path.join(folder, name), "rb") as file:
        summaries.append(json.load(file)["summary"])
for key in ("maker_taker_ratio", "p95_latency_ms", "risk_ratio", "net_bps"):
    values = [s[key] for s in summaries[-8:]]
    print(key, statistics.mean(values), statistics.median(values), max(values))
)";

constexpr int kHighestVerdictCode = 3; // DESIGN 6: beyond, the verb did not do its work

struct Verb {
    std::string name;
    std::vector<std::string> arguments;
};

std::vector<Verb> verbsOn(const std::string& run, const fs::path& outputs)
{
    return {{"verify", {"--path", run, "--strict"}},
            {"report", {"--src", run, "--out", (outputs / "reports").string()}},
            {"gate", {"--src", run}},
            {"metrics", {"--path", run, "--output", (outputs / "metrics.prom").string()}},
            {"diff", {run + "@1", run + "@7"}},
            {"show", {run}}};
}

Result<Sample> processOnce(const std::vector<std::string>& argv, int highestCode)
{
    SOAK_TRY(const Ended ended, spawn(argv));
    if (ended.exitCode < 0 || ended.exitCode > highestCode) {
        std::string line;
        for (const std::string& word : argv) {
            line += (line.empty() ? "" : " ") + word;
        }
        return Error{Errc::Environment, "exit code " + std::to_string(ended.exitCode), line};
    }
    return ended.sample;
}

} // namespace

Status addVerbRows(const Setup& setup, Results& results)
{
    constexpr std::uint64_t kRoom = 16 << 20;
    SOAK_TRY(const Scratch scratch, Scratch::inMemory(kRoom));
    const std::string run = (scratch.path() / "run").string();
    const std::string soak = setup.soak.string();
    SOAK_CHECK(
        processOnce({soak, "run", "--iterations", "36", "--mock", "--auto-tune", "--out", run}, 0));
    const auto nothing = [] { return processOnce({"/bin/true"}, 0); };
    const auto python = [&] {
        return processOnce({setup.python, "-c", std::string(kPythonReader), run}, 0);
    };
    for (const Verb& verb : verbsOn(run, scratch.path())) {
        setup.tell("soak " + verb.name);
        std::vector<std::string> argv{soak, verb.name};
        argv.insert(argv.end(), verb.arguments.begin(), verb.arguments.end());
        const auto ours = [&argv] { return processOnce(argv, kHighestVerdictCode); };
        SOAK_TRY(const std::vector<Series> series,
                 interleave({nothing, ours, python}, setup.shortPairs, setup.stop));
        results.rows.push_back(costRow("verb_" + verb.name + "_spawn", "x /bin/true", series[1],
                                       series[0], std::nullopt));
        results.rows.push_back(speedRow("verb_" + verb.name + "_python", "x faster", series[1],
                                        series[2], std::nullopt));
    }
    return Done{};
}

} // namespace soak::bench
