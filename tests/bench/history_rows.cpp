// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/history/history_page.h"
#include "core/history/import_runs.h"
#include "core/history/postgres_connection.h"
#include "core/history/run_columns.h"
#include "core/io/artifacts.h"
#include "core/io/load_run.h"
#include "tests/bench/rows.h"
#include "tests/bench/sample_run.h"
#include "tests/bench/scratch.h"

#include <sqlite3.h>

#include <atomic>
#include <cmath>
#include <thread>

namespace soak::bench
{
namespace
{

constexpr int kIterationsOfRun = 1000;
constexpr int kStoredRuns = 1000;
constexpr int kStoredAtOnce = 32; // runs to a transaction
constexpr double kMostImportRatio = 3;
constexpr double kMostStoreRatio = 1.25;
constexpr double kPageSeconds = 0.050;
constexpr double kLastEightSeconds = 0.010;
constexpr std::uint64_t kBytesOfImport = std::uint64_t{2} << 30U;

Error rememberedWrongly(const std::string& what)
{
    return Error{Errc::Internal, what, "history"};
}

// `runs` folders below `base`, each with a RUN.json of its own and links to the same iterations.
Status makeRunFolders(const fs::path& base, int runs, const std::stop_token& stop)
{
    const fs::path first = base / "RUN_1";
    SOAK_CHECK(makeFolders(first));
    SOAK_TRY(const WrittenRun written,
             writeSampleRun(first, kIterationsOfRun, SummaryForm::Own, stop));
    SOAK_TRY(const std::string info, readFile(first / kRunFile));
    for (int i = 2; i <= runs; ++i) {
        const fs::path folder = base / ("RUN_" + std::to_string(i));
        SOAK_CHECK(makeFolders(folder));
        for (int k = 1; k <= kIterationsOfRun; ++k) {
            std::error_code error;
            fs::create_hard_link(first / summaryFileName(k), folder / summaryFileName(k), error);
            if (error) {
                return Error{Errc::NotWritable, error.message(), pathText(folder)};
            }
        }
        // White space is another content, and so another run.
        SOAK_CHECK(writeFileAtomically(folder / kRunFile,
                                       info + std::string(static_cast<std::size_t>(i), ' ')));
    }
    return written.files == kIterationsOfRun ? Status(Done{})
                                             : Status(rememberedWrongly("files are missing"));
}

Result<Sample> loadAll(const fs::path& base, int runs, unsigned threads)
{
    const Stopwatch watch;
    std::atomic<int> next{1};
    std::atomic<std::size_t> rows{0};
    {
        std::vector<std::jthread> workers;
        for (unsigned i = 0; i < threads; ++i) {
            workers.emplace_back([&] {
                for (int run = next++; run <= runs; run = next++) {
                    if (const auto loaded = loadRun(base / ("RUN_" + std::to_string(run)))) {
                        rows += (*loaded)->table.rowCount();
                    }
                }
            });
        }
    }
    const Sample sample = watch.elapsed();
    return rows == static_cast<std::size_t>(runs) * kIterationsOfRun
               ? Result<Sample>(sample)
               : rememberedWrongly("not every iteration was loaded");
}

// A new and empty place each time.
class Places final
{
public:
    Places(fs::path folder, std::string url) : m_folder(std::move(folder)), m_url(std::move(url)) {}

    Result<HistoryPlace> next()
    {
        const std::string name = "bench" + std::to_string(++m_count);
        if (m_url.empty()) {
            return HistoryPlace{"", m_folder / (name + ".db")};
        }
        SOAK_TRY(const auto connection, openPostgres(m_url));
        SOAK_CHECK(connection->execute("DROP SCHEMA IF EXISTS " + name + " CASCADE"));
        SOAK_CHECK(connection->execute("CREATE SCHEMA " + name));
        return HistoryPlace{m_url + (m_url.find('?') == std::string::npos ? "?" : "&") +
                                "options=-csearch_path%3D" + name,
                            {}};
    }

    [[nodiscard]] const fs::path& folder() const { return m_folder; }

    [[nodiscard]] std::string suffix() const { return m_url.empty() ? "sqlite" : "postgres"; }

private:
    fs::path m_folder;
    std::string m_url;
    int m_count = 0;
};

Result<Sample> importAll(Places& places, const fs::path& base, int runs, unsigned threads)
{
    SOAK_TRY(const HistoryPlace place, places.next());
    const Stopwatch watch;
    SOAK_TRY(HistoryStore store, HistoryStore::open(place, HistoryAccess::Write));
    ImportOptions options;
    options.threads = threads;
    const std::vector<fs::path> bases{base};
    SOAK_TRY(const ImportReport report, importRuns(store, bases, options, SystemClock(), {}, {}));
    const Sample sample = watch.elapsed();
    return report.count(StoredAs::New) == static_cast<std::size_t>(runs)
               ? Result<Sample>(sample)
               : rememberedWrongly("not every run was stored");
}

// What readRecord makes of a run of 1 000 iterations, for each of 1 000 runs.
HistoryRecord recordNumber(const HistoryRecord& sample, int number)
{
    HistoryRecord record = sample;
    const std::string text = std::to_string(number);
    record.row.runId = "RUN_" + text;
    record.row.identity = record.row.runId + ":" + text;
    record.row.folder = "/soaks/" + record.row.runId;
    record.row.name = record.row.runId;
    record.row.startedMs = 1'700'000'000'000 + number * 1'000LL;
    record.contentHash = text;
    record.row.figures->values[1] = 200 + (number * 7919) % 300;
    record.lastN[indexOf(Metric::P95LatencyMs)] = record.row.figures->values[1];
    record.row.figures->verdict = number % 3 == 0 ? RunVerdict::Fail : RunVerdict::Pass;
    return record;
}

HistoryRecord sampleOf(const std::shared_ptr<const SoakRun>& run)
{
    const Judgement judgement = judge(run, missionProfile());
    HistoryRecord record;
    record.run = run;
    record.row.engine = "mock";
    record.row.activity.activity = RunActivity::Finished;
    record.row.figures = figuresOf(judgement);
    record.iterationsHash = "h";
    record.windowText = windowToText(record.row.figures->window);
    record.windowSize = judgement.windowSize;
    for (const KpiSpec& spec : kpiSpecs()) {
        const std::size_t at = indexOf(spec.metric);
        record.lastN[at] = aggregateOf(judgement.windowStatistics[at], spec.windowAggregate);
        record.mean[at] = judgement.allStatistics[at].mean;
    }
    return record;
}

Result<Sample> storeAll(HistoryStore& store, const HistoryRecord& sample)
{
    const Stopwatch watch;
    for (int first = 0; first < kStoredRuns; first += kStoredAtOnce) {
        SOAK_TRY(SqlTransaction transaction, SqlTransaction::begin(store.connection()));
        for (int i = first; i < std::min(first + kStoredAtOnce, kStoredRuns); ++i) {
            SOAK_TRY(const StoredRun stored,
                     storeRecord(store, recordNumber(sample, i), "mark", 1));
        }
        SOAK_CHECK(transaction.commit());
    }
    return watch.elapsed();
}

// The floor: the same values put into a table of the same columns by SQLite's own functions, with
// as many rows to a transaction, and each transaction as durable.
Result<Sample> insertPlainly(const fs::path& file, const SoakRun& run)
{
    fs::remove(file);
    std::string columns = "id INTEGER PRIMARY KEY, utc_ms INTEGER, phase TEXT, tuned INTEGER";
    std::string marks = "?, ?, ?, ?";
    std::array<MetricColumn, kMetricCount> values;
    for (const KpiSpec& spec : kpiSpecs()) {
        columns += ", " + std::string(spec.key) + " REAL";
        marks += ", ?";
        values[indexOf(spec.metric)] = run.table.column(spec.metric);
    }
    sqlite3* database = nullptr;
    sqlite3_stmt* insert = nullptr;
    sqlite3_open(file.c_str(), &database);
    const auto plain = [&](const std::string& sql) {
        sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr);
    };
    plain("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA "
          "cache_size = -65536; PRAGMA wal_autocheckpoint = 2000; CREATE TABLE t (" +
          columns + ")");
    sqlite3_prepare_v2(database, ("INSERT INTO t VALUES (" + marks + ")").c_str(), -1, &insert,
                       nullptr);
    const Stopwatch watch;
    for (int number = 0; number < kStoredRuns; ++number) {
        if (number % kStoredAtOnce == 0) {
            plain(number == 0 ? "BEGIN" : "COMMIT; BEGIN");
        }
        for (std::size_t row = 0; row < run.table.rowCount(); ++row) {
            sqlite3_bind_int64(insert, 1, iterationKey(number + 1, run.table.iterations()[row]));
            sqlite3_bind_int64(insert, 2, run.table.runtimeUtc(row).value_or(0));
            sqlite3_bind_text(insert, 3, "STEADY", -1, SQLITE_STATIC);
            sqlite3_bind_int(insert, 4, 1);
            for (std::size_t i = 0; i < values.size(); ++i) {
                if (values[i].isPresent(row)) {
                    sqlite3_bind_double(insert, static_cast<int>(i + 5), values[i].values()[row]);
                } else {
                    sqlite3_bind_null(insert, static_cast<int>(i + 5));
                }
            }
            sqlite3_step(insert);
            sqlite3_reset(insert);
        }
    }
    plain("COMMIT");
    const Sample sample = watch.elapsed();
    const int changed = sqlite3_total_changes(database);
    sqlite3_finalize(insert);
    sqlite3_close(database);
    return changed == kStoredRuns * kIterationsOfRun ? Result<Sample>(sample)
                                                     : rememberedWrongly("rows are missing");
}

// A budget in seconds, as something to be compared with.
Measure budgetOf(double seconds)
{
    return [seconds]() -> Result<Sample> { return Sample{seconds, seconds}; };
}

Status addQueryRows(const Setup& setup, HistoryStore& store, const std::string& suffix,
                    Results& results)
{
    const auto page = [&store]() -> Result<Sample> {
        HistoryAsk ask;
        ask.query = parseRunQuery("verdict:fail p95>340 RUN").query;
        ask.sort = historySort("p95").value();
        const Stopwatch watch;
        SOAK_TRY(const HistoryPage found, historyPage(store, ask, 1));
        const Sample sample = watch.elapsed();
        return found.total > 50 ? Result<Sample>(sample) : rememberedWrongly("the page is short");
    };
    const auto all = [&store]() -> Result<Sample> {
        const Stopwatch watch;
        SOAK_TRY(const HistoryPage found, historyPage(store, {}, 1));
        const Sample sample = watch.elapsed();
        return found.runs.size() == kStoredRuns ? Result<Sample>(sample)
                                                : rememberedWrongly("the page is short");
    };
    const auto lastEight = [&store]() -> Result<Sample> {
        const Stopwatch watch;
        SOAK_TRY(const auto points, kpiByRun(store, Metric::P95LatencyMs, {}, 1));
        const Sample sample = watch.elapsed();
        return points.size() == kStoredRuns ? Result<Sample>(sample)
                                            : rememberedWrongly("runs are missing");
    };
    SOAK_TRY(const std::vector<Series> series,
             interleave({page, all, lastEight, budgetOf(kPageSeconds), budgetOf(kLastEightSeconds)},
                        setup.shortPairs, setup.stop));
    const Budget once{Limit::AtMost, 1};
    results.rows.push_back(
        costRow("history_page_" + suffix, "x 50 ms", series[0], series[3], once));
    results.rows.push_back(
        costRow("history_page_all_" + suffix, "x 50 ms", series[1], series[3], once));
    results.rows.push_back(
        costRow("history_last8_" + suffix, "x 10 ms", series[2], series[4], once));
    return Done{};
}

Status addStoreRows(const Setup& setup, Places& places, Results& results)
{
    setup.tell("storing " + std::to_string(kStoredRuns) + " runs of " +
               std::to_string(kIterationsOfRun) + " iterations, " + places.suffix());
    const HistoryRecord sample = sampleOf(runInMemory(kIterationsOfRun));
    std::optional<HistoryStore> last;
    const auto storing = [&]() -> Result<Sample> {
        SOAK_TRY(const HistoryPlace place, places.next());
        last.reset();
        SOAK_TRY(HistoryStore store, HistoryStore::open(place, HistoryAccess::Write));
        last.emplace(std::move(store));
        return storeAll(*last, sample);
    };
    const std::shared_ptr<const SoakRun> run = sample.run;
    SOAK_TRY(
        const std::vector<Series> series,
        interleave({storing, [&] { return insertPlainly(places.folder() / "plain.db", *run); }},
                   setup.pairs, setup.stop));
    Row row = costRow("history_store_1m_" + places.suffix(), "x plain SQLite", series[0], series[1],
                      std::nullopt);
    if (places.suffix() == "sqlite") {
        row.budget = Budget{Limit::AtMost, kMostStoreRatio};
    }
    results.facts.emplace_back(
        "history_rows_per_second_" + places.suffix(),
        std::to_string(std::lround(kStoredRuns * kIterationsOfRun / row.ours)));
    results.rows.push_back(std::move(row));
    setup.tell("asking for pages");
    return addQueryRows(setup, *last, places.suffix(), results);
}

Status addImportRow(const Setup& setup, Places& places, const fs::path& base, Results& results)
{
    setup.tell("importing " + std::to_string(setup.importedRuns) + " runs, " + places.suffix());
    const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
    SOAK_TRY(const std::vector<Series> series,
             interleave({[&] { return loadAll(base, setup.importedRuns, threads); },
                         [&] { return importAll(places, base, setup.importedRuns, threads); }},
                        setup.pairs, setup.stop));
    results.rows.push_back(costRow("history_import_" + places.suffix(), "x loading", series[1],
                                   series[0], Budget{Limit::AtMost, kMostImportRatio}));
    return Done{};
}

} // namespace

Status addHistoryRows(const Setup& setup, Results& results)
{
    SOAK_TRY(const Scratch runs, Scratch::inMemory(kBytesOfImport));
    SOAK_TRY(const Scratch disk, Scratch::onDisk(runs.path()));
    setup.tell("making " + std::to_string(setup.importedRuns) + " runs of " +
               std::to_string(kIterationsOfRun) + " iterations");
    SOAK_CHECK(makeRunFolders(runs.path(), setup.importedRuns, setup.stop));
    std::vector<std::string> urls{""};
    if (!setup.postgres.empty()) {
        urls.push_back(setup.postgres);
    }
    for (const std::string& url : urls) {
        Places places(disk.path(), url);
        SOAK_CHECK(addImportRow(setup, places, runs.path(), results));
        SOAK_CHECK(addStoreRows(setup, places, results));
    }
    return Done{};
}

} // namespace soak::bench
