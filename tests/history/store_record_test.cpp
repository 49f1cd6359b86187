// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/store_record.h"
#include "tests/history/history_fixture.h"

namespace soak
{

namespace
{

class StoreRecord : public OnEveryDatabase
{
};

} // namespace

TEST_P(StoreRecord, ARunIsRememberedOnceHoweverOftenItIsImported)
{
    HistoryStore store = opened();
    writeRunFolder(runs(), "a");
    writeRunFolder(runs(), "b", {.started = kFirstStart + 1});
    EXPECT_EQ(counts(imported(store)), "2 new");
    EXPECT_EQ(counts(imported(store)), "2 unchanged");
    EXPECT_EQ(counts(imported(store, {.rereads = true})), "2 unchanged");
    EXPECT_EQ(names(page(store)), "b a");
    EXPECT_EQ(historyStatistics(store)->iterations, 16U);
}

TEST_P(StoreRecord, ACopyIsTheSameRunAndTheIsolatedFolderIsItsPlace)
{
    HistoryStore store = opened();
    writeRunFolder(runs(), "base/soak/latest");
    writeRunFolder(runs(), "base/RUN_1760000000000");
    imported(store);
    const HistoryPage found = page(store);
    ASSERT_EQ(found.runs.size(), 1U);
    EXPECT_TRUE(found.runs[0].row.folder.ends_with("/base/RUN_1760000000000"));
    ASSERT_EQ(found.runs[0].row.alsoIn.size(), 1U);
    EXPECT_TRUE(found.runs[0].row.alsoIn[0].ends_with("/base/soak/latest"));
}

TEST_P(StoreRecord, ARunThatWentOnHasGrownAndKeepsItsNumber)
{
    HistoryStore store = opened();
    for (const bool isOurs : {true, false}) {
        const std::string name = isOurs ? "ours" : "theirs";
        writeRunFolder(runs(), name, {.count = 3, .isOurs = isOurs, .hasEnded = false});
        imported(store);
        const std::int64_t number = page(store, name).runs.at(0).number;
        writeRunFolder(runs(), name, {.from = 4, .count = 8, .isOurs = isOurs});
        const ImportReport report = imported(store);
        EXPECT_EQ(report.count(StoredAs::Grown), 1U) << name;
        const HistoryPage found = page(store, name);
        ASSERT_EQ(found.runs.size(), 1U) << name;
        EXPECT_EQ(found.runs[0].number, number);
        EXPECT_EQ(found.runs[0].version, 1);
        EXPECT_EQ(found.runs[0].row.figures->iterationsRead, 8U);
        EXPECT_EQ(iterationValues(store, number, Metric::NetBps)->size(), 8U);
    }
}

TEST_P(StoreRecord, AChangedRunIsANewVersionAndTheOldOneIsKept)
{
    HistoryStore store = opened();
    writeRunFolder(runs(), "a");
    imported(store);
    const auto changed = [](IterationRecord& record) {
        if (record.iteration == 5) {
            record.summary.metrics[indexOf(Metric::NetBps)] = 99;
        }
    };
    writeRunFolder(runs(), "a", {.edit = changed});
    const ImportReport report = imported(store);
    EXPECT_EQ(counts(report), "1 new_version");
    EXPECT_EQ(report.folders.at(0).version, 2);
    const HistoryPage found = page(store);
    ASSERT_EQ(found.runs.size(), 1U);
    EXPECT_EQ(found.runs[0].version, 2);
    EXPECT_EQ(iterationValues(store, found.runs[0].number, Metric::NetBps)->at(5), 99);
    const auto versions = versionsOf(store, found.runs[0].lineage);
    ASSERT_EQ(versions->size(), 2U);
    EXPECT_TRUE(versions->at(0).isSuperseded);
    EXPECT_NE(iterationValues(store, versions->at(0).number, Metric::NetBps)->at(5), 99);

    // As it was before, it is what it was before.
    writeRunFolder(runs(), "a");
    EXPECT_EQ(counts(imported(store)), "1 unchanged");
    EXPECT_EQ(page(store).runs.at(0).version, 1);
    EXPECT_EQ(page(store).total, 1U);
}

TEST_P(StoreRecord, TwoRunsThatBeginAlikeAreTwo)
{
    HistoryStore store = opened();
    const auto later = [](IterationRecord& record) {
        if (record.iteration > 1) {
            record.summary.metrics[indexOf(Metric::RiskRatio)] = 0.35;
        }
    };
    writeRunFolder(runs(), "a", {.isOurs = false});
    writeRunFolder(runs(), "b", {.isOurs = false, .edit = later});
    imported(store);
    EXPECT_EQ(page(store).total, 2U);
    EXPECT_EQ(counts(imported(store, {.rereads = true})), "2 unchanged");
    EXPECT_EQ(page(store).total, 2U);
}

TEST_P(StoreRecord, AnotherRunInItsFolderLeavesTheFirstRemembered)
{
    HistoryStore store = opened();
    writeRunFolder(runs(), "soak/latest");
    imported(store);
    writeRunFolder(runs(), "soak/latest", {.started = kFirstStart + 5});
    EXPECT_EQ(counts(imported(store)), "1 new");
    const HistoryPage found = page(store);
    ASSERT_EQ(found.runs.size(), 2U);
    EXPECT_EQ(found.runs[0].row.activity.activity, RunActivity::Finished);
    EXPECT_EQ(found.runs[1].row.activity.activity, RunActivity::Vanished);
    EXPECT_FALSE(found.runs[1].isSuperseded);
}

TEST_P(StoreRecord, AFolderThatIsGoneIsSaidAndItsRunStays)
{
    HistoryStore store = opened();
    writeRunFolder(runs(), "a");
    writeRunFolder(runs(), "RUN_1");
    writeRunFolder(runs(), "b", {.started = kFirstStart + 1});
    imported(store);
    fs::remove_all(runs() / "b");
    fs::remove_all(runs() / "RUN_1");
    const ImportReport report = imported(store);
    EXPECT_EQ(report.gone.size(), 2U);
    const HistoryPage found = page(store);
    ASSERT_EQ(found.runs.size(), 2U);
    EXPECT_EQ(found.runs[0].row.activity.activity, RunActivity::Vanished);
    EXPECT_EQ(found.runs[1].row.activity.activity, RunActivity::Finished);
    EXPECT_EQ(found.runs[1].row.folder, (fs::canonical(runs().path()) / "a").string());
    EXPECT_EQ(names(page(store, "is:vanished")), "b");
}

TEST_P(StoreRecord, WhatCannotBeReadIsRememberedWithItsReasonUntilItCan)
{
    HistoryStore store = opened();
    runs().write("a/ITER_SUMMARY_1.json", "{");
    const ImportReport report = imported(store);
    EXPECT_EQ(counts(report), "1 unreadable");
    EXPECT_FALSE(report.folders.at(0).why.empty());
    EXPECT_EQ(imported(store).folders,
              report.folders.empty()
                  ? report.folders
                  : std::vector<ImportedFolder>({{report.folders[0].folder, StoredAs::Unreadable, 0,
                                                  1, report.folders[0].why}}));
    EXPECT_EQ(page(store, "verdict:unreadable").runs.at(0).row.whyUnreadable,
              report.folders[0].why);
    writeRunFolder(runs(), "a");
    EXPECT_EQ(counts(imported(store)), "1 new");
    EXPECT_EQ(page(store).total, 1U);
    EXPECT_EQ(historyStatistics(store)->unreadable, 0U);
}

TEST_P(StoreRecord, NamesThatAreNotUtf8ArePlacesToo)
{
    HistoryStore store = opened();
    const fs::path odd(std::string("odd \xFF' \"%;"));
    writeRunFolder(runs(), odd);
    imported(store);
    EXPECT_EQ(page(store).runs.at(0).row.folder, (fs::canonical(runs().path()) / odd).native());
    EXPECT_EQ(counts(imported(store)), "1 unchanged");
}

SOAK_ON_EVERY_DATABASE(StoreRecord);

} // namespace soak
