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
    EXPECT_TRUE(found.finder.rows().front().figures);
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

} // namespace soak::ui
