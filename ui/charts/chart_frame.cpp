// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_frame.h"

#include "core/report/report_text.h"
#include "ui/charts/places.h"
#include "ui/theme/numbers.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr double kTopPadding = 4;
constexpr double kTickGap = 8; // between the numbers and the plot
constexpr double kAxisGap = 5; // between the plot and the iterations
constexpr double kBottomPadding = 8;
constexpr double kLeastPlot = 16;
// As the HTML report, so that both show the same ticks; a low chart has room for fewer.
constexpr int kYTicks = 5;
constexpr int kXTicks = 12;
constexpr int kTallTicks = 9;
constexpr double kTallPlot = 260;

QString tr(const char* text)
{
    return QCoreApplication::translate("soak::ui::ChartPane", text);
}

// The letters of one font, until the program has another one.
class Measures final
{
public:
    explicit Measures(const QFont& font) : m_metrics(font) {}

    double widthOf(const QString& text)
    {
        constexpr qsizetype kMost = 4096;
        const auto known = m_widths.constFind(text);
        if (known != m_widths.constEnd()) {
            return *known;
        }
        if (m_widths.size() >= kMost) {
            m_widths.clear();
        }
        return *m_widths.insert(text, m_metrics.horizontalAdvance(text));
    }

    [[nodiscard]] double height() const { return std::ceil(m_metrics.height()); }

private:
    QFontMetricsF m_metrics;
    QHash<QString, double> m_widths;
};

Measures& measures(bool isStrong)
{
    struct Both {
        QFont program; // that both are made of
        Measures small;
        Measures strong;
    };

    static std::optional<Both> both;
    const QFont program = QApplication::font();
    if (!both || both->program != program) {
        both.emplace(Both{program, Measures(Theme::smallFont()), Measures(Theme::strongFont())});
    }
    return isStrong ? both->strong : both->small;
}

double plotTop()
{
    return kTopPadding + textHeight(true) + textHeight() / 2;
}

double plotBottom(double height, bool hasAxis)
{
    const double below = hasAxis ? kAxisGap + textHeight() + kTopPadding : kBottomPadding;
    return std::max(height - below, plotTop() + kLeastPlot);
}

Ticks valueTicks(PlotRange y, double plotHeight)
{
    const int most = plotHeight > kTallPlot ? kTallTicks : kYTicks;
    const int room = static_cast<int>(plotHeight / (textHeight() + 2));
    return niceTicks(y, std::clamp(room, 2, most));
}

// The parts of a bound that are worth the room: near to what was measured.
void addBound(std::vector<double>& shown, double bound, PlotRange extent)
{
    const double span = std::max(extent.high - extent.low, std::abs(extent.high) * 0.25);
    const bool isNear = bound >= extent.low - span && bound <= extent.high + span;
    if (std::isfinite(bound) && isNear) {
        shown.push_back(bound);
    }
}

bool collides(const std::vector<ChartLabel>& labels, const QRectF& rect)
{
    return std::any_of(labels.begin(), labels.end(),
                       [&](const ChartLabel& label) { return label.rect.intersects(rect); });
}

void addYLabels(ChartFrame& frame, Tone tone)
{
    for (const double tick : frame.yTicks.at) {
        const QString text = numberText(tick, frame.yTicks.decimals);
        const double left = frame.plot.left() - kTickGap - textWidth(text);
        const ChartLabel label =
            labelAt(text, left, frame.py(tick), LabelRole::YTick, colourOf(tone, Ink::Muted));
        if (!collides(frame.labels, label.rect)) {
            frame.labels.push_back(label);
        }
    }
}

// Thresholds near each other give way downwards; one outside of a zoomed plot has no text.
void addThresholds(ChartFrame& frame, const ChartScene& scene, Tone tone)
{
    for (const ChartThreshold& threshold : scene.thresholds) {
        if (threshold.value < frame.y.low || threshold.value > frame.y.high) {
            continue;
        }
        ChartLabel label = labelAt(thresholdText(threshold), frame.plot.right() + kTickGap,
                                   frame.py(threshold.value), LabelRole::Threshold,
                                   colourOf(tone, Ink::Threshold));
        while (collides(frame.labels, label.rect) && label.rect.bottom() < frame.card.bottom()) {
            label.rect.translate(0, 1);
        }
        frame.labels.push_back(label);
    }
}

std::optional<double> lastValue(const ChartSeries& series)
{
    for (std::size_t row = series.iterations.size(); row > 0; --row) {
        if (const std::optional<double> value = series.values.at(row - 1)) {
            return value;
        }
    }
    return std::nullopt;
}

// End-of-line names, where there is room for them beside the thresholds.
void addSeriesNames(ChartFrame& frame, const ChartScene& scene, Tone tone)
{
    constexpr std::size_t kMost = 8;
    if (scene.series.size() < 2 || scene.series.size() > kMost) {
        return;
    }
    const QFontMetricsF metrics(Theme::smallFont());
    for (const ChartSeries& series : scene.series) {
        const std::optional<double> value = lastValue(series);
        if (!value || *value < frame.y.low || *value > frame.y.high) {
            continue;
        }
        const QString text = metrics.elidedText(series.label, Qt::ElideMiddle, kRightGutter - 4);
        ChartLabel label = labelAt(text, frame.plot.right() + kTickGap, frame.py(*value),
                                   LabelRole::Series, runColour(tone, series.slot));
        // Lines that end near each other have their names above each other.
        for (const int rows : {0, 1, -1, 2, -2}) {
            const QRectF moved = label.rect.translated(0, rows * label.rect.height());
            if (!collides(frame.labels, moved) && frame.card.contains(moved)) {
                label.rect = moved;
                frame.labels.push_back(label);
                break;
            }
        }
    }
}

// Beside its line at the top of the plot, one below the other; what came before is in the tooltip.
void addLevels(ChartFrame& frame, const ChartScene& scene, Tone tone)
{
    constexpr int kMostRows = 3;
    for (const ChartChange& change : scene.levels) {
        const double x = frame.px(change.at);
        const double width = textWidth(change.name);
        const bool isRight = x + kTickGap + width < frame.plot.right();
        if (x < frame.plot.left() || x > frame.plot.right()) {
            continue;
        }
        for (int row = 0; row < kMostRows; ++row) {
            const ChartLabel label =
                labelAt(change.name, isRight ? x + kTickGap / 2 : x - kTickGap / 2 - width,
                        frame.plot.top() + kTickGap + (row + 0.5) * textHeight(), LabelRole::Change,
                        runColour(tone, change.slot));
            if (label.rect.bottom() < frame.plot.bottom() && !collides(frame.labels, label.rect)) {
                frame.labels.push_back(label);
                break;
            }
        }
    }
}

// What the person must know before believing the picture.
void addBadges(ChartFrame& frame, const ChartScene& scene, const FrameOptions& options)
{
    if (options.y) {
        addBadge(frame, tr("zoomed"), options.tone, options.reservedRight);
    }
    if (scene.envelope) {
        addBadge(frame, tr("%1 runs: lowest to highest, quartiles").arg(scene.envelopeRuns),
                 options.tone, options.reservedRight);
    }
    if (!scene.missing.empty() && !scene.isEmpty()) {
        addBadge(frame, tr("%1 missing").arg(scene.missing.size()), options.tone,
                 options.reservedRight);
    }
}

void addTitle(ChartFrame& frame, const ChartScene& scene, const FrameOptions& options)
{
    const double left = frame.card.left() + kCardPadding;
    const double room = frame.card.right() - kCardPadding - options.reservedRight - left;
    const QString text =
        QFontMetricsF(Theme::strongFont()).elidedText(scene.titleWithUnit(), Qt::ElideRight, room);
    frame.labels.push_back(labelAt(text, left, kTopPadding + textHeight(true) / 2, LabelRole::Title,
                                   colourOf(options.tone, Ink::Text), true));
}

void addEmptyText(ChartFrame& frame, const ChartScene& scene, Tone tone)
{
    const QString text =
        QFontMetricsF(Theme::smallFont())
            .elidedText(scene.emptyText, Qt::ElideMiddle, frame.plot.width() - 2 * kTickGap);
    frame.labels.push_back(labelAt(text, frame.plot.center().x() - textWidth(text) / 2,
                                   frame.plot.center().y(), LabelRole::Empty,
                                   colourOf(tone, Ink::Muted)));
}

} // namespace

// Numbers are measured by the thousand while a chart is dragged, and mostly the same ones.
double textWidth(const QString& text, bool isStrong)
{
    return measures(isStrong).widthOf(text);
}

double textHeight(bool isStrong)
{
    return measures(isStrong).height();
}

void addBadge(ChartFrame& frame, const QString& text, Tone tone, double reservedRight)
{
    double right = frame.card.right() - kCardPadding - reservedRight;
    for (const ChartLabel& label : frame.labels) {
        if (label.role == LabelRole::Badge) {
            right = std::min(right, label.rect.left() - 2 * kTickGap);
        }
    }
    const ChartLabel label =
        labelAt(text, right - textWidth(text), kTopPadding + textHeight(true) / 2, LabelRole::Badge,
                colourOf(tone, Ink::Muted));
    if (!collides(frame.labels, label.rect.adjusted(-kTickGap, 0, 0, 0))) {
        frame.labels.push_back(label);
    }
}

ChartLabel labelAt(const QString& text, double left, double centre, LabelRole role,
                   const QColor& colour, bool isStrong)
{
    const double height = textHeight(isStrong);
    return {text,
            {left, centre - height / 2, textWidth(text, isStrong), height},
            role,
            colour,
            isStrong};
}

PlotRange valueRange(const ChartScene& scene)
{
    std::vector<double> shown;
    for (const ChartSeries& series : scene.series) {
        if (series.extent) {
            shown.insert(shown.end(), {series.extent->low, series.extent->high});
        }
    }
    if (scene.beside) {
        shown.insert(shown.end(), {scene.beside->low, scene.beside->high});
    }
    if (scene.safe && !shown.empty()) {
        const auto [low, high] = std::minmax_element(shown.begin(), shown.end());
        const PlotRange extent{*low, *high};
        addBound(shown, scene.safe->low, extent);
        addBound(shown, scene.safe->high, extent);
    }
    if (scene.envelope && !scene.envelope->empty()) {
        shown.push_back(std::ranges::min_element(*scene.envelope, {}, &EnvelopePoint::min)->min);
        shown.push_back(std::ranges::max_element(*scene.envelope, {}, &EnvelopePoint::max)->max);
    }
    for (const ChartThreshold& threshold : scene.thresholds) {
        shown.push_back(threshold.value);
    }
    return rangeOf(shown).value_or(PlotRange{});
}

QString thresholdText(const ChartThreshold& threshold)
{
    QString number = toQString(shortNumber(threshold.value));
    number.replace(QLatin1Char('-'), QChar(0x2212));
    number.replace(QLatin1Char('.'), QLocale().decimalPoint());
    switch (threshold.op) {
    case GateOp::AtLeast:
        return QStringLiteral("\u2265 ") + number;
    case GateOp::AtMost:
        return QStringLiteral("\u2264 ") + number;
    case GateOp::Above:
        return QStringLiteral("> ") + number;
    case GateOp::Below:
        return QStringLiteral("< ") + number;
    }
    return number;
}

Ticks iterationTicks(PlotRange x, double pixels)
{
    const double widest = textWidth(numberText(std::floor(x.high), 0)) + 2 * kTickGap;
    return niceTicks(x, std::clamp(static_cast<int>(pixels / widest), 2, kXTicks), 1);
}

std::vector<ChartLabel> iterationLabels(const Ticks& ticks, const PlotScale& scale, double top,
                                        const QColor& colour)
{
    std::vector<ChartLabel> labels;
    for (const double tick : ticks.at) {
        const QString text = numberText(tick, 0);
        const ChartLabel label = labelAt(text, scale(tick) - textWidth(text) / 2,
                                         top + textHeight() / 2, LabelRole::XTick, colour);
        if (tick >= scale.data.low && tick <= scale.data.high && !collides(labels, label.rect)) {
            labels.push_back(label);
        }
    }
    return labels;
}

double leftGutter(const ChartScene& scene, double height, bool hasAxis,
                  const std::optional<PlotRange>& y)
{
    const Ticks ticks =
        valueTicks(y.value_or(valueRange(scene)), plotBottom(height, hasAxis) - plotTop());
    double widest = 0;
    for (const double tick : ticks.at) {
        widest = std::max(widest, textWidth(numberText(tick, ticks.decimals)));
    }
    return std::ceil(kCardPadding + widest + kTickGap);
}

ChartFrame layOut(const ChartScene& scene, const FrameOptions& options)
{
    ChartFrame frame;
    frame.card = QRectF(QPointF(0, 0), options.size);
    frame.plot = QRectF(QPointF(options.plotLeft, plotTop()),
                        QPointF(std::max(options.plotRight, options.plotLeft + kLeastPlot),
                                plotBottom(options.size.height(), options.hasAxis)));
    frame.x = options.x;
    frame.y = options.y.value_or(valueRange(scene));
    frame.xTicks = placeTicks(scene, frame.x, frame.plot.width());
    addTitle(frame, scene, options);
    addBadges(frame, scene, options);
    if (scene.isEmpty()) {
        addEmptyText(frame, scene, options.tone);
    } else {
        frame.yTicks = valueTicks(frame.y, frame.plot.height());
        addYLabels(frame, options.tone);
        addThresholds(frame, scene, options.tone);
        addSeriesNames(frame, scene, options.tone);
        addLevels(frame, scene, options.tone);
    }
    if (options.hasAxis) {
        const PlotScale scale{frame.x, frame.plot.left(), frame.plot.right()};
        for (ChartLabel& label :
             placeLabels(scene, frame.xTicks, scale, frame.plot.bottom() + kAxisGap,
                         colourOf(options.tone, Ink::Muted))) {
            frame.labels.push_back(std::move(label));
        }
    }
    return frame;
}

} // namespace soak::ui
