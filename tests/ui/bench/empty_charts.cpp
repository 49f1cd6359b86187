// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/bench/rows.h"

#include <QChartView>
#include <QCoreApplication>
#include <QLineSeries>
#include <QValueAxis>

namespace soak::ui
{

Times emptyCharts()
{
    constexpr int kEvents = 300;
    Times times{"empty_qtcharts", 0, 0, {}, {}};
    QWidget window;
    window.resize(750, 560);
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
        auto* view = new QChartView(chart, &window);
        view->setGeometry(0, 120 * i, 750, 118);
    }
    window.show();
    QCoreApplication::processEvents();
    for (int i = 0; i < kEvents; ++i) {
        times.all.push_back(timed([&] {
            for (QValueAxis* axis : axes) {
                axis->setRange(0, 1 + i % 50);
            }
        }));
    }
    return times;
}

} // namespace soak::ui
