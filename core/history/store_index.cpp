// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/store_index.h"

#include "core/history/folder_index.h"
#include "core/history/history_page.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr std::size_t kEveryRun = 1'000'000;

bool isInBase(const fs::path& folder, const fs::path& base)
{
    return std::mismatch(base.begin(), base.end(), folder.begin(), folder.end()).first ==
           base.end();
}

bool isWithinAny(const fs::path& folder, const std::vector<fs::path>& bases)
{
    return bases.empty() || std::any_of(bases.begin(), bases.end(), [&folder](const fs::path& b) {
               return isInBase(folder, b);
           });
}

// Of the folders of a run the one that lies in a base is its place here.
bool placeIn(RunRow& row, const std::vector<fs::path>& bases)
{
    if (isWithinAny(row.folder, bases)) {
        return true;
    }
    for (std::string& folder : row.alsoIn) {
        if (isWithinAny(folder, bases)) {
            std::swap(folder, row.folder);
            row.name = runNameOf(row.folder);
            return true;
        }
    }
    return false;
}

} // namespace

Result<StoreIndex> StoreIndex::open(const HistoryPlace& place, std::vector<fs::path> bases)
{
    SOAK_TRY(HistoryStore store, HistoryStore::open(place, HistoryAccess::Write));
    for (fs::path& base : bases) {
        std::error_code error;
        fs::path plain = fs::canonical(base, error);
        base = error ? fs::absolute(base).lexically_normal() : std::move(plain);
    }
    return StoreIndex(std::move(store), std::move(bases));
}

Result<std::vector<RunRow>> StoreIndex::list(EpochMs now, std::stop_token stop,
                                             const Progress& progress) const
{
    HistoryAsk ask;
    ask.limit = kEveryRun;
    SOAK_TRY(HistoryPage page, historyPage(*m_store, ask, now));
    std::vector<RunRow> rows;
    rows.reserve(page.runs.size());
    for (HistoryRun& run : page.runs) {
        if (stop.stop_requested()) {
            return Error{Errc::Cancelled, "cancelled", ""};
        }
        RunRow& row = run.row;
        if (row.activity.activity == RunActivity::Vanished || !placeIn(row, m_bases)) {
            continue;
        }
        if (row.activity.activity != RunActivity::Finished) {
            row.activity = runActivity(row.folder, now);
        }
        rows.push_back(std::move(row));
        if (progress) {
            progress(rows.size(), page.runs.size(), "runs");
        }
    }
    return rows;
}

Result<RunRow> StoreIndex::judged(RunRow row, std::stop_token stop) const
{
    if (row.figures) {
        return row;
    }
    return FolderIndex({}).judged(std::move(row), std::move(stop));
}

Result<ImportReport> StoreIndex::reconcile(const ImportOptions& options, const Clock& clock,
                                           const std::stop_token& stop, const Progress& progress)
{
    std::vector<fs::path> present;
    std::copy_if(m_bases.begin(), m_bases.end(), std::back_inserter(present),
                 [](const fs::path& base) {
                     std::error_code ignored;
                     return fs::is_directory(base, ignored);
                 });
    return importRuns(*m_store, present, options, clock, stop, progress);
}

} // namespace soak
