// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/audit/audit.h"
#include "tests/ui/audit/pixels.h"
#include "ui/charts/chart_pane.h"
#include "ui/charts/event_lanes.h"
#include "ui/views/guard_lane_chart.h"

#include <QWidget>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr double kOfText = 4.5;
constexpr double kOfLines = 3.0;

bool hasLetters(const QString& text)
{
    return std::count_if(text.begin(), text.end(),
                         [](QChar one) { return one.isLetterOrNumber(); }) >= 2;
}

class ContrastAudit final
{
public:
    ContrastAudit(const Shown& shown, const ShownWidget& one, Defects& defects)
        : m_shown(shown), m_one(one), m_defects(defects)
    {
    }

    // A letter or two may have no pixel of their whole ink: longer texts do.
    void text(const QString& words, const QRectF& rect, const QColor& ink)
    {
        if (hasLetters(words) && isSeen(rect)) {
            const QRect place = m_shown.inPicture(*m_one.widget, rect);
            expect(words, place, groundOf(m_shown.picture, place), ink, kOfText);
        }
    }

    // A line or mark in `ink` somewhere in `rect`, on what fills most of `around`.
    // `except`: lines that may fill more than the ground does, as those of long runs.
    void line(const QString& name, const QRectF& rect, const QRectF& around, const QColor& ink,
              const QColor& except = {})
    {
        if (isSeen(rect)) {
            expect(name, m_shown.inPicture(*m_one.widget, rect),
                   groundOf(m_shown.picture, m_shown.inPicture(*m_one.widget, around), except), ink,
                   kOfLines);
        }
    }

private:
    [[nodiscard]] bool isSeen(const QRectF& rect) const
    {
        const QRectF visible =
            m_one.visible.translated(-m_one.widget->mapTo(m_shown.window, QPoint()));
        return !rect.isEmpty() && visible.contains(rect) && !m_shown.isCovered(*m_one.widget, rect);
    }

    void expect(const QString& name, const QRect& place, const QColor& ground, const QColor& ink,
                double least)
    {
        const QColor seen = nearestTo(m_shown.picture, place, ink);
        const double reached = contrast(seen, ground);
        if (reached < least) {
            m_defects.push_back(
                {DefectKind::LowContrast, pathOf(*m_one.widget),
                 QStringLiteral("\"%1\" in %2: %3 on %4 is %5, not %6, at %7,%8 %9x%10")
                     .arg(name, ink.name(), seen.name(), ground.name())
                     .arg(reached, 0, 'f', 2)
                     .arg(least)
                     .arg(place.x())
                     .arg(place.y())
                     .arg(place.width())
                     .arg(place.height())});
        }
    }

    const Shown& m_shown;
    const ShownWidget& m_one;
    Defects& m_defects;
};

bool isIn(const ChartFrame& frame, const ChartSeries& series)
{
    for (std::size_t row = 0; row < series.iterations.size(); ++row) {
        const std::optional<double> value = series.values.at(row);
        if (value && series.iterations[row] >= frame.x.low &&
            series.iterations[row] <= frame.x.high && *value >= frame.y.low &&
            *value <= frame.y.high) {
            return true;
        }
    }
    return false;
}

void auditPane(const ChartPane& pane, Tone tone, ContrastAudit& audit)
{
    const ChartFrame& frame = pane.frame();
    if (pane.scene()->isEmpty()) {
        return;
    }
    const QColor first = runColour(tone, pane.scene()->series.front().slot);
    for (const ChartSeries& series : pane.scene()->series) {
        if (isIn(frame, series)) {
            audit.line(series.label, frame.plot, frame.plot, runColour(tone, series.slot), first);
        }
    }
    for (const ChartThreshold& threshold : pane.scene()->thresholds) {
        if (threshold.value >= frame.y.low && threshold.value <= frame.y.high) {
            const QRectF line(frame.plot.left(), frame.py(threshold.value) - 2, frame.plot.width(),
                              4);
            audit.line(thresholdText(threshold), line.intersected(frame.plot), frame.plot,
                       colourOf(tone, Ink::Threshold), first);
        }
    }
}

void auditLanes(const EventLanes& lanes, Tone tone, ContrastAudit& audit)
{
    for (const LaneGroup& group : lanes.groups()) {
        const EventLane& lane = lanes.scene()->lanes[group.lane];
        const QRectF seen = group.rect.intersected(lanes.plotRect());
        const QColor ink = colourOf(tone, lane.kind == EventLaneKind::Guards   ? Ink::Guard
                                          : lane.kind == EventLaneKind::Freeze ? Ink::Freeze
                                                                               : Ink::Delta);
        audit.line(lane.title, seen, lanes.plotRect(), ink);
    }
}

void auditGuards(const GuardLaneChart& chart, Tone tone, ContrastAudit& audit)
{
    for (std::size_t i = 0; i < chart.lanes().size(); ++i) {
        const Lane& lane = chart.lanes()[i];
        if (!lane.spans.empty()) {
            const Ink ink = lane.kind == LaneKind::Raw      ? Ink::Muted
                            : lane.kind == LaneKind::Freeze ? Ink::Freeze
                                                            : Ink::Guard;
            audit.line(lane.title, chart.laneRect(i), chart.plotRect(), colourOf(tone, ink));
        }
    }
}

} // namespace

void auditContrast(const Shown& shown, Defects& defects)
{
    const Tone tone = toneOf(shown.picture);
    for (const ShownWidget& one : shown.widgets) {
        ContrastAudit audit(shown, one, defects);
        for (const PaintedText& text : one.texts) {
            if (text.clip.adjusted(-1, -1, 1, 1).contains(text.letters)) {
                audit.text(text.text, text.rect.intersected(text.clip), text.ink);
            }
        }
        for (const ChartLabel& label : one.labels) {
            audit.text(label.text, label.rect, label.colour);
        }
        if (const auto* pane = qobject_cast<ChartPane*>(one.widget)) {
            auditPane(*pane, tone, audit);
        } else if (const auto* lanes = qobject_cast<EventLanes*>(one.widget)) {
            auditLanes(*lanes, tone, audit);
        } else if (const auto* guards = qobject_cast<GuardLaneChart*>(one.widget)) {
            auditGuards(*guards, tone, audit);
        }
    }
}

} // namespace soak::ui
