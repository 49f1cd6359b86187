// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/history/import_runs.h"
#include "core/io/artifacts.h"
#include "core/runner/run_soak.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/bench/rows.h"
#include "ui/charts/chart_stack.h"
#include "ui/views/iterations_view.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QChartView>
#include <QElapsedTimer>
#include <QLineSeries>
#include <QProcess>
#include <QTableView>
#include <QTimer>
#include <sys/resource.h>

#include <array>
#include <cstdio>
#include <cstdlib>

namespace soak::ui
{
namespace
{

constexpr int kRuns = 1'000;
constexpr int kRounds = 9; // the first is not counted
constexpr int kIterations = 36;

// The folder of the run that is opened, among 999 others of eight iterations each.
QString manyRuns(const TempDir& scratch)
{
    const fs::path base = scratch.path() / "runs";
    for (int i = 0; i < kRuns; ++i) {
        RunRequest request;
        request.info.engine = "mock";
        request.info.autoTune = true;
        request.info.iterations = i == 0 ? kIterations : 8;
        request.info.seed = static_cast<std::uint64_t>(i) + 1;
        request.out = base / ("run" + std::to_string(i));
        if (!runSoak(request, VirtualClock(), {}, {})) {
            std::fprintf(stderr, "soak_chart_bench: cannot record a run\n");
            std::exit(70);
        }
    }
    return QString::fromStdString((base / "run0").string());
}

double cpuOfChildrenMs()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto ms = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

Sample runProcess(const QString& program, const QStringList& arguments)
{
    QElapsedTimer timer;
    timer.start();
    const double before = cpuOfChildrenMs();
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
        std::fprintf(stderr, "soak_chart_bench: %s failed\n", qPrintable(arguments.join(u' ')));
        std::exit(70);
    }
    return {static_cast<double>(timer.nsecsElapsed()) / 1e6, cpuOfChildrenMs() - before};
}

// As a window that was open on these runs before leaves it.
QString rememberAll(const TempDir& scratch, const QString& run)
{
    const fs::path file = scratch.path() / "history.db";
    const HistoryPlace place{.url = {}, .file = file};
    const fs::path base = fs::path(run.toStdString()).parent_path();
    auto store = HistoryStore::open(place, HistoryAccess::Write);
    const bool isStored = store && importRuns(*store, std::array{base}, {}, SystemClock(), {}, {});
    return isStored ? QString::fromStdString(file.string()) : QString();
}

// Ends the process once the widget has painted a series. What is still at work would only delay the
// end: it is not part of the start.
class EndAtFirstSeries final : public QObject
{
public:
    EndAtFirstSeries(QWidget& widget, std::function<bool()> hasSeries)
        : m_widget(widget), m_hasSeries(std::move(hasSeries))
    {
        widget.installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == &m_widget && event->type() == QEvent::Paint && m_hasSeries()) {
            QTimer::singleShot(0, [] { std::_Exit(0); }); // after this paint
        }
        return false;
    }

private:
    QWidget& m_widget;
    std::function<bool()> m_hasSeries;
};

} // namespace

int startEmpty()
{
    auto* chart = new QChart;
    auto* line = new QLineSeries;
    line->replace(QList<QPointF>{{0, 0}, {1, 1}});
    chart->addSeries(line);
    chart->createDefaultAxes();
    QChartView view(chart);
    view.resize(1440, 900);
    const EndAtFirstSeries end(*view.viewport(), [] { return true; });
    view.show();
    return QApplication::exec();
}

int startWindow(const QString& run, const QString& history)
{
    Theme theme;
    theme.choose(ThemeChoice::Light);
    Languages languages;
    languages.choose(QStringLiteral("en"));
    MainWindow window(theme, languages,
                      {.history = {.url = {}, .file = fs::path(history.toStdString())},
                       .remembersRuns = true,
                       .first = QStringList{run, run.section(u'/', 0, -2)},
                       .view = View::Iterations});
    window.resize(1440, 900);
    window.showSoon();
    auto* view = qobject_cast<IterationsView*>(window.viewWidget(View::Iterations));
    const QAbstractItemModel* runs = nullptr;
    for (const QTableView* table : window.findChildren<QTableView*>()) {
        runs = table->accessibleName() == QLatin1String("Runs") ? table->model() : runs;
    }
    std::vector<std::unique_ptr<EndAtFirstSeries>> ends;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, [&] {
        if (view->stack()->panes().empty()) {
            return;
        }
        ChartPane& pane = *view->stack()->panes().front();
        pane.update(); // painted as soon as both are there
        if (!ends.empty()) {
            return;
        }
        ends.push_back(std::make_unique<EndAtFirstSeries>(
            pane, [&pane, runs] { return !pane.scene()->isEmpty() && runs->rowCount() == kRuns; }));
    });
    look.start(1);
    return QApplication::exec();
}

std::vector<Times> startRows(const QString& program)
{
    const TempDir scratch;
    const QString run = manyRuns(scratch);
    const QString history = rememberAll(scratch, run);
    Times window{"start_window", 0, 2, "start_empty", {}};
    Times empty{"start_empty", 0, 0, "start_empty", {}};
    for (int round = 0; round < kRounds; ++round) {
        const Sample a = runProcess(program, {QStringLiteral("--start-window"), run, history});
        const Sample b = runProcess(program, {QStringLiteral("--start-empty")});
        if (round > 0) {
            window.all.push_back(a);
            empty.all.push_back(b);
        }
    }
    return {window, empty};
}

} // namespace soak::ui
