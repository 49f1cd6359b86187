// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

#include <array>

namespace soak::ui
{
namespace
{

constexpr std::array<const char*, kPictureCount> kNames{"run",   "stop",      "open",   "report",
                                                        "copy",  "inspector", "reload", "close",
                                                        "bytes", "search",    "sample"};
constexpr int kSide = 16;
constexpr std::array kScales{1.0, 1.5, 2.0, 3.0};

QByteArray svgOf(Picture picture)
{
    const QString path = QStringLiteral(":/icons/%1.svg")
                             .arg(QLatin1String(kNames.at(static_cast<std::size_t>(picture))));
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPixmap painted(QByteArray svg, const QColor& ink, double scale)
{
    svg.replace("currentColor", ink.name().toLatin1());
    QSvgRenderer renderer(svg);
    const int side = static_cast<int>(kSide * scale);
    QPixmap pixmap(side, side);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, kSide, kSide));
    return pixmap;
}

} // namespace

QIcon iconOf(Picture picture, Tone tone)
{
    const QByteArray svg = svgOf(picture);
    QIcon icon;
    for (const double scale : kScales) {
        icon.addPixmap(painted(svg, colourOf(tone, Ink::Text), scale), QIcon::Normal);
        icon.addPixmap(painted(svg, colourOf(tone, Ink::Muted), scale), QIcon::Disabled);
    }
    return icon;
}

} // namespace soak::ui
