// SPDX-License-Identifier: GPL-3.0-or-later
// Where the axes and lines of ParallelChart stand, and how its axes are called: for its sources.
#pragma once

#include "ui/compare/parallel_chart.h"

namespace soak::ui
{

QString axisTitle(const ParallelAxis& axis);
QString axisNumber(const ParallelAxis& axis, double value);

struct ParallelChart::Layout {
    PlainAxes card;
    QRectF plot;
    std::size_t first = 0;                   // axis that has room
    std::vector<double> x;                   // of the axes that have room
    std::vector<std::vector<QPointF>> lines; // by run; a hole ends a piece: lines hold NaN there
};

} // namespace soak::ui
