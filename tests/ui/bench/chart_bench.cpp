// SPDX-License-Identifier: GPL-3.0-or-later
// Four linked charts of a million points under wheel and drag, a moving cursor, a growing run:
// times on the GUI thread to the end of the last paint, beside an empty QtCharts window.
#include "core/analysis/recorded_profile.h"
#include "ui/charts/chart_stack.h"
#include "ui/charts/series.h"

#include <QApplication>
#include <QChartView>
#include <QElapsedTimer>
#include <QLineSeries>
#include <QMouseEvent>
#include <QStyleFactory>
#include <QValueAxis>
#include <QWheelEvent>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace soak::ui
{
namespace
{

constexpr std::array kKpis{Metric::P95LatencyMs, Metric::RiskRatio, Metric::NetBps,
                           Metric::MakerTakerRatio};
constexpr int kRows = 1'000'000;
constexpr int kEvents = 300;
constexpr int kAppends = 250; // five seconds of fifty

struct Times {
    std::string name;
    double budgetMs = 0; // at p99; 0 = none
    std::vector<double> ms;

    [[nodiscard]] double at(double share) const
    {
        std::vector<double> sorted = ms;
        std::sort(sorted.begin(), sorted.end());
        const auto last = static_cast<double>(sorted.size() - 1);
        return sorted.at(static_cast<std::size_t>(std::lround(share * last)));
    }
};

// A random walk with one spike in a hundred values and a hundred gaps.
MetricValues valuesAt(int k, std::mt19937_64& random, std::array<double, 4>& walk)
{
    std::normal_distribution<double> step;
    std::uniform_real_distribution<double> share;
    MetricValues values{};
    constexpr int kGapEvery = kRows / 100;
    if (k % kGapEvery < 40) {
        return values;
    }
    for (std::size_t i = 0; i < kKpis.size(); ++i) {
        walk[i] += 0.01 * step(random) - walk[i] * 1e-4;
        const double spike = share(random) < 0.01 ? 3 * step(random) : 0;
        values[indexOf(kKpis[i])] = 100 + walk[i] * 20 + spike * 20;
    }
    return values;
}

std::shared_ptr<const SoakRun> longRun(int rows)
{
    std::mt19937_64 random(7);
    std::array<double, 4> walk{};
    auto run = std::make_shared<SoakRun>();
    run->table.reserve(static_cast<std::size_t>(rows));
    for (int k = 1; k <= rows; ++k) {
        run->table.append(k, valuesAt(k, random, walk), std::nullopt);
    }
    run->info.emplace();
    run->info->phases = {.enabled = true, .warmupIterations = 20'000, .rampdownIterations = 9'000};
    return run;
}

// 10 000 deltas, and a guard at each hundredth of them.
std::shared_ptr<const std::vector<RunEvent>> manyEvents(int rows)
{
    auto events = std::make_shared<std::vector<RunEvent>>();
    for (int i = 0; i < 10'000; ++i) {
        const int at = 1 + i * (rows / 10'000);
        events->push_back({at, at, EventKind::DeltaApplied, {}, {}, {}});
        if (i % 100 == 0) {
            events->push_back({at, at, EventKind::GuardOn, {}, "latency_hard", {}});
            events->push_back({at + 40, at + 40, EventKind::GuardOff, {}, "latency_hard", {}});
        }
    }
    return events;
}

RunLine lineOf(const std::shared_ptr<const SoakRun>& run)
{
    RunLine line;
    line.identity = QStringLiteral("long");
    line.label = line.identity;
    line.run = run;
    auto judgement = std::make_shared<Judgement>();
    judgement->run = run;
    judgement->profile = missionProfile();
    for (const GateSpec& gate : judgement->profile.gates) {
        judgement->gates.emplace_back();
        judgement->gates.back().gate = gate;
    }
    line.judgement = judgement;
    line.events = manyEvents(kRows);
    line.cache = std::make_shared<SeriesCache>();
    return line;
}

double timed(const std::function<void()>& work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void wheel(QWidget& on, QPointF at, int delta)
{
    QWheelEvent event(at, on.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&on, &event);
}

void mouse(QWidget& on, QEvent::Type type, QPointF at, Qt::MouseButtons buttons,
           Qt::KeyboardModifiers modifiers)
{
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, on.mapToGlobal(at), button, buttons, modifiers);
    QCoreApplication::sendEvent(&on, &event);
}

class Bench final
{
public:
    Bench()
    {
        m_theme.choose(ThemeChoice::Light);
        m_stack.resize(750, 560);
        showScenes();
        m_stack.show();
        QCoreApplication::processEvents();
    }

    // Zooms and pans, each to the end of the fourth paint.
    Times wheelAndDrag()
    {
        Times times{"wheel_and_drag_4x1M", 16, {}};
        std::mt19937 random(11);
        std::uniform_real_distribution<double> share(0.05, 0.95);
        ChartPane& pane = *m_stack.panes().front();
        for (int i = 0; i < kEvents; ++i) {
            const QRectF plot = pane.plotRect();
            const QPointF at(plot.left() + share(random) * plot.width(), plot.center().y());
            const bool isDrag = i % 3 == 2;
            if (isDrag) {
                mouse(pane, QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::ShiftModifier);
                mouse(pane, QEvent::MouseMove, at + QPointF(6, 0), Qt::LeftButton,
                      Qt::ShiftModifier);
            }
            const QPointF to = at + QPointF(share(random) * 60 - 30, 0);
            times.ms.push_back(timed([&] {
                if (isDrag) {
                    mouse(pane, QEvent::MouseMove, to, Qt::LeftButton, Qt::ShiftModifier);
                } else {
                    wheel(pane, at, i % 24 < 12 ? 120 : -120);
                }
            }));
            if (isDrag) {
                mouse(pane, QEvent::MouseButtonRelease, to, {}, Qt::ShiftModifier);
            }
        }
        return times;
    }

    Times cursorMoves()
    {
        Times times{"cursor_move", 1, {}};
        m_stack.showAll();
        QCoreApplication::processEvents();
        ChartPane& pane = *m_stack.panes().front();
        const QRectF plot = pane.plotRect();
        for (int i = 0; i < kEvents; ++i) {
            const QPointF at(plot.left() + plot.width() * i / kEvents, plot.center().y());
            times.ms.push_back(
                timed([&] { mouse(pane, QEvent::MouseMove, at, {}, Qt::NoModifier); }));
        }
        return times;
    }

    // One value more in each chart: new scenes over what is known, and their paint.
    Times appends()
    {
        Times times{"append_at_1M", 4, {}};
        std::mt19937_64 random(13);
        std::array<double, 4> walk{};
        auto grown = std::make_shared<SoakRun>(*m_line.run);
        for (int i = 0; i < kAppends; ++i) {
            grown->table.append(kRows + i + 1, valuesAt(kRows + i + 1, random, walk), {});
            m_line.run = grown;
            times.ms.push_back(timed([&] { showScenes(); }));
        }
        return times;
    }

private:
    void showScenes()
    {
        std::vector<SceneRef> scenes;
        for (const Metric metric : kKpis) {
            scenes.push_back(metricScene({&m_line, 1}, metric));
        }
        const PlotRange domain = domainOf({&m_line, 1});
        m_stack.setDomain(domain);
        m_stack.setScenes(scenes);
        if (!m_lanes) {
            m_lanes = laneScene(m_line, domain, [](const Sentence&) { return QString(); });
            m_stack.setLanes(m_lanes);
        }
    }

    Theme m_theme;
    Selection m_selection;
    RunLine m_line = lineOf(longRun(kRows));
    ChartStack m_stack{m_selection, m_theme};
    LaneSceneRef m_lanes;
};

// Four charts of QtCharts with axes and two points each: what its layout and paint alone cost.
Times emptyCharts()
{
    Times times{"empty_qtcharts", 0, {}};
    QWidget window;
    window.resize(750, 560);
    std::vector<QChartView*> views;
    std::vector<QValueAxis*> axes;
    for (int i = 0; i < 4; ++i) {
        auto* chart = new QChart;
        chart->setAnimationOptions(QChart::NoAnimation);
        chart->legend()->hide();
        auto* line = new QLineSeries;
        line->replace(QList<QPointF>{{0, 0}, {1, 1}});
        chart->addSeries(line);
        axes.push_back(new QValueAxis);
        chart->addAxis(axes.back(), Qt::AlignBottom);
        line->attachAxis(axes.back());
        views.push_back(new QChartView(chart, &window));
        views.back()->setGeometry(0, 120 * i, 750, 118);
    }
    window.show();
    QCoreApplication::processEvents();
    for (int i = 0; i < kEvents; ++i) {
        times.ms.push_back(timed([&] {
            for (QValueAxis* axis : axes) {
                axis->setRange(0, 1 + i % 50);
            }
        }));
    }
    return times;
}

int report(const std::vector<Times>& all)
{
    nlohmann::json rows = nlohmann::json::array();
    bool isWithin = true;
    std::fprintf(stderr, "%-24s %9s %9s %9s %9s\n", "what", "p50 ms", "p99 ms", "max ms", "budget");
    for (const Times& times : all) {
        const double p99 = times.at(0.99);
        const bool isKept = times.budgetMs == 0 || p99 <= times.budgetMs;
        isWithin = isWithin && isKept;
        std::fprintf(stderr, "%-24s %9.2f %9.2f %9.2f %9.0f%s\n", times.name.c_str(), times.at(0.5),
                     p99, times.at(1), times.budgetMs, isKept ? "" : "  over");
        rows.push_back({{"name", times.name},
                        {"p50_ms", times.at(0.5)},
                        {"p99_ms", p99},
                        {"max_ms", times.at(1)},
                        {"budget_p99_ms", times.budgetMs},
                        {"within", isKept},
                        {"p99_of_empty_qtcharts", p99 / all.back().at(0.99)}});
    }
    std::printf("%s\n",
                nlohmann::json{{"schema", "chart_bench/1"}, {"rows", rows}}.dump(2).c_str());
    return isWithin ? 0 : 1;
}

} // namespace
} // namespace soak::ui

int main(int argc, char** argv)
{
    using namespace soak::ui;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QLocale::setDefault(QLocale::c());
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setFont(QFont(QStringLiteral("DejaVu Sans")));
    std::vector<Times> all;
    {
        Bench bench;
        all.push_back(bench.wheelAndDrag());
        all.push_back(bench.cursorMoves());
        all.push_back(bench.appends());
    }
    all.push_back(emptyCharts());
    return report(all);
}
