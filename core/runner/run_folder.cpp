// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/run_folder.h"

#include "core/base/ids.h"
#include "core/base/text.h"
#include "core/io/artifacts.h"
#include "core/runner/command_engine.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <map>

namespace soak
{

namespace
{

constexpr std::array kRunFiles{kRunFile,
                               kRunEndFile,
                               kTuningReportFile,
                               kTuningStateFile,
                               kTuningStateFileLegacy,
                               kOverridesFile,
                               kOverrideSourcesFile,
                               kSummaryTextFile,
                               kLatestFile,
                               kLockFile};
constexpr std::array kEngineFiles{kEdgeReportFile,   kKpiGateFile, kEdgeSentinelFile, kAuditLogFile,
                                  kWeeklyRollupFile, kStdoutFile,  kStderrFile};
constexpr std::string_view kFailedPrefix = "failed_";
constexpr std::string_view kFailedSuffix = ".stderr.txt";
constexpr int kMaxRunIdCollisions = 100000;

template <typename Names>
bool isAmong(const Names& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isFolder(const fs::path& path)
{
    std::error_code error;
    return fs::is_directory(fs::symlink_status(path, error));
}

// Empty when the folder does not exist.
Result<std::vector<std::string>> namesIn(const fs::path& folder)
{
    auto names = listFolder(folder);
    if (!names && names.error().code == Errc::NotFound) {
        return std::vector<std::string>{};
    }
    if (names) {
        std::sort(names->begin(), names->end());
    }
    return names;
}

// Nobody else's: a scratch folder of a killed writer is a folder with the name of a temporary file.
bool isOurs(const fs::path& folder, const std::string& name)
{
    if (isTemporaryName(name)) {
        return true;
    }
    const bool folderHere = isFolder(folder / name);
    if (folderHere) {
        return name == kEngineFolder || isIsolatedFolderName(name);
    }
    return isRunFileName(name);
}

Status clearEngineFolder(const RunWriter& writer)
{
    const fs::path folder = writer.folder() / kEngineFolder;
    if (!isFolder(folder)) {
        return Done{};
    }
    SOAK_TRY(const std::vector<std::string> names, namesIn(folder));
    for (const std::string& name : names) {
        if (isEngineFileName(name) || isTemporaryName(name)) {
            SOAK_CHECK(writer.remove(std::string(kEngineFolder) + "/" + name));
        }
    }
    ::rmdir(folder.c_str()); // stays when something else is in it
    return Done{};
}

} // namespace

fs::path latestFolder(const fs::path& base)
{
    return base / "soak" / "latest";
}

bool isRunFileName(std::string_view name)
{
    return isAmong(kRunFiles, name) || iterationOfFileName(name);
}

bool isEngineFileName(std::string_view name)
{
    return isAmong(kEngineFiles, name) || isFailedOutputName(name);
}

std::string failedOutputName(int iteration)
{
    return std::string(kFailedPrefix) + std::to_string(iteration) + std::string(kFailedSuffix);
}

std::string failedAttemptName(int iteration, int attempt)
{
    return std::string(kFailedPrefix) + std::to_string(iteration) + "." + std::to_string(attempt) +
           std::string(kFailedSuffix);
}

bool isFailedOutputName(std::string_view name)
{
    if (!name.starts_with(kFailedPrefix) || !name.ends_with(kFailedSuffix) ||
        name.size() <= kFailedPrefix.size() + kFailedSuffix.size()) {
        return false;
    }
    name.remove_prefix(kFailedPrefix.size());
    name.remove_suffix(kFailedSuffix.size());
    const std::vector<std::string> numbers = split(name, '.');
    return numbers.size() <= 2 &&
           std::all_of(numbers.begin(), numbers.end(), [](const std::string& number) {
               return parseInteger(number).value_or(-1) > 0;
           });
}

bool holdsRun(const fs::path& folder)
{
    const auto names = listFolder(folder);
    return names && std::any_of(names->begin(), names->end(), [](const std::string& name) {
               return name == kRunFile || iterationOfFileName(name);
           });
}

Status refuseForeignFolder(const fs::path& folder)
{
    const auto listed = namesIn(folder);
    if (!listed) {
        return Error{Errc::NotWritable, listed.error().message, listed.error().where};
    }
    const std::vector<std::string>& names = *listed;
    if (holdsRun(folder)) {
        return Done{};
    }
    for (const std::string& name : names) {
        if (!isOurs(folder, name)) {
            return Error{Errc::NotWritable,
                         "holds no run but other things, among them `" + pathText(name) +
                             "`; choose another folder, or use --force",
                         pathText(folder)};
        }
    }
    return Done{};
}

Status clearRunFiles(const RunWriter& writer)
{
    SOAK_CHECK(removeLeftovers(writer));
    SOAK_TRY(const std::vector<std::string> names, namesIn(writer.folder()));
    const auto remove = [&](std::string_view name) {
        return isAmong(names, name) ? writer.remove(name) : Status(Done{});
    };
    SOAK_CHECK(remove(kRunEndFile));
    SOAK_CHECK(remove(kLatestFile));
    std::map<int, std::string, std::greater<>> iterations;
    for (const std::string& name : names) {
        if (const auto iteration = iterationOfFileName(name)) {
            iterations.emplace(*iteration, name);
        }
    }
    for (const auto& [iteration, name] : iterations) {
        SOAK_CHECK(writer.remove(name));
    }
    for (const std::string_view name : kRunFiles) {
        if (name != kRunFile && name != kLockFile && name != kRunEndFile && name != kLatestFile) {
            SOAK_CHECK(remove(name));
        }
    }
    return clearEngineFolder(writer);
}

Status removeLeftovers(const RunWriter& writer)
{
    SOAK_TRY(const std::vector<std::string> names, namesIn(writer.folder()));
    for (const std::string& name : names) {
        if (isTemporaryName(name)) {
            SOAK_CHECK(writer.announce("remove " + name));
            SOAK_CHECK(removeTree(writer.folder() / name));
        }
    }
    return Done{};
}

Result<fs::path> makeIsolatedFolder(const fs::path& base, RunInfo& info)
{
    SOAK_CHECK(makeFolders(base));
    for (int attempt = 0; attempt < kMaxRunIdCollisions; ++attempt) {
        info.runId = runIdText(info.startedMs);
        fs::path folder = base / info.runId;
        const Status made = makeFolderExclusively(folder);
        if (made) {
            return folder;
        }
        if (made.error().code != Errc::Locked) {
            return made.error();
        }
        ++info.startedMs;
    }
    return Error{Errc::NotWritable, "too many runs started in the same moment", pathText(base)};
}

Result<std::vector<fs::path>> isolatedFolders(const fs::path& base)
{
    SOAK_TRY(const std::vector<std::string> names, namesIn(base));
    std::map<EpochMs, fs::path, std::greater<>> byStart;
    for (const std::string& name : names) {
        const auto start = parseRunId(name);
        std::error_code error;
        if (start && isFolder(base / name) && fs::is_regular_file(base / name / kRunFile, error)) {
            byStart.emplace(*start, base / name);
        }
    }
    std::vector<fs::path> folders;
    for (auto& [start, folder] : byStart) {
        folders.push_back(std::move(folder));
    }
    return folders;
}

} // namespace soak
