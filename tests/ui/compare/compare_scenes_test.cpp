// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compare/compared_runs.h"
#include "ui/charts/read_out.h"
#include "ui/compare/compare_scenes.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

class ScenesOfComparison : public testing::Test
{
protected:
    SceneRef scene(std::size_t metric, const QString& highlighted = {})
    {
        EXPECT_TRUE(all.settled());
        return compareScene(all.desk.charts(), all.desk.facts(), metric, all.desk, all.runs.context,
                            highlighted);
    }

    void choose(const std::function<void(CompareChoice&)>& edit)
    {
        CompareChoice choice = all.desk.choice();
        edit(choice);
        all.desk.choose(choice);
    }

    ComparedRuns all{{12, 14}};
};

TEST_F(ScenesOfComparison, TheBaselineIsFirstInInk)
{
    const SceneRef latency = scene(0);
    ASSERT_EQ(latency->series.size(), 2U);
    EXPECT_EQ(latency->series[0].label, QStringLiteral("A"));
    EXPECT_EQ(latency->series[0].slot, 0U);
    EXPECT_TRUE(latency->series[0].isBaseline);
    EXPECT_EQ(latency->series[1].label, QStringLiteral("B"));
    EXPECT_NE(latency->series[1].slot, 0U);
    EXPECT_TRUE(latency->isPair);
    ASSERT_FALSE(latency->thresholds.empty());
    EXPECT_TRUE(latency->thresholds.front().gate.empty()) << "a target is changed elsewhere";
}

TEST_F(ScenesOfComparison, TheReadOutHasBothValuesAndTheirDifference)
{
    const SceneRef net = scene(2);
    const double a = *valueAt(net->series[0], 9);
    const double b = *valueAt(net->series[1], 9);
    FrameOptions options;
    options.size = {900, 140};
    options.plotLeft = 50;
    options.plotRight = 840;
    options.x = net->domain;
    ChartCursor cursor;
    cursor.at = 9;
    QStringList texts;
    for (const ChartLabel& label : readOut(*net, layOut(*net, options), cursor, Tone::Light)) {
        texts << label.text;
    }
    EXPECT_EQ(texts.value(0), QStringLiteral("#9"));
    EXPECT_TRUE(texts.value(1).startsWith(QStringLiteral("A ")));
    EXPECT_TRUE(texts.value(2).startsWith(QStringLiteral("B ")));
    EXPECT_TRUE(texts.value(3).startsWith(QStringLiteral("B \u2212 A ")))
        << texts.value(3).toStdString();
    EXPECT_EQ(b - a > 0, texts.value(3).contains(QLatin1Char('+')) && b != a);
}

TEST_F(ScenesOfComparison, ATargetFollowsAScaleThatAllRunsShare)
{
    const double raw = scene(0)->thresholds.front().value;
    choose([](CompareChoice& choice) { choice.normalisation = Normalisation::PercentOfBaseline; });
    const SceneRef percent = scene(0);
    EXPECT_NE(percent->thresholds.front().value, raw);
    EXPECT_EQ(percent->unit, QStringLiteral("% of the baseline's mean"));
    choose([](CompareChoice& choice) { choice.normalisation = Normalisation::MinMax; });
    EXPECT_TRUE(scene(0)->thresholds.empty());
}

TEST_F(ScenesOfComparison, OnTimesTheNewestIterationIsRead)
{
    choose([](CompareChoice& choice) { choice.alignment = Alignment::Elapsed; });
    const SceneRef net = scene(2);
    EXPECT_EQ(net->places, PlaceKind::Elapsed);
    const ChartSeries& first = net->series[0];
    ASSERT_GT(first.iterations[1] - first.iterations[0], 1);
    EXPECT_EQ(valueAt(first, first.iterations[1] - 1), first.values.at(0));
    EXPECT_EQ(valueAt(first, first.iterations[1]), first.values.at(1));
    EXPECT_FALSE(valueAt(first, first.iterations.back() + 1));
}

TEST_F(ScenesOfComparison, AnEnvelopeHasLinesOfThePairAndTheHighlightedRunAlone)
{
    all.open(16);
    all.open(18);
    choose([](CompareChoice& choice) { choice.lines = LineMode::Envelope; });
    EXPECT_EQ(scene(0)->series.size(), 2U);
    EXPECT_EQ(scene(0)->envelopeRuns, 4U);
    const QString other = all.desk.runs().back();
    const SceneRef with = scene(0, other);
    ASSERT_EQ(with->series.size(), 3U);
    EXPECT_EQ(with->series.back().run, other);
}

TEST(LevelsOfComparison, StandWhereTheLevelChangedAndMoveWithTheRun)
{
    OpenRuns runs;
    CompareDesk desk(runs.context);
    const auto run = [](double step) {
        return aRun().withIterations(80).editKpis([step](int k, MetricValues& kpis) {
            kpis[indexOf(Metric::RiskRatio)] = 0.3 + 0.01 * ((k * 7) % 5) + (k > 40 ? step : 0);
        });
    };
    const std::vector<ComparedInput> both{inputOf(run(0), "a"), inputOf(run(0.2), "b", 100)};
    const SceneRef risk =
        compareScene(chartsOf(both, {}, {}), factsOf(both, {}, {}), 1, desk, runs.context, {});
    ASSERT_EQ(risk->levels.size(), 1U);
    EXPECT_EQ(risk->levels.front().at, 141);
    EXPECT_TRUE(risk->levels.front().name.contains(QStringLiteral("#41 \u00b1")));
    EXPECT_TRUE(risk->levels.front().text.contains(QStringLiteral("#41 ")))
        << risk->levels.front().text.toStdString();
}

TEST_F(ScenesOfComparison, WhatCannotBeDrawnIsSaid)
{
    EXPECT_TRUE(alignmentTroubles(*(scene(0), all.desk.charts()), all.desk).isEmpty());
    std::vector<ComparedInput> runs{inputOf(aRun().withIterations(3), "a")};
    CompareChoice choice;
    choice.alignment = Alignment::Utc;
    const QStringList troubles = alignmentTroubles(*chartsOf(runs, choice, {}), all.desk);
    ASSERT_EQ(troubles.size(), 1);
    EXPECT_TRUE(troubles.front().contains(QStringLiteral("no times of iterations are recorded")));
}

} // namespace
} // namespace soak::ui
