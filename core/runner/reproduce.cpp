// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/artifacts.h"
#include "core/runner/resume.h"
#include "core/runner/run_folder.h"
#include "core/runner/run_soak.h"

#include <unistd.h>

#include <algorithm>
#include <set>

namespace soak
{

namespace
{

// A folder of our own below the system's folder for temporary files, removed at the end.
class ScratchFolder final
{
public:
    static Result<ScratchFolder> create()
    {
        std::error_code error;
        const fs::path parent = fs::temp_directory_path(error);
        if (error) {
            return Error{Errc::Environment, "no folder for temporary files: " + error.message(),
                         "TMPDIR"};
        }
        std::string path = (parent / "soak-reproduce-XXXXXX").native();
        if (::mkdtemp(path.data()) == nullptr) {
            return Error{Errc::NotWritable, "cannot make a temporary folder: " + errnoText(errno),
                         pathText(parent)};
        }
        return ScratchFolder(path);
    }

    ScratchFolder(ScratchFolder&& other) noexcept : m_path(std::move(other.m_path))
    {
        other.m_path.clear();
    }

    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ScratchFolder& operator=(ScratchFolder&&) = delete;

    ~ScratchFolder()
    {
        if (!m_path.empty()) {
            static_cast<void>(removeTree(m_path).has_value());
        }
    }

    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    explicit ScratchFolder(fs::path path) : m_path(std::move(path)) {}

    fs::path m_path;
};

// Names of the files of a run, relative to its folder. LATEST.json says where a copy is, not what
// the run was.
Result<std::set<std::string>> runFilesIn(const fs::path& folder)
{
    SOAK_TRY(const std::vector<std::string> names, listFolder(folder));
    std::set<std::string> files;
    for (const std::string& name : names) {
        if (isRunFileName(name) && name != kLockFile && name != kLatestFile) {
            files.insert(name);
        }
    }
    const auto outputs = listFolder(folder / kEngineFolder);
    if (outputs) {
        for (const std::string& name : *outputs) {
            if (isEngineFileName(name)) {
                files.insert(std::string(kEngineFolder) + "/" + name);
            }
        }
    }
    return files;
}

Result<Reproduction> compareRuns(const fs::path& ours, const fs::path& again)
{
    SOAK_TRY(std::set<std::string> files, runFilesIn(ours));
    SOAK_TRY(std::set<std::string> others, runFilesIn(again));
    files.merge(others);
    Reproduction reproduction;
    for (const std::string& name : files) {
        const auto first = readFile(ours / name, kMaxFileBytes, FollowLinks::No);
        const auto second = readFile(again / name, kMaxFileBytes, FollowLinks::No);
        ++reproduction.filesCompared;
        if (!first || !second || *first != *second) {
            reproduction.differing.push_back(name);
        }
    }
    reproduction.identical = reproduction.differing.empty();
    return reproduction;
}

} // namespace

Result<Reproduction> reproduceRun(const fs::path& folder, std::stop_token stop,
                                  const Progress& progress, const fs::path& replay)
{
    SOAK_TRY(const RunFile runFile, readRunFile(folder));
    if (runFile.info.engine == "command") {
        return Error{Errc::Usage, "a run of engine command cannot be repeated: its bot is not ours",
                     pathText(folder)};
    }
    SOAK_TRY(const ScratchFolder scratch, ScratchFolder::create());
    RunRequest request;
    request.info = runFile.info;
    request.base = scratch.path();
    request.out = scratch.path() / "run";
    request.replay = replay;
    const VirtualClock clock(runFile.info.startedMs);
    SOAK_TRY(const RunResult result, runSoak(request, clock, stop, progress));
    if (result.status == RunStatus::Interrupted) {
        return Error{Errc::Cancelled, "stopped", pathText(folder)};
    }
    return compareRuns(folder, result.folder);
}

} // namespace soak
