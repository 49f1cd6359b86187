// SPDX-License-Identifier: GPL-3.0-or-later
// Four linked charts of the long run in a window, and input for them.
#pragma once

#include "core/base/result.h"
#include "tests/ui/bench/long_run.h"
#include "ui/charts/chart_stack.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QWheelEvent>

#include <random>

namespace soak::ui
{

inline constexpr int kBenchEvents = 300;

inline void sendMouse(QWidget& on, QEvent::Type type, QPointF at, Qt::MouseButtons buttons,
                      Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, on.mapToGlobal(at), button, buttons, modifiers);
    QCoreApplication::sendEvent(&on, &event);
}

inline void sendWheel(QWidget& on, QPointF at, int delta)
{
    QWheelEvent event(at, on.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&on, &event);
}

class BenchStack final
{
public:
    BenchStack()
    {
        m_theme.choose(ThemeChoice::Light);
        stack.resize(750, 560);
        showScenes();
        stack.show();
        QCoreApplication::processEvents();
    }

    // One value more in each chart: new scenes over what is known.
    void grow()
    {
        run.grow();
        showScenes();
    }

    // Zooms and pans at random places, always the same ones: `measure(work)` runs the work of each
    // and says whether it counts. One that runs into an end of the run shows nothing else than
    // before.
    template <typename Measure>
    void wheelAndDrag(const Measure& measure)
    {
        std::mt19937 random(11);
        std::uniform_real_distribution<double> share(0.05, 0.95);
        ChartPane& pane = *stack.panes().front();
        int counted = 0;
        for (int i = 0; counted < kBenchEvents; ++i) {
            SOAK_ASSERT(i < 2 * kBenchEvents);
            const QRectF plot = pane.plotRect();
            const QPointF at(plot.left() + share(random) * plot.width(), plot.center().y());
            const QPointF to = at + QPointF(10 + share(random) * 30, 0) * (i % 2 == 0 ? 1 : -1);
            if (i % 3 != 2 || isWhole()) {
                const bool isIn = i % 24 < 12 || isWhole();
                counted += measure([&] { sendWheel(pane, at, isIn ? 120 : -120); }) ? 1 : 0;
                continue;
            }
            sendMouse(pane, QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::ShiftModifier);
            counted += measure([&] {
                sendMouse(pane, QEvent::MouseMove, to, Qt::LeftButton, Qt::ShiftModifier);
            })
                           ? 1
                           : 0;
            sendMouse(pane, QEvent::MouseButtonRelease, to, {}, Qt::ShiftModifier);
        }
    }

    LongRun run{kBenchRows};

private:
    [[nodiscard]] bool isWhole() const
    {
        const PlotRange shown = stack.shownRange();
        const PlotRange all = stack.panes().front()->scene()->domain;
        return shown.low <= all.low && shown.high >= all.high;
    }

    void showScenes()
    {
        const RunLine& line = run.line();
        const PlotRange domain = domainOf({&line, 1});
        std::vector<SceneRef> scenes;
        for (const Metric metric : kBenchKpis) {
            scenes.push_back(metricScene({&line, 1}, metric));
        }
        stack.setDomain(domain);
        stack.setScenes(scenes);
        stack.setLanes(laneScene(line, domain, [](const Sentence&) { return QString(); }));
    }

    Theme m_theme;
    Selection m_selection;

public:
    ChartStack stack{m_selection, m_theme};
};

} // namespace soak::ui
