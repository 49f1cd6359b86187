// SPDX-License-Identifier: GPL-3.0-or-later
// A column of charts with its strips, for the tests of both.
#pragma once

#include "tests/ui/charts/chart_samples.h"
#include "ui/charts/chart_stack.h"

#include <QTest>
#include <QWheelEvent>
#include <gtest/gtest.h>

#include <array>

namespace soak::ui
{

inline constexpr std::array kKpis{Metric::P95LatencyMs, Metric::RiskRatio, Metric::NetBps,
                                  Metric::MakerTakerRatio};

class ChartStackTest : public testing::Test
{
protected:
    ChartStackTest() { m_theme.choose(ThemeChoice::Light); }

    void show(const std::vector<RunLine>& lines, QSize size = {750, 560})
    {
        m_selection.setPrimary(lines.front().identity);
        std::vector<SceneRef> scenes;
        for (const Metric metric : kKpis) {
            scenes.push_back(metricScene(lines, metric));
        }
        m_stack.setDomain(domainOf(lines));
        m_stack.setScenes(scenes);
        m_stack.setLanes(laneScene(lines.front(), domainOf(lines), plain));
        m_stack.resize(size);
        m_stack.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&m_stack));
        QCoreApplication::processEvents();
    }

    ChartPane* pane(std::size_t index) { return m_stack.panes().at(index); }

    QPoint pointOf(const ChartPane& of, int iteration)
    {
        return {static_cast<int>(of.frame().px(iteration)),
                static_cast<int>(of.plotRect().center().y())};
    }

    void wheel(QWidget& on, QPoint at, int delta, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(at, on.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&on, &event);
    }

    Theme m_theme;
    Selection m_selection;
    ChartStack m_stack{m_selection, m_theme};
};

} // namespace soak::ui
