// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/history_store.h"
#include "tests/history/history_fixture.h"

namespace soak
{

namespace
{

class HistoryStores : public OnEveryDatabase
{
};

} // namespace

TEST(HistoryPlaces, AreAUrlOrAFile)
{
    EXPECT_EQ(historyPlace("postgresql:///x", {}, {})->url, "postgresql:///x");
    EXPECT_EQ(historyPlace("a/h.db", "/data", "/me")->file, "a/h.db");
    EXPECT_EQ(historyPlace({}, "/data", "/me")->file, "/data/soak-workbench/history.db");
    // A relative XDG folder is ignored, as the XDG rules say.
    EXPECT_EQ(historyPlace({}, "data", "/me")->file, "/me/.local/share/soak-workbench/history.db");
    EXPECT_EQ(historyPlace({}, {}, {}).error().code, Errc::Usage);
    const auto other = historyPlace("mysql://ann:geheim@db/x", {}, {});
    EXPECT_EQ(other.error().code, Errc::Usage);
    EXPECT_EQ(describe(other.error()).find("geheim"), std::string::npos);
    EXPECT_EQ(placeText({"postgresql://ann:geheim@db/x", {}}), "postgresql://ann@db/x");
}

TEST_P(HistoryStores, ReadingMakesNone)
{
    const auto before = HistoryStore::open(place(), HistoryAccess::Read);
    if (place().url.empty()) {
        EXPECT_EQ(before.error().code, Errc::NotFound);
        EXPECT_FALSE(fs::exists(place().file));
    }
    opened(HistoryAccess::Write);
    HistoryStore store = opened(HistoryAccess::Read);
    EXPECT_EQ(historyStatistics(store)->runs, 0U);
}

TEST(HistoryStoreFolders, OfASharedHistorySayWhoseTheyAre)
{
    const HistoryPlace shared{PostgresServer::shared().newPlace(), {}, "ann"};
    const auto store = HistoryStore::open(shared, HistoryAccess::Write);
    ASSERT_TRUE(store) << describe(store.error());
    for (const std::string path : {"/soaks/a", "/", "/\xFF\xFE/b"}) {
        EXPECT_TRUE(store->storedFolder(path).starts_with("//ann/"));
        EXPECT_EQ(store->folderFrom(store->storedFolder(path)), path);
    }
    EXPECT_EQ(store->folderFrom("//bob/soaks/a"), "//bob/soaks/a");
    EXPECT_EQ(store->storedFolder("//bob/soaks/a"), "//bob/soaks/a");
    EXPECT_TRUE(isOnOtherHost("//bob/soaks/a"));
    EXPECT_FALSE(isOnOtherHost("/soaks/a"));
}

TEST(HistoryStoreFolders, AreNotTakenAwayByAnotherMachine)
{
    const std::string url = PostgresServer::shared().newPlace();
    const TempDir runs;
    const std::vector<fs::path> bases{runs.path()};
    const auto importedOn = [&](const std::string& host) {
        auto store = HistoryStore::open({url, {}, host}, HistoryAccess::Write);
        return importRuns(*store, bases, {}, VirtualClock(5), {}, {}).value();
    };
    writeRunFolder(runs, "a");
    EXPECT_EQ(importedOn("ann").count(StoredAs::New), 1U);
    // On Bob's machine the same folder holds another run, and then none.
    fs::remove_all(runs / "a");
    writeRunFolder(runs, "a", {.started = kFirstStart + 1});
    EXPECT_EQ(importedOn("bob").count(StoredAs::New), 1U);
    fs::remove_all(runs / "a");
    writeRunFolder(runs, "a");
    EXPECT_EQ(importedOn("bob").count(StoredAs::Unchanged), 1U); // Ann's run, copied
    fs::remove_all(runs / "a");
    EXPECT_EQ(importedOn("bob").gone.size(), 1U);
    auto store = HistoryStore::open({url, {}, "bob"}, HistoryAccess::Read);
    HistoryAsk ask;
    ask.sort = historySort("-started").value();
    const auto page = historyPage(*store, ask, 5);
    ASSERT_EQ(page->total, 2U);
    EXPECT_EQ(page->runs[0].row.activity.activity, RunActivity::Finished);
    EXPECT_TRUE(page->runs[0].row.folder.starts_with("//ann/"));
    EXPECT_EQ(page->runs[1].row.activity.activity, RunActivity::Vanished);
}

SOAK_ON_EVERY_DATABASE(HistoryStores);

} // namespace soak
