// SPDX-License-Identifier: GPL-3.0-or-later
// Opening and closing leaves nothing behind: no run, widget, thread, open file, and no memory that
// grows with the rounds.
#include "tests/support/test_data.h"
#include "tests/ui/stalls/process_state.h"
#include "tests/ui/stalls/windowed.h"
#include "ui/session/freed_elsewhere.h"

#include <QApplication>
#include <QThreadPool>
#include <gtest/gtest.h>
#include <malloc.h>

#include <cstdio>
#include <memory>

namespace soak::ui
{
namespace
{

struct Left {
    std::vector<std::weak_ptr<const SoakRun>> runs;
    std::vector<std::weak_ptr<const Judgement>> judgements;

    [[nodiscard]] bool isAllGone() const
    {
        const auto isGone = [](const auto& one) { return one.expired(); };
        return std::all_of(runs.begin(), runs.end(), isGone) &&
               std::all_of(judgements.begin(), judgements.end(), isGone);
    }
};

// One run is opened, looked at in each view, and closed.
void openAndClose(Windowed& windowed, const fs::path& folder, Left& left)
{
    windowed.open(folder);
    ASSERT_TRUE(windowed.waitRows(1));
    for (const View view : kViews) {
        windowed.window.showView(view);
        QCoreApplication::processEvents();
        ASSERT_TRUE(windowed.waitIdle());
    }
    const OpenRun open = windowed.window.session().runs().front();
    left.runs.push_back(open.run);
    left.judgements.push_back(open.judgement);
    windowed.window.session().close(open.identity);
    ASSERT_TRUE(windowed.waitIdle());
}

void waitForWorkers()
{
    freeingPool().waitForDone();
    QThreadPool::globalInstance()->waitForDone(); // Qt paints with it
}

// What was put off to a later turn is done, and workers that have nothing to do are gone.
void settle(Windowed& windowed, const Left& left)
{
    constexpr int kFreedMs = 10'000; // a worker frees them (ui/session/freed_elsewhere.h)
    ASSERT_TRUE(waitInLoop([&] { return left.isAllGone(); }, kFreedMs));
    ASSERT_TRUE(windowed.waitIdle());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    waitForWorkers();
    malloc_trim(0);
}

// A joined QThread has said that it ends; its task leaves the process a moment later.
bool threadsFallTo(std::size_t most)
{
    constexpr int kFreedMs = 5'000;
    return waitInLoop([&] { return processState().threads <= most; }, kFreedMs);
}

void rounds(int warmUp, int counted, double mostGrowth)
{
    Windowed windowed{QString()};
    const fs::path folder = testDataPath("fixtures/reference-36");
    Left left;
    for (int i = 0; i < warmUp; ++i) {
        ASSERT_NO_FATAL_FAILURE(openAndClose(windowed, folder, left));
    }
    ASSERT_NO_FATAL_FAILURE(settle(windowed, left));
    const ProcessState before = processState();
    const qsizetype widgets = QApplication::allWidgets().size();
    for (int i = 0; i < counted; ++i) {
        ASSERT_NO_FATAL_FAILURE(openAndClose(windowed, folder, left));
    }
    ASSERT_NO_FATAL_FAILURE(settle(windowed, left));
    const ProcessState after = processState();
    std::printf(
        "%d rounds: %zu -> %zu threads, %zu -> %zu files, %zu -> %zu KB (malloc: %zu -> %zu), "
        "%lld -> %lld widgets\n",
        counted, before.threads, after.threads, before.files, after.files, before.residentKb,
        after.residentKb, before.heapKb, after.heapKb, static_cast<long long>(widgets),
        static_cast<long long>(QApplication::allWidgets().size()));
    EXPECT_TRUE(left.isAllGone());
    EXPECT_EQ(QApplication::allWidgets().size(), widgets);
    EXPECT_TRUE(threadsFallTo(before.threads)) << after.threads << " against " << before.threads;
    EXPECT_EQ(after.files, before.files);
    EXPECT_LE(static_cast<double>(after.residentKb),
              static_cast<double>(before.residentKb) * mostGrowth);
}

} // namespace

TEST(Leaks, RunsThatAreClosedLeaveNothing)
{
    rounds(5, 10, 1.05);
}

TEST(Leaks, AWindowThatIsClosedLeavesNoWidgetNoThreadAndNoFile)
{
    const auto round = [] {
        Windowed windowed{QString()};
        windowed.open(testDataPath("fixtures/reference-8"));
        ASSERT_TRUE(windowed.waitRows(1));
        windowed.window.close();
    };
    ASSERT_NO_FATAL_FAILURE(round());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    waitForWorkers();
    const ProcessState before = processState();
    const qsizetype widgets = QApplication::allWidgets().size();
    for (int i = 0; i < 3; ++i) {
        ASSERT_NO_FATAL_FAILURE(round());
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    waitForWorkers();
    const ProcessState after = processState();
    EXPECT_EQ(QApplication::allWidgets().size(), widgets);
    EXPECT_TRUE(threadsFallTo(before.threads)) << after.threads << " against " << before.threads;
    EXPECT_EQ(after.files, before.files);
}

TEST(LongLeaks, TwoHundredRoundsAfterTwentyLeaveNothing)
{
    rounds(20, 200, 1.05);
}

} // namespace soak::ui
