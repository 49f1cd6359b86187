// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/rebuild_history.h"

#include "core/history/salvage_history.h"
#include "core/history/sqlite_connection.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr std::array kLogEnds{"-wal", "-shm"};

fs::path withEnd(const fs::path& file, const std::string& end)
{
    return file.native() + end;
}

Status moveFile(const fs::path& from, const fs::path& to)
{
    std::error_code error;
    fs::rename(from, to, error);
    if (error) {
        return Error{Errc::NotWritable, "cannot be moved: " + error.message(), pathText(from)};
    }
    return Done{};
}

void removeDatabase(const fs::path& file)
{
    std::error_code ignored;
    fs::remove(file, ignored);
    for (const char* end : kLogEnds) {
        fs::remove(withEnd(file, end), ignored);
    }
}

// Folders that are there still; the others are named.
std::vector<fs::path> presentBases(const std::vector<std::string>& folders,
                                   std::span<const fs::path> bases,
                                   std::vector<std::string>& notFound)
{
    std::vector<fs::path> all(bases.begin(), bases.end());
    for (const std::string& folder : folders) {
        std::error_code ignored;
        if (fs::is_directory(folder, ignored)) {
            all.emplace_back(folder);
        } else {
            notFound.push_back(folder);
        }
    }
    return all;
}

std::size_t wordCount(const Salvage& salvage)
{
    std::size_t count = 0;
    for (const SalvagedTable& table : salvage.words) {
        count += table.name == "lineages" ? 0 : table.rows.size();
    }
    return count;
}

Result<Salvage> salvageFile(const fs::path& file)
{
    std::error_code ignored;
    if (!fs::exists(file, ignored)) {
        return Salvage();
    }
    const auto old = openSqlite(file, SqliteAccess::Read);
    if (old) {
        return salvageFrom(**old);
    }
    Salvage nothing;
    nothing.notWhole = {"tags",     "notes",   "releases",         "decisions",
                        "lineages", "folders", "runs in no folder"};
    return nothing;
}

// What was committed and still stands in the log belongs into the file; of a damaged one as far as
// it goes.
void takeInLog(const fs::path& file)
{
    std::error_code ignored;
    if (!fs::exists(file, ignored)) {
        return;
    }
    if (const auto old = openSqlite(file, SqliteAccess::Write)) {
        static_cast<void>((*old)->query("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
}

// The old one gets a second name, and the new one takes its place in one step. A log that is left
// is the old one's: the new one must not find it.
Status replaceFile(const fs::path& file, const fs::path& made, EpochMs now, std::string& keptAs)
{
    std::error_code ignored;
    if (fs::exists(file, ignored)) {
        const fs::path aside = withEnd(file, ".replaced-" + std::to_string(now));
        SOAK_CHECK(linkOrCopy(file, aside));
        for (const char* end : kLogEnds) {
            if (fs::exists(withEnd(file, end), ignored)) {
                SOAK_CHECK(moveFile(withEnd(file, end), withEnd(aside, end)));
            }
        }
        keptAs = aside.native();
    }
    SOAK_CHECK(moveFile(made, file));
    return syncFolder(fs::absolute(file).parent_path());
}

Result<RebuildReport> rebuildFile(const fs::path& given, std::span<const fs::path> bases,
                                  const ImportOptions& options, const Clock& clock,
                                  const std::stop_token& stop, const Progress& progress)
{
    RebuildReport report;
    std::error_code error;
    const fs::path real = fs::weakly_canonical(given, error); // a link to it stays one
    const fs::path file = error ? given : real;
    takeInLog(file);
    SOAK_TRY(const Salvage salvage, salvageFile(file));
    report.notWhole = salvage.notWhole;
    report.words = wordCount(salvage);
    report.vanished = salvage.vanished.size();
    const fs::path made = withEnd(file, ".rebuilding");
    removeDatabase(made);
    {
        SOAK_TRY(HistoryStore store, HistoryStore::open({"", made}, HistoryAccess::Write));
        SOAK_TRY(SqlTransaction transaction, SqlTransaction::begin(store.connection()));
        SOAK_CHECK(storeSalvage(store.connection(), salvage));
        SOAK_CHECK(transaction.commit());
        const auto all = presentBases(salvage.folders, bases, report.notFound);
        SOAK_TRY(report.import, importRuns(store, all, options, clock, stop, progress));
        // So that the file is whole without its log.
        SOAK_CHECK(store.connection().query("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    SOAK_CHECK(replaceFile(file, made, clock.wall(), report.keptAs));
    return report;
}

Result<RebuildReport> rebuildShared(const HistoryPlace& place, std::span<const fs::path> bases,
                                    ImportOptions options, const Clock& clock,
                                    const std::stop_token& stop, const Progress& progress)
{
    RebuildReport report;
    SOAK_TRY(HistoryStore store, HistoryStore::open(place, HistoryAccess::Write));
    SOAK_TRY(const auto rows, store.connection().query("SELECT folder FROM folders"));
    std::vector<std::string> folders;
    for (const SqlRow& row : rows) {
        std::string folder = store.folderFrom(textOf(row[0]));
        if (!isOnOtherHost(folder)) {
            folders.push_back(std::move(folder));
        }
    }
    const auto all = presentBases(folders, bases, report.notFound);
    options.rereads = true;
    SOAK_TRY(report.import, importRuns(store, all, options, clock, stop, progress));
    return report;
}

} // namespace

Result<RebuildReport> rebuildHistory(const HistoryPlace& place, std::span<const fs::path> bases,
                                     const ImportOptions& options, const Clock& clock,
                                     const std::stop_token& stop, const Progress& progress)
{
    return place.url.empty() ? rebuildFile(place.file, bases, options, clock, stop, progress)
                             : rebuildShared(place, bases, options, clock, stop, progress);
}

} // namespace soak
