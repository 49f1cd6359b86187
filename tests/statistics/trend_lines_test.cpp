// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/trend_lines.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(TrendLines, NothingHasNoTrend)
{
    EXPECT_FALSE(quarterTrend({}));
    EXPECT_FALSE(quarterTrendLegacy({}));
    EXPECT_FALSE(slopeTrend({}));
}

// D: times 1.05 turns around for negative means.
TEST(TrendLines, TheScriptsOfOldAreWrongBelowZero)
{
    const std::vector<double> rising{-10, -10, -10, -10, -10, -10, -10, -10.2};
    EXPECT_EQ(quarterTrend(rising)->label, TrendLabel::Flat);
    EXPECT_EQ(quarterTrendLegacy(rising)->label, TrendLabel::Up);
}

TEST(TrendLines, SlopeByFivePercentOfTheMean)
{
    EXPECT_EQ(slopeTrend(std::vector<double>{1, 2, 3})->label, TrendLabel::Up);
    EXPECT_EQ(slopeTrend(std::vector<double>{3, 2, 1})->label, TrendLabel::Down);
    EXPECT_EQ(slopeTrend(std::vector<double>{100, 101, 102})->label, TrendLabel::Flat);
    EXPECT_EQ(slopeTrend(std::vector<double>{-.3, 0, .3})->label, TrendLabel::Up);
    EXPECT_EQ(slopeTrend(std::vector<double>{4})->slope, 0);
}

} // namespace

} // namespace soak
