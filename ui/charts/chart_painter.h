// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a chart on anything that has a QPainter: the screen, a picture, a page.
#pragma once

#include "ui/charts/series_shape.h"

#include <QPen>

class QPainter;

namespace soak::ui
{

// The middle of the pixel, so that a line of one pixel is one pixel.
double crisp(double pixel);

// The part of the plot that is warm-up; empty where there is none.
QRectF warmUpRect(const ChartScene& scene, const ChartFrame& frame);

// What lies under the lines: card, plot, warm-up where it is told to be, fail side, grid.
void paintUnder(QPainter& painter, const ChartScene& scene, const ChartFrame& frame, Tone tone,
                const QRectF& warmUp);

// The line of one series; `isSmooth` off while dragging.
void paintLine(QPainter& painter, const SeriesShape& shape, const QRectF& plot, const QPen& pen);

// What lies over the lines: dots, thresholds, flags, guards, missing marks.
// `shapes`: one per series of the scene.
void paintOver(QPainter& painter, const ChartScene& scene, const ChartFrame& frame,
               const std::vector<SeriesShape>& shapes, Tone tone);

void paintLabels(QPainter& painter, const std::vector<ChartLabel>& labels);

// While a run is highlighted its line is thicker and the others are pale.
QPen penOf(const ChartScene& scene, const ChartSeries& series, Tone tone,
           const QString& highlighted = {});
// The same while it is dragged: dashes cost many times as much, and nobody tells them apart then.
QPen draggedPen(QPen pen);
// The order in which lines are painted: the primary run's over the others, that of a baseline,
// which is thick, under all, the highlighted one's over all.
std::vector<std::size_t> paintOrder(const ChartScene& scene, const QString& highlighted);

// The bands of runs that are not drawn as lines.
void paintEnvelope(QPainter& painter, const ChartScene& scene, const ChartFrame& frame, Tone tone);

// 45° lines over `rect`: as lines, so that vector formats keep them.
void paintHatch(QPainter& painter, const QRectF& rect, const QColor& colour, double step = 8);

} // namespace soak::ui
