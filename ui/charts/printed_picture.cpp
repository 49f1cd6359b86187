// SPDX-License-Identifier: GPL-3.0-or-later
// A picture on pages of paper.
#include "ui/charts/recorded_picture.h"
#include "ui/theme/colours.h"
#include "ui/theme/theme.h"

#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr double kFoot = 28; // pixels at the scale of the picture
constexpr double kTouch = 0.5;

// Parts that stand beside each other, and the height they need.
struct Band {
    std::size_t first = 0;
    std::size_t last = 0; // one beyond
    double top = 0;
    double bottom = 0;

    [[nodiscard]] double height() const { return bottom - top; }
};

std::vector<Band> bandsOf(const RecordedPicture& picture)
{
    std::vector<Band> bands;
    for (std::size_t i = 0; i < picture.parts.size(); ++i) {
        const QRectF& place = picture.parts[i].place;
        if (bands.empty() || place.top() >= bands.back().bottom - kTouch) {
            bands.push_back({i, i + 1, place.top(), place.bottom()});
        } else {
            bands.back().last = i + 1;
            bands.back().bottom = std::max(bands.back().bottom, place.bottom());
        }
    }
    return bands;
}

// Which bands stand on which page: as many as fit, at least one.
std::vector<std::vector<Band>> pagesOf(const std::vector<Band>& bands, double room)
{
    std::vector<std::vector<Band>> pages;
    for (const Band& band : bands) {
        const bool fits = !pages.empty() && band.bottom - pages.back().front().top <= room;
        if (!fits) {
            pages.emplace_back();
        }
        pages.back().push_back(band);
    }
    return pages;
}

void paintFoot(QPainter& painter, const QRectF& foot, const QString& line, std::size_t number,
               std::size_t count)
{
    painter.setFont(Theme::smallFont());
    painter.setPen(colourOf(Tone::Light, Ink::Muted));
    const QString pages = QStringLiteral("%1 / %2").arg(number).arg(count);
    const QFontMetricsF metrics(Theme::smallFont());
    const double room = foot.width() - metrics.horizontalAdvance(pages) - kFoot;
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom,
                     metrics.elidedText(line, Qt::ElideMiddle, room));
    painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom, pages);
}

} // namespace

Status printPicture(const RecordedPicture& picture, const QString& line, QPagedPaintDevice& device,
                    const std::stop_token& stop)
{
    QPainter painter(&device);
    const double scale = device.width() / picture.size.width();
    const QRectF page(0, 0, picture.size.width(), device.height() / scale);
    const double room = page.height() - kFoot;
    const auto pages = pagesOf(bandsOf(picture), room);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (stop.stop_requested()) {
            return Error{Errc::Cancelled, "the printing was stopped", {}};
        }
        if (i > 0) {
            device.newPage();
        }
        painter.save();
        painter.scale(scale, scale);
        paintFoot(painter, page, line, i + 1, pages.size());
        // A part higher than a page is made smaller, not cut.
        const double shrink = std::min(1.0, room / pages[i].front().height());
        painter.scale(shrink, shrink);
        painter.translate(0, -pages[i].front().top);
        for (const Band& band : pages[i]) {
            for (std::size_t part = band.first; part < band.last; ++part) {
                paintPart(painter, picture.parts[part]);
            }
        }
        painter.restore();
    }
    return Done{};
}

} // namespace soak::ui
