// SPDX-License-Identifier: GPL-3.0-or-later
// `soak bundle` beside what people do by hand: tar, gzip, and a list of hashes.
#include "core/base/file.h"
#include "core/report/command_text.h"
#include "tests/bench/rows.h"
#include "tests/bench/scratch.h"
#include "tests/bench/spawn.h"

namespace soak::bench
{
namespace
{

Result<Sample> succeeded(const Result<Ended>& ended, const char* what)
{
    SOAK_CHECK(ended);
    return ended->exitCode == 0
               ? Result<Sample>(ended->sample)
               : Error{Errc::Environment, "exit code " + std::to_string(ended->exitCode), what};
}

// Each time into a folder of its own, which is removed outside the measurement.
Result<Sample> bundled(const Setup& setup, const fs::path& above)
{
    const fs::path out = above / "bundle";
    const Result<Sample> sample =
        succeeded(spawn({setup.soak.string(), "bundle", (above / "run").string(), "--out",
                         out.string(), "--allow-fail", "--quiet"}),
                  "soak bundle");
    SOAK_CHECK(removeTree(out));
    return sample;
}

Result<Sample> byHand(const fs::path& above)
{
    const fs::path out = above / "by-hand";
    SOAK_CHECK(makeFolders(out));
    const Result<Sample> sample =
        succeeded(spawn({"/bin/sh", "-c",
                         "cd " + shellWord(above.string()) +
                             " && tar -c run | gzip > by-hand/run.tar.gz && "
                             "find run -type f -print0 | xargs -0 sha256sum > by-hand/SHA256SUMS"}),
                  "tar, gzip and sha256sum");
    SOAK_CHECK(removeTree(out));
    return sample;
}

Status addRow(const Setup& setup, const fs::path& above, std::string name,
              std::optional<Budget> budget, Results& results)
{
    const int iterations = 10 * setup.runIterations;
    setup.tell("the bundle of a run of " + std::to_string(iterations) + " in " + above.string());
    SOAK_TRY(
        const Sample made,
        succeeded(spawn({setup.soak.string(), "run", "--iterations", std::to_string(iterations),
                         "--mock", "--auto-tune", "--quiet", "--out", (above / "run").string()}),
                  "soak run"));
    static_cast<void>(made);
    SOAK_TRY(const std::vector<Series> series,
             interleave({[&] { return byHand(above); }, [&] { return bundled(setup, above); }},
                        setup.pairs, setup.stop));
    results.rows.push_back(
        costRow(std::move(name), "x tar, gzip and sha256sum", series[1], series[0], budget));
    return Done{};
}

} // namespace

Status addBundleRows(const Setup& setup, Results& results)
{
    constexpr std::uint64_t kRoom = 1ULL << 30;
    SOAK_TRY(const Scratch memory, Scratch::inMemory(kRoom));
    return addRow(setup, memory.path(), "bundle_memory", Budget{Limit::AtMost, 1.3}, results);
}

} // namespace soak::bench
