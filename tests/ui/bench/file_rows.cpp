// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/io/artifacts.h"
#include "core/runner/run_soak.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/bench/rows.h"
#include "ui/charts/chart_stack.h"
#include "ui/views/iterations_view.h"
#include "ui/window/main_window.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>
#include <cstdlib>

namespace soak::ui
{
namespace
{

constexpr int kFiles = 120;
constexpr int kFirst = 20; // there when the window opens

void require(bool is, const char* what)
{
    if (!is) {
        std::fprintf(stderr, "soak_chart_bench: %s\n", what);
        std::exit(70);
    }
}

template <typename Is>
void waitFor(const Is& is, const char* what)
{
    constexpr qint64 kLongestMs = 60'000;
    QElapsedTimer timer;
    timer.start();
    while (!is()) {
        require(timer.elapsed() < kLongestMs, what);
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
    }
}

// Whether the chart was painted with the iteration in it.
class PointPainted final : public QObject
{
public:
    explicit PointPainted(ChartPane& pane) : m_pane(pane) { pane.installEventFilter(this); }

    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        const auto& series = m_pane.scene()->series;
        if (event->type() == QEvent::Paint && !series.empty() &&
            !series.front().iterations.empty()) {
            m_last = series.front().iterations.back();
        }
        return false;
    }

    [[nodiscard]] int last() const { return m_last; }

private:
    ChartPane& m_pane;
    int m_last = 0;
};

fs::path recorded(const TempDir& scratch)
{
    RunRequest request;
    request.info.engine = "mock";
    request.info.iterations = kFiles;
    request.info.autoTune = true;
    request.out = scratch.path() / "whole";
    const auto made = runSoak(request, VirtualClock(), {}, {});
    require(made.has_value(), "cannot record a run");
    return made->folder;
}

} // namespace

Times fileRow()
{
    Times times{"file_to_point", 0, 0, {}, {}};
    const TempDir scratch;
    const fs::path whole = recorded(scratch);
    const fs::path live = scratch.path() / "live";
    fs::create_directories(live);
    fs::copy_file(whole / kRunFile, live / kRunFile);
    const auto move = [&](int iteration) {
        fs::rename(whole / summaryFileName(iteration), live / summaryFileName(iteration));
    };
    for (int k = 1; k <= kFirst; ++k) {
        move(k);
    }
    Theme theme;
    theme.choose(ThemeChoice::Light);
    Languages languages;
    languages.choose(QStringLiteral("en"));
    MainWindow window(theme, languages, {});
    window.show();
    window.open({QString::fromStdString(live.string())});
    auto* view = qobject_cast<IterationsView*>(window.viewWidget(View::Iterations));
    window.showView(View::Iterations);
    waitFor([&] { return !view->stack()->panes().empty() && window.isIdle(); },
            "the run was not opened");
    PointPainted painted(*view->stack()->panes().front());
    view->stack()->panes().front()->update();
    waitFor([&] { return painted.last() == kFirst; }, "the run was not painted");
    for (int k = kFirst + 1; k <= kFiles; ++k) {
        // Twenty a second, as no real soak writes: the pause of the watch is over each time.
        QElapsedTimer pause;
        pause.start();
        waitFor([&] { return pause.elapsed() >= 50; }, "no pause");
        times.all.push_back(timed([&] {
            move(k);
            waitFor([&] { return painted.last() == k; }, "the point was not painted");
        }));
    }
    return times;
}

} // namespace soak::ui
