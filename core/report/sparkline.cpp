// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sparkline.h"

#include "core/model/statistics.h"

#include <algorithm>
#include <string_view>

namespace soak
{

namespace
{

constexpr std::string_view kLevels = " -=+#";
constexpr char kConstant = '-';

// Halves first: the difference of two finite numbers may not be one.
char levelOf(double value, double low, double high)
{
    const double range = high / 2 - low / 2;
    if (!(range > 0)) {
        return kConstant;
    }
    const double share = (value / 2 - low / 2) / range;
    const double top = static_cast<double>(kLevels.size() - 1);
    return kLevels[static_cast<std::size_t>(std::clamp(share * top, 0.0, top))];
}

std::string levels(std::span<const std::optional<double>> points)
{
    std::optional<double> low;
    std::optional<double> high;
    for (const std::optional<double>& point : points) {
        if (point) {
            low = std::min(low.value_or(*point), *point);
            high = std::max(high.value_or(*point), *point);
        }
    }
    std::string line;
    line.reserve(points.size());
    for (const std::optional<double>& point : points) {
        line += point ? levelOf(*point, *low, *high) : kSparklineHole;
    }
    return line;
}

template <typename ValueAt>
std::string sparklineOf(std::size_t rows, ValueAt valueAt)
{
    const std::size_t width = std::min(rows, kSparklineWidth);
    std::vector<std::optional<double>> points;
    points.reserve(width);
    std::vector<double> share;
    for (std::size_t i = 0; i < width; ++i) {
        share.clear();
        for (std::size_t row = i * rows / width; row < (i + 1) * rows / width; ++row) {
            if (const std::optional<double> value = valueAt(row)) {
                share.push_back(*value);
            }
        }
        points.push_back(mean(share));
    }
    return levels(points);
}

} // namespace

std::string sparkline(std::span<const std::optional<double>> values)
{
    return sparklineOf(values.size(), [values](std::size_t row) { return values[row]; });
}

std::string sparkline(const MetricColumn& column, std::size_t rows)
{
    return sparklineOf(rows, [&column](std::size_t row) { return column.at(row); });
}

} // namespace soak
