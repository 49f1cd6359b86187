// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_follower.h"

#include "core/io/artifacts.h"
#include "core/io/run_feed.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace soak
{

namespace
{

// A file that was written less than this before it was read may be written again without a trace in
// its times.
constexpr EpochMs kSettleMs = 1000;

struct FileStamp {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = -1; // -1: not there
    std::int64_t modifiedNs = 0;
    std::int64_t changedNs = 0;
    bool operator==(const FileStamp&) const = default;

    [[nodiscard]] EpochMs modifiedMs() const { return modifiedNs / kNsPerMs; }
};

FileStamp stampOf(const fs::path& path)
{
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0) {
        return {};
    }
    const auto nanoseconds = [](const timespec& time) {
        return std::int64_t{time.tv_sec} * kMsPerSecond * kNsPerMs + time.tv_nsec;
    };
    return {static_cast<std::uint64_t>(status.st_dev), static_cast<std::uint64_t>(status.st_ino),
            std::int64_t{status.st_size}, nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
}

// An iteration file as it was read.
struct KeptRow {
    FileStamp seen;  // when it was last looked at
    FileStamp stamp; // when it was last read
    bool isSettled = false;
    std::shared_ptr<const RowBlock> block; // null: never readable yet
    std::size_t row = 0;                   // of the block
    std::vector<Finding> findings;
    std::optional<EpochMs> partialSince; // the file cannot be read since then
    bool isTold = false;                 // and that is said

    [[nodiscard]] bool isPending() const { return partialSince && !isTold; }

    [[nodiscard]] bool isUpToDate() const
    {
        return block != nullptr && isSettled && stamp == seen && !isPending();
    }
};

// What else loadRun() looks at, as far as it can change what it gives.
struct Surroundings {
    std::vector<std::string> names; // of all but iteration files, sorted
    std::vector<FileStamp> files;
    std::size_t iterations = 0;
    bool operator==(const Surroundings&) const = default;
};

Surroundings surroundingsOf(const fs::path& folder)
{
    Surroundings found;
    for (std::string& name : listFolder(folder).value_or({})) {
        if (iterationOfFileName(name)) {
            ++found.iterations;
        } else {
            found.names.push_back(std::move(name));
        }
    }
    std::sort(found.names.begin(), found.names.end());
    for (const std::string_view name : {kRunFile, kRunEndFile, kTuningReportFile, kTuningStateFile,
                                        kTuningStateFileLegacy, kOverridesFile}) {
        found.files.push_back(stampOf(folder / name));
    }
    found.files.push_back(stampOf(folder / ".." / kOverridesFile));
    found.files.push_back(stampOf(folder / ".." / "soak" / kOverridesFile));
    return found;
}

} // namespace

struct RunFollower::Kept {
    std::map<int, KeptRow> rows;
    // What rows were read for; of another run nothing can be kept.
    std::optional<std::string> runId;
    bool isEveryFileHashed = false;

    std::shared_ptr<const SoakRun> run;
    std::optional<Surroundings> surroundings; // of `run`
    std::vector<int> pending;
    EpochMs now = 0;
    std::size_t filesRead = 0;

    // Rows to read: new ones, changed ones, and those that may have changed without a trace.
    std::vector<int> outdated(const BulkPlan& plan, const std::vector<int>& iterations)
    {
        std::vector<int> wanted;
        for (const int iteration : iterations) {
            KeptRow& kept = rows[iteration];
            kept.seen = stampOf(plan.folder / summaryFileName(iteration));
            if (!kept.isUpToDate()) {
                wanted.push_back(iteration);
            }
        }
        return wanted;
    }

    void forgetGone(const std::vector<int>& iterations)
    {
        std::erase_if(rows, [&iterations](const auto& entry) {
            return !std::binary_search(iterations.begin(), iterations.end(), entry.first);
        });
    }

    void keep(RowBlock&& block)
    {
        std::vector<Finding> findings = std::move(block.findings);
        const auto shared = std::make_shared<const RowBlock>(std::move(block));
        std::map<std::string, std::vector<Finding>> byFile;
        for (Finding& finding : findings) {
            byFile[finding.file].push_back(std::move(finding));
        }
        for (std::size_t i = 0; i < shared->rows.size(); ++i) {
            const IterationRow& row = shared->rows[i];
            KeptRow& kept = rows[row.iteration];
            ++filesRead;
            kept.stamp = kept.seen;
            kept.isSettled = now - kept.seen.modifiedMs() >= kSettleMs;
            if (row.isReadable) {
                kept.partialSince.reset();
            } else {
                kept.partialSince = kept.partialSince.value_or(now);
            }
            kept.isTold = kept.partialSince && now - *kept.partialSince >= kPartialGraceMs;
            if (kept.isPending()) {
                continue; // as it was before, if it ever was
            }
            kept.block = shared;
            kept.row = i;
            kept.findings = std::move(byFile[summaryFileName(row.iteration)]);
        }
    }

    Status read(const BulkPlan& plan, const std::vector<int>& wanted, const std::stop_token& stop,
                const Progress& progress)
    {
        if (wanted.empty()) {
            return Done{};
        }
        SOAK_TRY(const std::unique_ptr<BulkReader> reader, BulkReader::open(plan));
        for (std::size_t at = 0; at < wanted.size(); at += kBlockRows) {
            const std::size_t count = std::min(kBlockRows, wanted.size() - at);
            keep(reader->read(std::span(wanted).subspan(at, count), stop));
            if (stop.stop_requested()) {
                return Error{Errc::Cancelled, "cancelled", pathText(plan.folder)};
            }
            if (progress) {
                progress(at + count, wanted.size(), "iterations");
            }
        }
        return Done{};
    }

    // The rows in order, in as few pieces as their blocks allow.
    void assemble(const std::vector<int>& iterations, RunAssembler& assembler) const
    {
        for (std::size_t begin = 0; begin < iterations.size(); begin += kBlockRows) {
            const std::size_t end = std::min(begin + kBlockRows, iterations.size());
            std::vector<Finding> findings;
            for (std::size_t i = begin; i < end;) {
                const KeptRow& first = rows.at(iterations[i]);
                std::size_t count = 0;
                for (; i < end; ++i, ++count) {
                    const KeptRow& next = rows.at(iterations[i]);
                    if (next.block != first.block || next.row != first.row + count) {
                        break;
                    }
                    findings.insert(findings.end(), next.findings.begin(), next.findings.end());
                }
                assembler.append(*first.block,
                                 std::span(first.block->rows).subspan(first.row, count));
            }
            assembler.addFindings(std::move(findings));
        }
    }

    Status feed(const BulkPlan& plan, RunListing& listing, RunAssembler& assembler,
                const std::stop_token& stop, const Progress& progress)
    {
        if (runId != plan.runId || isEveryFileHashed != plan.isEveryFileHashed) {
            rows.clear();
            runId = plan.runId;
            isEveryFileHashed = plan.isEveryFileHashed;
        }
        forgetGone(listing.iterations);
        SOAK_CHECK(read(plan, outdated(plan, listing.iterations), stop, progress));
        pending.clear();
        std::erase_if(listing.iterations, [this](int iteration) {
            const KeptRow& kept = rows.at(iteration);
            if (kept.isPending()) {
                pending.push_back(iteration);
            }
            return kept.block == nullptr;
        });
        assemble(listing.iterations, assembler);
        return Done{};
    }

    // Whether a look at times and names says that nothing changed.
    [[nodiscard]] bool isAsBefore(const fs::path& folder, const Surroundings& seen) const
    {
        return run != nullptr && surroundings == seen && pending.empty() &&
               seen.iterations == rows.size() &&
               std::all_of(rows.begin(), rows.end(), [&folder](const auto& entry) {
                   const KeptRow& kept = entry.second;
                   return kept.isUpToDate() &&
                          kept.stamp == stampOf(folder / summaryFileName(entry.first));
               });
    }
};

RunFollower::RunFollower(fs::path folder, LoadOptions options)
    : m_folder(std::move(folder)), m_options(options), m_kept(std::make_unique<Kept>())
{
}

RunFollower::~RunFollower() = default;

Result<FollowedRun> RunFollower::poll(EpochMs now, const std::stop_token& stop,
                                      const Progress& progress)
{
    Kept& kept = *m_kept;
    kept.now = now;
    kept.filesRead = 0;
    Surroundings seen = surroundingsOf(m_folder);
    if (kept.isAsBefore(m_folder, seen)) {
        FollowedRun same;
        same.run = kept.run;
        return same;
    }
    kept.surroundings.reset(); // until a load succeeds, nothing is as before
    SOAK_TRY(std::shared_ptr<const SoakRun> run,
             loadRunFrom(m_folder, m_options,
                         [&](const BulkPlan& plan, RunListing& listing, RunAssembler& assembler) {
                             return kept.feed(plan, listing, assembler, stop, progress);
                         }));
    FollowedRun followed;
    followed.isChanged = true;
    followed.isReplaced = kept.run != nullptr && kept.run->identity() != run->identity();
    followed.pending = kept.pending;
    followed.filesRead = kept.filesRead;
    kept.run = std::move(run);
    kept.surroundings = std::move(seen);
    followed.run = kept.run;
    return followed;
}

} // namespace soak
