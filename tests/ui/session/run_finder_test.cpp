// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/run_soak.h"
#include "tests/support/temp_dir.h"
#include "ui/session/run_finder.h"

#include <QTest>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

constexpr int kLongMs = 20'000;

struct Found {
    TempDir dir;
    Jobs jobs;
    Session session{jobs};
    RunFinder finder{session};

    void makeRun(const char* name, EpochMs startedMs) const
    {
        RunRequest request;
        request.info.engine = "mock";
        request.info.iterations = 3;
        request.out = dir / name;
        ASSERT_TRUE(runSoak(request, VirtualClock(startedMs), {}, {}));
    }

    bool waitForRows(std::size_t count)
    {
        return QTest::qWaitFor(
            [&] { return finder.rows().size() == count && jobs.running().empty(); }, kLongMs);
    }
};

} // namespace

TEST(RunFinder, ListsAndJudgesWhatLiesInABase)
{
    Found found;
    found.makeRun("one", 1'000);
    found.makeRun("two", 2'000);
    found.finder.addBase(found.dir.path());
    ASSERT_TRUE(found.waitForRows(2));
    EXPECT_TRUE(found.finder.rows().front()->figures);
}

TEST(RunFinder, ARunThatComesLaterIsListed)
{
    Found found;
    found.makeRun("one", 1'000);
    found.finder.addBase(found.dir.path());
    ASSERT_TRUE(found.waitForRows(1));
    found.makeRun("two", 2'000);
    EXPECT_TRUE(found.waitForRows(2));
}

TEST(RunFinder, ABaseWithinAnotherIsNotLookedAtTwice)
{
    Found found;
    found.makeRun("in/one", 1'000);
    found.finder.addBase(found.dir / "in");
    found.finder.addBase(found.dir.path());
    found.finder.addBase(found.dir / "in");
    EXPECT_EQ(found.finder.bases(), std::vector<fs::path>{found.dir.path()});
    EXPECT_TRUE(found.waitForRows(1));
}

// What was found once is there without its folder being read, and what came since is found too.
TEST(RunFinder, RemembersWhatItFound)
{
    Found found;
    const TempDir home;
    const HistoryPlace place{.url = {}, .file = home.path() / "history.db"};
    found.makeRun("one", 1'000);
    found.finder.setHistory(place);
    found.finder.addBase(found.dir.path());
    ASSERT_TRUE(found.waitForRows(1));
    EXPECT_TRUE(found.finder.rows().front()->figures);
    EXPECT_TRUE(fs::exists(place.file));
    found.makeRun("two", 2'000);
    ASSERT_TRUE(found.waitForRows(2));
    RunFinder again(found.session);
    again.setHistory(place);
    again.addBase(found.dir.path());
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return again.rows().size() == 2 && found.jobs.running().empty(); }, kLongMs));
    EXPECT_TRUE(again.rows().front()->figures && again.rows().back()->figures);
}

// A window shows what is remembered before the folders are looked through.
TEST(RunFinder, RestsBetweenWhatIsRememberedAndWhatLiesInTheFolders)
{
    Found found;
    const TempDir home;
    const HistoryPlace place{.url = {}, .file = home.path() / "history.db"};
    found.makeRun("one", 1'000);
    {
        RunFinder before(found.session);
        before.setHistory(place);
        before.addBase(found.dir.path());
        ASSERT_TRUE(QTest::qWaitFor(
            [&] { return before.rows().size() == 1 && found.jobs.running().empty(); }, kLongMs));
    }
    found.makeRun("two", 2'000);
    RunFinder again(found.session);
    again.setHistory(place);
    again.addBase(found.dir.path());
    again.lookNow();
    std::vector<std::size_t> counts;
    bool isResting = false;
    QObject::connect(&again, &RunFinder::rowsChanged, &again,
                     [&] { counts.push_back(again.rows().size()); });
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            isResting = isResting || (counts.size() == 1 && again.isAboutToLook());
            return counts.size() == 2;
        },
        kLongMs));
    EXPECT_TRUE(isResting);
    EXPECT_EQ(counts, (std::vector<std::size_t>{1, 2}));
    EXPECT_FALSE(again.isAboutToLook());
}

TEST(FoundRow, IsEqualByWhatItSaysAndSharedWhenCopied)
{
    RunRow row;
    row.folder = "/runs/one";
    const FoundRow one(row);
    const FoundRow copy = one;
    EXPECT_EQ(&*copy, &*one);
    EXPECT_EQ(FoundRow(row), one);
    row.files = 3;
    EXPECT_FALSE(FoundRow(row) == one);
    EXPECT_EQ(*FoundRow(), RunRow());
}

TEST(RunFinder, WithoutAHistoryThatOpensItReadsTheFolders)
{
    Found found;
    const TempDir home;
    home.write("history.db", "this is no database, but as long as a header of one is");
    found.makeRun("one", 1'000);
    std::vector<Error> errors;
    QObject::connect(&found.finder, &RunFinder::historyFailed, &found.finder,
                     [&](const Error& error) { errors.push_back(error); });
    found.finder.setHistory({.url = {}, .file = home.path() / "history.db"});
    found.finder.addBase(found.dir.path());
    ASSERT_TRUE(found.waitForRows(1));
    EXPECT_TRUE(found.finder.rows().front()->figures);
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_FALSE(errors[0].message.empty());
}

} // namespace soak::ui
