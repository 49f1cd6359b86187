// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/pixel_bars.h"

#include <QPaintEngine>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

QRect wholePixels(const QRectF& bar)
{
    const int left = static_cast<int>(std::lround(bar.left()));
    const int top = static_cast<int>(std::lround(bar.top()));
    return {left, top, std::max(1, static_cast<int>(std::lround(bar.width()))),
            std::max(1, static_cast<int>(std::lround(bar.bottom())) - top)};
}

} // namespace

void fillBars(QPainter& painter, const std::vector<QRectF>& bars, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const QTransform toPixels = painter.deviceTransform();
    const QPaintEngine* engine = painter.paintEngine();
    if (engine == nullptr || engine->type() != QPaintEngine::Raster || toPixels.isRotating()) {
        painter.drawRects(bars.data(), static_cast<int>(bars.size()));
    } else {
        std::vector<QRect> pixels;
        pixels.reserve(bars.size());
        for (const QRectF& bar : bars) {
            pixels.push_back(wholePixels(toPixels.mapRect(bar)));
        }
        painter.setWorldTransform(toPixels.inverted() * painter.worldTransform());
        painter.drawRects(pixels.data(), static_cast<int>(pixels.size()));
    }
    painter.restore();
}

} // namespace soak::ui
