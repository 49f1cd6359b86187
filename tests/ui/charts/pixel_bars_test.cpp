// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/pixel_bars.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

QImage white(double ratio)
{
    QImage image(static_cast<int>(20 * ratio), static_cast<int>(20 * ratio), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    return image;
}

// Pixels that are neither white nor the ink, and those that are the ink.
std::pair<int, int> mixedAndInk(const QImage& image, const QColor& ink)
{
    std::pair<int, int> found;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            found.second += pixel == ink ? 1 : 0;
            found.first += pixel != ink && pixel != QColor(Qt::white) ? 1 : 0;
        }
    }
    return found;
}

} // namespace

TEST(PixelBars, AreWholePixelsAtEveryScaleAndNeverNone)
{
    for (const double ratio : {1.0, 1.5, 2.0}) {
        QImage image = white(ratio);
        {
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.translate(1, 2);
            fillBars(painter, {{3.3, 4.4, 1 / ratio, 5.2}, {8.6, 9.1, 0.1, 0.1}}, Qt::red);
        }
        const auto [mixed, ink] = mixedAndInk(image, Qt::red);
        EXPECT_EQ(mixed, 0) << ratio;
        EXPECT_NEAR(ink, 5.2 * ratio + 1, 1) << ratio;
    }
}

TEST(PixelBars, KeepThePainterAsItWas)
{
    QImage image = white(2);
    QPainter painter(&image);
    painter.translate(5, 5);
    const QTransform before = painter.worldTransform();
    fillBars(painter, {{0, 0, 1, 1}}, Qt::red);
    EXPECT_EQ(painter.worldTransform(), before);
    EXPECT_EQ(painter.pen().style(), Qt::SolidLine);
}

TEST(PixelBars, StayWhereTheyAreInAPictureOfLines)
{
    QBuffer svg;
    QSvgGenerator generator;
    generator.setOutputDevice(&svg);
    QPainter painter(&generator);
    fillBars(painter, {{3.25, 4.5, 0.5, 2.75}}, Qt::red);
    painter.end();
    EXPECT_TRUE(svg.data().contains("3.25")) << svg.data().toStdString();
}

} // namespace soak::ui
