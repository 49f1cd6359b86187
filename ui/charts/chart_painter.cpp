// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_painter.h"

#include "ui/charts/pixel_bars.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace soak::ui
{
namespace
{

constexpr double kCardRadius = 3;
constexpr double kDotRadius = 2;
constexpr double kRingRadius = 4;
constexpr double kFlagHeight = 6;
constexpr double kHeldHeight = 3;
constexpr double kTriangle = 7;
constexpr int kMiddleLightness = 150; // inks of the dark tone are lighter
constexpr float kGroundInk = 0.85F;

// The part of ascending `all` inside the frame.
std::span<const int> inside(std::span<const int> all, PlotRange x)
{
    const auto first = std::lower_bound(all.begin(), all.end(), x.low);
    const auto last = std::upper_bound(first, all.end(), x.high);
    return {first, last};
}

std::span<const int> spanOf(const QList<int>& list)
{
    return {list.constData(), static_cast<std::size_t>(list.size())};
}

// Left of it nothing is painted now.
double clipLeft(const QPainter& painter)
{
    return painter.hasClipping() ? painter.clipBoundingRect().left()
                                 : -std::numeric_limits<double>::infinity();
}

// The part of the frame's iterations that can be seen, when marks reach so many pixels beside
// theirs.
PlotRange seen(const QPainter& painter, const ChartFrame& frame, double reach)
{
    const double pixels = clipLeft(painter) - reach - frame.plot.left();
    const double from = frame.x.low + pixels / frame.plot.width() * (frame.x.high - frame.x.low);
    return {std::max(frame.x.low, from), frame.x.high};
}

PlotScale xScale(const ChartFrame& frame)
{
    return {frame.x, frame.plot.left(), frame.plot.right()};
}

void paintGrid(QPainter& painter, const ChartFrame& frame, Tone tone)
{
    painter.setPen(QPen(colourOf(tone, Ink::Grid), 1));
    for (const double tick : frame.yTicks.at) {
        const double y = crisp(frame.py(tick));
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
    }
}

// The side where the target is missed.
QRectF failSide(const ChartThreshold& threshold, const ChartFrame& frame)
{
    const double at = std::clamp(frame.py(threshold.value), frame.plot.top(), frame.plot.bottom());
    const bool failsBelow = threshold.op == GateOp::AtLeast || threshold.op == GateOp::Above;
    QRectF side = frame.plot;
    if (failsBelow) {
        side.setTop(at);
    } else {
        side.setBottom(at);
    }
    return side;
}

void paintOutsideOfSafe(QPainter& painter, const PlotRange& safe, const ChartFrame& frame,
                        Tone tone)
{
    const auto at = [&](double value) {
        return std::isfinite(value)
                   ? std::clamp(frame.py(value), frame.plot.top(), frame.plot.bottom())
               : value < 0 ? frame.plot.bottom()
                           : frame.plot.top();
    };
    const double top = at(safe.high);
    const double bottom = at(safe.low);
    const QColor hatch = colourOf(tone, Ink::Hatch);
    paintHatch(painter, {frame.plot.topLeft(), QPointF(frame.plot.right(), top)}, hatch);
    paintHatch(painter, {QPointF(frame.plot.left(), bottom), frame.plot.bottomRight()}, hatch);
    painter.setPen(QPen(colourOf(tone, Ink::Muted), 1, Qt::DotLine));
    for (const double y : {top, bottom}) {
        if (y > frame.plot.top() && y < frame.plot.bottom()) {
            painter.drawLine(QPointF(frame.plot.left(), crisp(y)),
                             QPointF(frame.plot.right(), crisp(y)));
        }
    }
}

void paintThresholds(QPainter& painter, const ChartScene& scene, const ChartFrame& frame, Tone tone)
{
    constexpr double kDash = 4; // in widths of the pen
    constexpr double kSpace = 3;
    constexpr double kWidth = 1.5;
    QPen pen(colourOf(tone, Ink::Threshold), kWidth);
    pen.setDashPattern({kDash, kSpace});
    painter.setPen(pen);
    // Dashes cost much, seen or not: from the last one before what is painted.
    constexpr double kPeriod = (kDash + kSpace) * kWidth;
    const double skipped =
        std::max(0.0, std::floor((clipLeft(painter) - frame.plot.left()) / kPeriod) - 1);
    const double left = frame.plot.left() + skipped * kPeriod;
    for (const ChartThreshold& threshold : scene.thresholds) {
        if (threshold.value >= frame.y.low && threshold.value <= frame.y.high &&
            left < frame.plot.right()) {
            const double y = crisp(frame.py(threshold.value));
            painter.drawLine(QPointF(left, y), QPointF(frame.plot.right(), y));
        }
    }
}

// Not verified: a hollow tick. Refused: one with a cross.
void paintOpenFlag(QPainter& painter, const ChartFrame& frame, double x, FlagKind kind, Tone tone)
{
    const double top = frame.plot.top();
    const double at = crisp(x);
    painter.setPen(QPen(colourOf(tone, Ink::Delta), 1));
    painter.drawRect(QRectF(at - 1.5, top + 0.5, 3, kFlagHeight - 1));
    if (kind == FlagKind::Refused) {
        painter.setPen(QPen(colourOf(tone, Ink::DeltaRefused), 1.2));
        painter.drawLine(QPointF(at - 3, top + 1), QPointF(at + 3, top + kFlagHeight + 1));
        painter.drawLine(QPointF(at + 3, top + 1), QPointF(at - 3, top + kFlagHeight + 1));
    }
}

// One flag a pixel: of those that fall together the one that says most. Ticks are painted at once,
// for a long run has one in every pixel.
void paintFlags(QPainter& painter, const ChartScene& scene, const ChartFrame& frame, Tone tone)
{
    const double perIteration = frame.plot.width() / (frame.x.high - frame.x.low);
    std::vector<QRectF> ticks;
    std::vector<std::pair<double, FlagKind>> others;
    const double least = clipLeft(painter) - kFlagHeight;
    const auto put = [&](double x, FlagKind kind) {
        if (x < least) {
            return;
        }
        if (kind == FlagKind::Applied) {
            ticks.emplace_back(x, frame.plot.top(), 2, kFlagHeight);
        } else {
            others.emplace_back(x, kind);
        }
    };
    const auto first = std::lower_bound(
        scene.flags.begin(), scene.flags.end(), seen(painter, frame, kFlagHeight + 2).low,
        [](const ChartFlag& flag, double low) { return flag.iteration < low; });
    std::optional<double> pending;
    FlagKind kind = FlagKind::Applied;
    for (auto flag = first; flag != scene.flags.end() && flag->iteration <= frame.x.high; ++flag) {
        const double x =
            std::floor(frame.plot.left() + (flag->iteration - frame.x.low) * perIteration);
        if (pending && x != *pending) {
            put(*pending, kind);
            kind = FlagKind::Applied;
        }
        pending = x;
        kind = std::max(kind, flag->kind);
    }
    if (pending) {
        put(*pending, kind);
    }
    fillBars(painter, ticks, colourOf(tone, Ink::Delta));
    painter.setBrush(Qt::NoBrush);
    for (const auto& [x, open] : others) {
        paintOpenFlag(painter, frame, x, open, tone);
    }
}

void paintHeld(QPainter& painter, const ChartScene& scene, const ChartFrame& frame, Tone tone)
{
    const double each = std::max(frame.px(1) - frame.px(0), 2.0);
    const double least = clipLeft(painter);
    const PlotRange x = seen(painter, frame, each + 1);
    for (const PlotSpan& span : markSpans(inside(spanOf(scene.held), x), xScale(frame), each)) {
        if (span.to < least) {
            continue;
        }
        painter.fillRect(QRectF(QPointF(span.from, frame.plot.bottom() - kHeldHeight),
                                QPointF(span.to, frame.plot.bottom()))
                             .intersected(frame.plot),
                         colourOf(tone, Ink::Guard));
    }
}

void paintMissing(QPainter& painter, const ChartScene& scene, const ChartFrame& frame, Tone tone)
{
    painter.setPen(QPen(colourOf(tone, Ink::Muted), 1));
    painter.setBrush(Qt::NoBrush);
    const double bottom = frame.plot.bottom() - 1.5;
    const double least = clipLeft(painter) - kTriangle;
    std::vector<QLineF> lines;
    for (const PlotSpan& span :
         markSpans(inside(spanOf(scene.missing), frame.x), xScale(frame), kTriangle)) {
        if (span.to < least) {
            continue;
        }
        const double middle = (span.from + span.to) / 2;
        const double left = middle - kTriangle / 2;
        const double right = middle + kTriangle / 2;
        const double top = bottom - kTriangle + 1;
        lines.emplace_back(left, bottom, middle, top);
        lines.emplace_back(middle, top, right, bottom);
        lines.emplace_back(right, bottom, left, bottom);
        if (span.to - span.from > 2 * kTriangle) {
            lines.emplace_back(span.from, bottom, span.to, bottom);
        }
    }
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
}

// Upright dots where the level of a run changed; what is said of it stands with the lettering.
void paintLevels(QPainter& painter, const ChartScene& scene, const ChartFrame& frame, Tone tone)
{
    for (const ChartChange& change : scene.levels) {
        if (change.at > frame.x.low && change.at < frame.x.high) {
            painter.setPen(QPen(runColour(tone, change.slot), 1.5, Qt::DotLine));
            const double x = crisp(frame.px(change.at));
            painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
        }
    }
}

void paintDots(QPainter& painter, const SeriesShape& shape, const QRectF& room,
               const QColor& colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const QPointF& dot : shape.dots) {
        if (room.contains(dot)) {
            painter.drawEllipse(dot, kDotRadius, kDotRadius);
        }
    }
    painter.setBrush(Qt::NoBrush);
}

// Iterations of the window that missed the target: shape, not hue alone.
void paintBroken(QPainter& painter, const ChartScene& scene, const ChartFrame& frame, Tone tone)
{
    if (scene.series.empty()) {
        return;
    }
    const ChartSeries& primary = scene.series.front();
    painter.setPen(QPen(colourOf(tone, Ink::Threshold), 1.2));
    for (const int iteration : inside(scene.broken, frame.x)) {
        const auto row =
            std::lower_bound(primary.iterations.begin(), primary.iterations.end(), iteration);
        if (row == primary.iterations.end() || *row != iteration) {
            continue;
        }
        const auto index = static_cast<std::size_t>(row - primary.iterations.begin());
        if (const std::optional<double> value = primary.values.at(index)) {
            painter.drawEllipse(QPointF(frame.px(iteration), frame.py(*value)), kRingRadius,
                                kRingRadius);
        }
    }
}

} // namespace

double crisp(double pixel)
{
    return std::floor(pixel) + 0.5;
}

void paintHatch(QPainter& painter, const QRectF& rect, const QColor& colour, double step)
{
    if (rect.width() <= 0 || rect.height() <= 0) {
        return;
    }
    painter.save();
    painter.setPen(QPen(colour, 1));
    // Anchored to the canvas, so that neighbouring hatches fit together.
    const double first = std::ceil((rect.left() + rect.top()) / step) * step;
    std::vector<QLineF> lines;
    for (double sum = first; sum < rect.right() + rect.bottom(); sum += step) {
        const double top = std::max(rect.top(), sum - rect.right());
        const double bottom = std::min(rect.bottom(), sum - rect.left());
        lines.emplace_back(sum - top, top, sum - bottom, bottom);
    }
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
    painter.restore();
}

QRectF warmUpRect(const ChartScene& scene, const ChartFrame& frame)
{
    if (!scene.warmUp) {
        return {};
    }
    return QRectF(QPointF(frame.px(scene.warmUp->low), frame.plot.top()),
                  QPointF(frame.px(scene.warmUp->high), frame.plot.bottom()))
        .intersected(frame.plot);
}

void paintUnder(QPainter& painter, const ChartScene& scene, const ChartFrame& frame, Tone tone,
                const QRectF& warmUp)
{
    painter.setPen(QPen(colourOf(tone, Ink::Border), 1));
    painter.setBrush(colourOf(tone, Ink::Panel));
    painter.drawRoundedRect(frame.card.adjusted(0.5, 0.5, -0.5, -0.5), kCardRadius, kCardRadius);
    painter.setBrush(Qt::NoBrush);
    painter.fillRect(frame.plot, colourOf(tone, Ink::Plot));
    painter.fillRect(warmUp.intersected(frame.plot), colourOf(tone, Ink::WarmUp));
    if (scene.isEmpty()) {
        return;
    }
    for (const ChartThreshold& threshold : scene.thresholds) {
        paintHatch(painter, failSide(threshold, frame), colourOf(tone, Ink::Hatch));
    }
    if (scene.safe) {
        paintOutsideOfSafe(painter, *scene.safe, frame, tone);
    }
    paintGrid(painter, frame, tone);
}

void paintOver(QPainter& painter, const ChartScene& scene, const ChartFrame& frame,
               const std::vector<SeriesShape>& shapes, Tone tone)
{
    painter.save();
    if (!scene.isEmpty()) {
        painter.save();
        painter.setClipRect(frame.plot.adjusted(-kDotRadius, -kDotRadius, kDotRadius, kDotRadius),
                            Qt::IntersectClip);
        for (const std::size_t i : paintOrder(scene, {})) {
            paintDots(painter, shapes[i], frame.plot.adjusted(-1, -1, 1, 1),
                      runColour(tone, scene.series[i].slot));
        }
        paintBroken(painter, scene, frame, tone);
        painter.restore();
        paintThresholds(painter, scene, frame, tone);
        paintMissing(painter, scene, frame, tone);
    }
    paintLevels(painter, scene, frame, tone);
    paintHeld(painter, scene, frame, tone);
    paintFlags(painter, scene, frame, tone);
    if (scene.liveEdge && *scene.liveEdge > frame.x.low && *scene.liveEdge < frame.x.high) {
        painter.setPen(QPen(colourOf(tone, Ink::Cursor), 1, Qt::DotLine));
        const double x = crisp(frame.px(*scene.liveEdge));
        painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
    }
    painter.restore();
}

void paintLabels(QPainter& painter, const std::vector<ChartLabel>& labels)
{
    for (const ChartLabel& label : labels) {
        if (label.role == LabelRole::Change) { // it lies over lines
            const bool isDark = label.colour.lightness() > kMiddleLightness;
            QColor ground = colourOf(isDark ? Tone::Dark : Tone::Light, Ink::Plot);
            ground.setAlphaF(kGroundInk);
            painter.fillRect(label.rect.adjusted(-1, 0, 1, 0), ground);
        }
        painter.setFont(label.isStrong ? Theme::strongFont() : Theme::smallFont());
        painter.setPen(label.colour);
        painter.drawText(label.rect.adjusted(-1, 0, 1, 0), Qt::AlignCenter | Qt::TextSingleLine,
                         label.text);
    }
}

} // namespace soak::ui
