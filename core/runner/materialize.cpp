// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/materialize.h"

#include "core/base/escape.h"
#include "core/base/ids.h"
#include "core/base/lock_file.h"
#include "core/io/artifacts.h"
#include "core/io/run_files.h"
#include "core/runner/run_folder.h"

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>

namespace soak
{

namespace
{

constexpr std::string_view kMaterializeLock = ".materialize.lock";
constexpr int kLockAttempts = 12000; // of 5 ms: a minute; one exchange takes milliseconds
constexpr std::chrono::milliseconds kLockPause{5};

Result<FileLock> waitForLock(const fs::path& path, const std::string& runId)
{
    for (int attempt = 1;; ++attempt) {
        auto lock = FileLock::acquire(path, runId);
        if (lock || lock.error().code != Errc::Locked || attempt == kLockAttempts) {
            return lock;
        }
        std::this_thread::sleep_for(kLockPause);
    }
}

Result<std::vector<std::string>> sortedNames(const fs::path& folder)
{
    SOAK_TRY(std::vector<std::string> names, listFolder(folder));
    std::sort(names.begin(), names.end());
    return names;
}

bool isRealFolder(const fs::path& path)
{
    std::error_code error;
    return fs::is_directory(fs::symlink_status(path, error));
}

// Hard links of the files `isWanted` says, in name order.
template <typename Predicate>
Status linkFiles(const RunWriter& target, const fs::path& source, std::string_view subfolder,
                 Predicate isWanted)
{
    const fs::path from = subfolder.empty() ? source : source / subfolder;
    const fs::path to = subfolder.empty() ? target.folder() : target.folder() / subfolder;
    SOAK_TRY(const std::vector<std::string> names, sortedNames(from));
    for (const std::string& name : names) {
        if (isWanted(name)) {
            SOAK_CHECK(target.announce("link " + name));
            SOAK_CHECK(linkOrCopy(from / name, to / name));
        }
    }
    return syncFolder(to);
}

Status copyRun(const RunWriter& target, const fs::path& folder, const std::string& runId)
{
    SOAK_CHECK(linkFiles(target, folder, "", [](std::string_view name) {
        return isRunFileName(name) && name != kLockFile && name != kLatestFile;
    }));
    if (isRealFolder(folder / kEngineFolder)) {
        SOAK_CHECK(makeFolderExclusively(target.folder() / kEngineFolder));
        SOAK_CHECK(linkFiles(target, folder, kEngineFolder, isEngineFileName));
    }
    return target.write(kLatestFile, latestText(runId));
}

Status unlinkFile(const fs::path& path)
{
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) {
        return Error{Errc::NotWritable, "cannot remove: " + errnoText(errno), pathText(path)};
    }
    return Done{};
}

// NOREPLACE: never over something that is there already.
void moveInto(const fs::path& folder, const std::string& name, const fs::path& target,
              std::vector<std::string>& remarks)
{
    if (!fs::exists(folder / name) || ::renameat2(AT_FDCWD, (folder / name).c_str(), AT_FDCWD,
                                                  (target / name).c_str(), RENAME_NOREPLACE) == 0) {
        return;
    }
    remarks.push_back("`" + pathText(name) + "` of the folder before stays in " + pathText(folder));
}

// Removes the files that `isRunFile` says; what others put there moves to `target`.
template <typename Predicate>
Status emptyInto(const fs::path& folder, const fs::path& target, Predicate isRunFile,
                 std::vector<std::string>& remarks)
{
    SOAK_TRY(const std::vector<std::string> names, sortedNames(folder));
    for (const std::string& name : names) {
        if (isTemporaryName(name)) {
            SOAK_CHECK(removeTree(folder / name));
        } else if (!isRealFolder(folder / name) && isRunFile(name)) {
            SOAK_CHECK(unlinkFile(folder / name));
        } else {
            moveInto(folder, name, target, remarks);
        }
    }
    ::rmdir(folder.c_str());
    return Done{};
}

// What was in `latest` before and is no file of a run goes back there; then the folder is removed.
Status dispose(const fs::path& old, const fs::path& latest, const WriteHook& hook,
               std::vector<std::string>& remarks)
{
    SOAK_CHECK(RunWriter(old, hook).announce("dispose of " + old.filename().native()));
    if (!isRealFolder(old)) {
        return unlinkFile(old); // a link that stood for `latest`
    }
    if (isRealFolder(old / kEngineFolder) && isRealFolder(latest / kEngineFolder)) {
        SOAK_CHECK(
            emptyInto(old / kEngineFolder, latest / kEngineFolder, isEngineFileName, remarks));
    }
    return emptyInto(old, latest, isRunFileName, remarks);
}

bool isAsideName(std::string_view name)
{
    return name.starts_with(".latest.tmp.") && isTemporaryName(name);
}

// The folder that was exchanged, and what killed writers left.
Status disposeAll(const fs::path& latest, const WriteHook& hook, std::vector<std::string>& remarks)
{
    const fs::path parent = latest.parent_path();
    SOAK_TRY(const std::vector<std::string> names, sortedNames(parent));
    for (const std::string& name : names) {
        if (isAsideName(name)) {
            SOAK_CHECK(dispose(parent / name, latest, hook, remarks));
        }
    }
    return Done{};
}

// Other tries of ours, or killed writers with our number, may have left some.
Result<fs::path> makeAside(const fs::path& parent)
{
    constexpr int kMostLeft = 1000;
    for (int i = 0; i < kMostLeft; ++i) {
        fs::path path =
            parent / (".latest.tmp." + std::to_string(::getpid()) + "." + std::to_string(i));
        const Status made = makeFolderExclusively(path);
        if (made) {
            return path;
        }
        if (made.error().code != Errc::Locked) {
            return made.error();
        }
    }
    return Error{Errc::NotWritable, "too many folders .latest.tmp.* were left here",
                 pathText(parent)};
}

// The first run of a base has nothing to exchange with.
bool isPlacedByRename(const fs::path& aside, const fs::path& latest)
{
    return ::renameat2(AT_FDCWD, aside.c_str(), AT_FDCWD, latest.c_str(), RENAME_NOREPLACE) == 0;
}

Status putInPlace(const RunWriter& aside, const fs::path& latest, const std::string& runId,
                  std::vector<std::string>& remarks)
{
    SOAK_CHECK(aside.announce("exchange"));
    if (isPlacedByRename(aside.folder(), latest)) {
        return syncFolder(latest.parent_path());
    }
    SOAK_CHECK(makeFolders(latest)); // where the file system has no exclusive rename
    auto writerLock = FileLock::acquire(latest / kLockFile, runId);
    if (!writerLock) {
        Error error = writerLock.error();
        error.message +=
            "; the run itself is complete, `run --resume --run-isolated` puts it in place";
        return error;
    }
    SOAK_TRY(const Exchange how, exchangePaths(aside.folder(), latest));
    if (how == Exchange::TwoRenames) {
        remarks.emplace_back(
            "the file system has no atomic exchange: `latest` was put in place by renames");
    }
    return syncFolder(latest.parent_path());
}

std::optional<std::string> runIdIn(const fs::path& file)
{
    const auto text = readFile(file, kMaxFileBytes, FollowLinks::No);
    if (!text) {
        return std::nullopt;
    }
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    if (!json.is_object() || !json.contains("run_id") || !json["run_id"].is_string()) {
        return std::nullopt;
    }
    return json["run_id"].get<std::string>();
}

} // namespace

Result<fs::path> materialize(const fs::path& folder, const fs::path& base, const std::string& runId,
                             const WriteHook& hook, std::vector<std::string>& remarks)
{
    const fs::path latest = latestFolder(base);
    const fs::path parent = latest.parent_path();
    SOAK_CHECK(makeFolders(parent));
    SOAK_TRY(const FileLock lock, waitForLock(base / kMaterializeLock, runId));
    SOAK_CHECK(RunWriter(parent, hook).announce("make the copy"));
    SOAK_TRY(const fs::path path, makeAside(parent));
    const RunWriter aside(path, hook);
    Status placed = copyRun(aside, folder, runId);
    if (placed) {
        placed = putInPlace(aside, latest, runId, remarks);
    }
    if (!placed) {
        std::vector<std::string> unused;
        static_cast<void>(
            dispose(path, latest, hook, unused).has_value()); // else the next one does
        return placed.error();
    }
    SOAK_CHECK(disposeAll(latest, hook, remarks));
    return latest;
}

bool isMaterialized(const fs::path& latest, const fs::path& folder, const std::string& runId)
{
    const auto there = readFile(latest / kRunEndFile, kMaxFileBytes, FollowLinks::No);
    const auto here = readFile(folder / kRunEndFile, kMaxFileBytes, FollowLinks::No);
    return runIdIn(latest / kLatestFile) == runId && there && here && *there == *here;
}

bool isSuperseded(const fs::path& latest, const std::string& runId)
{
    const std::optional<std::string> there = runIdIn(latest / kRunFile);
    if (!there || there == runId) {
        return false;
    }
    const auto theirs = parseRunId(*there);
    const auto ours = parseRunId(runId);
    return theirs && ours && *theirs > *ours;
}

std::string latestText(const std::string& runId)
{
    return "{\n  \"run_id\": " + jsonQuoted(runId) + "\n}\n";
}

} // namespace soak
