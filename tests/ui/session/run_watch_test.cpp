// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/find_run.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"
#include "ui/session/run_watch.h"

#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

using namespace std::chrono_literals;

// A folder with the first `count` iterations of a recorded run.
void copyIterations(const fs::path& folder, int from, int to)
{
    const fs::path recorded = *findRun(testDataPath("fixtures/reference-8"));
    for (int i = from; i <= to; ++i) {
        const std::string name = "ITER_SUMMARY_" + std::to_string(i) + ".json";
        fs::copy_file(recorded / name, folder / name);
    }
}

struct Watched {
    Jobs jobs;
    Session session{jobs};
    RunWatch watch;
    TempDir dir;
    QSignalSpy opened{&session, &Session::opened};

    explicit Watched(RunWatch::Options options) : watch(session, options)
    {
        copyIterations(dir.path(), 1, 5);
        session.open(dir.path());
        EXPECT_TRUE(opened.wait());
    }

    [[nodiscard]] const OpenRun& run() { return session.runs().front(); }
};

} // namespace

TEST(RunWatch, AnIterationThatCameIsLoaded)
{
    Watched watched({.settle = 5ms, .rescan = 1h});
    ASSERT_TRUE(QTest::qWaitFor([&] { return watched.watch.isWatching(); })); // in a turn
    // The first look takes the measure of the folder.
    ASSERT_TRUE(QTest::qWaitFor([&] { return watched.jobs.running().empty(); }));
    QSignalSpy finished(&watched.jobs, &Jobs::finished);
    ASSERT_TRUE(finished.count() > 0 || finished.wait());
    copyIterations(watched.dir.path(), 6, 8);
    ASSERT_TRUE(QTest::qWaitFor([&] { return watched.run().run->table.rowCount() == 8; }));
}

TEST(RunWatch, ASmallRunIsLookedAtWithoutAPause)
{
    Watched watched({.settle = 1h, .rescan = 1h});
    // The first look takes the measure of the folder.
    QSignalSpy finished(&watched.jobs, &Jobs::finished);
    ASSERT_TRUE(finished.wait());
    ASSERT_TRUE(QTest::qWaitFor([&] { return watched.jobs.running().empty(); }));
    for (int k = 6; k <= 8; ++k) {
        copyIterations(watched.dir.path(), k, k);
        ASSERT_TRUE(QTest::qWaitFor(
            [&] { return watched.run().run->table.rowCount() == static_cast<std::size_t>(k); }));
    }
}

TEST(RunWatch, TheRescanIsTheNet)
{
    Watched watched({.settle = 1h, .rescan = 10ms});
    QSignalSpy finished(&watched.jobs, &Jobs::finished);
    ASSERT_TRUE(finished.wait());
    copyIterations(watched.dir.path(), 6, 6);
    ASSERT_TRUE(QTest::qWaitFor([&] { return watched.run().run->table.rowCount() == 6; }));
}

TEST(RunWatch, AFolderThatIsGoneIsSaidAndTheRunStays)
{
    Watched watched({.settle = 5ms, .rescan = 10ms});
    fs::remove_all(watched.dir.path());
    ASSERT_TRUE(QTest::qWaitFor([&] { return watched.run().activity == RunActivity::Vanished; }));
    EXPECT_EQ(watched.run().run->table.rowCount(), 5U);
    fs::create_directories(watched.dir.path());
}

} // namespace soak::ui
