// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/audit/shown.h"

#include "tests/ui/audit/defect.h"
#include "ui/charts/chart_pane.h"
#include "ui/charts/event_lanes.h"
#include "ui/charts/overview_strip.h"
#include "ui/views/guard_lane_chart.h"
#include "ui/views/override_heat_map.h"

#include <QPixmap>
#include <QWidget>

#include <algorithm>

namespace soak::ui
{
namespace
{

QRect visiblePart(const QWidget& widget, const QWidget& window)
{
    QRect part(widget.mapTo(&window, QPoint()), widget.size());
    for (const QWidget* at = &widget; at != &window; at = at->parentWidget()) {
        const QWidget* parent = at->parentWidget();
        part = part.intersected(QRect(parent->mapTo(&window, QPoint()), parent->size()));
    }
    return part;
}

ShownWidget read(QWidget& widget, const QRect& visible)
{
    ShownWidget shown{&widget, visible, {}, {}};
    if (const auto* chart = qobject_cast<ChartPane*>(&widget)) {
        shown.labels = chart->labels();
    } else if (const auto* lanes = qobject_cast<EventLanes*>(&widget)) {
        shown.labels = lanes->labels();
    } else if (const auto* overview = qobject_cast<OverviewStrip*>(&widget)) {
        shown.labels = overview->labels();
    } else if (const auto* guards = qobject_cast<GuardLaneChart*>(&widget)) {
        shown.labels = guards->labels();
    } else if (const auto* map = qobject_cast<OverrideHeatMap*>(&widget)) {
        shown.labels = map->labels();
    } else {
        shown.texts = paintedTexts(widget);
    }
    return shown;
}

} // namespace

bool isOverlay(const QWidget& widget)
{
    return widget.property("overlay").toBool();
}

QString kindName(DefectKind kind)
{
    switch (kind) {
    case DefectKind::CutText:
        return QStringLiteral("cut text");
    case DefectKind::OverlaidText:
        return QStringLiteral("overlaid text");
    case DefectKind::Overlap:
        return QStringLiteral("overlap");
    case DefectKind::ChartLabel:
        return QStringLiteral("chart label");
    case DefectKind::CrossedLabel:
        return QStringLiteral("crossed label");
    case DefectKind::LowContrast:
        return QStringLiteral("low contrast");
    case DefectKind::EmptyPlot:
        return QStringLiteral("empty plot");
    case DefectKind::Untranslated:
        return QStringLiteral("untranslated");
    case DefectKind::UnevenEdges:
        return QStringLiteral("uneven edges");
    }
    return {};
}

QString pathOf(const QWidget& widget)
{
    QStringList names;
    for (const QWidget* at = &widget; at != nullptr; at = at->parentWidget()) {
        QString name = QString::fromUtf8(at->metaObject()->className());
        name.remove(QStringLiteral("soak::ui::"));
        if (!at->objectName().isEmpty()) {
            name += QLatin1Char('#') + at->objectName();
        }
        names.prepend(name);
    }
    return names.join(QLatin1Char('/'));
}

QRect Shown::inPicture(const QWidget& widget, const QRectF& rect) const
{
    const QRectF inWindow = rect.translated(widget.mapTo(window, QPoint()));
    return QRectF(inWindow.topLeft() * ratio, inWindow.size() * ratio)
        .toAlignedRect()
        .intersected(picture.rect());
}

bool Shown::isCovered(const QWidget& widget, const QRectF& rect) const
{
    const QRect inWindow = rect.translated(widget.mapTo(window, QPoint())).toAlignedRect();
    return std::any_of(widgets.begin(), widgets.end(), [&](const ShownWidget& other) {
        return isOverlay(*other.widget) && other.widget != &widget &&
               !other.widget->isAncestorOf(&widget) && other.visible.intersects(inWindow);
    });
}

Shown shownNow(QWidget& window)
{
    Shown shown;
    shown.window = &window;
    const QPixmap pixmap = window.grab();
    shown.picture = pixmap.toImage().convertToFormat(QImage::Format_RGB32);
    shown.ratio = pixmap.devicePixelRatio();
    shown.widgets.push_back(read(window, window.rect()));
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->window() != &window) {
            continue;
        }
        const QRect visible = visiblePart(*widget, window);
        if (!visible.isEmpty()) {
            shown.widgets.push_back(read(*widget, visible));
        }
    }
    return shown;
}

} // namespace soak::ui
