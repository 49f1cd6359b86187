// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/stack_picture.h"

#include "ui/charts/chart_painter.h"
#include "ui/charts/chart_stack.h"

#include <QPainter>
#include <QPointer>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr double kGap = 4;
constexpr double kAxisRow = 15;
constexpr double kFootIndent = 8;

bool hasIterations(const ChartPane& pane)
{
    return std::ranges::any_of(pane.frame().labels, [](const ChartLabel& label) {
        return label.role == LabelRole::XTick;
    });
}

PictureStep paneStep(ChartPane& pane, const QRectF& place, Tone tone, ChartAxis axis)
{
    return {place, [pane = QPointer<ChartPane>(&pane), tone, axis](QPainter& painter,
                                                                   const QRectF& target) {
                if (pane) {
                    pane->paint(painter, target, tone, 1, axis);
                }
            }};
}

// The lanes paint in their own size: a copy that nobody sees has the one asked for.
PictureStep lanesStep(const ChartStack& stack, const Theme& theme, const QRectF& place, Tone tone,
                      bool hasAxis)
{
    const ChartPane& pane = *stack.panes().front();
    const double left = pane.plotRect().left();
    const double right = place.width() - (pane.width() - pane.plotRect().right());
    return {place, [scene = stack.lanes()->scene(), range = stack.shownRange(), &theme, left, right,
                    tone, hasAxis](QPainter& painter, const QRectF& target) {
                EventLanes copy(theme);
                copy.setScene(scene);
                copy.setRange(range);
                copy.setAxisShown(hasAxis);
                copy.resize(target.size().toSize());
                copy.setPlotEdges(left, right);
                copy.paint(painter, tone);
            }};
}

} // namespace

void ChartPane::paint(QPainter& painter, const QRectF& target, Tone tone, double scale,
                      ChartAxis axis) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(target.topLeft());
    painter.scale(scale, scale);
    FrameOptions options = optionsFor(target.size() / scale, tone);
    options.reservedRight = 0;
    options.hasAxis = m_hasAxis || axis == ChartAxis::Always;
    ChartFrame whole = layOut(*m_scene, options);
    std::vector<SeriesShape> shapes;
    for (const ChartSeries& series : m_scene->series) {
        shapes.push_back(shapeOf(series, whole));
    }
    addThinned(whole, shapes, tone, 0);
    paintUnder(painter, *m_scene, whole, tone, warmUpRect(*m_scene, whole));
    paintEnvelope(painter, *m_scene, whole, tone);
    for (const std::size_t i : paintOrder(*m_scene, {})) {
        paintLine(painter, shapes[i], whole.plot, penOf(*m_scene, m_scene->series[i], tone));
    }
    paintOver(painter, *m_scene, whole, shapes, tone);
    paintLabels(painter, whole.labels);
    painter.restore();
}

std::vector<PictureStep> chartSteps(ChartPane& pane, QSizeF size, Tone tone)
{
    return {paneStep(pane, QRectF(QPointF(), size), tone, ChartAxis::Always)};
}

std::vector<PictureStep> stackSteps(const ChartStack& stack, const Theme& theme, QSizeF size,
                                    Tone tone)
{
    const std::vector<ChartPane*>& panes = stack.panes();
    std::vector<PictureStep> steps;
    if (panes.empty()) {
        return steps;
    }
    const bool lanesHaveAxis = !hasIterations(*panes.back());
    const auto columns =
        std::min<std::size_t>(static_cast<std::size_t>(stack.columns()), panes.size());
    const std::size_t rows = (panes.size() + columns - 1) / columns;
    const double lanes = stack.hasLanes() ? stack.lanes()->sizeHint().height() : 0;
    const double width =
        (size.width() - kGap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    // The lowest row is higher by the iterations under it, so that all plots are alike.
    const double axis = lanesHaveAxis ? 0 : kAxisRow;
    const double height = (size.height() - lanes - axis - kGap * static_cast<double>(rows)) /
                          static_cast<double>(rows);
    for (std::size_t i = 0; i < panes.size(); ++i) {
        const bool isLowest = i + columns >= panes.size();
        const double x = static_cast<double>(i % columns) * (width + kGap);
        const double y = static_cast<double>(i / columns) * (height + kGap);
        const QRectF place(x, y, width, height + (isLowest ? axis : 0));
        steps.push_back(paneStep(*panes[i], place, tone, ChartAxis::AsShown));
    }
    for (std::size_t column = 0; column < columns && stack.hasLanes(); ++column) {
        const double x = static_cast<double>(column) * (width + kGap);
        steps.push_back(
            lanesStep(stack, theme, {x, size.height() - lanes, width, lanes}, tone, lanesHaveAxis));
    }
    return steps;
}

PictureStep footStep(const QString& line, QSizeF size, Tone tone)
{
    return {
        {0, size.height() - kPictureFoot, size.width(), kPictureFoot},
        [line, tone](QPainter& painter, const QRectF& target) {
            const QRectF room = target.adjusted(kFootIndent, 0, -kFootIndent, 0);
            painter.setFont(Theme::smallFont());
            painter.setPen(colourOf(tone, Ink::Muted));
            painter.drawText(
                room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                QFontMetricsF(Theme::smallFont()).elidedText(line, Qt::ElideMiddle, room.width()));
        },
        true};
}

} // namespace soak::ui
