// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/folder_index.h"

#include "core/analysis/recorded_profile.h"
#include "core/base/hash.h"
#include "core/history/find_runs.h"
#include "core/io/artifacts.h"
#include "core/io/iteration_json.h"
#include "core/io/load_run.h"
#include "core/io/run_files.h"
#include "core/model/run_identity.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace soak
{

namespace
{

void readRunFile(const fs::path& folder, RunRow& row)
{
    const auto text = readFile(folder / kRunFile, kMaxFileBytes, FollowLinks::No);
    if (!text) {
        if (text.error().code != Errc::NotFound) {
            row.whyUnreadable = std::string(kRunFile) + ": " + text.error().message;
        }
        return;
    }
    std::vector<Finding> ignored;
    const auto info = parseRunInfo(*text, kRunFile, ParameterRegistry::builtin(), ignored);
    if (!info) {
        row.whyUnreadable = std::string(kRunFile) + ": " + info.error().message;
        return;
    }
    row.runId = info->runId;
    row.isBranch = !info->branches.empty();
    row.identity = info->runId + ":" + hexText(sha256(*text));
    row.engine = info->engine;
    row.scenario = info->scenario;
    row.profile = info->profile;
    row.gateProfile = info->gateProfile;
    row.startedMs = info->startedMs > 0 ? std::optional(info->startedMs) : std::nullopt;
    row.planned = info->iterations > 0 ? std::optional(info->iterations) : std::nullopt;
}

// A foreign run is known by its first summary, and the time in it is all that it says of its start.
void readFirstSummary(const fs::path& folder, int first, int last, RunRow& row)
{
    const std::string name = summaryFileName(first);
    const auto text = readFile(folder / name, kMaxFileBytes, FollowLinks::No);
    if (!text) {
        return;
    }
    row.identity = listedForeignIdentity("foreign:" + hexText(sha256(*text)), last);
    std::vector<Finding> ignored;
    const auto record = parseIteration(*text, name, first, ParameterRegistry::builtin(), ignored);
    if (record) {
        row.startedMs = record->summary.runtimeUtc;
    }
}

bool isNewer(const RunRow& a, const RunRow& b)
{
    if (a.startedMs != b.startedMs) {
        return a.startedMs.value_or(-1) > b.startedMs.value_or(-1);
    }
    return std::pair(a.name, a.folder) < std::pair(b.name, b.folder);
}

// The rows of one run in several folders become one.
std::vector<RunRow> merged(std::vector<RunRow> rows)
{
    std::stable_sort(rows.begin(), rows.end(), [](const RunRow& a, const RunRow& b) {
        const auto isIsolated = [](const RunRow& row) {
            return isIsolatedFolderName(fs::path(row.folder).filename().native());
        };
        return isIsolated(a) && !isIsolated(b);
    });
    std::vector<RunRow> kept;
    std::map<std::string, std::size_t> places;
    for (RunRow& row : rows) {
        const auto known = row.identity.empty() ? places.end() : places.find(row.identity);
        if (known != places.end() && kept[known->second].files == row.files) {
            kept[known->second].alsoIn.push_back(std::move(row.folder));
            continue;
        }
        if (!row.identity.empty()) {
            places.try_emplace(row.identity, kept.size());
        }
        kept.push_back(std::move(row));
    }
    return kept;
}

} // namespace

std::string runNameOf(const fs::path& folder)
{
    fs::path place = folder;
    while (place.has_relative_path() &&
           (place.filename() == "latest" || place.filename() == "soak")) {
        place = place.parent_path();
    }
    return pathText(place.has_relative_path() ? place.filename() : folder.filename());
}

RunRow rowOfFolder(const fs::path& folder, EpochMs now)
{
    RunRow row;
    row.folder = folder.native();
    row.name = runNameOf(folder);
    row.activity = runActivity(folder, now);
    const auto names = listFolder(folder);
    if (!names) {
        row.whyUnreadable = names.error().message;
        return row;
    }
    int first = 0;
    int last = 0;
    for (const std::string& name : *names) {
        if (const auto iteration = iterationOfFileName(name)) {
            ++row.files;
            first = first == 0 ? *iteration : std::min(first, *iteration);
            last = std::max(last, *iteration);
        }
    }
    readRunFile(folder, row);
    if (row.identity.empty() && row.files > 0) {
        readFirstSummary(folder, first, last, row);
    }
    if (row.files == 0 && row.whyUnreadable.empty()) {
        row.whyUnreadable = "there is no iteration yet";
    }
    return row;
}

Result<std::vector<RunRow>> FolderIndex::list(EpochMs now, std::stop_token stop,
                                              const Progress& progress) const
{
    std::set<fs::path> folders;
    m_isCut = false;
    for (const fs::path& base : m_bases) {
        SOAK_TRY(FoundRuns found, findRuns(base, stop, progress));
        m_isCut = m_isCut || found.isCut;
        folders.insert(found.folders.begin(), found.folders.end());
    }
    std::vector<RunRow> rows;
    for (const fs::path& folder : folders) {
        if (stop.stop_requested()) {
            return Error{Errc::Cancelled, "cancelled", ""};
        }
        rows.push_back(rowOfFolder(folder, now));
        if (progress) {
            progress(rows.size(), folders.size(), "runs");
        }
    }
    rows = merged(std::move(rows));
    std::sort(rows.begin(), rows.end(), isNewer);
    return rows;
}

Result<RunRow> FolderIndex::judged(RunRow row, std::stop_token stop) const
{
    row.figures.reset();
    row.whyUnreadable.clear();
    auto run = loadRun(row.folder, {.provenance = Provenance::ChainOnly}, stop);
    if (!run) {
        if (run.error().code == Errc::Cancelled) {
            return run.error();
        }
        row.whyUnreadable = run.error().message;
        return row;
    }
    row.identity = listedIdentity(**run);
    row.figures = figuresOf(judge(*run, recordedProfileOf(**run).profile));
    return row;
}

} // namespace soak
