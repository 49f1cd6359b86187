// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plot.h"

#include <gtest/gtest.h>

#include <cmath>

namespace soak
{

namespace
{

struct Course {
    IterationTable table;

    void add(int iteration, std::optional<double> value)
    {
        MetricValues values{};
        values[indexOf(Metric::NetBps)] = value;
        table.append(iteration, values, std::nullopt);
    }

    [[nodiscard]] PlotLine line(double pixels) const
    {
        const double last = table.iterations().back();
        return plotLine(table.iterations(), table.column(Metric::NetBps), {{0, last}, 0, pixels},
                        {{-1000, 1000}, 100, 0});
    }
};

TEST(RangeOf, HasAMarginAndIsNeverWithoutHeight)
{
    EXPECT_EQ(rangeOf({}), std::nullopt);
    const std::vector<double> values{0, 100};
    EXPECT_EQ(rangeOf(values), (PlotRange{-5, 105}));
    for (const double same : {5.0, 0.0, -3.0, 1e300, 1e-300}) {
        const std::vector<double> constant{same, same};
        const auto range = rangeOf(constant);
        EXPECT_LT(range->low, range->high) << same;
        EXPECT_TRUE(std::isfinite(range->high - range->low)) << same;
    }
}

TEST(NiceTicks, AreRoundNumbersInsideTheRange)
{
    EXPECT_EQ(niceTicks({0.5, 36.5}, 12, 1).at, (std::vector<double>{5, 10, 15, 20, 25, 30, 35}));
    EXPECT_EQ(niceTicks({0.5, 8.5}, 12, 1).at, (std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8}));
    const Ticks fine = niceTicks({0.81, 0.93}, 5);
    EXPECT_EQ(fine.decimals, 2);
    EXPECT_LE(fine.at.size(), 5U);
    EXPECT_GE(fine.at.size(), 2U);
}

TEST(NiceTicks, OfAnyRangeAreFewAndInside)
{
    for (const PlotRange range : {PlotRange{0, 1e-9}, PlotRange{-1e300, 1e300},
                                  PlotRange{1e9, 1e9 + 1}, PlotRange{0.5, 2147483647.5}}) {
        const Ticks ticks = niceTicks(range, 5);
        EXPECT_LE(ticks.at.size(), 5U);
        for (const double tick : ticks.at) {
            EXPECT_GE(tick, range.low);
            EXPECT_LE(tick, range.high);
        }
    }
}

TEST(PlotScale, NeverLeavesItsPixels)
{
    const PlotScale scale{{0, 10}, 100, 200};
    EXPECT_EQ(scale(5), 150);
    EXPECT_EQ(scale(-1), 100);
    EXPECT_EQ(scale(99), 200);
    EXPECT_EQ((PlotScale{{3, 3}, 0, 10}(3)), 5);
}

TEST(PlotLine, IsBrokenWhereAValueOrAnIterationIsMissing)
{
    Course course;
    course.add(1, 1);
    course.add(2, 2);
    course.add(3, std::nullopt);
    course.add(4, 4);
    course.add(7, 7); // 5 and 6 have no file
    course.add(8, 8);
    const PlotLine line = course.line(900);
    ASSERT_EQ(line.pieces.size(), 3U);
    EXPECT_EQ(line.pieces[0].size(), 2U);
    EXPECT_EQ(line.pieces[1].size(), 1U);
    EXPECT_EQ(line.pieces[2].size(), 2U);
    EXPECT_EQ(line.pieces[2][0].row, 4U);
    EXPECT_EQ(line.shown, 5U);
    EXPECT_EQ(line.total, 5U);
}

TEST(PlotLine, OfManyValuesKeepsEveryExtreme)
{
    Course course;
    for (int k = 1; k <= 100000; ++k) {
        course.add(k, k == 70000 ? 900.0 : k == 30000 ? -900.0 : std::sin(k));
    }
    const PlotLine line = course.line(500);
    EXPECT_LE(line.shown, 4U * 501U);
    EXPECT_EQ(line.total, 100000U);
    double top = 100;
    double bottom = 0;
    for (const PlotPoint& point : line.pieces.at(0)) {
        top = std::min(top, point.y);
        bottom = std::max(bottom, point.y);
    }
    EXPECT_NEAR(top, 5, 1e-9);
    EXPECT_NEAR(bottom, 95, 1e-9);
}

TEST(PlotLine, OfManyValuesIsBrokenWhereAPixelColumnHasNone)
{
    Course course;
    for (int k = 1; k <= 10000; ++k) {
        course.add(k, k > 4000 && k < 6000 ? std::nullopt : std::optional<double>(1));
    }
    EXPECT_EQ(course.line(100).pieces.size(), 2U);
}

TEST(MarkSpans, MergeWhatTouches)
{
    const PlotScale x{{0, 100}, 0, 100};
    const std::vector<int> iterations{1, 2, 3, 50};
    const auto spans = markSpans(iterations, x, 3);
    ASSERT_EQ(spans.size(), 2U);
    EXPECT_EQ(spans[0], (PlotSpan{-0.5, 4.5, 1, 3, 3}));
    EXPECT_EQ(spans[1].count, 1U);
}

TEST(PixelText, HasAtMostTwoDecimals)
{
    EXPECT_EQ(pixelText(12.5), "12.5");
    EXPECT_EQ(pixelText(1.0 / 3), "0.33");
}

} // namespace

} // namespace soak
