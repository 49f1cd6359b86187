// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/prune_history.h"

#include "core/base/folder.h"
#include "core/base/lock_file.h"
#include "core/history/folder_mark.h"
#include "core/history/run_activity.h"
#include "core/history/run_columns.h"
#include "core/history/store_record.h"
#include "core/io/artifacts.h"

#include <algorithm>
#include <set>

namespace soak
{

namespace
{

using Cells = std::vector<SqlCell>;

constexpr std::size_t kAllPruned = 10'000'000;
constexpr std::string_view kPrunedEnd = ".pruned";

std::string saidOf(const HistoryRun& run)
{
    if (!run.row.tags.empty()) {
        return "is tagged " + run.row.tags.front();
    }
    if (!run.releases.empty()) {
        return "is released as " + run.releases.front();
    }
    return {};
}

std::string activityReason(const fs::path& folder, const HistoryRun& run, EpochMs now)
{
    switch (runActivity(folder, now).activity) {
    case RunActivity::Running:
    case RunActivity::Stalled:
        return "is being written";
    case RunActivity::WriterDead:
        return "is not finished; it can be resumed";
    case RunActivity::Vanished:
        return "is not there";
    case RunActivity::Finished:
        break;
    }
    return run.ended == "interrupted" ? "is not finished; it can be resumed" : "";
}

Result<std::string> knownMark(HistoryStore& store, const std::string& folder)
{
    const std::string stored = store.storedFolder(folder);
    SOAK_TRY(const auto rows, store.connection().query("SELECT mark FROM folders WHERE folder = ?",
                                                       Cells{std::string_view(stored)}));
    return rows.empty() ? std::string() : textOf(rows[0][0]);
}

// Empty: nothing speaks for it.
Result<std::string> reasonToKeep(HistoryStore& store, const HistoryRun& run, const fs::path& folder,
                                 EpochMs now)
{
    if (!isIsolatedFolderName(folder.filename().native())) {
        return std::string("is no isolated folder (RUN_<ms>)");
    }
    if (std::string said = saidOf(run); !said.empty()) {
        return said;
    }
    if (run.decision == "ship") {
        return std::string("was decided to ship");
    }
    if (std::string reason = activityReason(folder, run, now); !reason.empty()) {
        return reason;
    }
    SOAK_TRY(const std::string known, knownMark(store, folder));
    const auto mark = folderMark(folder);
    if (!mark || *mark != known) {
        return std::string("has changed since it was remembered; import it first");
    }
    return std::string();
}

bool isPrunedName(const std::string& name)
{
    return name.starts_with('.') && name.ends_with(kPrunedEnd) &&
           isIsolatedFolderName(std::string_view(name).substr(
               1, name.size() - 1 - std::min(kPrunedEnd.size(), name.size() - 1)));
}

// What an earlier prune had taken out of its place and not yet deleted.
void removeLeftovers(const fs::path& parent)
{
    const auto names = listFolder(parent);
    if (!names) {
        return;
    }
    for (const std::string& name : *names) {
        if (isPrunedName(name)) {
            static_cast<void>(removeTree(parent / name));
        }
    }
}

// Nobody begins to write the run meanwhile: its lock is ours.
Status takeAway(HistoryStore& store, const fs::path& folder)
{
    SOAK_TRY(const FileLock lock, FileLock::acquire(folder / kLockFile, "prune"));
    const fs::path aside =
        folder.parent_path() / ("." + folder.filename().native() + std::string(kPrunedEnd));
    SOAK_CHECK(removeTree(aside));
    std::error_code error;
    fs::rename(folder, aside, error);
    if (error) {
        return Error{Errc::NotWritable, "cannot be moved: " + error.message(), pathText(folder)};
    }
    SOAK_TRY(SqlTransaction transaction, SqlTransaction::begin(store.connection()));
    SOAK_CHECK(forgetFolder(store, folder.native()));
    SOAK_CHECK(transaction.commit());
    return removeTree(aside);
}

Result<std::vector<HistoryRun>> matching(HistoryStore& store, const RunQuery& query, EpochMs now,
                                         Versions versions)
{
    HistoryAsk ask;
    ask.query = query;
    ask.limit = kAllPruned;
    ask.versions = versions;
    SOAK_TRY(HistoryPage page, historyPage(store, ask, now));
    return std::move(page.runs);
}

Status forgetRun(HistoryStore& store, std::int64_t number)
{
    SqlConnection& sql = store.connection();
    SOAK_CHECK(sql.execute("DELETE FROM iterations WHERE id >= ? AND id < ?",
                           Cells{iterationKey(number, 0), iterationKey(number + 1, 0)}));
    SOAK_CHECK(sql.execute("DELETE FROM runs WHERE run_no = ?", Cells{number}));
    return Done{};
}

} // namespace

Result<std::vector<PrunedThing>> pruneFolders(HistoryStore& store, const PruneOptions& options,
                                              EpochMs now, const std::stop_token& stop,
                                              const Progress& progress)
{
    SOAK_TRY(const auto runs, matching(store, options.query, now, Versions::Present));
    std::vector<PrunedThing> things;
    std::set<fs::path> parents;
    std::size_t done = 0;
    for (const HistoryRun& run : runs) {
        if (stop.stop_requested()) {
            return Error{Errc::Cancelled, "cancelled", ""};
        }
        if (progress) {
            progress(++done, runs.size(), "runs");
        }
        if (run.row.activity.activity == RunActivity::Vanished) {
            continue;
        }
        std::vector<std::string> folders = run.row.alsoIn;
        folders.push_back(run.row.folder);
        for (const std::string& folder : folders) {
            if (!options.isDryRun && parents.insert(fs::path(folder).parent_path()).second) {
                removeLeftovers(fs::path(folder).parent_path());
            }
            SOAK_TRY(std::string why, reasonToKeep(store, run, folder, now));
            if (why.empty() && !options.isDryRun) {
                if (const Status taken = takeAway(store, folder); !taken) {
                    why = taken.error().message;
                }
            }
            things.push_back({run.number, shownName(run.row), folder, std::move(why)});
        }
    }
    return things;
}

Result<std::vector<PrunedThing>> pruneRemembered(HistoryStore& store, const PruneOptions& options,
                                                 EpochMs now)
{
    SOAK_TRY(const auto runs, matching(store, options.query, now, Versions::All));
    std::vector<PrunedThing> things;
    SOAK_TRY(SqlTransaction transaction, SqlTransaction::begin(store.connection()));
    for (const HistoryRun& run : runs) {
        const Cells number{run.number};
        SOAK_TRY(const auto held, store.connection().query(
                                      "SELECT 1 FROM folders WHERE run_no = ? LIMIT 1", number));
        if (!held.empty()) {
            continue;
        }
        PrunedThing thing{run.number, shownName(run.row), "", ""};
        // A superseded version is not what people spoke of last.
        if (!run.isSuperseded) {
            thing.whyKept = saidOf(run);
            thing.whyKept = thing.whyKept.empty() && run.decision
                                ? "was decided about: " + *run.decision
                                : thing.whyKept;
        }
        if (thing.whyKept.empty() && !options.isDryRun) {
            SOAK_CHECK(forgetRun(store, run.number));
        }
        things.push_back(std::move(thing));
    }
    SOAK_CHECK(transaction.commit());
    return things;
}

} // namespace soak
