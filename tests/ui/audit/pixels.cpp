// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/audit/pixels.h"

#include <cmath>
#include <limits>
#include <unordered_map>

namespace soak::ui
{
namespace
{

template <typename Take>
void forEachPixel(const QImage& picture, const QRect& rect, Take take)
{
    const QRect inside = rect.intersected(picture.rect());
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        for (int x = inside.left(); x <= inside.right(); ++x) {
            take(line[x]);
        }
    }
}

int squaredDistance(QRgb one, QRgb other)
{
    const int red = qRed(one) - qRed(other);
    const int green = qGreen(one) - qGreen(other);
    const int blue = qBlue(one) - qBlue(other);
    return red * red + green * green + blue * blue;
}

} // namespace

QColor groundOf(const QImage& picture, const QRect& rect, const QColor& except)
{
    constexpr int kNear = 60 * 60;
    // A ground may be a gradient: its shades together outnumber the one of the letters.
    constexpr QRgb kShades = 0xfff0f0f0;
    std::unordered_map<QRgb, int> shades;
    std::unordered_map<QRgb, int> counts;
    forEachPixel(picture, rect, [&](QRgb pixel) {
        if (!except.isValid() || squaredDistance(pixel, except.rgb()) > kNear) {
            ++counts[pixel];
            ++shades[pixel & kShades];
        }
    });
    QRgb most = 0;
    int count = 0;
    for (const auto& [pixel, own] : counts) {
        const int times = shades.at(pixel & kShades);
        // By colour among equals, so that the answer does not depend on the order of a hash.
        if (times > count || (times == count && pixel < most)) {
            most = pixel;
            count = times;
        }
    }
    return QColor::fromRgb(most);
}

Tone toneOf(const QImage& picture)
{
    const QColor ground = groundOf(picture, picture.rect());
    return contrast(ground, Qt::white) < contrast(ground, Qt::black) ? Tone::Light : Tone::Dark;
}

QColor nearestTo(const QImage& picture, const QRect& rect, const QColor& wanted)
{
    QRgb nearest = 0;
    int least = std::numeric_limits<int>::max();
    forEachPixel(picture, rect, [&](QRgb pixel) {
        if (const int far = squaredDistance(pixel, wanted.rgb()); far < least) {
            least = far;
            nearest = pixel;
        }
    });
    return QColor::fromRgb(nearest);
}

double distance(const QColor& one, const QColor& other)
{
    return std::sqrt(squaredDistance(one.rgb(), other.rgb()));
}

std::size_t countNear(const QImage& picture, const QRect& rect, const QColor& wanted, double reach)
{
    std::size_t count = 0;
    const int most = static_cast<int>(reach * reach);
    forEachPixel(picture, rect, [&](QRgb pixel) {
        count += squaredDistance(pixel, wanted.rgb()) <= most ? 1 : 0;
    });
    return count;
}

} // namespace soak::ui
