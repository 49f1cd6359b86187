// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/jobs.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <gtest/gtest.h>

#include <atomic>
#include <semaphore>

namespace soak::ui
{

TEST(Jobs, WorkRunsOffTheGuiThreadAndItsResultComesBackToIt)
{
    Jobs jobs;
    QObject context;
    QThread* const gui = QThread::currentThread();
    std::atomic<QThread*> worked = nullptr;
    std::optional<int> result;
    jobs.run(
        QStringLiteral("count"),
        [&worked](const std::stop_token&, const Progress&) {
            worked = QThread::currentThread();
            return 42;
        },
        &context,
        [&](int value) {
            EXPECT_EQ(QThread::currentThread(), gui);
            result = value;
        });
    ASSERT_TRUE(QTest::qWaitFor([&] { return result.has_value(); }));
    EXPECT_EQ(result, 42);
    EXPECT_NE(worked.load(), gui);
}

TEST(Jobs, AJobThatIsStoppedReturnsAndIsGone)
{
    Jobs jobs;
    QObject context;
    std::optional<bool> wasAsked;
    jobs.run(
        QStringLiteral("wait"),
        [](const std::stop_token& stop, const Progress&) {
            std::binary_semaphore asked{0};
            const std::stop_callback tell(stop, [&] { asked.release(); });
            asked.acquire();
            return stop.stop_requested();
        },
        &context, [&](bool value) { wasAsked = value; });
    ASSERT_EQ(jobs.running().size(), 1U);
    jobs.stop(jobs.running().front().id);
    ASSERT_TRUE(QTest::qWaitFor([&] { return wasAsked.has_value(); }));
    EXPECT_TRUE(*wasAsked);
    EXPECT_TRUE(QTest::qWaitFor([&] { return jobs.running().empty(); }));
}

TEST(Jobs, ProgressIsToldWithCountAndWord)
{
    Jobs jobs;
    std::binary_semaphore go{0};
    jobs.run(
        QStringLiteral("read"),
        [&go](const std::stop_token&, const Progress& progress) {
            progress(3, 10, "ITER_SUMMARY_3.json");
            go.acquire();
            return 0;
        },
        &jobs, [](int) {});
    EXPECT_TRUE(QTest::qWaitFor([&] { return jobs.running().front().done == 3; }));
    EXPECT_EQ(jobs.running().front().total, 10U);
    EXPECT_EQ(jobs.running().front().what, QStringLiteral("ITER_SUMMARY_3.json"));
    go.release();
    EXPECT_TRUE(QTest::qWaitFor([&] { return jobs.running().empty(); }));
}

TEST(Jobs, AResultForAClosedViewGoesNowhere)
{
    Jobs jobs;
    std::binary_semaphore go{0};
    bool wasCalled = false;
    {
        QObject view;
        jobs.run(
            QStringLiteral("late"),
            [&go](const std::stop_token&, const Progress&) {
                go.acquire();
                return 1;
            },
            &view, [&](int) { wasCalled = true; });
    }
    QSignalSpy finished(&jobs, &Jobs::finished);
    go.release();
    ASSERT_TRUE(finished.wait());
    QCoreApplication::processEvents();
    EXPECT_FALSE(wasCalled);
}

} // namespace soak::ui
