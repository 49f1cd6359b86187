// SPDX-License-Identifier: GPL-3.0-or-later
// A job that is stopped has returned within 200 ms of the key, and leaves files and threads as they
// were. What is asserted is the processor time of the whole process since the key, which no other
// program on the machine stretches, and which is more than the wall time where a processor is free.
#include "tests/ui/stalls/long_folder.h"
#include "tests/ui/stalls/process_state.h"
#include "tests/ui/stalls/windowed.h"
#include "ui/docks/jobs_panel.h"

#include <QAction>
#include <QElapsedTimer>
#include <QTableView>
#include <QToolButton>
#include <gtest/gtest.h>

#include <cstdio>

namespace soak::ui
{
namespace
{

constexpr int kFiles = 20'000;
constexpr double kMostMs = 200;

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

// Opens a long folder, waits until its loading is a row of the list of jobs, and stops it by
// `press`.
void expectStopped(const std::function<void(QWidget& panel)>& press)
{
    Windowed windowed{QString()};
    const fs::path& folder = longFolder(kFiles);
    const std::size_t entries = static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
    windowed.window.action(Act::Jobs)->trigger();
    const ProcessState before = processState();
    windowed.open(folder);
    const auto isLoading = [&] {
        const std::vector<JobInfo> jobs = windowed.window.jobs().running();
        return std::any_of(jobs.begin(), jobs.end(),
                           [](const JobInfo& job) { return job.done > 0; });
    };
    auto* panel = windowed.window.findChild<JobsPanel*>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return isLoading() && !panel->model().rows().empty(); },
                                Windowed::kLongMs));
    QElapsedTimer wall;
    wall.start();
    const double cpu = processCpuMs();
    while (!windowed.window.jobs().running().empty()) {
        press(*panel);
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        ASSERT_LT(wall.elapsed(), Windowed::kLongMs);
    }
    const double took = processCpuMs() - cpu;
    std::printf("stopped after %.0f ms of the processor, %lld ms in all\n", took,
                static_cast<long long>(wall.elapsed()));
    EXPECT_LE(took, kMostMs);
    EXPECT_TRUE(windowed.window.session().runs().empty());
    EXPECT_TRUE(windowed.window.session().problems().empty());
    EXPECT_EQ(static_cast<std::size_t>(
                  std::distance(fs::directory_iterator(folder), fs::directory_iterator())),
              entries);
    const ProcessState after = processState();
    EXPECT_EQ(after.files, before.files);
    EXPECT_LE(after.threads, before.threads + 2); // of the pool, which keeps two
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
