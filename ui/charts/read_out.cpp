// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/read_out.h"

#include "core/analysis/compared_means.h"
#include "ui/charts/places.h"
#include "ui/theme/numbers.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr double kGap = 8;
constexpr double kReadOutColumn = 150; // so that the read-outs of a column stand under each other
constexpr double kLongestName = 90;

QString tr(const char* text, int count = -1)
{
    return QCoreApplication::translate("soak::ui::ChartPane", text, nullptr, count);
}

double rightLimit(const ChartFrame& frame)
{
    double limit = frame.card.right() - kCardPadding;
    for (const ChartLabel& label : frame.labels) {
        if (label.role == LabelRole::Badge) {
            limit = std::min(limit, label.rect.left() - kGap);
        }
    }
    return limit;
}

// One part of the read-out: a text in a colour.
struct Part {
    QString text;
    QColor colour;
};

std::vector<ChartLabel> placed(const std::vector<Part>& parts, double left, double centre)
{
    std::vector<ChartLabel> labels;
    for (const Part& part : parts) {
        labels.push_back(labelAt(part.text, left, centre, LabelRole::ReadOut, part.colour));
        left = labels.back().rect.right() + kGap;
    }
    return labels;
}

// Of a step series where it takes another value: "80 → 77".
QString valueTextAt(const ChartScene& scene, const ChartSeries& series, int iteration)
{
    const std::optional<double> value = valueAt(series, iteration);
    const QString text = numberText(value, scene.decimals);
    if (!series.isStep || !value) {
        return text;
    }
    const auto at = std::lower_bound(series.iterations.begin(), series.iterations.end(), iteration);
    if (at == series.iterations.begin() || at == series.iterations.end() || *at != iteration) {
        return text;
    }
    const std::optional<double> before =
        series.values.at(static_cast<std::size_t>(at - series.iterations.begin()) - 1);
    return !before || *before == *value
               ? text
               : numberText(before, scene.decimals) + QStringLiteral(" \u2192 ") + text;
}

// Told after the second series of a pair.
std::optional<double> pairDifference(const ChartScene& scene, const ChartSeries& series,
                                     int iteration)
{
    if (!scene.isPair || scene.series.size() < 2 || &series != &scene.series[1]) {
        return std::nullopt;
    }
    return differenceOf(valueAt(series, iteration), valueAt(scene.series.front(), iteration));
}

std::vector<Part> partsOf(const ChartScene& scene, const ChartCursor& cursor, Tone tone,
                          bool hasNames)
{
    const QColor ink = colourOf(tone, Ink::Text);
    const QFontMetricsF metrics(Theme::smallFont());
    std::vector<Part> parts;
    if (cursor.at) {
        parts.push_back({placeText(scene, *cursor.at), ink});
        for (const ChartSeries& series : scene.series) {
            QString text = valueTextAt(scene, series, *cursor.at);
            if (hasNames && scene.series.size() > 1) {
                text = metrics.elidedText(series.label, Qt::ElideMiddle, kLongestName) +
                       QLatin1Char(' ') + text;
            }
            parts.push_back({text, scene.series.size() > 1 ? runColour(tone, series.slot) : ink});
            if (const std::optional<double> difference =
                    pairDifference(scene, series, *cursor.at)) {
                parts.push_back({QStringLiteral("%1 \u2212 %2 %3")
                                     .arg(series.label, scene.series.front().label,
                                          signedText(*difference, scene.decimals)),
                                 ink});
            }
        }
    }
    if (scene.series.empty()) {
        return parts;
    }
    const auto addMark = [&](QLatin1Char name, std::optional<int> mark) {
        if (mark) {
            parts.push_back(
                {QStringLiteral("%1 %2 %3")
                     .arg(name)
                     .arg(placeText(scene, *mark))
                     .arg(numberText(valueAt(scene.series.front(), *mark), scene.decimals)),
                 colourOf(tone, Ink::Muted)});
        }
    };
    addMark(QLatin1Char('A'), cursor.markA);
    addMark(QLatin1Char('B'), cursor.markB);
    return parts;
}

double widthOf(const std::vector<Part>& parts)
{
    double width = 0;
    for (const Part& part : parts) {
        width += textWidth(part.text) + kGap;
    }
    return width;
}

bool isMet(const ChartThreshold& threshold, double value)
{
    return meets(value, threshold.op, threshold.value);
}

QString withUnit(const ChartScene& scene, std::optional<double> value)
{
    const QString text = numberText(value, scene.decimals);
    return !value || scene.unit.isEmpty() ? text : text + QLatin1Char(' ') + scene.unit;
}

} // namespace

std::optional<double> valueAt(const ChartSeries& series, int iteration)
{
    const auto after =
        std::upper_bound(series.iterations.begin(), series.iterations.end(), iteration);
    const bool isHeld = series.isStep || !series.numbers.empty();
    if (after == series.iterations.begin() || (!isHeld && *(after - 1) != iteration) ||
        iteration > series.iterations.back()) {
        return std::nullopt;
    }
    return series.values.at(static_cast<std::size_t>(after - series.iterations.begin()) - 1);
}

std::optional<int> nearestIteration(const ChartScene& scene, double x)
{
    if (scene.series.empty() || scene.series.front().iterations.empty()) {
        return std::nullopt;
    }
    const std::span<const int> all = scene.series.front().iterations;
    const auto after = std::lower_bound(all.begin(), all.end(), x);
    int nearest = after == all.end() ? all.back() : *after;
    if (after != all.begin() && x - *(after - 1) < std::abs(nearest - x)) {
        nearest = *(after - 1);
    }
    const double rounded = std::round(x);
    const auto missing = std::lower_bound(scene.missing.begin(), scene.missing.end(), rounded);
    const bool isMissing = missing != scene.missing.end() && *missing == rounded;
    return isMissing ? *missing : nearest;
}

std::optional<int> neighbour(const ChartScene& scene, std::optional<int> iteration, int step)
{
    if (scene.series.empty() || scene.series.front().iterations.empty()) {
        return std::nullopt;
    }
    const std::span<const int> all = scene.series.front().iterations;
    if (!iteration) {
        return step > 0 ? all.front() : all.back();
    }
    if (step > 0) {
        const auto after = std::upper_bound(all.begin(), all.end(), *iteration);
        return after == all.end() ? all.back() : *after;
    }
    const auto at = std::lower_bound(all.begin(), all.end(), *iteration);
    return at == all.begin() ? all.front() : *(at - 1);
}

std::vector<ChartLabel> readOut(const ChartScene& scene, const ChartFrame& frame,
                                const ChartCursor& cursor, Tone tone)
{
    if (frame.labels.empty() || scene.isEmpty()) {
        return {};
    }
    const QRectF title = frame.labels.front().rect;
    const double left = std::max(title.right() + 2 * kGap, frame.plot.left() + kReadOutColumn);
    const double room = rightLimit(frame) - left;
    std::vector<Part> parts = partsOf(scene, cursor, tone, true);
    if (widthOf(parts) > room) {
        parts = partsOf(scene, cursor, tone, false);
    }
    std::size_t dropped = 0;
    const double more = textWidth(QStringLiteral("+99")) + kGap;
    while (!parts.empty() && widthOf(parts) + (dropped > 0 ? more : 0) > room) {
        parts.pop_back();
        ++dropped;
    }
    if (dropped > 0 && room > more) {
        parts.push_back({QStringLiteral("+%1").arg(dropped), colourOf(tone, Ink::Muted)});
    }
    return placed(parts, left, title.center().y());
}

QString describeAt(const ChartScene& scene, int iteration)
{
    QStringList parts;
    for (const ChartSeries& series : scene.series) {
        const std::optional<double> value = valueAt(series, iteration);
        QString text = !value ? tr("no value")
                       : series.isStep
                           ? valueTextAt(scene, series, iteration) +
                                 (scene.unit.isEmpty() ? QString() : QLatin1Char(' ') + scene.unit)
                           : withUnit(scene, value);
        for (const ChartThreshold& threshold : scene.thresholds) {
            if (value) {
                text += QStringLiteral(", ") +
                        (isMet(threshold, *value) ? tr("target %1 met") : tr("target %1 missed"))
                            .arg(thresholdText(threshold));
            }
        }
        parts << (scene.series.size() > 1 ? series.label + QStringLiteral(": ") + text : text);
    }
    const QString text = parts.join(QStringLiteral("; "));
    return scene.places == PlaceKind::Iteration
               ? tr("%1, iteration %2: %3").arg(scene.title).arg(iteration).arg(text)
               : tr("%1, at %2: %3").arg(scene.title, placeText(scene, iteration), text);
}

QString describeAll(const ChartScene& scene)
{
    if (scene.isEmpty()) {
        return scene.titleWithUnit() + QStringLiteral(": ") + scene.emptyText;
    }
    if (scene.series.empty()) {
        return scene.titleWithUnit() + QStringLiteral(": ") +
               tr("%1 runs: lowest to highest, quartiles").arg(scene.envelopeRuns);
    }
    const ChartSeries& primary = scene.series.front();
    QString text = tr("%1: %2 values").arg(scene.titleWithUnit()).arg(primary.count);
    if (primary.extent) {
        text += QStringLiteral(", ") + tr("%1 to %2")
                                           .arg(numberText(primary.extent->low, scene.decimals),
                                                numberText(primary.extent->high, scene.decimals));
    }
    if (!scene.missing.empty()) {
        text += QStringLiteral(", ") + tr("%1 missing").arg(scene.missing.size());
    }
    for (const ChartThreshold& threshold : scene.thresholds) {
        text += QStringLiteral(", ") + tr("target %1").arg(thresholdText(threshold));
    }
    for (const ChartChange& change : scene.levels) {
        text += QStringLiteral(", ") + change.text;
    }
    return text;
}

} // namespace soak::ui
