// SPDX-License-Identifier: GPL-3.0-or-later
// The brushes of ParallelChart: parts of its axes, by the mouse or by keys. A run that lies outside
// of one is pale.
#include "core/report/report_text.h"
#include "ui/compare/parallel_layout.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/gate_words.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace soak::ui
{
namespace
{

constexpr double kAxisReach = 10; // pixels from an axis that are still it
constexpr double kBrushWide = 10;
constexpr double kLeastShare = 0.02; // shorter drags are clicks
constexpr double kKeyStep = 0.05;

} // namespace

QString axisTitle(const ParallelAxis& axis)
{
    return axis.parameter.empty() ? metricTitle(axis.metric) : toQString(axis.parameter);
}

QString axisNumber(const ParallelAxis& axis, double value)
{
    return axis.parameter.empty() ? metricText(value, axis.metric)
                                  : localNumber(shortNumber(value));
}

std::vector<std::size_t> ParallelChart::matching() const
{
    std::vector<std::size_t> runs;
    if (!m_facts) {
        return runs;
    }
    const ParallelCoordinates& all = m_facts->parallel;
    for (std::size_t run = 0; run < all.values.size(); ++run) {
        const bool isWithin = std::ranges::all_of(m_brushes, [&](const auto& brush) {
            const ParallelAxis& axis = all.axes[brush.first];
            const std::optional<double> value = all.values[run][brush.first];
            const double width = axis.high - axis.low;
            const double share = value && width > 0 ? (*value - axis.low) / width : 0.5;
            return value && share >= brush.second.low && share <= brush.second.high;
        });
        if (isWithin) {
            runs.push_back(run);
        }
    }
    return runs;
}

void ParallelChart::clearBrushes()
{
    if (!m_brushes.empty()) {
        m_brushes.clear();
        update();
    }
}

std::optional<std::size_t> ParallelChart::axisUnder(const Layout& layout, QPointF at) const
{
    for (std::size_t i = 0; i < layout.x.size(); ++i) {
        if (std::abs(layout.x[i] - at.x()) <= kAxisReach &&
            layout.plot.adjusted(-kAxisReach, -1, kAxisReach, 1).contains(at)) {
            return layout.first + i;
        }
    }
    return std::nullopt;
}

double ParallelChart::shareAt(const Layout& layout, double y)
{
    return std::clamp((layout.plot.bottom() - y) / layout.plot.height(), 0.0, 1.0);
}

void ParallelChart::mousePressEvent(QMouseEvent* event)
{
    QWidget::mousePressEvent(event);
    const Layout layout = layOutFor(size(), m_theme.tone());
    if (event->button() == Qt::LeftButton) {
        m_press = axisUnder(layout, event->position());
        m_pressShare = shareAt(layout, event->position().y());
        m_isDragged = false;
    }
    event->accept();
}

void ParallelChart::dragBrush(const Layout& layout, QPointF at)
{
    const double share = shareAt(layout, at.y());
    m_isDragged = m_isDragged || std::abs(share - m_pressShare) > kLeastShare;
    if (m_isDragged) {
        m_brushes[*m_press] = {std::min(share, m_pressShare), std::max(share, m_pressShare)};
        update();
    }
}

// A click lets go of the axis under it, beside them of all.
void ParallelChart::mouseReleaseEvent(QMouseEvent* event)
{
    QWidget::mouseReleaseEvent(event);
    const bool isDragged = std::exchange(m_isDragged, false);
    const std::optional<std::size_t> axis = std::exchange(m_press, std::nullopt);
    if (!isDragged && axis) {
        m_brushes.erase(*axis);
    } else if (!isDragged) {
        m_brushes.clear();
    }
    tellBrush();
}

// Left and Right choose an axis, Up and Down move the lower end of its brush, with Shift the upper.
void ParallelChart::keyPressEvent(QKeyEvent* event)
{
    const Layout layout = layOutFor(size(), m_theme.tone());
    const int key = event->key();
    const bool isUpper = event->modifiers() == Qt::ShiftModifier;
    if (layout.x.empty() || (event->modifiers() != Qt::NoModifier && !isUpper)) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_keyAxis = std::min(m_keyAxis, layout.x.size() - 1);
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        const std::size_t step = key == Qt::Key_Right ? 1 : layout.x.size() - 1;
        m_keyAxis = (m_keyAxis + step) % layout.x.size();
        update();
    } else if (key == Qt::Key_Up || key == Qt::Key_Down) {
        Part& part = m_brushes[layout.first + m_keyAxis];
        const double step = key == Qt::Key_Up ? kKeyStep : -kKeyStep;
        if (isUpper) {
            part.high = std::clamp(part.high + step, part.low, 1.0);
        } else {
            part.low = std::clamp(part.low + step, 0.0, part.high);
        }
        tellBrush();
    } else if (key == Qt::Key_Escape && hasBrush()) {
        m_brushes.clear();
        tellBrush();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ParallelChart::tellBrush()
{
    QStringList parts;
    for (const auto& [at, part] : m_brushes) {
        const ParallelAxis& axis = m_facts->parallel.axes[at];
        const double width = axis.high - axis.low;
        parts << tr("%1 from %2 to %3")
                     .arg(axisTitle(axis), axisNumber(axis, axis.low + part.low * width),
                          axisNumber(axis, axis.low + part.high * width));
    }
    update();
    Q_EMIT brushed(parts.join(QStringLiteral(", ")));
}

void ParallelChart::paintBrushes(QPainter& painter, const Layout& layout, Tone tone) const
{
    QColor fill = colourOf(tone, Ink::Accent);
    painter.setPen(QPen(fill, 1));
    fill.setAlphaF(0.15F);
    painter.setBrush(fill);
    for (const auto& [axis, part] : m_brushes) {
        if (axis < layout.first || axis - layout.first >= layout.x.size()) {
            continue;
        }
        const double height = layout.plot.height();
        painter.drawRect(QRectF(layout.x[axis - layout.first] - kBrushWide / 2,
                                layout.plot.bottom() - part.high * height, kBrushWide,
                                (part.high - part.low) * height));
    }
    painter.setBrush(Qt::NoBrush);
    if (hasFocus() && m_keyAxis < layout.x.size()) {
        const double x = layout.x[m_keyAxis];
        painter.drawLine(QPointF(x, layout.plot.top()), QPointF(x, layout.plot.bottom()));
    }
}

} // namespace soak::ui
