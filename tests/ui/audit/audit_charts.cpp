// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/audit/audit.h"
#include "tests/ui/audit/pixels.h"
#include "ui/charts/chart_painter.h"
#include "ui/charts/chart_stack.h"
#include "ui/views/guard_lane_chart.h"
#include "ui/views/override_heat_map.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr double kTouch = 0.5;    // pixels that boxes of letters may share
constexpr double kEdge = 1.0;     // pixels that edges of a column may differ
constexpr double kNearInk = 60.0; // of a smoothed line

using Labels = std::vector<ChartLabel>;

QRectF shrunk(const QRectF& rect)
{
    return rect.adjusted(kTouch, kTouch, -kTouch, -kTouch);
}

class ChartAudit final
{
public:
    ChartAudit(const ShownWidget& shown, Defects& defects) : m_shown(shown), m_defects(defects) {}

    void say(const QString& what) { add(DefectKind::ChartLabel, what); }

    void add(DefectKind kind, const QString& what)
    {
        m_defects.push_back({kind, pathOf(*m_shown.widget), what});
    }

    void labelsAgainstEachOther()
    {
        const Labels& labels = m_shown.labels;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            if (!QRectF(m_shown.widget->rect()).contains(shrunk(labels[i].rect))) {
                say(QStringLiteral("\"%1\" reaches out of the chart").arg(labels[i].text));
            }
            for (std::size_t j = i + 1; j < labels.size(); ++j) {
                if (shrunk(labels[i].rect).intersects(shrunk(labels[j].rect))) {
                    say(QStringLiteral("\"%1\" lies on \"%2\"")
                            .arg(labels[i].text, labels[j].text));
                }
            }
        }
    }

    // Outside of the plot, or, where it is empty, inside: never on its edge.
    void labelsAgainstPlot(const QRectF& plot)
    {
        for (const ChartLabel& label : m_shown.labels) {
            const QRectF rect = shrunk(label.rect);
            const bool isInside = plot.contains(rect);
            if (plot.intersects(rect) && !(isInside && label.role == LabelRole::Empty)) {
                say(QStringLiteral("\"%1\" lies %2 the plot")
                        .arg(label.text,
                             isInside ? QStringLiteral("in") : QStringLiteral("on the edge of")));
            }
        }
    }

private:
    const ShownWidget& m_shown;
    Defects& m_defects;
};

bool crosses(const QLineF& line, const QRectF& rect)
{
    if (rect.contains(line.p1()) || rect.contains(line.p2())) {
        return true;
    }
    const QLineF diagonals[] = {{rect.topLeft(), rect.bottomRight()},
                                {rect.bottomLeft(), rect.topRight()}};
    return std::any_of(std::begin(diagonals), std::end(diagonals), [&](const QLineF& diagonal) {
        return line.intersects(diagonal, nullptr) == QLineF::BoundedIntersection;
    });
}

bool runsThrough(const ChartSeries& series, const ChartFrame& frame, const QRectF& rect)
{
    QPointF before;
    bool hasBefore = false;
    for (std::size_t row = 0; row < series.iterations.size(); ++row) {
        const std::optional<double> value = series.values.at(row);
        if (!value) {
            hasBefore = false;
            continue;
        }
        const QPointF point(frame.px(series.iterations[row]), frame.py(*value));
        if (crosses(QLineF(hasBefore ? before : point, point), rect)) {
            return true;
        }
        before = point;
        hasBefore = true;
    }
    return false;
}

void auditLines(const ChartPane& pane, ChartAudit& audit, const Labels& labels)
{
    for (const ChartLabel& label : labels) {
        if (!pane.plotRect().intersects(shrunk(label.rect))) {
            continue; // lines end with the plot
        }
        for (const ChartSeries& series : pane.scene()->series) {
            if (runsThrough(series, pane.frame(), label.rect)) {
                audit.add(DefectKind::CrossedLabel,
                          QStringLiteral("the line of %1 runs through \"%2\"")
                              .arg(series.label, label.text));
            }
        }
    }
}

bool hasWords(const Labels& labels)
{
    return std::any_of(labels.begin(), labels.end(), [](const ChartLabel& label) {
        return label.role == LabelRole::Empty && !label.text.trimmed().isEmpty();
    });
}

void auditPane(const Shown& shown, const ShownWidget& one, const ChartPane& pane, Defects& defects)
{
    ChartAudit audit(one, defects);
    audit.labelsAgainstEachOther();
    audit.labelsAgainstPlot(pane.plotRect());
    auditLines(pane, audit, one.labels);
    const QRect plot = shown.inPicture(pane, pane.plotRect());
    const bool isSeen = QRectF(pane.visibleRegion().boundingRect()).contains(pane.plotRect());
    if (!isSeen || shown.isCovered(pane, pane.plotRect()) || hasWords(one.labels)) {
        return;
    }
    const auto& series = pane.scene()->series;
    const Tone tone = toneOf(shown.picture);
    if (std::none_of(series.begin(), series.end(), [&](const ChartSeries& line) {
            return countNear(shown.picture, plot, runColour(tone, line.slot), kNearInk) > 0;
        })) {
        audit.add(DefectKind::EmptyPlot, pane.scene()->title);
    }
}

void auditLanes(const ShownWidget& one, const EventLanes& lanes, Defects& defects)
{
    ChartAudit audit(one, defects);
    audit.labelsAgainstEachOther();
    for (const ChartLabel& label : one.labels) {
        for (const LaneGroup& group : lanes.groups()) {
            const bool isItsCount = group.isCounted && group.rect.contains(label.rect.center());
            if (!isItsCount && shrunk(label.rect).intersects(group.rect)) {
                audit.add(DefectKind::CrossedLabel,
                          QStringLiteral("\"%1\" lies on a mark").arg(label.text));
            }
        }
        const bool isTitle = label.rect.left() < lanes.plotRect().left();
        if (isTitle && label.role == LabelRole::Note &&
            label.rect.right() > lanes.plotRect().left()) {
            audit.say(QStringLiteral("\"%1\" lies on the edge of the plot").arg(label.text));
        }
    }
}

void auditOverview(const Shown& shown, const ShownWidget& one, const OverviewStrip& strip,
                   Defects& defects)
{
    ChartAudit audit(one, defects);
    audit.labelsAgainstEachOther();
    audit.labelsAgainstPlot(strip.plotRect());
    if (shown.isCovered(strip, strip.plotRect()) || hasWords(one.labels)) {
        return;
    }
    const QRect plot = shown.inPicture(strip, strip.plotRect().adjusted(2, 2, -2, -2));
    const QColor ink = colourOf(toneOf(shown.picture), Ink::Muted);
    if (countNear(shown.picture, plot, ink, kNearInk) == 0) {
        audit.add(DefectKind::EmptyPlot, QStringLiteral("overview"));
    }
}

void auditAround(const ShownWidget& one, const QRectF& plot, Defects& defects)
{
    ChartAudit audit(one, defects);
    audit.labelsAgainstEachOther();
    audit.labelsAgainstPlot(plot);
}

struct Edges {
    const QWidget* widget;
    double left;
    double right;
};

void auditColumn(const ChartStack& stack, const EventLanes& lanes, const OverviewStrip& overview,
                 Defects& defects)
{
    const auto edges = [&stack](const QWidget& widget, const QRectF& plot) {
        const double x = widget.mapTo(&stack, QPoint()).x();
        return Edges{&widget, x + plot.left(), x + plot.right()};
    };
    const Edges wanted = edges(lanes, lanes.plotRect());
    std::vector<Edges> column{edges(overview, overview.plotRect())};
    for (const ChartPane* pane : stack.panes()) {
        const int middle = pane->mapTo(&stack, pane->rect().center()).x();
        const int left = lanes.mapTo(&stack, QPoint()).x();
        if (middle > left && middle < left + lanes.width()) {
            column.push_back(edges(*pane, pane->plotRect()));
        }
    }
    for (const Edges& one : column) {
        if (std::abs(one.left - wanted.left) > kEdge ||
            std::abs(one.right - wanted.right) > kEdge) {
            defects.push_back({DefectKind::UnevenEdges, pathOf(*one.widget),
                               QStringLiteral("%1 to %2, the lanes %3 to %4")
                                   .arg(one.left)
                                   .arg(one.right)
                                   .arg(wanted.left)
                                   .arg(wanted.right)});
        }
    }
}

} // namespace

void auditCharts(const Shown& shown, Defects& defects)
{
    for (const ShownWidget& one : shown.widgets) {
        if (const auto* pane = qobject_cast<ChartPane*>(one.widget)) {
            auditPane(shown, one, *pane, defects);
        } else if (const auto* lanes = qobject_cast<EventLanes*>(one.widget)) {
            auditLanes(one, *lanes, defects);
        } else if (const auto* strip = qobject_cast<OverviewStrip*>(one.widget)) {
            auditOverview(shown, one, *strip, defects);
        } else if (const auto* guards = qobject_cast<GuardLaneChart*>(one.widget)) {
            auditAround(one, guards->plotRect(), defects);
        } else if (const auto* map = qobject_cast<OverrideHeatMap*>(one.widget)) {
            auditAround(one, map->plotRect(), defects);
        } else if (const auto* stack = qobject_cast<ChartStack*>(one.widget)) {
            for (std::size_t column = 0; column < static_cast<std::size_t>(stack->columns());
                 ++column) {
                auditColumn(*stack, *stack->lanes(column), *stack->overview(column), defects);
            }
        }
    }
}

} // namespace soak::ui
