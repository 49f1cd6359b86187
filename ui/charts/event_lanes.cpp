// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/event_lanes.h"

#include "ui/charts/chart_painter.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr double kBracketRow = 20;
constexpr double kBracket = 4; // height of its ends
constexpr double kAxisRow = 20;
constexpr double kLane = 17;
constexpr double kStrip = 8;      // height of a guard
constexpr double kGlyph = 9;      // width of a delta
constexpr double kCounted = 32;   // of a delta with its count
constexpr double kLeastStrip = 2; // pixels
constexpr double kGap = 8;

bool isSpan(EventLaneKind kind)
{
    return kind != EventLaneKind::Deltas;
}

QString countText(std::size_t count)
{
    return QStringLiteral("\u00d7%1").arg(count);
}

bool collides(const std::vector<ChartLabel>& labels, const QRectF& rect)
{
    return std::any_of(labels.begin(), labels.end(),
                       [&](const ChartLabel& label) { return label.rect.intersects(rect); });
}

void paintTriangle(QPainter& painter, double x, double middle, FlagKind flag, Tone tone)
{
    QPainterPath triangle(QPointF(x - kGlyph / 2, middle - 4));
    triangle.lineTo(x + kGlyph / 2, middle - 4);
    triangle.lineTo(x, middle + 4.5);
    triangle.closeSubpath();
    const QColor ink = colourOf(tone, Ink::Delta);
    painter.setPen(QPen(ink, 1.2));
    painter.setBrush(flag == FlagKind::Applied ? QBrush(ink) : QBrush(Qt::NoBrush));
    painter.drawPath(triangle);
    painter.setBrush(Qt::NoBrush);
    if (flag == FlagKind::Refused) {
        painter.setPen(QPen(colourOf(tone, Ink::DeltaRefused), 1.6));
        painter.drawLine(QPointF(x - 5, middle - 5), QPointF(x + 5, middle + 5));
    }
}

} // namespace

double EventLanes::px(double iteration) const
{
    const QRectF plot = plotRect();
    return plot.left() + (iteration - m_range.low) / (m_range.high - m_range.low) * plot.width();
}

double EventLanes::marksTop() const
{
    return m_hasAxis ? kAxisRow : 2;
}

double EventLanes::laneTop(std::size_t lane) const
{
    return marksTop() + kBracketRow + kLane * static_cast<double>(lane);
}

QRectF EventLanes::plotRect() const
{
    return {QPointF(m_left, 0), QPointF(std::max(m_right, m_left + 1), height())};
}

double EventLanes::neededLeft() const
{
    double widest = 0;
    for (const EventLane& lane : m_scene->lanes) {
        widest = std::max(widest, textWidth(lane.title));
    }
    return widest + 2 * kGap;
}

QSize EventLanes::sizeHint() const
{
    return {640, static_cast<int>(laneTop(std::max<std::size_t>(m_scene->lanes.size(), 1))) + 3};
}

QSize EventLanes::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

// Deltas that would touch the first of a group belong to it; when any do, each group leaves room
// for its count. Those of one iteration are one flag, without a count: its neighbours keep their
// places.
std::vector<LaneGroup> EventLanes::groupsOf(std::size_t lane, double width) const
{
    const EventLane& shown = m_scene->lanes[lane];
    const bool isStrip = isSpan(shown.kind);
    const QList<LaneMark>& marks = shown.marks;
    const QRectF plot = plotRect();
    const double perIteration = plot.width() / (m_range.high - m_range.low);
    const auto at = [&](double iteration) {
        return plot.left() + (iteration - m_range.low) * perIteration;
    };
    const auto leftOf = [&](const LaneMark& mark) {
        // A flag stands over its iteration, its count to the right of it.
        return isStrip ? at(mark.from - 0.5) : at(mark.from) - (kGlyph + 1) / 2;
    };
    const auto rightOf = [&](const LaneMark& mark, double left) {
        return isStrip ? std::max(at(mark.to + 0.5), left + kLeastStrip) : left + width;
    };
    const double top = laneTop(lane) + (kLane - kStrip) / 2;
    std::vector<LaneGroup> groups;
    qsizetype i = 0;
    while (i < marks.size() && marks[i].from <= m_range.high) {
        const LaneMark& first = marks[i];
        if (first.to < m_range.low) {
            ++i;
            continue;
        }
        const double left = leftOf(first);
        double right = rightOf(first, left);
        LaneGroup group{{}, lane, static_cast<std::size_t>(i), 1, first.flag, false};
        for (++i; i < marks.size() && marks[i].from <= m_range.high; ++i) {
            const double nextLeft = leftOf(marks[i]);
            if (nextLeft >= right - 0.01) {
                break;
            }
            right = isStrip ? std::max(right, rightOf(marks[i], nextLeft)) : right;
            group.flag = std::max(group.flag, marks[i].flag);
            group.isCounted = group.isCounted || (!isStrip && marks[i].from != first.from);
            ++group.count;
        }
        group.rect = QRectF(QPointF(left, top), QPointF(right, top + kStrip));
        groups.push_back(group);
    }
    for (LaneGroup& group : groups) {
        if (!isStrip && !group.isCounted) {
            group.rect.setWidth(kGlyph + 1);
        }
    }
    return groups;
}

const std::vector<LaneGroup>& EventLanes::groups() const
{
    if (m_groups) {
        return *m_groups;
    }
    m_groups.emplace();
    for (std::size_t lane = 0; lane < m_scene->lanes.size(); ++lane) {
        std::vector<LaneGroup> some = groupsOf(lane, kGlyph + 1);
        if (std::any_of(some.begin(), some.end(), [](const auto& g) { return g.isCounted; })) {
            some = groupsOf(lane, kCounted);
        }
        m_groups->insert(m_groups->end(), some.begin(), some.end());
    }
    return *m_groups;
}

std::vector<ChartLabel> EventLanes::labels() const
{
    const Tone tone = m_theme.tone();
    const QColor muted = colourOf(tone, Ink::Muted);
    const QRectF plot = plotRect();
    std::vector<ChartLabel> labels;
    for (std::size_t lane = 0; lane < m_scene->lanes.size(); ++lane) {
        const QString& title = m_scene->lanes[lane].title;
        labels.push_back(labelAt(title, plot.left() - kGap - textWidth(title),
                                 laneTop(lane) + kLane / 2, LabelRole::Note, muted));
    }
    for (const LaneGroup& group : groups()) {
        if (group.isCounted) {
            labels.push_back(labelAt(countText(group.count), group.rect.left() + kGlyph + 4,
                                     group.rect.center().y(), LabelRole::Note, muted));
        }
    }
    if (m_hasAxis) {
        const Ticks ticks = iterationTicks(m_range, plot.width());
        const PlotScale scale{m_range, plot.left(), plot.right()};
        for (ChartLabel& label : iterationLabels(ticks, scale, 2, muted)) {
            labels.push_back(std::move(label));
        }
    }
    // What does not fit beside what stands there already is left out.
    const double row = marksTop() + kBracket + 2 + textHeight() / 2;
    const auto note = [&](const QString& text, double middle, const QColor& ink) {
        const double width = textWidth(text);
        const double left = std::clamp(middle - width / 2, plot.left(),
                                       std::max(plot.left(), plot.right() - width));
        const ChartLabel label = labelAt(text, left, row, LabelRole::Note, ink);
        if (!collides(labels, label.rect.adjusted(-4, 0, 4, 0))) {
            labels.push_back(label);
        }
    };
    const QColor ink = colourOf(tone, Ink::Text);
    for (const auto& [mark, name] : {std::pair(m_cursor.markA, QStringLiteral("A")),
                                     std::pair(m_cursor.markB, QStringLiteral("B"))}) {
        if (mark && *mark >= m_range.low && *mark <= m_range.high) {
            note(name, px(*mark), ink);
        }
    }
    if (m_scene->window && m_scene->window->high > m_range.low &&
        m_scene->window->low < m_range.high) {
        note(m_scene->windowText,
             (std::max(px(m_scene->window->low), plot.left()) +
              std::min(px(m_scene->window->high), plot.right())) /
                 2,
             ink);
    }
    if (m_scene->warmUp && m_scene->warmUp->high > m_range.low) {
        note(tr("warm-up"), plot.left(), muted);
    }
    if (m_scene->liveEdge && *m_scene->liveEdge < m_range.high) {
        note(tr("running"), px(*m_scene->liveEdge), muted);
    }
    return labels;
}

void EventLanes::paintGroup(QPainter& painter, const LaneGroup& group, Tone tone) const
{
    switch (m_scene->lanes[group.lane].kind) {
    case EventLaneKind::Guards:
        painter.fillRect(group.rect, colourOf(tone, Ink::Guard));
        return;
    case EventLaneKind::Freeze:
        paintHatch(painter, group.rect, colourOf(tone, Ink::Freeze), 5);
        painter.setPen(QPen(colourOf(tone, Ink::Freeze), 1));
        painter.drawRect(group.rect.adjusted(0.5, 0.5, -0.5, -0.5));
        return;
    case EventLaneKind::Notes: {
        QColor fill = colourOf(tone, Ink::Accent);
        painter.setPen(QPen(fill, 1));
        fill.setAlphaF(0.25F);
        painter.setBrush(fill);
        painter.drawRoundedRect(group.rect.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        painter.setBrush(Qt::NoBrush);
        return;
    }
    case EventLaneKind::Deltas:
        paintTriangle(painter, group.rect.left() + (kGlyph + 1) / 2, group.rect.center().y(),
                      group.flag, tone);
        return;
    }
}

void EventLanes::paintWindow(QPainter& painter, Tone tone) const
{
    if (!m_scene->window) {
        return;
    }
    const QRectF plot = plotRect();
    const double left = px(m_scene->window->low);
    const double right = std::max(px(m_scene->window->high), left + kLeastStrip);
    const double y = marksTop() + kBracket - 0.5;
    painter.setPen(QPen(colourOf(tone, Ink::Text), 1));
    if (left < plot.right() && right > plot.left()) {
        painter.drawLine(QPointF(std::max(left, plot.left()), y),
                         QPointF(std::min(right, plot.right()), y));
    }
    for (const double x : {left, right}) {
        const double at = std::floor(x) + 0.5;
        if (x >= plot.left() && x <= plot.right()) {
            painter.drawLine(QPointF(at, y - kBracket), QPointF(at, y));
        }
    }
}

void EventLanes::paint(QPainter& painter, Tone tone) const
{
    const QRectF plot = plotRect();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setClipRect(plot.adjusted(-1, 0, 1, 0), Qt::IntersectClip);
    paintWindow(painter, tone);
    for (std::size_t lane = 0; lane < m_scene->lanes.size(); ++lane) {
        painter.setPen(QPen(colourOf(tone, Ink::Border), 1));
        const double y = std::floor(laneTop(lane) + kLane) - 0.5;
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
    painter.restore();
    painter.save();
    painter.setClipRect(plot.adjusted(-kGlyph, 0, kGlyph, 0), Qt::IntersectClip);
    const QRectF seen = painter.clipBoundingRect();
    for (LaneGroup group : groups()) {
        if (!seen.intersects(group.rect)) {
            continue;
        }
        if (isSpan(m_scene->lanes[group.lane].kind)) {
            group.rect &= plot; // by geometry: SVG as Qt writes it knows no clipping
        }
        paintGroup(painter, group, tone);
    }
    painter.restore();
    std::vector<ChartLabel> shown = labels();
    if (painter.hasClipping()) {
        const QRectF room = painter.clipBoundingRect();
        std::erase_if(shown, [&](const ChartLabel& label) { return !room.intersects(label.rect); });
    }
    paintLabels(painter, shown);
    painter.restore();
}

void EventLanes::paintCursor(QPainter& painter) const
{
    const auto line = [&](std::optional<int> at, Qt::PenStyle style) {
        if (at && *at >= m_range.low && *at <= m_range.high) {
            const double x = std::floor(px(*at)) + 0.5;
            painter.setPen(QPen(m_theme.colour(Ink::Cursor), 1, style));
            painter.drawLine(QPointF(x, laneTop(0)), QPointF(x, height()));
        }
    };
    line(m_cursor.markA, Qt::DashLine);
    line(m_cursor.markB, Qt::DashDotLine);
    line(m_cursor.at, Qt::SolidLine);
    if (const std::optional<PlotRange> brush = m_gestures.brush()) {
        QColor fill = m_theme.colour(Ink::Accent);
        fill.setAlphaF(0.15F);
        painter.fillRect(
            QRectF(QPointF(px(brush->low), laneTop(0)), QPointF(px(brush->high), height())), fill);
    }
}

} // namespace soak::ui
