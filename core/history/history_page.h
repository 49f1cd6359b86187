// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the remembered runs. Nothing here reads a run folder.
#pragma once

#include "core/history/history_run.h"
#include "core/history/history_store.h"
#include "core/history/run_query.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace soak
{

struct HistorySort {
    std::string column;       // of `runs`; from historySort()
    bool isDescending = true; // what is absent comes last either way
    bool operator==(const HistorySort&) const = default;
};

// The order by `word`: started, imported, name, engine, scenario, state, verdict, iterations,
// problems, a goal as in the filter (p95), a metric's key (its last-n), <key>_mean, or
// param_<parameter>; with "-" before it the other way around: `started` and the figures begin with
// the greatest, names with the first. Errors: Usage.
Result<HistorySort> historySort(std::string_view word);

enum class Versions : std::uint8_t { Present, All }; // without and with what was superseded

struct HistoryAsk {
    RunQuery query = {};
    HistorySort sort = {"started_ms", true};
    Versions versions = Versions::Present;
    std::size_t limit = 1000;
    std::size_t offset = 0;
};

struct HistoryPage {
    std::vector<HistoryRun> runs;
    std::size_t total = 0; // that the query holds for, on all pages
};

// Runs with their verdicts, figures and what was said about them. `now` is for since: and until:.
Result<HistoryPage> historyPage(HistoryStore& store, const HistoryAsk& ask, EpochMs now);

// One value of a run.
struct KpiOfRun {
    std::int64_t number = 0;
    std::string name;
    EpochMs startedMs = 0;
    RunVerdict verdict = RunVerdict::Fail;
    std::optional<double> lastN; // specOf(metric).windowAggregate over the window
    std::optional<double> mean;  // over all iterations
    std::size_t iterations = 0;
    std::string stateHash;             // of the overrides of the last iteration; empty: unknown
    std::vector<std::string> releases; // marks to draw beside it
    bool operator==(const KpiOfRun&) const = default;
};

// From the first run to the last by their starts; those that do not say when they started, and
// those that cannot be read, have no place in it.
Result<std::vector<KpiOfRun>> kpiByRun(HistoryStore& store, Metric metric, const RunQuery& query,
                                       EpochMs now);

// Runs whose last iteration had these overrides in force, from the newest.
Result<std::vector<HistoryRun>> runsWithState(HistoryStore& store, const std::string& stateHash);

// The runs that `word` may mean: the number of a version, a run id, a name, a folder, or the first
// 8 or more digits of a content hash; present ones, of a number any. Empty: none.
Result<std::vector<HistoryRun>> runsCalled(HistoryStore& store, const std::string& word);

// All versions of a run, the first one first.
Result<std::vector<HistoryRun>> versionsOf(HistoryStore& store, const std::string& lineage);

// The values of one metric in the iterations of a run, by iteration.
Result<std::map<int, double>> iterationValues(HistoryStore& store, std::int64_t number,
                                              Metric metric);

struct HistoryStatistics {
    std::size_t runs = 0; // present ones
    std::size_t superseded = 0;
    std::size_t unreadable = 0;
    std::size_t vanished = 0; // remembered, and in no folder any more
    std::size_t iterations = 0;
    std::size_t tags = 0;
    std::size_t notes = 0;
    std::size_t releases = 0;
    std::size_t decisions = 0;
    std::map<std::string, std::size_t> byVerdict; // PASS, WARN, FAIL
    std::map<std::string, std::size_t> byEngine;  // "" = another tool's
    std::optional<EpochMs> firstMs;               // the first and the last start
    std::optional<EpochMs> lastMs;
    std::optional<std::uint64_t> bytes; // of the database, where it says so
};

Result<HistoryStatistics> historyStatistics(HistoryStore& store);

} // namespace soak
