// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/warm_up.h"
#include "tests/statistics/noise_series.h"

#include <gtest/gtest.h>

#include <cmath>

namespace soak
{

namespace
{

Series settling(std::size_t n, double height, double time)
{
    Series series = NoiseSeries(5).ar1(n, .3);
    for (std::size_t at = 0; at < n; ++at) {
        series.values[at] += height * std::exp(-static_cast<double>(at) / time);
    }
    return series;
}

TEST(WarmUp, FewerThanTwentyValuesAreNotUsable)
{
    EXPECT_FALSE(mser5(NoiseSeries(1).ar1(19, 0)).isUsable);
    EXPECT_TRUE(mser5(NoiseSeries(1).ar1(20, 0)).isUsable);
    EXPECT_EQ(mser5(Series{}).cut, 0U);
}

TEST(WarmUp, EqualValuesNeedNoCut)
{
    const WarmUp found = mser5(seriesOf(std::vector<double>(40, 1.0)));
    EXPECT_EQ(found.cut, 0U);
    EXPECT_FALSE(found.ratio);
    EXPECT_FALSE(found.isAtEdge);
}

TEST(WarmUp, FindsATransient)
{
    const Series series = settling(200, 8, 10);
    const WarmUp found = mser5(series);
    EXPECT_GE(found.cut, 15U);
    EXPECT_LE(found.cut, 60U);
    EXPECT_TRUE(mayBeApplied(found, series));
}

// What MSER-5 cuts off flat series is mostly good data: below 100 values it is only reported.
TEST(WarmUp, IsNotAppliedToShortOrFlatRuns)
{
    const Series brief = settling(60, 8, 5);
    EXPECT_FALSE(mayBeApplied(mser5(brief), brief));
    const Series flat = NoiseSeries(9).ar1(300, .2);
    EXPECT_FALSE(mayBeApplied(mser5(flat), flat));
}

TEST(WarmUp, SaysThatNothingSettled)
{
    std::vector<double> rising;
    for (int i = 0; i < 100; ++i) {
        rising.push_back(i);
    }
    EXPECT_TRUE(mser5(seriesOf(rising)).isAtEdge);
    EXPECT_FALSE(mayBeApplied(mser5(seriesOf(rising)), seriesOf(rising)));
}

} // namespace

} // namespace soak
