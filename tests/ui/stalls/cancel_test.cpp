// SPDX-License-Identifier: GPL-3.0-or-later
// A job that is stopped has returned within 200 ms of the key, and leaves files and threads as they
// were. What is asserted is the processor time of the whole process since the key, which no other
// program on the machine stretches, and which is more than the wall time where a processor is free.
#include "tests/ui/stalls/long_folder.h"
#include "tests/ui/stalls/process_state.h"
#include "tests/ui/stalls/windowed.h"
#include "ui/docks/jobs_panel.h"
#include "ui/session/freed_elsewhere.h"

#include <QAction>
#include <QElapsedTimer>
#include <QTableView>
#include <QTest>
#include <QThread>
#include <QThreadPool>
#include <QToolButton>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <latch>

namespace soak::ui
{
namespace
{

// Takes a multiple of JobsModel::kShownAfter to load, where nobody else wants a processor, too.
constexpr int kFiles = 40'000;
constexpr double kMostCancelMs = 200;

template <typename W>
W* named(QWidget& in, const QString& name)
{
    for (W* widget : in.findChildren<W*>()) {
        if (widget->accessibleName() == name && widget->isVisible()) {
            return widget;
        }
    }
    return nullptr;
}

// Each worker has a file of its own, the queue of its thread, from its first task on: all are begun
// before anything is counted.
void beginWorkers(Windowed& windowed)
{
    const int ofJobs = std::max(2, QThread::idealThreadCount());
    std::latch jobs(ofJobs);
    for (int i = 0; i < ofJobs; ++i) {
        windowed.window.jobs().run(
            QStringLiteral("worker"),
            [&jobs](const std::stop_token&, const Progress&) {
                jobs.arrive_and_wait();
                return true;
            },
            &windowed.window, [](bool) {});
    }
    for (QThreadPool* pool : {QThreadPool::globalInstance(), &freeingPool()}) {
        std::latch workers(pool->maxThreadCount());
        for (int i = 0; i < pool->maxThreadCount(); ++i) {
            pool->start([&workers] { workers.arrive_and_wait(); });
        }
        pool->waitForDone();
    }
    ASSERT_TRUE(windowed.waitIdle());
}

// Opens a long folder, waits until its loading is a row of the list of jobs, and stops it by
// `press`.
void expectStopped(const std::function<void(QWidget& panel)>& press)
{
    const fs::path& folder = longFolder(kFiles);
    Windowed windowed{QString()};
    const std::size_t entries = static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
    windowed.window.action(Act::Jobs)->trigger();
    ASSERT_NO_FATAL_FAILURE(beginWorkers(windowed));
    const ProcessState before = processState();
    windowed.open(folder);
    auto* panel = windowed.window.findChild<JobsPanel*>();
    // Others look for runs at the same time, and may be listed before it.
    const auto isLoading = [&] {
        const std::vector<JobInfo> jobs = windowed.window.jobs().running();
        const auto job = std::find_if(jobs.begin(), jobs.end(), [](const JobInfo& one) {
            return one.title.startsWith(QStringLiteral("Open ")) && one.done > 0;
        });
        const auto& rows = panel->model().rows();
        return job != jobs.end() && std::any_of(rows.begin(), rows.end(), [&](const JobInfo& row) {
                   return row.id == job->id;
               });
    };
    ASSERT_TRUE(waitInLoop(isLoading, Windowed::kLongMs));
    QElapsedTimer wall;
    wall.start();
    const double cpu = processCpuMs();
    // Those of the list: what began a moment ago has no row yet that could be stopped.
    std::vector<int> listed;
    for (const JobInfo& job : panel->model().rows()) {
        listed.push_back(job.id);
    }
    const auto isRunning = [&] {
        const std::vector<JobInfo> jobs = windowed.window.jobs().running();
        return std::any_of(jobs.begin(), jobs.end(), [&](const JobInfo& job) {
            return std::find(listed.begin(), listed.end(), job.id) != listed.end();
        });
    };
    while (isRunning()) {
        press(*panel);
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        ASSERT_LT(wall.elapsed(), Windowed::kLongMs);
    }
    const double took = processCpuMs() - cpu;
    std::printf("stopped after %.0f ms of the processor, %lld ms in all\n", took,
                static_cast<long long>(wall.elapsed()));
    EXPECT_LE(took, kMostCancelMs);
    ASSERT_TRUE(windowed.waitIdle());
    EXPECT_TRUE(windowed.window.session().runs().empty());
    EXPECT_TRUE(windowed.window.session().problems().empty());
    EXPECT_EQ(static_cast<std::size_t>(
                  std::distance(fs::directory_iterator(folder), fs::directory_iterator())),
              entries);
    const ProcessState after = processState();
    EXPECT_LE(after.files, before.files); // fewer: a worker that rested for long is gone
    EXPECT_LE(after.threads, before.threads);
}

} // namespace

TEST(Cancel, TheButtonOfTheRowStopsAJob)
{
    expectStopped([](QWidget& panel) {
        if (auto* stop = named<QToolButton>(panel, QStringLiteral("Stop the job"))) {
            QTest::mouseClick(stop, Qt::LeftButton);
        }
    });
}

TEST(Cancel, EscapeInTheListStopsAJob)
{
    expectStopped([](QWidget& panel) {
        if (auto* table = named<QTableView>(panel, QStringLiteral("Jobs"))) {
            QTest::keyClick(table, Qt::Key_Escape);
        }
    });
}

} // namespace soak::ui
