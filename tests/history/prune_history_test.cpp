// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/lock_file.h"
#include "core/history/history_words.h"
#include "core/history/prune_history.h"
#include "tests/history/history_fixture.h"

namespace soak
{

namespace
{

class PruneHistory : public OnEveryDatabase
{
protected:
    static constexpr EpochMs kPrunedAt = kImportedAt;

    fs::path run(int n, RunFolderPlan plan = {}) const
    {
        plan.started = kFirstStart + n;
        return writeRunFolder(runs(), "RUN_" + std::to_string(plan.started), plan);
    }

    static std::vector<PrunedThing> pruned(HistoryStore& store, bool isDryRun = false,
                                           const std::string& query = "")
    {
        const auto things =
            pruneFolders(store, {parseRunQuery(query).query, isDryRun}, kPrunedAt, {}, {});
        EXPECT_TRUE(things) << describe(things.error());
        return things ? *things : std::vector<PrunedThing>();
    }
};

} // namespace

TEST_P(PruneHistory, RemovesTheFolderAndRemembersTheRun)
{
    HistoryStore store = opened();
    const fs::path folder = run(1);
    imported(store);
    EXPECT_EQ(pruned(store, true).at(0).whyKept, "");
    EXPECT_TRUE(fs::exists(folder)); // a dry run
    const auto things = pruned(store);
    ASSERT_EQ(things.size(), 1U);
    EXPECT_EQ(things[0].whyKept, "");
    EXPECT_TRUE(fs::is_empty(runs().path()));
    const HistoryRun left = page(store).runs.at(0);
    EXPECT_EQ(left.row.activity.activity, RunActivity::Vanished);
    EXPECT_EQ(left.row.figures->iterationsRead, 8U);
    EXPECT_TRUE(pruned(store).empty());
}

TEST_P(PruneHistory, NeverRemovesWhatIsLockedUnfinishedTaggedReleasedOrShipped)
{
    HistoryStore store = opened();
    const std::vector<fs::path> kept{run(1),
                                     run(2, {.hasEnded = false}),
                                     run(3),
                                     run(4),
                                     run(5),
                                     run(6),
                                     writeRunFolder(runs(), "by hand", {.started = 7})};
    imported(store);
    const auto lineage = [&](int n) {
        return page(store, "RUN_" + std::to_string(kFirstStart + n)).runs.at(0).lineage;
    };
    ASSERT_TRUE(say(store, lineage(3), WordKind::Tag, {"keep", "", 1}));
    ASSERT_TRUE(say(store, lineage(4), WordKind::Release, {"v1", "", 1}));
    ASSERT_TRUE(decide(store, lineage(5), {"ship", "ann", 1, "why", ""}));
    runs().write(kept[5].filename() / "ITER_SUMMARY_9.json", "{}"); // since it was remembered
    const auto lock = FileLock::acquire(kept[0] / kLockFile, "RUN_1");
    ASSERT_TRUE(lock);
    const auto things = pruned(store);
    EXPECT_EQ(things.size(), 7U);
    for (const PrunedThing& thing : things) {
        EXPECT_NE(thing.whyKept, "") << thing.folder;
        EXPECT_TRUE(fs::exists(thing.folder));
    }
    for (const fs::path& folder : kept) {
        EXPECT_TRUE(fs::exists(folder / kRunFile)) << folder;
    }
}

TEST_P(PruneHistory, TakesOnlyWhatTheQueryHoldsFor)
{
    HistoryStore store = opened();
    const fs::path first = run(1);
    const fs::path second = run(2);
    imported(store);
    pruned(store, false, "RUN_" + std::to_string(kFirstStart + 2));
    EXPECT_TRUE(fs::exists(first));
    EXPECT_FALSE(fs::exists(second));
}

TEST_P(PruneHistory, AnInterruptedOneIsBroughtToItsEnd)
{
    HistoryStore store = opened();
    run(1);
    imported(store);
    runs().write(".RUN_5.pruned/ITER_SUMMARY_1.json", "{}");
    runs().write(".other/file", "{}");
    pruned(store);
    EXPECT_FALSE(fs::exists(runs() / ".RUN_5.pruned"));
    EXPECT_TRUE(fs::exists(runs() / ".other/file"));
}

TEST_P(PruneHistory, ForgetsWhatLiesNowhereUnlessSomebodySpokeOfIt)
{
    HistoryStore store = opened();
    writeRunFolder(runs(), "a");
    writeRunFolder(runs(), "b", {.started = kFirstStart + 1});
    writeRunFolder(runs(), "c", {.started = kFirstStart + 2});
    imported(store);
    ASSERT_TRUE(
        decide(store, page(store, "", "name").runs.at(1).lineage, {"hold", "ann", 1, "why", ""}));
    fs::remove_all(runs() / "a");
    fs::remove_all(runs() / "b");
    writeRunFolder(runs(), "c", {.started = kFirstStart + 2, .edit = [](IterationRecord& record) {
                                     record.summary.metrics[indexOf(Metric::NetBps)] = 7;
                                 }});
    imported(store);
    EXPECT_EQ(historyStatistics(store)->iterations, 32U);
    const auto things = pruneRemembered(store, {}, kPrunedAt);
    ASSERT_TRUE(things) << describe(things.error());
    EXPECT_EQ(things->size(), 3U); // a, b, and the first version of c
    EXPECT_EQ(historyStatistics(store)->iterations, 16U);
    EXPECT_EQ(names(page(store)), "c b");
    EXPECT_EQ(historyStatistics(store)->superseded, 0U);
}

SOAK_ON_EVERY_DATABASE(PruneHistory);

} // namespace soak
