// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/import_runs.h"

#include "core/history/find_runs.h"
#include "core/history/folder_mark.h"
#include "core/history/history_run.h"
#include "core/history/work_queue.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <set>
#include <thread>

namespace soak
{

namespace
{

// A transaction holds so much at most, and begins no later than that after it was read.
constexpr std::size_t kBatchRuns = 32;
constexpr std::size_t kBatchRows = 50'000;
constexpr Millis kBatchWait{500};
constexpr std::size_t kQueuedPerThread = 2;

struct KnownFolder {
    std::string mark;
    std::string state;
    std::string unreadable;
};

// A folder as a worker leaves it for the writer.
struct ReadFolder {
    std::string folder;
    std::string mark;
    std::optional<HistoryRecord> record; // absent: known, or gone meanwhile
    bool isGone = false;
    std::vector<HistoryDecision> decisions;
};

using KnownFolders = std::map<std::string, KnownFolder>;

Result<KnownFolders> knownFolders(HistoryStore& store)
{
    SOAK_TRY(const auto rows, store.connection().query(
                                  "SELECT f.folder, f.mark, r.state, r.unreadable FROM folders f "
                                  "JOIN runs r ON r.run_no = f.run_no"));
    KnownFolders known;
    for (const SqlRow& row : rows) {
        known.emplace(store.folderFrom(textOf(row[0])),
                      KnownFolder{textOf(row[1]), textOf(row[2]), textOf(row[3])});
    }
    return known;
}

// Time alone makes another state of a run that is being written.
bool isSettled(const KnownFolder& known)
{
    return known.state == keyOf(RunActivity::Finished) ||
           known.state == keyOf(RunActivity::WriterDead);
}

bool isBelow(const fs::path& folder, const fs::path& base)
{
    return std::mismatch(base.begin(), base.end(), folder.begin(), folder.end()).first ==
           base.end();
}

class Importer final
{
public:
    Importer(HistoryStore& store, const ImportOptions& options, const Clock& clock,
             const std::stop_token& stop, const Progress& progress)
        : m_store(store), m_options(options), m_clock(clock), m_stop(stop), m_progress(progress),
          m_queue(kQueuedPerThread * std::max(1U, options.threads))
    {
    }

    Result<ImportReport> run(std::span<const fs::path> bases)
    {
        SOAK_TRY(m_known, knownFolders(m_store));
        SOAK_CHECK(find(bases));
        const Status stored = readAndStore();
        SOAK_CHECK(stored);
        if (m_stop.stop_requested()) {
            return Error{Errc::Cancelled, "cancelled; what was read is stored", ""};
        }
        SOAK_CHECK(forgetGone(bases));
        std::sort(m_report.folders.begin(), m_report.folders.end(),
                  [](const auto& a, const auto& b) { return a.folder < b.folder; });
        return std::move(m_report);
    }

private:
    Status find(std::span<const fs::path> bases)
    {
        std::set<fs::path> all;
        for (const fs::path& base : bases) {
            SOAK_TRY(const FoundRuns found, findRuns(base, m_stop, m_progress));
            m_report.isCut = m_report.isCut || found.isCut;
            all.insert(found.folders.begin(), found.folders.end());
        }
        m_folders.assign(all.begin(), all.end());
        return Done{};
    }

    // On a worker.
    ReadFolder readOne(const fs::path& folder)
    {
        ReadFolder read;
        read.folder = folder.native();
        // Before it is read: what is written meanwhile makes another mark.
        const auto mark = folderMark(folder);
        if (!mark) {
            read.isGone = true;
            return read;
        }
        read.mark = *mark;
        const auto known = m_known.find(read.folder);
        if (!m_options.rereads && known != m_known.end() && known->second.mark == read.mark &&
            isSettled(known->second)) {
            return read;
        }
        auto record = readRecord(folder, m_clock.wall(), m_stop);
        if (record) {
            read.record = std::move(*record);
            if (read.record->run != nullptr && m_options.decisionsOf) {
                read.decisions = m_options.decisionsOf(folder, *read.record->run);
            }
        }
        return read;
    }

    void work()
    {
        while (!m_stop.stop_requested()) {
            const std::size_t next = m_next++;
            if (next >= m_folders.size() || !m_queue.push(readOne(m_folders[next]))) {
                break;
            }
        }
        m_queue.producerDone();
    }

    Status readAndStore()
    {
        const unsigned threads = std::max(1U, m_options.threads);
        m_queue.expectProducers(threads);
        std::vector<std::jthread> workers;
        for (unsigned i = 0; i < threads; ++i) {
            workers.emplace_back([this] { work(); });
        }
        const Status done = storeAll();
        m_queue.close(); // where storing failed, nobody waits for room
        return done;
    }

    Status storeAll()
    {
        std::size_t done = 0;
        Millis batchSince{0};
        std::size_t rows = 0;
        while (auto read = m_queue.pop()) {
            if (m_progress) {
                m_progress(++done, m_folders.size(), "runs");
            }
            if (!read->record) {
                noteKnown(*read);
                continue;
            }
            batchSince = m_batch.empty() ? m_clock.monotonic() : batchSince;
            rows += read->record->run == nullptr ? 0 : read->record->run->table.rowCount();
            m_batch.push_back(std::move(*read));
            if (m_batch.size() >= kBatchRuns || rows >= kBatchRows ||
                m_clock.monotonic() - batchSince >= kBatchWait) {
                SOAK_CHECK(storeBatch());
                rows = 0;
            }
        }
        return storeBatch();
    }

    void noteKnown(const ReadFolder& read)
    {
        const auto known = m_known.find(read.folder);
        if (read.isGone || m_stop.stop_requested() || known == m_known.end()) {
            return;
        }
        const std::string& why = known->second.unreadable;
        m_report.folders.push_back(
            {read.folder, why.empty() ? StoredAs::Unchanged : StoredAs::Unreadable, 0, 1, why});
    }

    Status storeBatch()
    {
        if (m_batch.empty()) {
            return Done{};
        }
        SOAK_TRY(SqlTransaction transaction, SqlTransaction::begin(m_store.connection()));
        std::vector<ImportedFolder> stored;
        for (const ReadFolder& read : m_batch) {
            SOAK_TRY(const StoredRun run,
                     storeRecord(m_store, *read.record, read.mark, m_clock.wall()));
            for (const HistoryDecision& decision : read.decisions) {
                SOAK_CHECK(keepDecision(m_store, run.lineage, decision));
            }
            stored.push_back(
                {read.folder, run.as, run.number, run.version, read.record->row.whyUnreadable});
        }
        SOAK_CHECK(transaction.commit());
        m_batch.clear();
        std::move(stored.begin(), stored.end(), std::back_inserter(m_report.folders));
        return Done{};
    }

    Status forgetGone(std::span<const fs::path> bases)
    {
        std::vector<fs::path> roots;
        for (const fs::path& base : bases) {
            std::error_code ignored;
            roots.push_back(fs::canonical(base, ignored));
        }
        for (const auto& known : m_known) {
            const auto& folder = known.first;
            std::error_code error;
            const bool isAsked = std::any_of(roots.begin(), roots.end(), [&](const fs::path& root) {
                return isBelow(folder, root);
            });
            if (isAsked && !std::binary_search(m_folders.begin(), m_folders.end(), folder) &&
                !fs::exists(folder, error) && !error) {
                m_report.gone.push_back(folder);
            }
        }
        if (m_report.gone.empty()) {
            return Done{};
        }
        SOAK_TRY(SqlTransaction transaction, SqlTransaction::begin(m_store.connection()));
        for (const std::string& folder : m_report.gone) {
            SOAK_CHECK(forgetFolder(m_store, folder));
        }
        return transaction.commit();
    }

    HistoryStore& m_store;
    const ImportOptions& m_options;
    const Clock& m_clock;
    std::stop_token m_stop;
    const Progress& m_progress;
    KnownFolders m_known;
    std::vector<fs::path> m_folders; // ascending
    std::atomic<std::size_t> m_next{0};
    WorkQueue<ReadFolder> m_queue;
    std::vector<ReadFolder> m_batch;
    ImportReport m_report;
};

} // namespace

std::size_t ImportReport::count(StoredAs as) const
{
    return static_cast<std::size_t>(
        std::count_if(folders.begin(), folders.end(),
                      [as](const ImportedFolder& folder) { return folder.as == as; }));
}

Result<ImportReport> importRuns(HistoryStore& store, std::span<const fs::path> bases,
                                const ImportOptions& options, const Clock& clock,
                                const std::stop_token& stop, const Progress& progress)
{
    return Importer(store, options, clock, stop, progress).run(bases);
}

} // namespace soak
