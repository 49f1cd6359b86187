// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes and shapes of a DistributionChart, a run above the other.
#include "ui/compare/distribution_chart.h"

#include <QPainter>

#include <algorithm>

namespace soak::ui
{

void DistributionChart::paintBoxes(QPainter& painter, const Layout& layout, Tone tone) const
{
    constexpr double kBox = 0.28; // of the band, to both sides
    constexpr double kOutlier = 2;
    const ComparedDistribution& all = *distribution();
    const PlainAxes& axes = layout.axes;
    for (std::size_t row = 0; row < layout.rows; ++row) {
        if (!all.boxes[row]) {
            continue;
        }
        const BoxStatistics& box = *all.boxes[row];
        const double y = layout.middleOf(row);
        const double half = std::max(3.0, layout.band * kBox);
        painter.setPen(QPen(inkOf(m_runs[row], tone, m_selection.highlighted()), 1.5));
        painter.drawLine(QPointF(axes.px(box.whiskerLow), y), QPointF(axes.px(box.q1), y));
        painter.drawLine(QPointF(axes.px(box.q3), y), QPointF(axes.px(box.whiskerHigh), y));
        painter.drawRect(
            QRectF(QPointF(axes.px(box.q1), y - half), QPointF(axes.px(box.q3), y + half)));
        painter.drawLine(QPointF(axes.px(box.median), y - half),
                         QPointF(axes.px(box.median), y + half));
        for (const double end : {box.whiskerLow, box.whiskerHigh}) {
            painter.drawLine(QPointF(axes.px(end), y - half / 2),
                             QPointF(axes.px(end), y + half / 2));
        }
        for (const double value : box.outliers) {
            painter.drawEllipse(QPointF(axes.px(value), y), kOutlier, kOutlier);
        }
    }
}

void DistributionChart::paintShapes(QPainter& painter, const Layout& layout, Tone tone) const
{
    constexpr double kShape = 0.45; // of the band, to both sides
    const ComparedDistribution& all = *distribution();
    const PlainAxes& axes = layout.axes;
    for (std::size_t row = 0; row < layout.rows; ++row) {
        const std::vector<DensityPoint>& density = all.densities[row];
        const double y = layout.middleOf(row);
        QColor colour = inkOf(m_runs[row], tone, m_selection.highlighted());
        painter.setPen(QPen(colour, 1.5));
        if (!density.empty()) {
            const double most =
                std::ranges::max_element(density, {}, &DensityPoint::density)->density;
            QPolygonF shape;
            const auto at = [&](const DensityPoint& point, double side) {
                return QPointF(axes.px(point.value),
                               y + side * kShape * layout.band * point.density / most);
            };
            for (const DensityPoint& point : density) {
                shape << at(point, -1);
            }
            for (std::size_t i = density.size(); i-- > 0;) {
                shape << at(density[i], 1);
            }
            colour.setAlphaF(colour.alphaF() * 0.18F);
            painter.setBrush(colour);
            painter.drawPolygon(shape);
            painter.setBrush(Qt::NoBrush);
        }
        if (all.boxes[row]) {
            const double x = axes.px(all.boxes[row]->median);
            painter.drawLine(QPointF(x, y - layout.band / 4), QPointF(x, y + layout.band / 4));
        }
    }
}

} // namespace soak::ui
