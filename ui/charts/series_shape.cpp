// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/series_shape.h"

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr std::size_t kMostDots = 240; // beyond these a point is no longer seen by itself
constexpr double kLeastDotStep = 5;    // pixels between dots
constexpr std::size_t kWordBits = 64;
constexpr double kRowsPerPixel = 2; // more of them are read off the pyramid

struct Rows {
    std::size_t first = 0;
    std::size_t last = 0; // beyond the last one
};

Rows seenRows(const ChartSeries& series, PlotRange x)
{
    const auto begin = series.iterations.begin();
    const auto end = series.iterations.end();
    const auto first = std::lower_bound(begin, end, x.low);
    const auto last = std::upper_bound(first, end, x.high);
    const auto before = first - begin;
    const auto after = last - begin;
    const auto rows = end - begin;
    return {static_cast<std::size_t>(std::max<std::ptrdiff_t>(before - 1, 0)),
            static_cast<std::size_t>(std::min(after + 1, rows))};
}

// core/report/plot.h clamps to its scale: this one reaches as far as the rows do.
PlotScale wideX(const ChartFrame& frame, int first, int last)
{
    return {
        {static_cast<double>(first), static_cast<double>(last)}, frame.px(first), frame.px(last)};
}

PlotScale wideY(const ChartFrame& frame, PlotRange extent)
{
    return {extent, frame.py(extent.low), frame.py(extent.high)};
}

std::vector<QPointF> pointsOf(const std::vector<PlotPoint>& piece, bool isStep)
{
    std::vector<QPointF> points;
    points.reserve(isStep ? 2 * piece.size() : piece.size());
    for (const PlotPoint& point : piece) {
        if (isStep && !points.empty()) {
            points.emplace_back(point.x, points.back().y());
        }
        points.emplace_back(point.x, point.y);
    }
    return points;
}

bool isInside(const ChartFrame& frame, const PlotPoint& point)
{
    return point.x >= frame.plot.left() && point.x <= frame.plot.right() &&
           point.y >= frame.plot.top() - 0.5 && point.y <= frame.plot.bottom() + 0.5;
}

void addDots(SeriesShape& shape, const PlotLine& line, const ChartFrame& frame)
{
    const double each = frame.px(1) - frame.px(0);
    const bool seesEach = line.total <= kMostDots && each >= kLeastDotStep;
    for (const std::vector<PlotPoint>& piece : line.pieces) {
        if (!seesEach && piece.size() > 1) {
            continue;
        }
        for (const PlotPoint& point : piece) {
            if (isInside(frame, point)) {
                shape.dots.emplace_back(point.x, point.y);
            }
        }
    }
}

// Positions that are times: neighbours are those whose iterations follow each other.
PlotLine timedLine(const ChartSeries& series, Rows rows, const PlotScale& x, const PlotScale& y)
{
    PlotLine line;
    std::vector<PlotPoint> piece;
    const auto finish = [&] {
        if (!piece.empty()) {
            line.shown += piece.size();
            line.pieces.push_back(std::move(piece));
            piece.clear();
        }
    };
    for (std::size_t row = rows.first; row < rows.last; ++row) {
        const std::optional<double> value = series.values.at(row);
        if (!value || (row > rows.first && series.numbers[row] != series.numbers[row - 1] + 1)) {
            finish();
        }
        if (value) {
            piece.push_back({x(series.iterations[row]), y(*value), row - rows.first});
        }
    }
    finish();
    line.total = line.shown;
    return line;
}

SeriesShape shapeOfRows(const ChartSeries& series, const ChartFrame& frame, Rows rows)
{
    const std::size_t count = rows.last - rows.first;
    std::vector<std::uint64_t> presence((count + kWordBits - 1) / kWordBits);
    for (std::size_t i = 0; i < count; ++i) {
        presence[i / kWordBits] |=
            static_cast<std::uint64_t>(series.values.isPresent(rows.first + i)) << (i % kWordBits);
    }
    const std::span<const int> iterations = series.iterations.subspan(rows.first, count);
    const MetricColumn values(series.values.values().subspan(rows.first, count), presence);
    const PlotScale x = wideX(frame, iterations.front(), iterations.back());
    const PlotScale y = wideY(frame, *series.extent);
    // Dense ones are thinned by pixel columns, which know nothing of neighbours.
    const bool isSparse = static_cast<double>(count) <= kRowsPerPixel * frame.plot.width();
    const PlotLine line = !series.numbers.empty() && isSparse ? timedLine(series, rows, x, y)
                                                              : plotLine(iterations, values, x, y);
    SeriesShape shape;
    shape.shown = line.shown;
    shape.total = line.total;
    for (const std::vector<PlotPoint>& piece : line.pieces) {
        shape.pieces.push_back(pointsOf(piece, series.isStep));
    }
    addDots(shape, line, frame);
    return shape;
}

// The bins of `count` columns from `x` on, the first ones known. Rows are iterations where none is
// left out; else each column asks for its own rows.
std::vector<PlotExtent> binsOf(const ChartSeries& series, PlotRange x, std::size_t count,
                               std::span<const PlotExtent> known)
{
    const std::span<const int> all = series.iterations;
    const std::int64_t reach = static_cast<std::int64_t>(all.back()) - all.front() + 1;
    if (reach == static_cast<std::int64_t>(all.size())) {
        return series.pyramid.extents({x.low - all.front(), x.high - all.front()}, count, known);
    }
    std::vector<PlotExtent> bins(known.begin(), known.end());
    bins.resize(count);
    const auto edgeOf = [&](std::size_t column) {
        return x.low + (x.high - x.low) * static_cast<double>(column) / static_cast<double>(count);
    };
    auto from = std::lower_bound(all.begin(), all.end(), edgeOf(known.size()));
    for (std::size_t i = known.size(); i < count; ++i) {
        const auto to = std::lower_bound(from, all.end(), edgeOf(i + 1));
        bins[i] = series.pyramid.extentOver(static_cast<std::size_t>(from - all.begin()),
                                            static_cast<std::size_t>(to - all.begin()));
        from = to;
    }
    return bins;
}

std::size_t columnsOf(const ChartFrame& frame, double pixelRatio)
{
    return static_cast<std::size_t>(std::max(1.0, frame.plot.width() * pixelRatio));
}

// Upright bars of one device pixel. Each reaches to where the one before it ended, so that the
// line is whole; where a column has no value it is broken.
SeriesShape shapeOfBins(std::vector<PlotExtent> bins, const ChartFrame& frame, double pixelRatio)
{
    const double width = 1 / pixelRatio;
    SeriesShape shape;
    const PlotExtent* before = nullptr;
    for (std::size_t i = 0; i < bins.size(); ++i) {
        const PlotExtent& bin = bins[i];
        if (bin.count == 0) {
            before = nullptr;
            continue;
        }
        const double low = before == nullptr ? bin.low : std::min(bin.low, before->last);
        const double high = before == nullptr ? bin.high : std::max(bin.high, before->last);
        const double top = frame.py(high);
        const double left = frame.plot.left() + static_cast<double>(i) * width;
        shape.columns.emplace_back(left, top, width, std::max(frame.py(low) - top, width));
        shape.shown += std::min<std::size_t>(bin.count, 2);
        shape.total += bin.count;
        before = &bin;
    }
    shape.bins = std::move(bins);
    return shape;
}

} // namespace

SeriesShape shapeOf(const ChartSeries& series, const ChartFrame& frame, double pixelRatio)
{
    if (!series.extent) {
        return {};
    }
    const Rows rows = seenRows(series, frame.x);
    if (rows.first >= rows.last) {
        return {};
    }
    const double pixels = frame.plot.width() * pixelRatio;
    const bool isDense = static_cast<double>(rows.last - rows.first) > kRowsPerPixel * pixels;
    if (!isDense || series.pyramid.length() == 0) {
        return shapeOfRows(series, frame, rows);
    }
    return shapeOfBins(binsOf(series, frame.x, columnsOf(frame, pixelRatio), {}), frame,
                       pixelRatio);
}

SeriesShape shapeOfGrown(const ChartSeries& series, const ChartFrame& frame, double pixelRatio,
                         const SeriesShape& before, int from)
{
    const std::size_t count = columnsOf(frame, pixelRatio);
    if (before.bins.size() != count || !series.extent) {
        return shapeOf(series, frame, pixelRatio);
    }
    // A column more than needed: where its edge lies is a matter of rounding.
    const double column = std::floor((frame.px(from) - frame.plot.left()) * pixelRatio) - 1;
    const auto kept = static_cast<std::size_t>(std::clamp(column, 0.0, static_cast<double>(count)));
    const std::span<const PlotExtent> known = std::span(before.bins).first(kept);
    return shapeOfBins(binsOf(series, frame.x, count, known), frame, pixelRatio);
}

SeriesShape partOf(const SeriesShape& shape, const QRectF& part)
{
    SeriesShape cut;
    cut.dots = shape.dots;
    const auto first =
        std::lower_bound(shape.columns.begin(), shape.columns.end(), part.left(),
                         [](const QRectF& column, double left) { return column.right() < left; });
    cut.columns.assign(first, shape.columns.end());
    return cut;
}

} // namespace soak::ui
