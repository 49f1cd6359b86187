// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/overview_strip.h"

#include "ui/charts/chart_gestures.h"
#include "ui/charts/chart_painter.h"
#include "ui/charts/scene_growth.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr int kHeight = 24;
constexpr double kPadding = 3; // above and below the strip
constexpr double kGap = 8;
constexpr double kGripReach = 5;
constexpr double kLoneDot = 1.5;  // radius
constexpr double kLeastBrush = 6; // pixels: a smaller one could not be grasped
constexpr double kLeastDrag = 3;
constexpr double kGrownReach = 2; // pixels of a column beside its iteration
constexpr double kZoomPerNotch = 0.8;
constexpr double kWheelStep = 120;

} // namespace

OverviewStrip::OverviewStrip(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_scene(std::make_shared<const ChartScene>())
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Overview of all iterations"));
    setToolTip(tr("The whole run; drag to choose the part that is shown"));
    connect(&theme, &Theme::changed, this, &OverviewStrip::invalidate);
}

void OverviewStrip::setScene(SceneRef scene)
{
    const SceneRef before =
        std::exchange(m_scene, scene ? std::move(scene) : std::make_shared<const ChartScene>());
    const std::optional<int> grown = grownFrom(*before, *m_scene);
    if (!grown) {
        m_shape.reset();
    }
    m_grownFrom = grown && m_grownFrom ? std::min(*grown, *m_grownFrom) : grown;
    if (m_shape && m_grownFrom && !m_shape->columns.empty()) {
        update(grownPart().toAlignedRect());
    } else {
        m_base = {};
        update();
    }
}

// Of the base: what the run has grown by since it was drawn, if that is all that is new.
QRectF OverviewStrip::grownPart() const
{
    const double left = std::max(0.0, std::floor(px(*m_grownFrom)) - kGrownReach);
    return {left, 0, width() - left, static_cast<double>(height())};
}

void OverviewStrip::setDomain(PlotRange domain)
{
    if (!(domain == m_domain)) {
        m_domain = domain;
        invalidate();
    }
}

void OverviewStrip::setRange(PlotRange x)
{
    if (!(x == m_range)) {
        m_range = x;
        update();
    }
}

void OverviewStrip::setPlotEdges(double left, double right)
{
    if (left != m_left || right != m_right) {
        m_left = left;
        m_right = right;
        invalidate();
    }
}

void OverviewStrip::invalidate()
{
    m_shape.reset();
    m_base = {};
    update();
}

double OverviewStrip::neededLeft() const
{
    return textWidth(tr("overview")) + 2 * kGap;
}

QSize OverviewStrip::sizeHint() const
{
    return {640, kHeight};
}

QSize OverviewStrip::minimumSizeHint() const
{
    return {200, kHeight};
}

QRectF OverviewStrip::plotRect() const
{
    return {QPointF(m_left, kPadding), QPointF(std::max(m_right, m_left + 1), height() - kPadding)};
}

double OverviewStrip::px(double iteration) const
{
    const QRectF plot = plotRect();
    return plot.left() + (iteration - m_domain.low) / (m_domain.high - m_domain.low) * plot.width();
}

double OverviewStrip::at(double pixel) const
{
    const QRectF plot = plotRect();
    return m_domain.low + (pixel - plot.left()) / plot.width() * (m_domain.high - m_domain.low);
}

QRectF OverviewStrip::brushRect() const
{
    const QRectF plot = plotRect();
    double left = std::clamp(px(m_range.low), plot.left(), plot.right());
    double right = std::clamp(px(m_range.high), plot.left(), plot.right());
    if (right - left < kLeastBrush) {
        left = std::max(plot.left(), (left + right - kLeastBrush) / 2);
        right = left + kLeastBrush;
    }
    return {QPointF(left, plot.top()), QPointF(right, plot.bottom())};
}

std::vector<ChartLabel> OverviewStrip::labels() const
{
    const QString text = tr("overview");
    return {labelAt(text, plotRect().left() - kGap - textWidth(text), plotRect().center().y(),
                    LabelRole::Note, m_theme.colour(Ink::Muted))};
}

void OverviewStrip::paint(QPainter& painter, Tone tone) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF plot = plotRect();
    painter.fillRect(plot, colourOf(tone, Ink::Plot));
    painter.setPen(QPen(colourOf(tone, Ink::Border), 1));
    painter.drawRect(plot.adjusted(0.5, 0.5, -0.5, -0.5));
    if (!m_scene->series.empty() && m_scene->series.front().extent) {
        ChartFrame frame;
        frame.plot = plot.adjusted(0, 2, 0, -2);
        frame.x = m_domain;
        const PlotRange extent = *m_scene->series.front().extent;
        frame.y = rangeOf(std::vector<double>{extent.low, extent.high}).value_or(extent);
        const ChartSeries& series = m_scene->series.front();
        if (m_shape && m_grownFrom) {
            m_shape = shapeOfGrown(series, frame, 1, *m_shape, *m_grownFrom);
        } else if (!m_shape) {
            m_shape = shapeOf(series, frame);
        }
        m_grownFrom.reset();
        const bool isPart = painter.hasClipping() && !m_shape->columns.empty();
        paintLine(painter, isPart ? partOf(*m_shape, painter.clipBoundingRect()) : *m_shape, plot,
                  QPen(colourOf(tone, Ink::Muted), 1));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colourOf(tone, Ink::Muted));
        for (const std::vector<QPointF>& piece : m_shape->pieces) {
            if (piece.size() == 1) { // between two gaps: no line would show it
                painter.drawEllipse(piece.front(), kLoneDot, kLoneDot);
            }
        }
    }
    painter.restore();
}

void OverviewStrip::growBase()
{
    const QRectF part = grownPart();
    QPainter painter(&m_base);
    painter.setClipRect(part);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.fillRect(part, Qt::transparent);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    paint(painter, m_theme.tone());
    paintLabels(painter, labels());
}

void OverviewStrip::paintEvent(QPaintEvent* event)
{
    if (!m_base.isNull() && m_grownFrom) {
        growBase();
    }
    if (m_base.isNull()) {
        const double ratio = devicePixelRatioF();
        m_base = QPixmap((QSizeF(size()) * ratio).toSize());
        m_base.setDevicePixelRatio(ratio);
        m_base.fill(Qt::transparent);
        QPainter painter(&m_base);
        paint(painter, m_theme.tone());
        paintLabels(painter, labels());
    }
    QPainter painter(this);
    painter.setClipRegion(event->region());
    painter.drawPixmap(0, 0, m_base);
    const QRectF brush = brushRect();
    QColor fill = m_theme.colour(Ink::Accent);
    painter.setPen(QPen(fill, 1));
    fill.setAlphaF(0.10F);
    painter.setBrush(fill);
    painter.drawRect(brush.adjusted(0.5, 0.5, -0.5, -0.5));
}

OverviewStrip::Grip OverviewStrip::gripAt(double pixel) const
{
    const QRectF brush = brushRect();
    if (std::abs(pixel - brush.left()) <= kGripReach) {
        return Grip::Low;
    }
    if (std::abs(pixel - brush.right()) <= kGripReach) {
        return Grip::High;
    }
    const bool isAll = m_range.low <= m_domain.low && m_range.high >= m_domain.high;
    return !isAll && pixel > brush.left() && pixel < brush.right() ? Grip::Whole : Grip::New;
}

void OverviewStrip::ask(PlotRange range)
{
    const PlotRange wanted = clampedRange(range, m_domain);
    if (!(wanted == m_range)) {
        Q_EMIT rangeRequested(wanted, m_hasAsked);
        m_hasAsked = true;
    }
}

void OverviewStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    m_press = at(event->position().x());
    m_rangeAtPress = m_range;
    m_grip = gripAt(event->position().x());
    m_hasAsked = false;
}

void OverviewStrip::mouseMoveEvent(QMouseEvent* event)
{
    const double pixel = event->position().x();
    if (!m_press) {
        const Grip grip = gripAt(pixel);
        setCursor(grip == Grip::Whole ? Qt::OpenHandCursor
                  : grip == Grip::New ? Qt::CrossCursor
                                      : Qt::SizeHorCursor);
        return;
    }
    const double now = std::clamp(at(pixel), m_domain.low, m_domain.high);
    if (!m_hasAsked && std::abs(px(now) - px(*m_press)) < kLeastDrag) {
        return;
    }
    switch (m_grip) {
    case Grip::Low:
        ask({std::min(now, m_rangeAtPress.high - 1), m_rangeAtPress.high});
        return;
    case Grip::High:
        ask({m_rangeAtPress.low, std::max(now, m_rangeAtPress.low + 1)});
        return;
    case Grip::Whole:
        ask({m_rangeAtPress.low + now - *m_press, m_rangeAtPress.high + now - *m_press});
        return;
    case Grip::New:
        ask({std::min(now, *m_press), std::max(now, *m_press)});
        return;
    }
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_press.reset();
    }
}

void OverviewStrip::mouseDoubleClickEvent(QMouseEvent* /*event*/)
{
    Q_EMIT allRequested();
}

void OverviewStrip::wheelEvent(QWheelEvent* event)
{
    m_hasAsked = false;
    ask(zoomed(m_range, std::pow(kZoomPerNotch, event->angleDelta().y() / kWheelStep),
               std::clamp(at(event->position().x()), m_range.low, m_range.high)));
    event->accept();
}

void OverviewStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    invalidate();
}

void OverviewStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Overview of all iterations"));
        setToolTip(tr("The whole run; drag to choose the part that is shown"));
        invalidate();
    }
}

} // namespace soak::ui
