// SPDX-License-Identifier: GPL-3.0-or-later
// Many small upright rectangles at once: the columns of a dense line, the ticks of deltas.
#pragma once

#include <QColor>
#include <QPainter>
#include <QRectF>

#include <vector>

namespace soak::ui
{

// On pixels each bar is moved to whole ones, at least one wide and high, without smoothing: five
// times as fast, and no paler. A picture of lines (SVG, PDF, a recording) has them as they are.
void fillBars(QPainter& painter, const std::vector<QRectF>& bars, const QColor& colour);

} // namespace soak::ui
