// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/places.h"

#include "ui/theme/numbers.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr double kMinute = 60;
constexpr double kHour = 60 * kMinute;
constexpr double kDay = 24 * kHour;
constexpr double kPlaceGap = 16; // pixels between two letterings
constexpr double kMsOfSecond = 1'000;

// Steps of times that people count in.
constexpr std::array kSteps{1.0,          2.0,          5.0,         10.0,        15.0,
                            30.0,         kMinute,      2 * kMinute, 5 * kMinute, 10 * kMinute,
                            15 * kMinute, 30 * kMinute, kHour,       2 * kHour,   3 * kHour,
                            6 * kHour,    12 * kHour,   kDay,        2 * kDay,    7 * kDay,
                            14 * kDay,    28 * kDay,    91 * kDay,   365 * kDay};

QString words(const char* text)
{
    return QCoreApplication::translate("soak::ui::ChartPane", text);
}

bool isIterations(const ChartScene& scene)
{
    return scene.places == PlaceKind::Iteration || scene.places == PlaceKind::FromCommon;
}

QString elapsedText(double seconds)
{
    const bool isBefore = seconds < 0;
    auto rest = static_cast<qint64>(std::llround(std::abs(seconds)));
    const qint64 days = rest / static_cast<qint64>(kDay);
    rest %= static_cast<qint64>(kDay);
    const qint64 hours = rest / static_cast<qint64>(kHour);
    rest %= static_cast<qint64>(kHour);
    const qint64 minutes = rest / static_cast<qint64>(kMinute);
    rest %= static_cast<qint64>(kMinute);
    QStringList parts;
    const auto add = [&](qint64 count, const QString& text) {
        if (count > 0) {
            parts << text.arg(count);
        }
    };
    add(days, words("%1 d"));
    add(hours, words("%1 h"));
    add(minutes, words("%1 min"));
    if (rest > 0 || parts.isEmpty()) {
        parts << words("%1 s").arg(rest);
    }
    return (isBefore ? QString(QChar(0x2212)) : QString()) + parts.join(QLatin1Char(' '));
}

QDateTime timeAt(const ChartScene& scene, double x)
{
    const auto ms = static_cast<qint64>(std::llround(x * kMsOfSecond)) + scene.originMs;
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc());
}

QString utcText(const ChartScene& scene, double x)
{
    return timeAt(scene, x).toString(QStringLiteral("MM-dd HH:mm:ss"));
}

// Of a tick: the date where a day begins, else the time.
QString utcTickText(const ChartScene& scene, double x)
{
    const QDateTime time = timeAt(scene, x);
    const bool isMidnight = time.time() == QTime(0, 0);
    return time.toString(isMidnight                  ? QStringLiteral("MM-dd")
                         : time.time().second() != 0 ? QStringLiteral("HH:mm:ss")
                                                     : QStringLiteral("HH:mm"));
}

QString tickText(const ChartScene& scene, double tick)
{
    switch (scene.places) {
    case PlaceKind::Elapsed:
        return elapsedText(tick);
    case PlaceKind::Utc:
        return utcTickText(scene, tick);
    case PlaceKind::Iteration:
    case PlaceKind::FromCommon:
        break;
    }
    return numberText(tick, 0);
}

} // namespace

QString placeText(const ChartScene& scene, double x)
{
    switch (scene.places) {
    case PlaceKind::Elapsed:
        return elapsedText(x);
    case PlaceKind::Utc:
        return utcText(scene, x);
    case PlaceKind::FromCommon:
        return x < 0 ? numberText(x, 0) : QStringLiteral("+") + numberText(x, 0);
    case PlaceKind::Iteration:
        break;
    }
    return QStringLiteral("#") + numberText(x, 0);
}

Ticks placeTicks(const ChartScene& scene, PlotRange x, double pixels)
{
    if (isIterations(scene)) {
        return iterationTicks(x, pixels);
    }
    constexpr int kMostTicks = 8;
    const double widest = std::max(textWidth(tickText(scene, x.high)), textWidth(words("%1 h")));
    const int most = std::clamp(static_cast<int>(pixels / (widest + kPlaceGap)), 2, kMostTicks);
    const double wanted = (x.high - x.low) / most;
    const auto* found = std::ranges::lower_bound(kSteps, wanted);
    const double step =
        found == kSteps.end() ? kSteps.back() * std::ceil(wanted / kSteps.back()) : *found;
    // Times of day are round by the clock, not by when the first run began.
    const double shift =
        scene.places == PlaceKind::Utc ? static_cast<double>(scene.originMs) / kMsOfSecond : 0;
    Ticks ticks;
    for (double i = std::ceil((x.low + shift) / step);
         i * step - shift <= x.high && ticks.at.size() <= static_cast<std::size_t>(kMostTicks);
         ++i) {
        ticks.at.push_back(i * step - shift);
    }
    return ticks;
}

std::vector<ChartLabel> placeLabels(const ChartScene& scene, const Ticks& ticks,
                                    const PlotScale& scale, double top, const QColor& colour)
{
    if (isIterations(scene)) {
        return iterationLabels(ticks, scale, top, colour);
    }
    std::vector<ChartLabel> labels;
    double free = -1e9;
    for (const double tick : ticks.at) {
        const QString text = tickText(scene, tick);
        const ChartLabel label = labelAt(text, scale(tick) - textWidth(text) / 2,
                                         top + textHeight() / 2, LabelRole::XTick, colour);
        if (tick >= scale.data.low && tick <= scale.data.high && label.rect.left() > free) {
            free = label.rect.right() + kPlaceGap / 2;
            labels.push_back(label);
        }
    }
    return labels;
}

} // namespace soak::ui
