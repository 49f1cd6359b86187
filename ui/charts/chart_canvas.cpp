// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_canvas.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QPainter>
#include <QSignalBlocker>
#include <QValueAxis>

#include <limits>

namespace soak::ui
{

// A scene without a view: the pane keeps what was drawn as a pixmap, so that a moving cursor costs
// no drawing of lines.
struct ChartCanvas::Parts {
    QGraphicsScene scene;
    QChart* chart = nullptr;
    QValueAxis* x = nullptr;
    QValueAxis* y = nullptr;
    std::vector<QLineSeries*> lines;
};

namespace
{

QValueAxis* bareAxis()
{
    auto* axis = new QValueAxis;
    axis->setVisible(false); // ticks, grid and lettering are the frame's
    return axis;
}

} // namespace

ChartCanvas::ChartCanvas() : m_parts(std::make_unique<Parts>())
{
    m_parts->chart = new QChart;
    QChart& chart = *m_parts->chart;
    chart.setAnimationOptions(QChart::NoAnimation);
    chart.legend()->hide();
    chart.setBackgroundVisible(false);
    chart.setPlotAreaBackgroundVisible(false);
    chart.setMargins({});
    chart.layout()->setContentsMargins(0, 0, 0, 0);
    m_parts->scene.addItem(&chart);
    m_parts->x = bareAxis();
    m_parts->y = bareAxis();
    chart.addAxis(m_parts->x, Qt::AlignBottom);
    chart.addAxis(m_parts->y, Qt::AlignLeft);
}

ChartCanvas::~ChartCanvas() = default;

void ChartCanvas::place(const ChartFrame& frame)
{
    QChart& chart = *m_parts->chart;
    if (chart.size() != frame.card.size()) {
        chart.resize(frame.card.size());
        m_parts->scene.setSceneRect(frame.card);
    }
    if (chart.plotArea() != frame.plot) {
        chart.setPlotArea(frame.plot);
    }
    m_parts->x->setRange(frame.x.low, frame.x.high);
    m_parts->y->setRange(frame.y.low, frame.y.high);
}

void ChartCanvas::fill(const ChartFrame& frame, const std::vector<SeriesShape>& shapes,
                       const std::vector<QPen>& pens, const std::vector<std::size_t>& order)
{
    std::vector<QLineSeries*>& lines = m_parts->lines;
    while (lines.size() < shapes.size()) {
        auto* line = new QLineSeries;
        m_parts->chart->addSeries(line);
        line->attachAxis(m_parts->x);
        line->attachAxis(m_parts->y);
        lines.push_back(line);
    }
    while (lines.size() > shapes.size()) {
        m_parts->chart->removeSeries(lines.back());
        delete lines.back();
        lines.pop_back();
    }
    const QPointF hole(std::numeric_limits<double>::quiet_NaN(),
                       std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t series = order[i]; // QtCharts draws the lines in theirs
        QList<QPointF> points;
        for (const std::vector<QPointF>& piece : shapes[series].pieces) {
            if (piece.size() < 2) {
                continue; // a lone point would not be seen here: it is a dot of the painter
            }
            if (!points.isEmpty()) {
                points.append(hole); // QLineSeries breaks at a NaN
            }
            for (const QPointF& point : piece) {
                points.append({frame.iterationAt(point.x()), frame.valueAt(point.y())});
            }
        }
        lines[i]->setPen(pens[series]);
        lines[i]->replace(points);
    }
}

void ChartCanvas::paint(QPainter& painter, const ChartFrame& frame,
                        const std::vector<SeriesShape>& shapes, const std::vector<QPen>& pens,
                        const std::vector<std::size_t>& order)
{
    // The lines are empty while the axes move: setting a range makes every line anew.
    for (QLineSeries* line : m_parts->lines) {
        line->replace(QList<QPointF>());
    }
    place(frame);
    fill(frame, shapes, pens, order);
    m_parts->chart->layout()->activate();
    m_parts->scene.render(&painter, frame.card, frame.card);
}

} // namespace soak::ui
