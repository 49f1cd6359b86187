// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/plain_axes.h"

#include "ui/charts/chart_painter.h"
#include "ui/theme/numbers.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr double kGapToNumbers = 6;
constexpr double kCardRounding = 3;
constexpr int kMostXTicks = 8;
constexpr int kMostYTicks = 6;
constexpr float kPaleInk = 0.22F;

} // namespace

std::vector<RunInk> inksOf(const std::vector<ComparedInput>& runs, const CompareDesk& desk,
                           const ViewContext& context)
{
    std::vector<RunInk> inks;
    for (const ComparedInput& one : runs) {
        inks.push_back({one.identity, desk.labelOf(one.identity),
                        inks.empty() ? 0 : context.session.colourSlot(one.identity)});
    }
    return inks;
}

QColor inkOf(const RunInk& run, Tone tone, const QString& highlighted)
{
    QColor colour = runColour(tone, run.slot);
    if (!highlighted.isEmpty() && run.identity != highlighted) {
        colour.setAlphaF(kPaleInk);
    }
    return colour;
}

PlainAxes bareCard(QSizeF size, const QString& title, Tone tone)
{
    PlainAxes axes;
    axes.card = QRectF(QPointF(), size);
    const double top = 4;
    const double room = size.width() - 2 * kCardPadding;
    axes.labels.push_back(labelAt(
        QFontMetricsF(Theme::strongFont()).elidedText(title, Qt::ElideRight, room), kCardPadding,
        top + textHeight(true) / 2, LabelRole::Title, colourOf(tone, Ink::Text), true));
    const double below = top + textHeight(true) + kGapToNumbers;
    axes.plot = QRectF(kCardPadding, below, std::max(1.0, room),
                       std::max(1.0, size.height() - below - kCardPadding));
    return axes;
}

PlainAxes axesFor(const AxesWish& wish)
{
    PlainAxes axes = bareCard(wish.size, wish.title, wish.tone);
    axes.x = wish.x;
    axes.y = wish.y;
    const QColor muted = colourOf(wish.tone, Ink::Muted);
    const double under = textHeight() + kGapToNumbers + (wish.xTitle.isEmpty() ? 0 : textHeight());
    // A line above for the value of a target.
    axes.plot.setTop(axes.plot.top() + textHeight());
    axes.plot.setBottom(std::max(axes.plot.bottom() - under, axes.plot.top() + 1));
    const int rows = static_cast<int>(axes.plot.height() / (textHeight() + 2));
    axes.yTicks = niceTicks(axes.y, std::clamp(rows, 2, kMostYTicks));
    double left = wish.left;
    if (wish.hasYNumbers) {
        for (const double tick : axes.yTicks.at) {
            left = std::max(left, textWidth(numberText(tick, axes.yTicks.decimals)));
        }
    }
    axes.plot.setLeft(axes.plot.left() + left + kGapToNumbers);
    axes.plot.setRight(
        std::max(axes.plot.right() - std::max(wish.right, kCardPadding), axes.plot.left() + 1));
    const double widest = std::max(textWidth(numberText(axes.x.high, 3)), 1.0) + kCardPadding;
    axes.xTicks =
        niceTicks(axes.x, std::clamp(static_cast<int>(axes.plot.width() / widest), 2, kMostXTicks));
    if (wish.hasYNumbers) {
        for (const double tick : axes.yTicks.at) {
            const QString text = numberText(tick, axes.yTicks.decimals);
            axes.labels.push_back(labelAt(text, axes.plot.left() - kGapToNumbers - textWidth(text),
                                          axes.py(tick), LabelRole::YTick, muted));
        }
    }
    double free = 0;
    for (const double tick : axes.xTicks.at) {
        const QString text = numberText(tick, axes.xTicks.decimals);
        const double half = textWidth(text) / 2;
        const double at = std::clamp(axes.px(tick), axes.card.left() + kCardPadding + half,
                                     axes.card.right() - kCardPadding - half);
        const ChartLabel label =
            labelAt(text, at - half, axes.plot.bottom() + kGapToNumbers / 2 + textHeight() / 2,
                    LabelRole::XTick, muted);
        if (label.rect.left() > free) {
            free = label.rect.right() + kGapToNumbers;
            axes.labels.push_back(label);
        }
    }
    if (!wish.xTitle.isEmpty()) {
        const QString text = QFontMetricsF(Theme::smallFont())
                                 .elidedText(wish.xTitle, Qt::ElideMiddle, axes.plot.width());
        axes.labels.push_back(labelAt(text, axes.plot.center().x() - textWidth(text) / 2,
                                      axes.plot.bottom() + kGapToNumbers / 2 + 1.5 * textHeight(),
                                      LabelRole::Note, muted));
    }
    return axes;
}

void paintAxes(QPainter& painter, const PlainAxes& axes, Tone tone)
{
    painter.setPen(QPen(colourOf(tone, Ink::Border), 1));
    painter.setBrush(colourOf(tone, Ink::Panel));
    painter.drawRoundedRect(axes.card.adjusted(0.5, 0.5, -0.5, -0.5), kCardRounding, kCardRounding);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colourOf(tone, Ink::Grid), 1));
    for (const double tick : axes.yTicks.at) {
        const double y = crisp(axes.py(tick));
        painter.drawLine(QPointF(axes.plot.left(), y), QPointF(axes.plot.right(), y));
    }
    paintLabels(painter, axes.labels);
}

ChartLabel targetLabel(const PlainAxes& axes, const ChartThreshold& target, Tone tone)
{
    const QString text = thresholdText(target);
    const double half = textWidth(text) / 2;
    const double at = std::clamp(axes.px(target.value), axes.plot.left() + half,
                                 std::max(axes.plot.right() - half, axes.plot.left() + half));
    return labelAt(text, at - half, axes.plot.top() - textHeight() / 2, LabelRole::Threshold,
                   colourOf(tone, Ink::Threshold));
}

void paintTarget(QPainter& painter, const PlainAxes& axes, const ChartThreshold& target, Tone tone)
{
    if (target.value < axes.x.low || target.value > axes.x.high) {
        return;
    }
    QPen pen(colourOf(tone, Ink::Threshold), 1.5);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    const double x = crisp(axes.px(target.value));
    painter.drawLine(QPointF(x, axes.plot.top()), QPointF(x, axes.plot.bottom()));
    paintLabels(painter, {targetLabel(axes, target, tone)});
}

ChartLabel emptyLabel(const QRectF& room, const QString& text, Tone tone)
{
    const QString shown =
        QFontMetricsF(Theme::smallFont()).elidedText(text, Qt::ElideMiddle, room.width());
    return labelAt(shown, room.center().x() - textWidth(shown) / 2, room.center().y(),
                   LabelRole::Empty, colourOf(tone, Ink::Muted));
}

void addBadgeText(PlainAxes& axes, const QString& text, Tone tone)
{
    const ChartLabel& title = axes.labels.front();
    const ChartLabel badge =
        labelAt(text, axes.card.right() - kCardPadding - textWidth(text), title.rect.center().y(),
                LabelRole::Badge, colourOf(tone, Ink::Muted));
    if (badge.rect.left() > title.rect.right() + kCardPadding) {
        axes.labels.push_back(badge);
    }
}

} // namespace soak::ui
