// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/stalls/long_folder.h"

#include "core/base/result.h"
#include "core/io/artifacts.h"
#include "tests/bench/sample_run.h"
#include "tests/bench/scratch.h"

#include <condition_variable>
#include <map>
#include <mutex>

namespace soak::ui
{
namespace
{

constexpr std::uint64_t kFileBytes = 8'192; // on a file system

bench::Scratch& scratch()
{
    static Result<bench::Scratch> made = bench::Scratch::inMemory(200'000 * kFileBytes);
    return made.value();
}

} // namespace

const fs::path& longFolder(int iterations)
{
    static std::map<int, fs::path> folders;
    const auto [at, isNew] =
        folders.try_emplace(iterations, scratch().path() / ("run" + std::to_string(iterations)));
    if (isNew) {
        fs::create_directories(at->second);
        const auto written =
            bench::writeSampleRun(at->second, iterations, bench::SummaryForm::Own, {});
        SOAK_ASSERT(written.has_value());
    }
    return at->second;
}

FiftyASecond::FiftyASecond(fs::path folder, int first, int all)
    : m_folder(std::move(folder)), m_source(longFolder(all)), m_first(first), m_all(all)
{
    fs::create_directories(m_folder);
    fs::copy_file(m_source / kRunFile, m_folder / kRunFile);
    for (int k = 1; k <= first; ++k) {
        put(k);
    }
}

void FiftyASecond::put(int iteration) const
{
    const std::string name = summaryFileName(iteration);
    fs::copy_file(m_source / name, m_folder / (".tmp." + name));
    fs::rename(m_folder / (".tmp." + name), m_folder / name);
}

void FiftyASecond::begin()
{
    m_thread = std::jthread([this](const std::stop_token& stop) {
        constexpr std::chrono::milliseconds kEvery{20};
        auto due = std::chrono::steady_clock::now();
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any wake;
        for (int k = m_first + 1; k <= m_all && !stop.stop_requested(); ++k) {
            put(k);
            due += kEvery;
            wake.wait_until(lock, stop, due, [] { return false; });
        }
        m_isDone = true;
    });
}

} // namespace soak::ui
