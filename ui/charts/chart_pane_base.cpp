// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of a ChartPane without what follows the cursor: made once, kept until something else
// is to be seen, and continued where the run has only grown.
#include "ui/charts/chart_canvas.h"
#include "ui/charts/chart_painter.h"
#include "ui/charts/chart_pane.h"
#include "ui/charts/scene_growth.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr double kMarkReach = 10; // pixels that a mark reaches beside its iteration

// A line of QtCharts is an item, and each of its points is placed again when the axes move.
constexpr std::size_t kMostItems = 8;

bool isDrawnByPainter(const std::vector<SeriesShape>& shapes)
{
    return shapes.size() > kMostItems ||
           std::any_of(shapes.begin(), shapes.end(),
                       [](const SeriesShape& shape) { return !shape.columns.empty(); });
}

// Where the lines and the lettering are placed, whatever is written in the title row.
bool isSamePlace(const ChartFrame& a, const ChartFrame& b)
{
    return a.card == b.card && a.plot == b.plot && a.x == b.x && a.y == b.y;
}

} // namespace

void ChartPane::addThinned(ChartFrame& frame, const std::vector<SeriesShape>& shapes, Tone tone,
                           double reservedRight)
{
    std::size_t shown = 0;
    std::size_t total = 0;
    for (const SeriesShape& shape : shapes) {
        shown += shape.shown;
        total += shape.total;
    }
    if (shown < total) {
        const QLocale locale;
        addBadge(frame,
                 tr("shown %1 of %2")
                     .arg(locale.toString(static_cast<qulonglong>(shown)),
                          locale.toString(static_cast<qulonglong>(total))),
                 tone, reservedRight);
    }
}

std::vector<QPen> ChartPane::pens() const
{
    std::vector<QPen> all;
    for (const ChartSeries& series : m_scene->series) {
        const QPen pen = penOf(*m_scene, series, m_theme.tone(), m_highlighted);
        all.push_back(m_settled.isActive() && m_scene->series.size() > kMostItems ? draggedPen(pen)
                                                                                  : pen);
    }
    return all;
}

void ChartPane::paintLines(QPainter& painter, const std::vector<SeriesShape>& shapes) const
{
    const std::vector<QPen> ink = pens();
    for (const std::size_t i : paintOrder(*m_scene, m_highlighted)) {
        paintLine(painter, shapes[i], m_frame->plot, ink[i]);
    }
}

void ChartPane::renderBase()
{
    const double ratio = devicePixelRatioF();
    m_base = QPixmap((QSizeF(size()) * ratio).toSize());
    m_base.setDevicePixelRatio(ratio);
    m_base.fill(Qt::transparent);
    static_cast<void>(frame()); // laid out now
    const Tone tone = m_theme.tone();
    m_shapes.clear();
    for (const ChartSeries& series : m_scene->series) {
        m_shapes.push_back(shapeOf(series, *m_frame, ratio));
    }
    addThinned(*m_frame, m_shapes, tone, kButtonRoom);
    QPainter painter(&m_base);
    painter.setRenderHint(QPainter::Antialiasing, !m_settled.isActive());
    m_under.paint(painter, *m_scene, *m_frame, tone, ratio);
    paintEnvelope(painter, *m_scene, *m_frame, tone);
    if (isDrawnByPainter(m_shapes) || !m_highlighted.isEmpty()) {
        paintLines(painter, m_shapes);
    } else if (!m_scene->isEmpty()) {
        m_canvas->paint(painter, *m_frame, m_shapes, pens(), paintOrder(*m_scene, {}));
    }
    paintOver(painter, *m_scene, *m_frame, m_shapes, tone);
    paintLabels(painter, UnderLayer::others(m_frame->labels));
    m_gestures.setStage(m_frame->plot, m_range, m_scene->domain);
}

// `part` of the base anew; of lines only those that are columns.
void ChartPane::renderPart(const QRectF& part)
{
    const Tone tone = m_theme.tone();
    QPainter painter(&m_base);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(part);
    m_under.paint(painter, *m_scene, *m_frame, tone, devicePixelRatioF());
    if (part.bottom() > m_frame->plot.top()) {
        std::vector<SeriesShape> cut;
        for (const SeriesShape& shape : m_shapes) {
            cut.push_back(partOf(shape, part));
        }
        paintLines(painter, cut);
        paintOver(painter, *m_scene, *m_frame, cut, tone);
    }
    paintLabels(painter, UnderLayer::others(m_frame->labels));
}

bool ChartPane::growBase(const ChartScene& before)
{
    const std::optional<int> from = grownFrom(before, *m_scene);
    if (!from || m_base.isNull() || !m_frame || m_settled.isActive() ||
        !isDrawnByPainter(m_shapes)) {
        return false;
    }
    const ChartFrame old = *std::exchange(m_frame, std::nullopt);
    static_cast<void>(frame());
    if (!isSamePlace(old, *m_frame)) {
        return false;
    }
    for (std::size_t i = 0; i < m_shapes.size(); ++i) {
        m_shapes[i] =
            shapeOfGrown(m_scene->series[i], *m_frame, devicePixelRatioF(), m_shapes[i], *from);
    }
    addThinned(*m_frame, m_shapes, m_theme.tone(), kButtonRoom);
    const QRectF title(0, 0, width(), std::floor(m_frame->plot.top()) - 1);
    const double left = std::max(0.0, std::floor(m_frame->px(*from)) - kMarkReach);
    renderPart(title);
    if (left < width()) {
        renderPart(QRectF(left, title.bottom(), width() - left, height() - title.bottom()));
    }
    update(title.toAlignedRect());
    update(QRectF(left, 0, width() - left, height()).toAlignedRect());
    m_gestures.setStage(m_frame->plot, m_range, m_scene->domain);
    return true;
}

} // namespace soak::ui
