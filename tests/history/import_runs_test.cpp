// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/import_runs.h"
#include "tests/history/history_fixture.h"

#include <thread>

namespace soak
{

namespace
{

class ImportRuns : public OnEveryDatabase
{
};

} // namespace

TEST_P(ImportRuns, SeveralReadersStoreWhatOneStores)
{
    for (int i = 0; i < 40; ++i) {
        writeRunFolder(runs(), "r" + std::to_string(i), {.started = kFirstStart + i, .count = 3});
    }
    HistoryStore store = opened();
    EXPECT_EQ(counts(imported(store, {.threads = 4})), "40 new");
    EXPECT_EQ(historyStatistics(store)->iterations, 120U);
    EXPECT_EQ(counts(imported(store, {.threads = 4})), "40 unchanged");
}

TEST_P(ImportRuns, TwoImportsAtOnceStoreNothingTwice)
{
    for (int i = 0; i < 30; ++i) {
        writeRunFolder(runs(), "r" + std::to_string(i), {.started = kFirstStart + i, .count = 2});
    }
    opened();
    std::vector<std::jthread> importers;
    for (int i = 0; i < 2; ++i) {
        importers.emplace_back([this] {
            HistoryStore store = opened();
            EXPECT_EQ(imported(store, {.threads = 2, .rereads = true}).folders.size(), 30U);
        });
    }
    importers.clear();
    HistoryStore store = opened();
    EXPECT_EQ(page(store).total, 30U);
    EXPECT_EQ(historyStatistics(store)->iterations, 60U);
}

TEST_P(ImportRuns, ACancelledOneGoesOnWhereItStopped)
{
    for (int i = 0; i < 10; ++i) {
        writeRunFolder(runs(), "r" + std::to_string(i), {.started = kFirstStart + i, .count = 2});
    }
    HistoryStore store = opened();
    std::stop_source stop;
    const Progress atThree = [&stop](std::uint64_t done, std::uint64_t total, std::string_view) {
        if (total > 0 && done == 3) {
            stop.request_stop();
        }
    };
    const std::vector<fs::path> bases{runs().path()};
    const auto report = importRuns(store, bases, {}, VirtualClock(5), stop.get_token(), atThree);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, Errc::Cancelled);
    const std::size_t stored = page(store).total;
    EXPECT_GE(stored, 2U);
    const ImportReport rest = imported(store);
    EXPECT_EQ(rest.count(StoredAs::Unchanged), stored);
    EXPECT_EQ(rest.count(StoredAs::New), 10 - stored);
}

TEST_P(ImportRuns, DecisionsBesideTheFoldersComeAlong)
{
    writeRunFolder(runs(), "a");
    HistoryStore store = opened();
    ImportOptions options;
    options.decisionsOf = [](const fs::path&, const SoakRun& run) {
        return std::vector<HistoryDecision>{{"hold", "ann", 5, "why", run.info->runId}};
    };
    imported(store, options);
    options.rereads = true;
    imported(store, options);
    const auto words = wordsAbout(store, page(store).runs.at(0).lineage);
    ASSERT_EQ(words->decisions.size(), 1U);
    EXPECT_EQ(words->decisions[0].decision, "hold");
}

TEST_P(ImportRuns, ABaseThatIsNotThereIsAnError)
{
    HistoryStore store = opened();
    const std::vector<fs::path> bases{runs() / "absent"};
    EXPECT_EQ(importRuns(store, bases, {}, VirtualClock(), {}, {}).error().code, Errc::NotFound);
}

TEST_P(ImportRuns, WhatIsBeingWrittenIsLookedAtAgain)
{
    writeRunFolder(runs(), "theirs", {.count = 3, .isOurs = false});
    HistoryStore store = opened();
    const std::vector<fs::path> bases{runs().path()};
    const auto at = [&](EpochMs now) {
        return importRuns(store, bases, {}, VirtualClock(now), {}, {}).value();
    };
    const EpochMs written = SystemClock().wall();
    at(written); // its files are of this moment: somebody writes it
    EXPECT_EQ(page(store).runs.at(0).row.activity.activity, RunActivity::Running);
    at(written + 86'400'000);
    EXPECT_EQ(page(store).runs.at(0).row.activity.activity, RunActivity::Finished);
}

SOAK_ON_EVERY_DATABASE(ImportRuns);

} // namespace soak
