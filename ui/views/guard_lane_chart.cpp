// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/guard_lane_chart.h"

#include "ui/charts/chart_painter.h"

#include <QAccessible>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr int kLeastNames = 144;
constexpr int kMostNames = 260;
constexpr int kLeastRight = 56; // for the times of the ramps
constexpr int kGap = 8;
constexpr int kAxis = 20;
constexpr double kAxisGap = 4; // between the lanes and the iterations
constexpr int kGroupGap = 10;

Ink inkOf(LaneKind kind)
{
    switch (kind) {
    case LaneKind::Raw:
        return Ink::Muted;
    case LaneKind::Freeze:
        return Ink::Freeze;
    case LaneKind::State:
    case LaneKind::Timer:
    case LaneKind::Marks:
        break;
    }
    return Ink::Guard;
}

} // namespace

GuardLaneChart::GuardLaneChart(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Guards over the iterations"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&context.theme, &Theme::changed, this, &GuardLaneChart::invalidate);
    connect(&context.selection, &Selection::rangeChanged, this, &GuardLaneChart::invalidate);
    connect(&context.selection, &Selection::cursorChanged, this, [this] {
        if (const auto cursor = m_context.selection.cursor()) {
            setAccessibleDescription(describe(*cursor));
            if (hasFocus()) {
                QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
                QAccessible::updateAccessibility(&changed);
            }
        }
        update();
    });
}

void GuardLaneChart::invalidate()
{
    m_base = {};
    update();
}

void GuardLaneChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    invalidate();
}

void GuardLaneChart::setLanes(std::vector<Lane> lanes, std::vector<int> edges, int first, int last)
{
    m_lanes = std::move(lanes);
    m_edges = std::move(edges);
    m_first = first;
    m_last = std::max(first, last);
    m_names = kLeastNames;
    m_right = kLeastRight;
    for (const Lane& lane : m_lanes) {
        const double name = textWidth(lane.title, lane.isFirstOfGroup);
        m_names = std::max(m_names, static_cast<int>(std::ceil(name)) + kGap + 2);
        m_right = std::max(m_right, static_cast<int>(std::ceil(textWidth(lane.scale))) + kGap);
    }
    m_names = std::min(m_names, kMostNames);
    updateGeometry();
    invalidate();
}

QString GuardLaneChart::describe(int iteration) const
{
    QStringList lines{tr("Iteration %1").arg(iteration)};
    for (const Lane& lane : m_lanes) {
        // A guard's three lanes say the same: once is enough.
        const bool isRepeat = lane.kind == LaneKind::State || lane.kind == LaneKind::Timer;
        const QString text = isRepeat ? QString() : lane.textAt(iteration);
        if (!text.isEmpty()) {
            lines += lane.title + QStringLiteral(": ") + text;
        }
    }
    return lines.join(QLatin1Char('\n'));
}

int GuardLaneChart::heightOf(const Lane& lane)
{
    const int height = lane.kind == LaneKind::Timer ? 34 : 18;
    return height + (lane.isFirstOfGroup ? kGroupGap : 0);
}

QSize GuardLaneChart::sizeHint() const
{
    int height = kAxis;
    for (const Lane& lane : m_lanes) {
        height += heightOf(lane);
    }
    return {560, height};
}

QSize GuardLaneChart::minimumSizeHint() const
{
    return {m_names + m_right + 96, sizeHint().height()};
}

QRectF GuardLaneChart::plotRect() const
{
    return {static_cast<double>(m_names), 0, std::max(1.0, width() - m_names - m_right * 1.0),
            static_cast<double>(sizeHint().height() - kAxis)};
}

ViewRange GuardLaneChart::range() const
{
    const ViewRange all{static_cast<double>(m_first), static_cast<double>(m_last)};
    const std::optional<ViewRange> chosen = m_context.selection.range();
    // A range outside of this run would show nothing.
    const bool isUsable = chosen && chosen->to >= all.from && chosen->from <= all.to;
    return isUsable ? *chosen : all;
}

double GuardLaneChart::xOf(double iteration) const
{
    const ViewRange shown = range();
    return plotRect().left() +
           plotRect().width() * (iteration - shown.from) / (shown.to - shown.from + 1);
}

std::optional<int> GuardLaneChart::iterationAt(double x) const
{
    if (m_lanes.empty() || x < plotRect().left() || x > plotRect().right()) {
        return std::nullopt;
    }
    const ViewRange shown = range();
    const double share = (x - plotRect().left()) / plotRect().width();
    const int iteration =
        static_cast<int>(std::floor(shown.from + share * (shown.to - shown.from + 1)));
    return std::clamp(iteration, m_first, m_last);
}

std::optional<std::size_t> GuardLaneChart::laneAt(double y) const
{
    double top = 0;
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        const double bottom = top + heightOf(m_lanes[i]);
        if (y >= top && y < bottom) {
            return i;
        }
        top = bottom;
    }
    return std::nullopt;
}

QRectF GuardLaneChart::boxOf(const Lane& lane, double top) const
{
    const double gap = lane.isFirstOfGroup ? kGroupGap : 0;
    return {plotRect().left(), top + gap, plotRect().width(), heightOf(lane) - gap};
}

QRectF GuardLaneChart::laneRect(std::size_t lane) const
{
    double top = 0;
    for (std::size_t i = 0; i < lane; ++i) {
        top += heightOf(m_lanes[i]);
    }
    return boxOf(m_lanes[lane], top);
}

std::vector<ChartLabel> GuardLaneChart::labels() const
{
    const QColor text = m_context.theme.colour(Ink::Text);
    const QColor muted = m_context.theme.colour(Ink::Muted);
    std::vector<ChartLabel> labels;
    double top = 0;
    for (const Lane& lane : m_lanes) {
        const QRectF box = boxOf(lane, top);
        const bool isStrong = lane.isFirstOfGroup;
        const QFontMetricsF metrics(isStrong ? Theme::strongFont() : Theme::smallFont());
        const QString title = metrics.elidedText(lane.title, Qt::ElideRight, m_names - kGap);
        labels.push_back(labelAt(title, m_names - kGap - textWidth(title, isStrong),
                                 box.center().y(), LabelRole::Title, isStrong ? text : muted,
                                 isStrong));
        if (!lane.scale.isEmpty()) { // at the height that it is of
            labels.push_back(labelAt(lane.scale, plotRect().right() + kGap - 2, box.top() + 7,
                                     LabelRole::Note, muted));
        }
        top += heightOf(lane);
    }
    addAxis(labels);
    return labels;
}

void GuardLaneChart::addAxis(std::vector<ChartLabel>& labels) const
{
    const ViewRange shown = range();
    const PlotScale scale{
        {shown.from - 0.5, shown.to + 0.5}, plotRect().left(), plotRect().right()};
    const Ticks ticks = iterationTicks(scale.data, plotRect().width());
    for (ChartLabel& label : iterationLabels(ticks, scale, plotRect().bottom() + kAxisGap,
                                             m_context.theme.colour(Ink::Muted))) {
        labels.push_back(std::move(label));
    }
}

void GuardLaneChart::paintLane(QPainter& painter, const Lane& lane, double top) const
{
    const Theme& theme = m_context.theme;
    const QRectF box = boxOf(lane, top);
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.colour(Ink::Grid));
    painter.save();
    painter.setClipRect(box);
    if (lane.kind == LaneKind::Timer) {
        paintTimer(painter, lane, box);
    }
    const double thickness = lane.kind == LaneKind::Raw ? 5 : 11;
    const ViewRange shown = range();
    double painted = -1; // right edge so far: many spans share a pixel when zoomed out
    for (const LaneSpan& span : lane.spans) {
        if (span.to < shown.from || span.from > shown.to) {
            continue;
        }
        const double left = xOf(span.from);
        const double right = std::max(xOf(span.to + 1.0), left + 2);
        if (right <= painted + 0.5) {
            continue;
        }
        painted = right;
        // By geometry, beside the clipping: SVG as Qt writes it knows none.
        const QRectF strip =
            QRectF(left, box.center().y() - thickness / 2, right - left, thickness) & box;
        if (lane.kind == LaneKind::Freeze) {
            painter.fillRect(strip, QBrush(theme.colour(Ink::Freeze), Qt::BDiagPattern));
            painter.setPen(QPen(theme.colour(Ink::Freeze), 1));
            painter.drawRect(strip.adjusted(0.5, 0.5, -0.5, -0.5));
        } else if (lane.kind == LaneKind::Marks) {
            painter.fillRect(QRectF(strip.center().x() - 1.5, strip.top(), 3, thickness),
                             theme.colour(Ink::Guard));
        } else {
            painter.fillRect(strip, theme.colour(inkOf(lane.kind)));
        }
    }
    painter.restore();
}

// Within a cell the timer runs from where it stood after the iteration before to where it stands.
void GuardLaneChart::paintTimer(QPainter& painter, const Lane& lane, const QRectF& box) const
{
    const Theme& theme = m_context.theme;
    painter.setRenderHint(QPainter::Antialiasing);
    const double full = box.height() - 8;
    const double floor = box.bottom() - 2;
    const ViewRange shown = range();
    const GuardSample* before = nullptr;
    double painted = -1, highest = 0; // right edge so far, and the top of what shares its pixel
    for (const GuardSample& sample : lane.samples) {
        const bool isShown = sample.iteration >= shown.from && sample.iteration <= shown.to;
        if (isShown && sample.isTiming() && sample.hold > Millis{0}) {
            const bool goesOn = before != nullptr && before->isTiming() &&
                                before->raw == sample.raw &&
                                before->iteration + 1 == sample.iteration;
            const double from = goesOn ? before->elapsed / before->hold : 0;
            const double to = sample.elapsed / sample.hold;
            const double left = xOf(sample.iteration);
            const double right = std::max(xOf(sample.iteration + 1.0), left + 1);
            // Many samples share a pixel when zoomed out: only one that is higher adds to it.
            const bool isHidden = right <= painted + 0.5 && std::max(from, to) <= highest;
            highest = right <= painted + 0.5 ? std::max({highest, from, to}) : std::max(from, to);
            painted = std::max(painted, right);
            if (isHidden) {
                before = &sample;
                continue;
            }
            const std::array points{QPointF(left, floor), QPointF(left, floor - from * full),
                                    QPointF(right, floor - to * full), QPointF(right, floor)};
            painter.setPen(Qt::NoPen);
            QColor fill = theme.colour(Ink::Guard);
            fill.setAlphaF(0.35F);
            painter.setBrush(fill);
            painter.drawPolygon(points.data(), static_cast<int>(points.size()));
            painter.setPen(QPen(theme.colour(Ink::Guard), 1.5));
            painter.drawLine(points[1], points[2]);
        }
        before = &sample;
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.colour(Ink::Muted), 1, Qt::DotLine));
    painter.drawLine(QPointF(box.left(), floor - full), QPointF(box.right(), floor - full));
}

void GuardLaneChart::paintLanes(QPainter& painter) const
{
    double top = 0;
    for (const Lane& lane : m_lanes) {
        paintLane(painter, lane, top);
        top += heightOf(lane);
    }
    paintLabels(painter, labels());
}

void GuardLaneChart::paintEvent(QPaintEvent* /*event*/)
{
    if (m_base.isNull()) {
        const double ratio = devicePixelRatioF();
        m_base = QPixmap((QSizeF(size()) * ratio).toSize());
        m_base.setDevicePixelRatio(ratio);
        m_base.fill(Qt::transparent);
        QPainter base(&m_base);
        base.setFont(font());
        paintLanes(base);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_base);
    const double top = sizeHint().height() - kAxis;
    if (const auto cursor = m_context.selection.cursor();
        cursor && *cursor >= range().from && *cursor <= range().to) {
        const double x = std::floor((xOf(*cursor) + xOf(*cursor + 1.0)) / 2) + 0.5;
        painter.setPen(QPen(m_context.theme.colour(Ink::Cursor), 1));
        painter.drawLine(QPointF(x, 0), QPointF(x, top));
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_context.theme.colour(Ink::Accent), 1));
        painter.drawRect(plotRect().adjusted(-1, 0, 0, -1));
    }
}

} // namespace soak::ui
