// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/trend_lines.h"

#include "core/model/compensated_sum.h"
#include "core/model/statistics.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

constexpr double kNoteworthy = .05;
constexpr double kSlopeOfZero = .1;

TrendLabel labelOf(bool isUp, bool isDown)
{
    return isUp ? TrendLabel::Up : isDown ? TrendLabel::Down : TrendLabel::Flat;
}

} // namespace

std::string_view keyOf(TrendLabel label)
{
    switch (label) {
    case TrendLabel::Flat:
        return "flat";
    case TrendLabel::Up:
        return "up";
    case TrendLabel::Down:
        return "down";
    }
    return "";
}

std::optional<QuarterTrend> quarterTrend(std::span<const double> values)
{
    if (values.empty()) {
        return std::nullopt;
    }
    const std::size_t quarter = std::max<std::size_t>(values.size() / 4, 1);
    QuarterTrend trend{*mean(values.first(quarter)), *mean(values.last(quarter))};
    const double limit = kNoteworthy * std::abs(trend.first);
    const double change = trend.last - trend.first;
    trend.label = labelOf(change > limit, change < -limit);
    return trend;
}

std::optional<QuarterTrend> quarterTrendLegacy(std::span<const double> values)
{
    if (values.empty()) {
        return std::nullopt;
    }
    const std::size_t first = std::max<std::size_t>(values.size() / 4, 1);
    const std::size_t last = (values.size() + 3) / 4;
    QuarterTrend trend{*mean(values.first(first)), *mean(values.last(last))};
    trend.label = labelOf(trend.last > trend.first * (1 + kNoteworthy),
                          trend.last < trend.first * (1 - kNoteworthy));
    return trend;
}

std::optional<SlopeTrend> slopeTrend(std::span<const double> values)
{
    if (values.empty()) {
        return std::nullopt;
    }
    const double centre = *mean(values);
    const double middle = static_cast<double>(values.size() - 1) / 2;
    CompensatedSum products;
    CompensatedSum squares;
    for (std::size_t at = 0; at < values.size(); ++at) {
        const double distance = static_cast<double>(at) - middle;
        products.add(distance * (values[at] - centre));
        squares.add(distance * distance);
    }
    const double slope = values.size() > 1 ? products.total() / squares.total() : 0;
    const double limit = centre == 0 ? kSlopeOfZero : kNoteworthy * std::abs(centre);
    return SlopeTrend{slope, labelOf(slope > limit, slope < -limit)};
}

} // namespace soak
