// SPDX-License-Identifier: GPL-3.0-or-later
// A card with a title and two axes, for the charts of the compare view that are not over
// iterations. Pure geometry and lettering, in pixels.
#pragma once

#include "ui/charts/chart_frame.h"
#include "ui/compare/compare_desk.h"

class QPainter;

namespace soak::ui
{

// A run as these charts draw it.
struct RunInk {
    QString identity;
    QString label;
    std::size_t slot = 0;
    bool operator==(const RunInk&) const = default;
};

// In the order of `runs`.
std::vector<RunInk> inksOf(const std::vector<ComparedInput>& runs, const CompareDesk& desk,
                           const ViewContext& context);

// The colour of a run, pale while another one is highlighted.
QColor inkOf(const RunInk& run, Tone tone, const QString& highlighted);

struct PlainAxes {
    QRectF card;
    QRectF plot;
    PlotRange x;
    PlotRange y;
    Ticks xTicks;
    Ticks yTicks;
    std::vector<ChartLabel> labels;

    [[nodiscard]] double px(double value) const
    {
        return plot.left() + (value - x.low) / (x.high - x.low) * plot.width();
    }

    [[nodiscard]] double valueAt(double px) const
    {
        return x.low + (px - plot.left()) / plot.width() * (x.high - x.low);
    }

    [[nodiscard]] double py(double value) const
    {
        return plot.bottom() - (value - y.low) / (y.high - y.low) * plot.height();
    }
};

struct AxesWish {
    QSizeF size;
    QString title;
    QString xTitle; // under the numbers; "" = none
    PlotRange x;
    PlotRange y;
    bool hasYNumbers = true;
    double left = 0;  // room left of the plot at least
    double right = 0; // and right of it
    Tone tone = Tone::Light;
};

PlainAxes axesFor(const AxesWish& wish);

// Card, grid and lettering.
void paintAxes(QPainter& painter, const PlainAxes& axes, Tone tone);
// An upright target line with its value above; nothing where it lies outside.
void paintTarget(QPainter& painter, const PlainAxes& axes, const ChartThreshold& target, Tone tone);
ChartLabel targetLabel(const PlainAxes& axes, const ChartThreshold& target, Tone tone);
// What is said in the middle of a plot without anything in it.
ChartLabel emptyLabel(const QRectF& room, const QString& text, Tone tone);
// At the right of the title, muted.
void addBadgeText(PlainAxes& axes, const QString& text, Tone tone);
// A card with its title alone; the plot is the rest.
PlainAxes bareCard(QSizeF size, const QString& title, Tone tone);

} // namespace soak::ui
