// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/chart_samples.h"
#include "ui/charts/series_shape.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

ChartFrame frameOf(PlotRange x, PlotRange y)
{
    ChartFrame frame;
    frame.plot = QRectF(50, 10, 600, 100);
    frame.x = x;
    frame.y = y;
    return frame;
}

SeriesShape shapeOf(const RunLine& line, PlotRange x)
{
    const SceneRef scene = metricScene({&line, 1}, Metric::NetBps);
    return soak::ui::shapeOf(scene->series.front(), frameOf(x, {0, 10}));
}

SeriesShape shapeOf(const RunBuilder& run, PlotRange x)
{
    return shapeOf(lineOf(run.shared()), x);
}

} // namespace

TEST(SeriesShape, BreaksWhereAValueIsMissing)
{
    const SeriesShape shape = shapeOf(
        aRun().withIterations(9).missing(4).at(6, Metric::NetBps, std::nullopt), {0.5, 9.5});
    ASSERT_EQ(shape.pieces.size(), 3U);
    EXPECT_EQ(shape.pieces[0].size(), 3U);
    EXPECT_EQ(shape.pieces[1].size(), 1U);
    EXPECT_EQ(shape.pieces[2].size(), 3U);
    EXPECT_EQ(shape.dots.size(), 7U);
    EXPECT_FALSE(shape.isThinned());
}

TEST(SeriesShape, KeepsOnePointBeyondEachSideSoThatSlopesAreTrue)
{
    RunBuilder run = aRun();
    run.withIterations(20).editKpis(
        [](int k, MetricValues& kpis) { kpis[indexOf(Metric::NetBps)] = 0.5 * k; });
    const SeriesShape shape = shapeOf(run, {8.5, 12.5});
    ASSERT_EQ(shape.pieces.size(), 1U);
    ASSERT_EQ(shape.pieces[0].size(), 6U);
    const ChartFrame frame = frameOf({8.5, 12.5}, {0, 10});
    EXPECT_DOUBLE_EQ(shape.pieces[0].front().x(), frame.px(8));
    EXPECT_LT(shape.pieces[0].front().x(), frame.plot.left());
    EXPECT_DOUBLE_EQ(shape.pieces[0].front().y(), frame.py(4));
    EXPECT_EQ(shape.dots.size(), 4U);
}

TEST(SeriesShape, ALongSeriesIsReadOffItsPyramidAndNoExtremeIsLost)
{
    const RunLine run = longLine(30'000, Metric::NetBps, [](int k) -> std::optional<double> {
        return k == 12'345 ? 9.5 : 5;
    });
    const SeriesShape shape = shapeOf(run, {0.5, 30'000.5});
    ASSERT_FALSE(shape.columns.empty());
    EXPECT_TRUE(shape.isThinned());
    const ChartFrame frame = frameOf({0.5, 30'000.5}, {0, 10});
    const bool isThere =
        std::any_of(shape.columns.begin(), shape.columns.end(), [&](const QRectF& column) {
            return std::abs(column.left() - frame.px(12'345)) <= 1.5 &&
                   std::abs(column.top() - frame.py(9.5)) < 0.01;
        });
    EXPECT_TRUE(isThere);
    // Zoomed in there are few enough to draw each.
    EXPECT_TRUE(shapeOf(run, {12'300.5, 12'400.5}).columns.empty());
}

TEST(SeriesShape, AColumnWithoutAnyValueBreaksTheLineOfALongSeries)
{
    const RunLine run = longLine(30'000, Metric::NetBps, [](int k) {
        return k > 10'000 && k < 11'000 ? std::nullopt : std::optional(5.0);
    });
    const SeriesShape shape = shapeOf(run, {0.5, 30'000.5});
    const ChartFrame frame = frameOf({0.5, 30'000.5}, {0, 10});
    for (const QRectF& column : shape.columns) {
        EXPECT_FALSE(column.left() > frame.px(10'060) && column.right() < frame.px(10'940));
    }
    EXPECT_LT(shape.columns.size(), 590U);
}

TEST(SeriesShape, OnTimesALineGoesOnBetweenIterationsThatFollowEachOther)
{
    const RunLine line = lineOf(aRun().withIterations(5).shared());
    ChartSeries series = metricScene({&line, 1}, Metric::NetBps)->series.front();
    const std::vector<int> seconds{0, 300, 600, 1'500, 1'800};
    const std::vector<int> numbers{1, 2, 3, 6, 7}; // 4 and 5 are lost
    series.iterations = seconds;
    series.numbers = numbers;
    const SeriesShape shape = soak::ui::shapeOf(series, frameOf({0, 1'800}, {0, 10}));
    ASSERT_EQ(shape.pieces.size(), 2U);
    EXPECT_EQ(shape.pieces[0].size(), 3U);
    EXPECT_EQ(shape.pieces[1].size(), 2U);
}

TEST(SeriesShape, NothingIsDrawnWhereNothingIs)
{
    EXPECT_TRUE(shapeOf(aRun().without(Metric::NetBps), {0.5, 8.5}).pieces.empty());
}

} // namespace soak::ui
