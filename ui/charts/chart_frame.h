// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything of a chart lies: plot, ticks and lettering, in pixels. Pure geometry, the same
// for the screen and for exports.
#pragma once

#include "ui/charts/chart_scene.h"
#include "ui/theme/colours.h"

#include <QColor>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace soak::ui
{

enum class LabelRole {
    Title,
    ReadOut,
    Badge,
    XTick,
    YTick,
    Threshold,
    Series,
    Change,
    Note,
    Empty
};

// A piece of lettering and the rectangle it fills.
struct ChartLabel {
    QString text;
    QRectF rect;
    LabelRole role = LabelRole::Note;
    QColor colour;
    bool isStrong = false;
    bool operator==(const ChartLabel&) const = default;
};

// What is asked of a frame. `plotLeft` and `plotRight` are the edges that a column shares.
struct FrameOptions {
    QSizeF size;
    double plotLeft = 0;
    double plotRight = 0;
    PlotRange x;                // iterations shown
    std::optional<PlotRange> y; // zoomed; absent: all values and thresholds
    bool hasAxis = true;        // iteration numbers under the plot
    double reservedRight = 0;   // of the title row: buttons
    Tone tone = Tone::Light;
};

struct ChartFrame {
    QRectF card;
    QRectF plot;
    PlotRange x;
    PlotRange y;
    Ticks xTicks;
    Ticks yTicks;
    std::vector<ChartLabel> labels; // all but the read-out, which follows the cursor

    // Linear, also outside of the plot.
    [[nodiscard]] double px(double iteration) const
    {
        return plot.left() + (iteration - x.low) / (x.high - x.low) * plot.width();
    }

    [[nodiscard]] double py(double value) const
    {
        return plot.bottom() - (value - y.low) / (y.high - y.low) * plot.height();
    }

    [[nodiscard]] double iterationAt(double pixel) const
    {
        return x.low + (pixel - plot.left()) / plot.width() * (x.high - x.low);
    }

    [[nodiscard]] double valueAt(double pixel) const
    {
        return y.low + (plot.bottom() - pixel) / plot.height() * (y.high - y.low);
    }
};

// The gutter right of the plot, for thresholds, and the padding beyond it.
inline constexpr double kRightGutter = 48;
inline constexpr double kCardPadding = 8;

// How many pixels left of the plot the numbers of `scene` need in a chart of this height.
double leftGutter(const ChartScene& scene, double height, bool hasAxis,
                  const std::optional<PlotRange>& y);

ChartFrame layOut(const ChartScene& scene, const FrameOptions& options);

// All values and thresholds with a margin of 5 %; the range of the HTML report.
PlotRange valueRange(const ChartScene& scene);

// The ticks of iterations over `pixels` of width.
Ticks iterationTicks(PlotRange x, double pixels);
// Their lettering, centred under the ticks, the top of the text at `top`.
std::vector<ChartLabel> iterationLabels(const Ticks& ticks, const PlotScale& scale, double top,
                                        const QColor& colour);

// Puts `text` left of the badges of the title row, unless there is no room.
void addBadge(ChartFrame& frame, const QString& text, Tone tone, double reservedRight);

// "≤ 340"
QString thresholdText(const ChartThreshold& threshold);

double textWidth(const QString& text, bool isStrong = false);
double textHeight(bool isStrong = false);

// A text of its own size whose left edge and vertical centre are given.
ChartLabel labelAt(const QString& text, double left, double centre, LabelRole role,
                   const QColor& colour, bool isStrong = false);

} // namespace soak::ui
