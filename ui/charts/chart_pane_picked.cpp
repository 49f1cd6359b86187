// SPDX-License-Identifier: GPL-3.0-or-later
// The rings that ChartPane draws around values that were picked.
#include "ui/charts/chart_pane.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr double kPickedRing = 4; // pixels

} // namespace

void ChartPane::showPicked(std::map<QString, std::vector<int>> picked)
{
    if (picked != m_picked) {
        m_picked = std::move(picked);
        update();
    }
}

// Only those of the part that is painted: there may be a million.
void ChartPane::paintPicked(QPainter& painter) const
{
    const QRectF part = painter.clipBoundingRect().adjusted(-kPickedRing, 0, kPickedRing, 0);
    const int from = static_cast<int>(std::floor(m_frame->iterationAt(part.left())));
    const int to = static_cast<int>(std::ceil(m_frame->iterationAt(part.right())));
    painter.setPen(QPen(m_theme.colour(Ink::Text), 1));
    for (const ChartSeries& series : m_scene->series) {
        const auto found = m_picked.find(series.run);
        if (found == m_picked.end() || series.iterations.empty()) {
            continue;
        }
        const std::vector<int>& picked = found->second;
        double last = -kPickedRing;
        for (auto at = std::ranges::lower_bound(picked, from); at != picked.end() && *at <= to;
             ++at) {
            const auto row = std::ranges::lower_bound(series.iterations, *at);
            const double x = m_frame->px(*at);
            if (row == series.iterations.end() || *row != *at || x < last + 1 ||
                !m_frame->plot.contains(QPointF(x, m_frame->plot.center().y()))) {
                continue;
            }
            const auto index = static_cast<std::size_t>(row - series.iterations.begin());
            if (const std::optional<double> value = series.values.at(index)) {
                painter.drawEllipse(QPointF(x, m_frame->py(*value)), kPickedRing, kPickedRing);
                last = x;
            }
        }
    }
}

} // namespace soak::ui
