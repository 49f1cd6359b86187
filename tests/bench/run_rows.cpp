// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/file.h"
#include "core/runner/run_session.h"
#include "tests/bench/memory.h"
#include "tests/bench/rows.h"
#include "tests/bench/scratch.h"
#include "tests/bench/spawn.h"
#include "tests/support/builders.h"

#include <cstdio>
#include <utility>

namespace soak::bench
{
namespace
{

constexpr int kShortRun = 36;
constexpr std::uint64_t kRoom = 1ULL << 30;

RunRequest mockOf(int iterations, const fs::path& folder)
{
    RunRequest request;
    request.info.engine = "mock";
    request.info.iterations = iterations;
    request.info.autoTune = true;
    request.info.initialOverrides = bestCell();
    request.out = folder;
    return request;
}

struct DurableWrite {
    std::string name;
    std::uintmax_t size = 0;
};

// `soak run` as a whole process, each time into a folder of its own, which is removed outside the
// measurement.
class RunProcess final
{
public:
    RunProcess(const Setup& setup, fs::path above, int iterations)
        : m_setup(setup), m_folder(std::move(above) / ("run" + std::to_string(iterations))),
          m_iterations(iterations)
    {
    }

    [[nodiscard]] Result<Sample> once() const
    {
        SOAK_TRY(const Ended ended,
                 spawn({m_setup.soak.string(), "run", "--iterations", std::to_string(m_iterations),
                        "--mock", "--auto-tune", "--quiet", "--out", m_folder.string()}));
        const bool isWhole =
            fs::exists(m_folder / ("ITER_SUMMARY_" + std::to_string(m_iterations) + ".json"));
        SOAK_CHECK(removeTree(m_folder));
        return ended.exitCode == 0 && isWhole
                   ? Result<Sample>(ended.sample)
                   : Error{Errc::Environment, "exit code " + std::to_string(ended.exitCode),
                           "soak run"};
    }

private:
    const Setup& m_setup;
    fs::path m_folder;
    int m_iterations;
};

// What a run of `iterations` writes durably, in order, counted by the runner's own hook.
Result<std::vector<DurableWrite>> durableWrites(const fs::path& folder, int iterations,
                                                const std::stop_token& stop)
{
    std::vector<DurableWrite> writes;
    const auto measureLast = [&] {
        if (!writes.empty() && writes.back().size == 0) {
            std::error_code gone;
            const auto size = fs::file_size(folder / writes.back().name, gone);
            writes.back().size = gone ? 0 : size;
        }
    };
    RunServices services;
    services.beforeWrite = [&](std::string_view what) -> Status {
        constexpr std::string_view kWrite = "write ";
        measureLast();
        if (what.starts_with(kWrite)) {
            writes.push_back({std::string(what.substr(kWrite.size()))});
        }
        return Done{};
    };
    SOAK_TRY(const RunResult result,
             runSoakWith(services, mockOf(iterations, folder), SystemClock(), stop, {}));
    measureLast();
    return result.iterationsCompleted == iterations
               ? Result<std::vector<DurableWrite>>(std::move(writes))
               : Error{Errc::Internal, "the run is not whole", "run"};
}

Result<Sample> replay(const std::vector<DurableWrite>& writes, const fs::path& folder)
{
    SOAK_CHECK(makeFolders(folder / "artifacts"));
    std::string bytes;
    const Stopwatch watch;
    for (const DurableWrite& write : writes) {
        bytes.assign(write.size, 'x');
        SOAK_CHECK(writeFileAtomically(folder / write.name, bytes));
    }
    const Sample sample = watch.elapsed();
    SOAK_CHECK(removeTree(folder));
    return sample;
}

Status addDiskRow(const Setup& setup, Results& results)
{
    SOAK_TRY(const Scratch scratch, Scratch::onDisk(setup.self.parent_path()));
    SOAK_TRY(const std::vector<DurableWrite> writes,
             durableWrites(scratch.path() / "counted", kShortRun, setup.stop));
    results.facts.emplace_back("run_36_durable_writes",
                               std::to_string(writes.size()) +
                                   " files, each fsync of the file and of its folder, on " +
                                   (isInMemory(scratch.path()) ? "tmpfs" : "disk"));
    setup.tell("a run of 36 on disk");
    const RunProcess run(setup, scratch.path(), kShortRun);
    SOAK_TRY(const std::vector<Series> series,
             interleave({[&] { return replay(writes, scratch.path() / "replayed"); },
                         [&] { return run.once(); }},
                        setup.pairs, setup.stop));
    results.rows.push_back(
        costRow("run_36_disk", "x its writes", series[1], series[0], std::nullopt));
    return Done{};
}

// Of the loop alone: what judging the run afterwards needs is in load_own_form_memory.
Result<Row> runMemoryRow(const Setup& setup, const fs::path& output)
{
    Row row;
    row.name = "run_memory";
    row.unit = "x a tenth of it";
    row.budget = Budget{Limit::AtMost, 1.05};
    row.measuredIn = "MB";
    std::vector<double> ours;
    std::vector<double> against;
    for (int pair = 0; pair < setup.pairs; ++pair) {
        const auto peakOf = [&](int iterations) {
            return printedBytes(setup, {"--run-memory", std::to_string(iterations)}, output);
        };
        SOAK_TRY(const double small, peakOf(setup.runIterations));
        SOAK_TRY(const double large, peakOf(10 * setup.runIterations));
        ours.push_back(large / 1e6);
        against.push_back(small / 1e6);
        row.ratios.push_back(large / small);
    }
    row.ours = medianOf(ours);
    row.against = medianOf(against);
    return row;
}

} // namespace

Status addRunRows(const Setup& setup, Results& results)
{
    SOAK_TRY(const Scratch scratch, Scratch::inMemory(kRoom));
    setup.tell("a run of 36 in memory");
    const RunProcess little(setup, scratch.path(), kShortRun);
    const auto nothing = []() -> Result<Sample> {
        SOAK_TRY(const Ended ended, spawn({"/bin/true"}));
        return ended.sample;
    };
    SOAK_TRY(const std::vector<Series> spawned,
             interleave({nothing, [&] { return little.once(); }}, setup.shortPairs, setup.stop));
    results.rows.push_back(
        costRow("run_36_spawn", "x /bin/true", spawned[1], spawned[0], std::nullopt));
    SOAK_CHECK(addDiskRow(setup, results));

    setup.tell("runs of " + std::to_string(setup.runIterations) +
               " and ten times as many in memory");
    const RunProcess once(setup, scratch.path(), setup.runIterations);
    const RunProcess tenfold(setup, scratch.path(), 10 * setup.runIterations);
    SOAK_TRY(const std::vector<Series> grown,
             interleave({[&] { return once.once(); }, [&] { return tenfold.once(); }}, setup.pairs,
                        setup.stop));
    results.rows.push_back(
        costRow("run_linear", "x a tenth of it", grown[1], grown[0], Budget{Limit::AtMost, 12}));
    SOAK_TRY(Row memory, runMemoryRow(setup, scratch.path() / "bytes"));
    results.rows.push_back(std::move(memory));
    return Done{};
}

Status printRunMemory(int iterations)
{
    SOAK_TRY(const Scratch scratch, Scratch::inMemory(kRoom));
    SOAK_TRY(const RunResult result,
             runSoak(mockOf(iterations, scratch.path() / "run"), SystemClock(), {}, {}));
    if (result.iterationsCompleted != iterations) {
        return Error{Errc::Internal, "the run is not whole", "run"};
    }
    SOAK_TRY(const double peak, ownMemory("VmHWM:"));
    std::printf("%.0f\n", peak);
    return Done{};
}

} // namespace soak::bench
