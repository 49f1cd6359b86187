// SPDX-License-Identifier: GPL-3.0-or-later
// The brush of DistributionChart: a part of the KPI's axis, by the mouse or by keys, whose
// iterations are picked in every view.
#include "ui/compare/distribution_chart.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr double kLeastDrag = 4;   // pixels
constexpr double kKeyShare = 0.05; // of the axis, a step of a key

} // namespace

void DistributionChart::mousePressEvent(QMouseEvent* event)
{
    QWidget::mousePressEvent(event);
    const Layout layout = layOutFor(size(), m_theme.tone());
    const QPointF at = event->position();
    if (event->button() == Qt::LeftButton && !layout.isEmpty && layout.axes.plot.contains(at)) {
        m_press = layout.axes.valueAt(at.x());
        m_isDragged = false;
        event->accept();
    }
}

void DistributionChart::dragBrush(const Layout& layout, QPointF at)
{
    const double value =
        std::clamp(layout.axes.valueAt(at.x()), layout.axes.x.low, layout.axes.x.high);
    m_isDragged = m_isDragged || std::abs(layout.axes.px(*m_press) - at.x()) >= kLeastDrag;
    if (m_isDragged) {
        m_brush = PlotRange{std::min(value, *m_press), std::max(value, *m_press)};
        update();
    }
}

// A click without a drag lets go.
void DistributionChart::mouseReleaseEvent(QMouseEvent* event)
{
    QWidget::mouseReleaseEvent(event);
    if (std::exchange(m_press, std::nullopt)) {
        setBrush(m_isDragged ? m_brush : std::nullopt);
    }
}

void DistributionChart::setBrush(const std::optional<PlotRange>& brush)
{
    m_brush = brush;
    update();
    Q_EMIT brushed(kComparedKpis.at(m_metric), m_brush);
}

// Left and Right move the lower end, with Shift the upper one; the first press begins with all.
void DistributionChart::keyPressEvent(QKeyEvent* event)
{
    const Layout layout = layOutFor(size(), m_theme.tone());
    const bool isMove = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    const bool isPlain =
        event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::ShiftModifier;
    if (event->key() == Qt::Key_Escape && m_brush) {
        setBrush(std::nullopt);
    } else if (isMove && isPlain && !layout.isEmpty) {
        const PlotRange axis = layout.axes.x;
        const double step =
            (event->key() == Qt::Key_Left ? -1 : 1) * kKeyShare * (axis.high - axis.low);
        PlotRange brush = m_brush.value_or(axis);
        if (event->modifiers() == Qt::ShiftModifier) {
            brush.high = std::clamp(brush.high + step, brush.low, axis.high);
        } else {
            brush.low = std::clamp(brush.low + step, axis.low, brush.high);
        }
        setBrush(brush);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void DistributionChart::paintBrush(QPainter& painter, const Layout& layout) const
{
    if (!m_brush || layout.isEmpty) {
        return;
    }
    QColor fill = m_theme.colour(Ink::Accent);
    painter.setPen(QPen(fill, 1));
    fill.setAlphaF(0.15F);
    painter.setBrush(fill);
    const double left = layout.axes.px(std::max(m_brush->low, layout.axes.x.low));
    const double right = layout.axes.px(std::min(m_brush->high, layout.axes.x.high));
    painter.drawRect(QRectF(left, layout.axes.plot.top(), right - left, layout.axes.plot.height()));
    painter.setBrush(Qt::NoBrush);
}

} // namespace soak::ui
