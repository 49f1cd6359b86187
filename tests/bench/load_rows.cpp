// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/io/load_run.h"
#include "tests/bench/memory.h"
#include "tests/bench/plain_read.h"
#include "tests/bench/rows.h"
#include "tests/bench/sample_run.h"
#include "tests/bench/scratch.h"
#include "tests/bench/spawn.h"

#include <cstdio>
#include <sstream>

namespace soak::bench
{
namespace
{

// Its own time of its own loop, so that starting Python is not counted.
constexpr std::string_view kPythonLoop = R"(
import json, os, sys, time
folder = sys.argv[1]
wall, cpu = time.perf_counter(), time.process_time()
names = [n for n in os.listdir(folder) if n.startswith("ITER_SUMMARY_")]
names.sort(key=lambda n: int(n[13:-5]))
for name in names:
    with open(os.path.join(folder, name), "rb") as file:
        json.load(file)
print(time.perf_counter() - wall, time.process_time() - cpu, len(names))
)";

constexpr double kMemoryBudget = 40e6;
constexpr std::size_t kMostFindings = 100;      // more: the files were read by the tolerant reader
constexpr std::uint64_t kBytesInMemory = 16384; // of one file, a whole number of pages, generously

struct Folder {
    fs::path path;
    std::size_t files = 0;
    SummaryForm form = SummaryForm::Own;
};

Error loadedWrongly(const std::string& what)
{
    return Error{Errc::Internal, what, "load"};
}

Result<Sample> floorOnce(const Folder& folder)
{
    const Stopwatch watch;
    SOAK_TRY(const PlainRead read, readPlainly(folder.path));
    const Sample sample = watch.elapsed();
    return read.files == folder.files ? Result<Sample>(sample)
                                      : loadedWrongly("the floor read too few files");
}

// `provenance` matters to the old form alone: our own is hashed always, its chain is checked.
Result<Sample> loadOnce(const Folder& folder, const LoadOptions& options,
                        const std::stop_token& stop)
{
    const Stopwatch watch;
    SOAK_TRY(const std::shared_ptr<const SoakRun> run, loadRun(folder.path, options, stop));
    const Sample sample = watch.elapsed();
    if (run->table.rowCount() != folder.files || run->findings.size() > kMostFindings) {
        return loadedWrongly(
            "loaded " + std::to_string(run->table.rowCount()) + " rows with " +
            std::to_string(run->findings.size()) + " findings" +
            (run->findings.empty() ? "" : ", the first: " + run->findings.front().text));
    }
    if (folder.form == SummaryForm::Own && run->chain != ChainState::Intact) {
        return loadedWrongly("the chain of the sample run is not intact");
    }
    return sample;
}

Result<Sample> pythonOnce(const Setup& setup, const Folder& folder, const fs::path& output)
{
    SOAK_TRY(const Ended ended,
             spawn({setup.python, "-c", std::string(kPythonLoop), folder.path.string()}, output));
    SOAK_TRY(const std::string text, readFile(output));
    Sample sample;
    std::size_t files = 0;
    std::istringstream words(text);
    words >> sample.wallSeconds >> sample.cpuSeconds >> files;
    return ended.exitCode == 0 && files == folder.files
               ? Result<Sample>(sample)
               : Error{Errc::Environment, "the loop failed", setup.python};
}

Result<Row> memoryRow(const Setup& setup, const Folder& folder, const fs::path& output,
                      const std::string& name)
{
    Row row;
    row.name = name + "_memory";
    row.unit = "x 40 MB";
    row.budget = Budget{Limit::AtMost, 1.0};
    row.measuredIn = "MB";
    row.against = kMemoryBudget / 1e6;
    std::vector<double> peaks;
    for (int pair = 0; pair < setup.pairs; ++pair) {
        SOAK_TRY(const double bytes,
                 printedBytes(setup, {"--load-memory", folder.path.string()}, output));
        peaks.push_back(bytes / 1e6);
        row.ratios.push_back(bytes / kMemoryBudget);
    }
    row.ours = medianOf(peaks);
    return row;
}

LoadOptions parsing(unsigned threads)
{
    return {.threads = threads, .provenance = Provenance::ChainOnly};
}

Status addRowsOf(const Setup& setup, const std::string& name, SummaryForm form, Results& results)
{
    const auto files = static_cast<std::uint64_t>(setup.files);
    SOAK_TRY(const Scratch scratch, Scratch::inMemory(files * kBytesInMemory));
    const fs::path output = scratch.path() / "output";
    const Folder folder{scratch.path() / "run", files, form};
    SOAK_CHECK(makeFolders(folder.path));
    setup.tell("making " + std::to_string(setup.files) + " files (" + name + ")");
    SOAK_TRY(const WrittenRun written, writeSampleRun(folder.path, setup.files, form, setup.stop));
    results.facts.emplace_back(name, std::to_string(written.files) + " files of " +
                                         std::to_string(written.bytes / written.files) +
                                         " bytes on " +
                                         (isInMemory(folder.path) ? "tmpfs" : "disk, cached"));
    setup.tell("loading them");
    SOAK_TRY(const std::vector<Series> series,
             interleave({[&] { return floorOnce(folder); },
                         [&] { return loadOnce(folder, parsing(1), setup.stop); },
                         [&] { return loadOnce(folder, parsing(2), setup.stop); },
                         [&] { return loadOnce(folder, {.threads = 1}, setup.stop); },
                         [&] { return pythonOnce(setup, folder, output); }},
                        setup.pairs, setup.stop));
    const Series &floor = series[0], &one = series[1], &two = series[2], &hashed = series[3],
                 &python = series[4];
    results.rows.push_back(
        costRow(name + "_1_thread", "x floor", one, floor, Budget{Limit::AtMost, 1.6}));
    results.rows.push_back(
        costRow(name + "_2_threads", "x floor", two, floor, Budget{Limit::AtMost, 1.0}));
    if (form == SummaryForm::Old) {
        results.rows.push_back(costRow(name + "_hashed", "x floor", hashed, floor, std::nullopt));
    }
    results.rows.push_back(
        speedRow(name + "_1_thread_python", "x faster", one, python, Budget{Limit::AtLeast, 6}));
    results.rows.push_back(
        speedRow(name + "_2_threads_python", "x faster", two, python, Budget{Limit::AtLeast, 10}));
    SOAK_TRY(Row memory, memoryRow(setup, folder, output, name));
    results.rows.push_back(std::move(memory));
    return Done{};
}

} // namespace

Status addLoadRows(const Setup& setup, Results& results)
{
    SOAK_CHECK(addRowsOf(setup, "load_old_form", SummaryForm::Old, results));
    return addRowsOf(setup, "load_own_form", SummaryForm::Own, results);
}

Status printLoadMemory(const fs::path& folder)
{
    SOAK_TRY(const double before, ownMemory("VmRSS:"));
    SOAK_TRY(const std::shared_ptr<const SoakRun> run, loadRun(folder));
    SOAK_TRY(const double peak, ownMemory("VmHWM:"));
    std::printf("%.0f\n", peak - before);
    return Done{};
}

} // namespace soak::bench
