// SPDX-License-Identifier: GPL-3.0-or-later
// Lines cut at the edge of a plot by geometry: SVG as Qt writes it knows no clipping.
#pragma once

#include <QPointF>
#include <QRectF>

#include <vector>

namespace soak::ui
{

// The parts of the polyline `points` inside `rect`; one part, the whole line, where nothing lies
// outside.
std::vector<std::vector<QPointF>> clippedLine(const std::vector<QPointF>& points,
                                              const QRectF& rect);

} // namespace soak::ui
