// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/clipped_line.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace soak::ui
{
namespace
{

using Segment = std::pair<QPointF, QPointF>;

// Liang and Barsky: the stretch of the segment, from 0 to 1, that is on the inner side of all four
// edges.
std::optional<Segment> clipped(QPointF a, QPointF b, const QRectF& rect)
{
    const QPointF d = b - a;
    const std::array<std::pair<double, double>, 4> edges{{{-d.x(), a.x() - rect.left()},
                                                          {d.x(), rect.right() - a.x()},
                                                          {-d.y(), a.y() - rect.top()},
                                                          {d.y(), rect.bottom() - a.y()}}};
    double from = 0;
    double to = 1;
    for (const auto& [outwards, room] : edges) {
        if (outwards == 0) {
            if (room < 0) {
                return std::nullopt;
            }
        } else if (outwards < 0) {
            from = std::max(from, room / outwards);
        } else {
            to = std::min(to, room / outwards);
        }
    }
    return from > to ? std::nullopt : std::optional(Segment{a + from * d, a + to * d});
}

} // namespace

std::vector<std::vector<QPointF>> clippedLine(const std::vector<QPointF>& points,
                                              const QRectF& rect)
{
    const auto isInside = [&rect](QPointF point) {
        return point.x() >= rect.left() && point.x() <= rect.right() && point.y() >= rect.top() &&
               point.y() <= rect.bottom();
    };
    if (std::all_of(points.begin(), points.end(), isInside)) {
        return {points};
    }
    std::vector<std::vector<QPointF>> parts;
    bool goesOn = false; // the last part ends where the next segment begins
    for (std::size_t i = 1; i < points.size(); ++i) {
        const std::optional<Segment> inside = clipped(points[i - 1], points[i], rect);
        if (!inside) {
            goesOn = false;
            continue;
        }
        if (!goesOn) {
            parts.push_back({inside->first});
        }
        parts.back().push_back(inside->second);
        goesOn = isInside(points[i]);
    }
    return parts;
}

} // namespace soak::ui
