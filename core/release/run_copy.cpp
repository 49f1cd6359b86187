// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/run_copy.h"

#include "core/base/text.h"
#include "core/io/artifacts.h"

#include <algorithm>

namespace soak
{

namespace
{

void addKnown(const fs::path& folder, const std::vector<std::string>& names,
              const std::string& prefix, std::vector<RunCopyEntry>& plan)
{
    for (const std::string& name : names) {
        std::string path = prefix + name;
        if (checkBundlePath(path)) {
            plan.push_back({folder / name, std::move(path)});
        }
    }
}

} // namespace

Result<std::vector<RunCopyEntry>> runCopyPlan(const fs::path& folder, const SoakRun& run)
{
    std::vector<RunCopyEntry> plan;
    const std::string prefix = std::string(kRunFolder) + "/";
    SOAK_TRY(const std::vector<std::string> names, listFolder(folder));
    addKnown(folder, names, prefix, plan);
    const fs::path engine = folder / kEngineFolder;
    if (const auto outputs = listFolder(engine)) {
        addKnown(engine, *outputs, prefix + std::string(kEngineFolder) + "/", plan);
    }
    if (!run.finalOverridesFile.empty() && run.finalOverridesFile != kOverridesFile) {
        plan.push_back({folder / run.finalOverridesFile, prefix + std::string(kOverridesFile)});
    }
    std::sort(plan.begin(), plan.end(),
              [](const RunCopyEntry& a, const RunCopyEntry& b) { return a.path < b.path; });
    if (plan.size() + requiredFiles().size() + 1 > kMaxBundleFiles) {
        return Error{Errc::TooLarge,
                     "the run has more files than a bundle may have, " +
                         std::to_string(kMaxBundleFiles),
                     pathText(folder)};
    }
    return plan;
}

Result<BundleFiles> copyRunFiles(const std::vector<RunCopyEntry>& plan, const std::string& root,
                                 StagingFolder& staging, std::stop_token stop,
                                 const Progress& progress, PackedRun* packed)
{
    constexpr std::size_t kTellEvery = 64;
    BundleFiles files;
    std::uint64_t total = 0;
    for (const RunCopyEntry& entry : plan) {
        if (stop.stop_requested()) {
            return Error{Errc::Cancelled, "stopped on request", ""};
        }
        SOAK_TRY(std::string bytes, readFile(entry.from, kMaxBundleFileBytes, FollowLinks::No));
        total += bytes.size();
        if (total > kMaxBundleBytes) {
            return Error{Errc::TooLarge,
                         "the run has more than " + countText(kMaxBundleBytes, "byte", "bytes"),
                         pathText(entry.from.parent_path())};
        }
        SOAK_CHECK(staging.write(fs::path(root) / entry.path, bytes));
        files.push_back({entry.path, bytes.size(), sha256(bytes)});
        if (packed != nullptr) {
            packed->add(entry.path, std::move(bytes));
        }
        if (progress && files.size() % kTellEvery == 0) {
            progress(files.size(), plan.size(), "copying the run");
        }
    }
    return files;
}

bool isCopyOf(const BundleFiles& files, const SoakRun& run)
{
    const std::string prefix = std::string(kRunFolder) + "/";
    if (!run.info || !run.findings.empty() || run.finalOverridesFile != kOverridesFile) {
        return false;
    }
    std::size_t matched = 0;
    const auto isThere = [&](const std::string& name, const FileProvenance& loaded) {
        const BundleFile* copied = findFile(files, prefix + name);
        ++matched;
        return copied != nullptr && copied->sha256 == loaded.sha256;
    };
    for (std::size_t row = 0; row < run.table.rowCount(); ++row) {
        if (!isThere(summaryFileName(run.table.iterations()[row]), run.summaryFiles[row])) {
            return false;
        }
    }
    for (const auto& [name, loaded] : run.otherFiles) {
        if (!isThere(name, loaded)) {
            return false;
        }
    }
    // A file that the loader would read and that came since makes one more.
    const auto isRead = [&](const BundleFile& file) {
        const std::string_view name = std::string_view(file.path).substr(prefix.size());
        return !name.starts_with(kEngineFolder) && name != kSummaryTextFile &&
               name != kOverrideSourcesFile;
    };
    return std::count_if(files.begin(), files.end(), isRead) ==
           static_cast<std::ptrdiff_t>(matched);
}

} // namespace soak
