// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_gestures.h"

#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr double kLeastWidth = 2;    // iterations
constexpr double kDragThreshold = 4; // pixels
constexpr double kWheelStep = 120;   // one notch
constexpr double kZoomPerNotch = 0.8;
constexpr double kPanPerNotch = 0.1; // of what is shown
constexpr qint64 kSameMovementMs = 500;

} // namespace

PlotRange clampedRange(PlotRange range, PlotRange domain)
{
    const double most = domain.high - domain.low;
    const double width = std::clamp(range.high - range.low, std::min(kLeastWidth, most), most);
    const double middle = (range.low + range.high) / 2;
    const double low = std::clamp(range.high - range.low == width ? range.low : middle - width / 2,
                                  domain.low, domain.high - width);
    return {low, low + width};
}

PlotRange zoomed(PlotRange range, double factor, double anchor)
{
    return {anchor - (anchor - range.low) * factor, anchor + (range.high - anchor) * factor};
}

void ChartGestures::setStage(const QRectF& plot, PlotRange shown, PlotRange domain)
{
    m_plot = plot;
    m_shown = shown;
    m_domain = domain;
}

double ChartGestures::at(double pixel) const
{
    const double share = m_plot.width() > 0 ? (pixel - m_plot.left()) / m_plot.width() : 0;
    return m_shown.low + share * (m_shown.high - m_shown.low);
}

void ChartGestures::request(PlotRange range, bool isContinued)
{
    const PlotRange wanted = clampedRange(range, m_domain);
    if (!(wanted == m_shown)) {
        Q_EMIT rangeRequested(wanted, isContinued);
    }
}

void ChartGestures::press(QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton) {
        event.ignore();
        return;
    }
    m_press = event.position();
    m_shownAtPress = m_shown;
    m_isPan = event.modifiers().testFlag(Qt::ShiftModifier);
    m_isDrag = false;
    m_hasPanned = false;
}

void ChartGestures::move(QMouseEvent& event)
{
    const QPointF position = event.position();
    if (!m_press) {
        Q_EMIT hovered(at(position.x()), position);
        return;
    }
    const double moved = position.x() - m_press->x();
    m_isDrag = m_isDrag || std::abs(moved) >= kDragThreshold;
    if (!m_isDrag || m_plot.width() <= 0) {
        return;
    }
    if (m_isPan) {
        const double width = m_shownAtPress.high - m_shownAtPress.low;
        const double shift = -moved / m_plot.width() * width;
        request({m_shownAtPress.low + shift, m_shownAtPress.high + shift}, m_hasPanned);
        m_hasPanned = true;
        return;
    }
    const auto inPlot = [this](double x) { return std::clamp(x, m_plot.left(), m_plot.right()); };
    // By value: of two temporaries minmax(a, b) would give references.
    const auto [low, high] = std::minmax({at(inPlot(m_press->x())), at(inPlot(position.x()))});
    m_brush = PlotRange{low, high};
    Q_EMIT brushChanged();
}

void ChartGestures::release(QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || !m_press) {
        event.ignore();
        return;
    }
    const bool wasDrag = m_isDrag;
    const std::optional<PlotRange> brush = m_brush;
    m_press.reset();
    m_brush.reset();
    m_isDrag = false;
    if (brush) {
        Q_EMIT brushChanged();
        request(*brush, false);
    } else if (!wasDrag) {
        Q_EMIT clicked(at(event.position().x()), event.position());
    } else if (m_isPan) {
        Q_EMIT brushChanged(); // the end of dragging: smooth lines again
    }
}

void ChartGestures::doubleClick(QMouseEvent& event)
{
    if (event.button() == Qt::LeftButton) {
        Q_EMIT allRequested();
    }
}

void ChartGestures::leave()
{
    if (!m_press) {
        Q_EMIT left();
    }
}

bool ChartGestures::continuesWheel()
{
    const bool continues = m_lastWheel.isValid() && m_lastWheel.elapsed() < kSameMovementMs;
    m_lastWheel.start();
    return continues;
}

void ChartGestures::wheel(QWheelEvent& event)
{
    const QPoint delta = event.angleDelta();
    const Qt::KeyboardModifiers modifiers = event.modifiers();
    const double width = m_shown.high - m_shown.low;
    if (modifiers.testFlag(Qt::ControlModifier) && delta.y() != 0) {
        Q_EMIT valueZoomRequested(std::pow(kZoomPerNotch, delta.y() / kWheelStep),
                                  event.position().y());
    } else if (delta.x() != 0 || (modifiers.testFlag(Qt::ShiftModifier) && delta.y() != 0)) {
        const double notches = (delta.x() != 0 ? delta.x() : delta.y()) / kWheelStep;
        const double shift = -notches * kPanPerNotch * width;
        request({m_shown.low + shift, m_shown.high + shift}, continuesWheel());
    } else if (delta.y() != 0) {
        const double anchor = at(std::clamp(event.position().x(), m_plot.left(), m_plot.right()));
        const bool continues = continuesWheel();
        request(zoomed(m_shown, std::pow(kZoomPerNotch, delta.y() / kWheelStep), anchor),
                continues);
    }
    event.accept();
}

} // namespace soak::ui
