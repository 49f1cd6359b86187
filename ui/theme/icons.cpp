// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QMap>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

#include <array>
#include <map>
#include <tuple>
#include <utility>

namespace soak::ui
{
namespace
{

constexpr std::array<const char*, kPictureCount> kNames{"run",   "stop",      "open",   "report",
                                                        "copy",  "inspector", "reload", "close",
                                                        "bytes", "search",    "sample"};

QByteArray svgOf(Picture picture)
{
    const QString path = QStringLiteral(":/icons/%1.svg")
                             .arg(QLatin1String(kNames.at(static_cast<std::size_t>(picture))));
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Draws itself at the size that is asked for, when it is seen: most pictures of a window never are.
class PictureEngine final : public QIconEngine
{
public:
    PictureEngine(Picture picture, Tone tone) : m_picture(picture), m_tone(tone) {}

    [[nodiscard]] QIconEngine* clone() const override { return new PictureEngine(*this); }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        const bool isDisabled = mode == QIcon::Disabled;
        const auto known = m_drawn.constFind({size.width(), size.height(), isDisabled});
        return known != m_drawn.constEnd()
                   ? *known
                   : *m_drawn.insert({size.width(), size.height(), isDisabled},
                                     drawn(size, isDisabled ? Ink::Muted : Ink::Text));
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state));
    }

private:
    [[nodiscard]] QPixmap drawn(const QSize& size, Ink ink) const
    {
        QByteArray svg = svgOf(m_picture);
        svg.replace("currentColor", colourOf(m_tone, ink).name().toLatin1());
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer(svg).render(&painter, QRectF(QPointF(), size));
        return pixmap;
    }

    Picture m_picture;
    Tone m_tone;
    QMap<std::tuple<int, int, bool>, QPixmap> m_drawn;
};

} // namespace

QIcon iconOf(Picture picture, Tone tone)
{
    // GUI thread. Never freed: pixmaps do not outlive the application well.
    static auto& made = *new std::map<std::pair<Picture, Tone>, QIcon>;
    QIcon& icon = made[{picture, tone}];
    if (icon.isNull()) {
        icon = QIcon(new PictureEngine(picture, tone));
    }
    return icon;
}

} // namespace soak::ui
