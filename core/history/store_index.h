// SPDX-License-Identifier: GPL-3.0-or-later
// The list of runs from the history: at once, without reading a folder.
#pragma once

#include "core/history/import_runs.h"
#include "core/history/run_index.h"

#include <memory>
#include <vector>

namespace soak
{

class StoreIndex final : public RunIndex
{
public:
    // Runs in and below `bases`; empty: all that are remembered. Errors: as HistoryStore::open,
    // which makes the history when it is not there.
    static Result<StoreIndex> open(const HistoryPlace& place, std::vector<fs::path> bases);

    // What is remembered, with its figures, as it was when it was last looked at; of runs that were
    // not finished then it is looked at again whether somebody writes them. Runs that lie in no
    // folder any more are left out: there is nothing to open. Errors: Cancelled, as SqlConnection.
    [[nodiscard]] Result<std::vector<RunRow>> list(EpochMs now, std::stop_token stop,
                                                   const Progress& progress) const override;

    // Rows have their figures; one that has none is read in its folder and not remembered.
    [[nodiscard]] Result<RunRow> judged(RunRow row, std::stop_token stop) const override;

    // Looks through the bases and remembers what is new or has changed, as importRuns; after it
    // list() says so. A base that is not there is passed over.
    Result<ImportReport> reconcile(const ImportOptions& options, const Clock& clock,
                                   const std::stop_token& stop, const Progress& progress);

private:
    StoreIndex(HistoryStore store, std::vector<fs::path> bases)
        : m_store(std::make_unique<HistoryStore>(std::move(store))), m_bases(std::move(bases))
    {
    }

    std::unique_ptr<HistoryStore> m_store;
    std::vector<fs::path> m_bases;
};

} // namespace soak
