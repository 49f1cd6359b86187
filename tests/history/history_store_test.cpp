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

SOAK_ON_EVERY_DATABASE(HistoryStores);

} // namespace soak
