// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/change_mark.h"

#include "ui/theme/numbers.h"
#include "ui/widgets/meaning.h"

namespace soak::ui
{
namespace
{

void paintBars(QPainter& painter, const QRectF& box, const QColor& ink)
{
    const double width = box.width() * 0.24;
    const double height = box.height() * 0.8;
    const double top = box.top() + box.height() * 0.1;
    painter.fillRect(QRectF(box.left() + 0.14 * box.width(), top, width, height), ink);
    painter.fillRect(QRectF(box.left() + 0.62 * box.width(), top, width, height), ink);
}

} // namespace

QString changeMarkWord(ChangeMark mark)
{
    const std::string_view title = titleOf(mark);
    return title.empty() ? QString() : coreWord(title);
}

QColor changeMarkInk(const Theme& theme, ChangeMark mark)
{
    const auto chip = [&](Meaning meaning) { return chipColours(theme.tone(), meaning).ink; };
    switch (mark) {
    case ChangeMark::Full:
        return chip(Meaning::Pass);
    case ChangeMark::Partly:
    case ChangeMark::Unexpected:
        return chip(Meaning::Warn);
    case ChangeMark::NotApplied:
        return chip(Meaning::Fail);
    case ChangeMark::None:
    case ChangeMark::Held:
    case ChangeMark::Unverified:
        break;
    }
    return theme.colour(Ink::Muted);
}

void paintChangeMark(QPainter& painter, const QRectF& box, ChangeMark mark, const QColor& ink)
{
    switch (mark) {
    case ChangeMark::None:
        break;
    case ChangeMark::Full:
        paintMeaning(painter, box, Meaning::Pass, ink);
        break;
    case ChangeMark::Partly:
        paintMeaning(painter, box, Meaning::Partial, ink);
        break;
    case ChangeMark::Held:
        paintBars(painter, box, ink);
        break;
    case ChangeMark::NotApplied:
        paintMeaning(painter, box, Meaning::Fail, ink);
        break;
    case ChangeMark::Unverified:
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(ink, 1.2, Qt::DotLine));
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
        painter.restore();
        break;
    case ChangeMark::Unexpected:
        paintMeaning(painter, box, Meaning::Warn, ink);
        break;
    }
}

} // namespace soak::ui
