// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/run_activity.h"

#include "core/base/lock_file.h"
#include "core/io/artifacts.h"
#include "core/io/run_files.h"
#include "core/model/statistics.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <functional>

namespace soak
{

namespace
{

constexpr std::array<std::string_view, 5> kKeys{"finished", "running", "stalled", "writer_dead",
                                                "vanished"};

std::optional<EpochMs> timeOf(const fs::path& path)
{
    struct stat status = {};
    if (::lstat(path.c_str(), &status) != 0) {
        return std::nullopt;
    }
    return EpochMs{status.st_mtim.tv_sec} * kMsPerSecond + status.st_mtim.tv_nsec / kNsPerMs;
}

std::optional<Millis> medianInterval(const std::vector<EpochMs>& times)
{
    std::vector<double> intervals;
    for (std::size_t i = 1; i < times.size(); ++i) {
        intervals.push_back(static_cast<double>(times[i] - times[i - 1]));
    }
    const auto middle = median(intervals);
    return middle ? std::optional(Millis(*middle)) : std::nullopt;
}

// Somebody stopped it, and it can go on.
bool isInterrupted(const fs::path& folder)
{
    std::vector<Finding> ignored;
    const Result<std::string> text = readFile(folder / kRunEndFile);
    const Result<RunEnd> end =
        text ? parseRunEnd(*text, kRunEndFile, ignored) : Result<RunEnd>(text.error());
    return end && end->status == RunStatus::Interrupted;
}

} // namespace

std::string_view keyOf(RunActivity activity)
{
    return kKeys[static_cast<std::size_t>(activity)];
}

ActivityFacts activityFacts(const fs::path& folder)
{
    ActivityFacts facts;
    const auto names = listFolder(folder);
    if (!names) {
        return facts;
    }
    facts.isThere = true;
    std::vector<int> iterations;
    for (const std::string& name : *names) {
        facts.isOurs = facts.isOurs || name == kRunFile;
        facts.hasEnded = facts.hasEnded || name == kRunEndFile;
        if (const auto iteration = iterationOfFileName(name)) {
            iterations.push_back(*iteration);
        }
    }
    facts.hasEnded = facts.hasEnded && !isInterrupted(folder);
    const std::size_t kept = std::min(kTimesKept, iterations.size());
    std::partial_sort(iterations.begin(), iterations.begin() + static_cast<std::ptrdiff_t>(kept),
                      iterations.end(), std::greater<>());
    for (std::size_t i = 0; i < kept; ++i) {
        if (const auto time = timeOf(folder / summaryFileName(iterations[i]))) {
            facts.fileTimes.push_back(*time);
        }
    }
    // A file that was replaced later is not the last of its run.
    std::sort(facts.fileTimes.begin(), facts.fileTimes.end());
    facts.hasWriter = lockHolder(folder / kLockFile).has_value();
    return facts;
}

ActivityReport activityOf(const ActivityFacts& facts, EpochMs now)
{
    ActivityReport report;
    if (!facts.isThere) {
        return report;
    }
    if (!facts.fileTimes.empty()) {
        report.lastFileMs = facts.fileTimes.back();
    }
    report.medianInterval = medianInterval(facts.fileTimes);
    // With fewer than two files nobody knows how long an iteration takes.
    const Millis patience = report.medianInterval
                                ? std::max(kStallIntervals * *report.medianInterval, kLeastStall)
                                : Millis::max();
    const bool isLate =
        report.lastFileMs && Millis(static_cast<double>(now - *report.lastFileMs)) > patience;
    if (facts.hasWriter) {
        report.activity = isLate ? RunActivity::Stalled : RunActivity::Running;
    } else if (facts.hasEnded) {
        report.activity = RunActivity::Finished;
    } else if (facts.isOurs) {
        report.activity = RunActivity::WriterDead;
    } else {
        // Another tool has no lock: while files come, somebody writes them.
        report.activity =
            report.medianInterval && !isLate ? RunActivity::Running : RunActivity::Finished;
    }
    return report;
}

ActivityReport runActivity(const fs::path& folder, EpochMs now)
{
    return activityOf(activityFacts(folder), now);
}

} // namespace soak
