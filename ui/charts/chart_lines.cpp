// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a chart, and the bands of those that are not drawn.
#include "ui/charts/chart_painter.h"
#include "ui/charts/clipped_line.h"
#include "ui/charts/pixel_bars.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr std::size_t kManySeries = 8;
constexpr float kPale = 0.22F;      // of lines beside the highlighted one
constexpr float kOuterBand = 0.16F; // of an envelope: lowest to highest
constexpr float kInnerBand = 0.26F; // quartiles

} // namespace

QPen penOf(const ChartScene& scene, const ChartSeries& series, Tone tone,
           const QString& highlighted)
{
    const bool isMany = scene.series.size() > kManySeries;
    double width = isMany ? 1.0 : 1.5;
    if (series.isBaseline && scene.series.size() > 1) {
        width += 0.75;
    }
    QColor colour = runColour(tone, series.slot);
    if (!highlighted.isEmpty() && series.run == highlighted) {
        width += 1;
    } else if (!highlighted.isEmpty()) {
        colour.setAlphaF(kPale);
    }
    // A line of one pixel without joins is painted several times as fast, and looks the same.
    QPen pen(colour, width, dashOf(series.slot), isMany ? Qt::FlatCap : Qt::RoundCap,
             isMany ? Qt::BevelJoin : Qt::RoundJoin);
    pen.setCosmetic(false);
    return pen;
}

QPen draggedPen(QPen pen)
{
    pen.setStyle(Qt::SolidLine);
    return pen;
}

std::vector<std::size_t> paintOrder(const ChartScene& scene, const QString& highlighted)
{
    std::vector<std::size_t> order;
    for (std::size_t i = scene.series.size(); i-- > 0;) {
        order.push_back(i);
    }
    // Not std::ranges: what that returns, clang 14 does not compile.
    // A thinner line over that of the baseline is seen where both go the same way.
    std::stable_partition(order.begin(), order.end(),
                          [&](std::size_t i) { return scene.series[i].isBaseline; });
    std::stable_partition(order.begin(), order.end(), [&](std::size_t i) {
        return highlighted.isEmpty() || scene.series[i].run != highlighted;
    });
    return order;
}

void paintEnvelope(QPainter& painter, const ChartScene& scene, const ChartFrame& frame, Tone tone)
{
    if (!scene.envelope) {
        return;
    }
    const std::vector<EnvelopePoint>& all = *scene.envelope;
    const auto first = std::ranges::lower_bound(all, frame.x.low - 1, {}, &EnvelopePoint::x);
    const auto last = std::ranges::upper_bound(all, frame.x.high + 1, {}, &EnvelopePoint::x);
    const auto band = [&](double EnvelopePoint::*low, double EnvelopePoint::*high) {
        QPolygonF polygon;
        for (auto point = first; point != last; ++point) {
            polygon << QPointF(frame.px(point->x), frame.py((*point).*high));
        }
        for (auto point = last; point != first;) {
            --point;
            polygon << QPointF(frame.px(point->x), frame.py((*point).*low));
        }
        return polygon;
    };
    painter.save();
    painter.setClipRect(frame.plot, Qt::IntersectClip);
    painter.setPen(Qt::NoPen);
    QColor fill = colourOf(tone, Ink::Muted);
    fill.setAlphaF(kOuterBand);
    painter.setBrush(fill);
    painter.drawPolygon(band(&EnvelopePoint::min, &EnvelopePoint::max));
    fill.setAlphaF(kInnerBand);
    painter.setBrush(fill);
    painter.drawPolygon(band(&EnvelopePoint::q1, &EnvelopePoint::q3));
    QPolygonF middle;
    for (auto point = first; point != last; ++point) {
        middle << QPointF(frame.px(point->x), frame.py(point->median));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colourOf(tone, Ink::Muted), 1, Qt::DotLine));
    painter.drawPolyline(middle);
    painter.restore();
}

void paintLine(QPainter& painter, const SeriesShape& shape, const QRectF& plot, const QPen& pen)
{
    painter.save();
    painter.setClipRect(plot, Qt::IntersectClip);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    for (const std::vector<QPointF>& piece : shape.pieces) {
        if (piece.size() < 2) {
            continue; // a dot
        }
        for (const std::vector<QPointF>& part : clippedLine(piece, plot)) {
            painter.drawPolyline(part.data(), static_cast<int>(part.size()));
        }
    }
    if (!shape.columns.empty()) {
        fillBars(painter, shape.columns, pen.color());
    }
    painter.restore();
}

} // namespace soak::ui
