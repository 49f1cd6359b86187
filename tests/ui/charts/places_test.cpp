// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/places.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

constexpr double kDaySeconds = 86'400;

ChartScene sceneOn(PlaceKind places, std::int64_t originMs = 0)
{
    ChartScene scene;
    scene.places = places;
    scene.originMs = originMs;
    return scene;
}

QStringList tickTexts(const ChartScene& scene, PlotRange x, double pixels)
{
    QStringList texts;
    const PlotScale scale{x, 0, pixels};
    for (const ChartLabel& label :
         placeLabels(scene, placeTicks(scene, x, pixels), scale, 0, QColor())) {
        texts << label.text;
    }
    return texts;
}

} // namespace

TEST(Places, AreSaidInTheirUnit)
{
    struct Row {
        PlaceKind places;
        double x;
        const char* wanted;
    };

    // 2026-01-05T23:00:00Z
    constexpr std::int64_t kOrigin = 1'767'654'000'000;
    for (const Row& row :
         {Row{PlaceKind::Iteration, 33, "#33"}, Row{PlaceKind::Iteration, -2, "#\u22122"},
          Row{PlaceKind::FromCommon, 5, "+5"}, Row{PlaceKind::FromCommon, -5, "\u22125"},
          Row{PlaceKind::Elapsed, 0, "0 s"}, Row{PlaceKind::Elapsed, 45, "45 s"},
          Row{PlaceKind::Elapsed, 3'900, "1 h 5 min"},
          Row{PlaceKind::Elapsed, 2 * kDaySeconds + 1, "2 d 1 s"},
          Row{PlaceKind::Elapsed, -60, "\u22121 min"},
          Row{PlaceKind::Utc, 3'605, "01-06 00:00:05"}}) {
        EXPECT_EQ(placeText(sceneOn(row.places, kOrigin), row.x), QString::fromUtf8(row.wanted));
    }
}

TEST(Places, TicksOfTimesAreRoundByTheClock)
{
    EXPECT_EQ(
        tickTexts(sceneOn(PlaceKind::Elapsed), {0, 7'200}, 600),
        (QStringList{QStringLiteral("0 s"), QStringLiteral("15 min"), QStringLiteral("30 min"),
                     QStringLiteral("45 min"), QStringLiteral("1 h"), QStringLiteral("1 h 15 min"),
                     QStringLiteral("1 h 30 min"), QStringLiteral("1 h 45 min"),
                     QStringLiteral("2 h")}));
    // The first run began at 22:50: the ticks stand at whole hours, and a day is called by its
    // date.
    constexpr std::int64_t kTenToEleven = 1'767'653'400'000;
    const QStringList utc = tickTexts(sceneOn(PlaceKind::Utc, kTenToEleven), {0, 4 * 3'600}, 300);
    EXPECT_EQ(utc, (QStringList{QStringLiteral("23:00"), QStringLiteral("01-06"),
                                QStringLiteral("01:00"), QStringLiteral("02:00")}));
}

TEST(Places, LetteringNeverLiesOnAnother)
{
    for (const PlaceKind places : {PlaceKind::Iteration, PlaceKind::Elapsed, PlaceKind::Utc}) {
        for (const double width : {120.0, 300.0, 900.0}) {
            for (const double reach : {90.0, 4'000.0, 90'000.0, 9e6}) {
                const ChartScene scene = sceneOn(places);
                const PlotRange x{0, reach};
                const auto labels =
                    placeLabels(scene, placeTicks(scene, x, width), {x, 0, width}, 0, QColor());
                EXPECT_FALSE(labels.empty());
                for (std::size_t i = 1; i < labels.size(); ++i) {
                    EXPECT_GT(labels[i].rect.left(), labels[i - 1].rect.right());
                }
            }
        }
    }
}

} // namespace soak::ui
