// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/salvage_history.h"
#include "tests/history/history_fixture.h"

namespace soak
{

namespace
{

class SalvageHistory : public OnEveryDatabase
{
};

} // namespace

// Of damaged files: RebuildFile.

TEST_P(SalvageHistory, TakesEveryWordAndEveryFolder)
{
    HistoryStore store = opened();
    writeRunFolder(runs(), "a");
    imported(store);
    ASSERT_TRUE(say(store, "l", WordKind::Tag, {"t", "ann", 1}));
    ASSERT_TRUE(decide(store, "l", {"hold", "ann", 2, "why", "hash"}));
    const Salvage salvage = salvageFrom(store.connection());
    EXPECT_TRUE(salvage.notWhole.empty());
    EXPECT_EQ(salvage.folders.size(), 1U);
    HistoryStore other = [] {
        static const TempDir dir;
        return std::move(*HistoryStore::open({"", dir / "h.db"}, HistoryAccess::Write));
    }();
    ASSERT_TRUE(storeSalvage(other.connection(), salvage));
    EXPECT_EQ(*wordsAbout(other, "l"), *wordsAbout(store, "l"));
}

TEST_P(SalvageHistory, AnOlderFormHasNoWordsAndSaysSo)
{
    HistoryStore store = opened();
    ASSERT_TRUE(store.connection().execute("DROP VIEW run_overview"));
    ASSERT_TRUE(store.connection().execute("DROP VIEW kpi_by_run"));
    ASSERT_TRUE(store.connection().execute("DROP TABLE tags"));
    EXPECT_EQ(salvageFrom(store.connection()).notWhole, std::vector<std::string>{"tags"});
}

INSTANTIATE_TEST_SUITE_P(On, SalvageHistory, testing::Values("sqlite"), databaseName);

} // namespace soak
