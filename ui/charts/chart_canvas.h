// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a chart on screen, drawn by QtCharts. This header names none of its types: they stay
// in chart_canvas.cpp, so that another library can take their place.
#pragma once

#include "ui/charts/series_shape.h"

#include <QPen>

#include <memory>
#include <vector>

class QPainter;

namespace soak::ui
{

class ChartCanvas final
{
public:
    ChartCanvas();
    ~ChartCanvas();
    ChartCanvas(const ChartCanvas&) = delete;
    ChartCanvas& operator=(const ChartCanvas&) = delete;

    // Draws the pieces of `shapes` (columns are the painter's business) inside the frame's plot, in
    // this order.
    void paint(QPainter& painter, const ChartFrame& frame, const std::vector<SeriesShape>& shapes,
               const std::vector<QPen>& pens, const std::vector<std::size_t>& order);

private:
    struct Parts;

    void place(const ChartFrame& frame);
    void fill(const ChartFrame& frame, const std::vector<SeriesShape>& shapes,
              const std::vector<QPen>& pens, const std::vector<std::size_t>& order);

    std::unique_ptr<Parts> m_parts;
};

} // namespace soak::ui
