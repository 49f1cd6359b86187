// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plot.h"

#include "core/base/result.h"
#include "core/base/text.h"
#include "core/report/report_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace soak
{

namespace
{

constexpr double kMargin = 0.05;
constexpr int kPixelDecimals = 2;
constexpr int kMostTickDecimals = 12;
constexpr std::size_t kValuesPerPixel = 2;

// The smallest of 1, 2, 5 times a power of ten that is not below `least`.
double niceStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least * (1 - 1e-9)) {
            return factor * power;
        }
    }
    return 10 * power;
}

int decimalsOf(double step)
{
    const double exponent = std::floor(std::log10(step) + 1e-9);
    return std::clamp(static_cast<int>(-exponent), 0, kMostTickDecimals);
}

// First, lowest, highest and last of one pixel column.
class ColumnExtremes final
{
public:
    void add(PlotPoint point)
    {
        if (m_count == 0) {
            m_points.fill(point);
        }
        m_points[1] = point.y > m_points[1].y ? point : m_points[1]; // pixels grow downwards
        m_points[2] = point.y < m_points[2].y ? point : m_points[2];
        m_points[3] = point;
        ++m_count;
    }

    [[nodiscard]] bool isEmpty() const { return m_count == 0; }

    // In order of x, each once; clears.
    void moveTo(std::vector<PlotPoint>& line)
    {
        std::stable_sort(m_points.begin(), m_points.end(),
                         [](const PlotPoint& a, const PlotPoint& b) { return a.x < b.x; });
        for (std::size_t i = 0; i < m_points.size(); ++i) {
            if (i == 0 || !(m_points[i] == m_points[i - 1])) {
                line.push_back(m_points[i]);
            }
        }
        m_count = 0;
    }

private:
    std::array<PlotPoint, 4> m_points{};
    std::size_t m_count = 0;
};

void finishPiece(PlotLine& line, std::vector<PlotPoint>& piece)
{
    if (!piece.empty()) {
        line.shown += piece.size();
        line.pieces.push_back(std::move(piece));
        piece.clear();
    }
}

PlotLine wholeLine(std::span<const int> iterations, const MetricColumn& values, const PlotScale& x,
                   const PlotScale& y)
{
    PlotLine line;
    std::vector<PlotPoint> piece;
    for (std::size_t row = 0; row < iterations.size(); ++row) {
        const std::optional<double> value = values.at(row);
        if (!value || (row > 0 && iterations[row] != iterations[row - 1] + 1)) {
            finishPiece(line, piece);
        }
        if (value) {
            piece.push_back({x(iterations[row]), y(*value), row});
        }
    }
    finishPiece(line, piece);
    line.total = line.shown;
    return line;
}

PlotLine thinnedLine(std::span<const int> iterations, const MetricColumn& values,
                     const PlotScale& x, const PlotScale& y)
{
    PlotLine line;
    std::vector<PlotPoint> piece;
    ColumnExtremes column;
    double columnAt = 0;
    for (std::size_t row = 0; row < iterations.size(); ++row) {
        const std::optional<double> value = values.at(row);
        if (!value) {
            continue;
        }
        ++line.total;
        const double at = x(iterations[row]);
        const double pixel = std::floor(at);
        if (!column.isEmpty() && pixel != columnAt) {
            column.moveTo(piece);
            if (pixel > columnAt + 1) {
                finishPiece(line, piece);
            }
        }
        columnAt = pixel;
        column.add({at, y(*value), std::nullopt});
    }
    if (!column.isEmpty()) {
        column.moveTo(piece);
    }
    finishPiece(line, piece);
    return line;
}

} // namespace

std::optional<PlotRange> rangeOf(std::span<const double> values)
{
    if (values.empty()) {
        return std::nullopt;
    }
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    const double scale = std::max({std::abs(*low), std::abs(*high), 1e-9});
    double margin = (*high / 2 - *low / 2) * 2 * kMargin;
    if (!(margin > scale * 1e-9)) {
        margin = scale * kMargin;
    }
    // The margin of values near the largest double would not be finite.
    constexpr double kMost = 1e300;
    return PlotRange{std::max(*low - margin, -kMost), std::min(*high + margin, kMost)};
}

Ticks niceTicks(PlotRange range, int most, double leastStep)
{
    SOAK_ASSERT(most >= 2);
    const double width = range.high - range.low;
    if (!(width > 0) || !std::isfinite(width)) {
        return {{range.low}, 0};
    }
    double step = niceStep(std::max(width / most, std::max(leastStep, width * 1e-12)));
    while (std::floor(range.high / step) - std::ceil(range.low / step) + 1 > most) {
        step = niceStep(step * 1.5);
    }
    Ticks ticks;
    ticks.decimals = decimalsOf(step);
    const double first = std::ceil(range.low / step);
    const double last = std::floor(range.high / step);
    for (double i = first; i <= last && ticks.at.size() < static_cast<std::size_t>(most); ++i) {
        ticks.at.push_back(i * step);
    }
    return ticks;
}

double PlotScale::operator()(double value) const
{
    const double width = data.high - data.low;
    if (!(width > 0)) {
        return (from + to) / 2;
    }
    const double share = std::clamp((value - data.low) / width, 0.0, 1.0);
    return from + share * (to - from);
}

PlotLine plotLine(std::span<const int> iterations, const MetricColumn& values, const PlotScale& x,
                  const PlotScale& y)
{
    const auto pixels = static_cast<std::size_t>(std::max(1.0, std::abs(x.to - x.from)));
    return iterations.size() <= kValuesPerPixel * pixels ? wholeLine(iterations, values, x, y)
                                                         : thinnedLine(iterations, values, x, y);
}

std::vector<PlotSpan> markSpans(std::span<const int> iterations, const PlotScale& x, double width)
{
    std::vector<PlotSpan> spans;
    for (const int iteration : iterations) {
        const double at = x(iteration);
        if (!spans.empty() && at - width / 2 <= spans.back().to) {
            spans.back().to = at + width / 2;
            spans.back().lastIteration = iteration;
            ++spans.back().count;
        } else {
            spans.push_back({at - width / 2, at + width / 2, iteration, iteration, 1});
        }
    }
    return spans;
}

std::string pixelText(double pixel)
{
    return shortNumber(roundTo(pixel, kPixelDecimals));
}

} // namespace soak
