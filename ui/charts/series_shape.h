// SPDX-License-Identifier: GPL-3.0-or-later
// From a series to what is drawn of it in a frame, in pixels.
#pragma once

#include "ui/charts/chart_frame.h"

#include <QPointF>

#include <vector>

namespace soak::ui
{

struct SeriesShape {
    std::vector<std::vector<QPointF>> pieces; // lines, broken where a value is missing
    std::vector<QPointF> dots;                // points seen by themselves; lone ones always
    std::vector<QRectF> columns;              // of a pyramid: lowest to highest of a pixel column
    std::vector<PlotExtent> bins;             // those columns, empty ones too
    std::size_t shown = 0;                    // points that stand for values
    std::size_t total = 0;                    // values in the frame

    [[nodiscard]] bool isThinned() const { return shown < total; }
};

// What is seen, and one point beyond each side. No extreme is lost: more than two values a pixel
// column are thinned to its first, lowest, highest and last (core/report/plot.h), above
// kPyramidRows to lowest and highest. `pixelRatio`: device pixels per pixel.
SeriesShape shapeOf(const ChartSeries& series, const ChartFrame& frame, double pixelRatio = 1);

// The same of a series that has grown since `before` was made of it for the same frame: columns
// left of `from` (an iteration) are taken from there.
SeriesShape shapeOfGrown(const ChartSeries& series, const ChartFrame& frame, double pixelRatio,
                         const SeriesShape& before, int from);

// What of it is to be painted where only `part` is: the columns that touch it or stand right of it,
// and all dots.
SeriesShape partOf(const SeriesShape& shape, const QRectF& part);

} // namespace soak::ui
