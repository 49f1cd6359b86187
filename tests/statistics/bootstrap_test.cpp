// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/statistics.h"
#include "core/statistics/bootstrap.h"
#include "core/statistics/descriptive.h"
#include "tests/statistics/noise_series.h"

#include <gtest/gtest.h>

#include <cmath>

namespace soak
{

namespace
{

TEST(Bootstrap, TheSeedIsFnv)
{
    EXPECT_EQ(bootstrapSeed(""), 0xCBF29CE484222325ULL);
    EXPECT_EQ(bootstrapSeed("a"), 0xAF63DC4C8601EC8CULL); // published
    EXPECT_NE(bootstrapSeed("RUN_1/net_bps"), bootstrapSeed("RUN_1/risk_ratio"));
}

TEST(Bootstrap, BlocksHaveALengthWithinTheSeries)
{
    EXPECT_EQ(blockLength(0, 36), 1);
    EXPECT_EQ(blockLength(.99, 36), 12);
    EXPECT_GT(blockLength(.8, 100), blockLength(.5, 100));
}

TEST(Bootstrap, IsTheSameForTheSameSeed)
{
    const Series series = NoiseSeries(6).ar1(60, .4, 10);
    const auto one = bootstrapInterval(series, mean, 5);
    EXPECT_EQ(one, bootstrapInterval(series, mean, 5));
    EXPECT_NE(one->interval, bootstrapInterval(series, mean, 6)->interval);
    EXPECT_LT(one->interval.low, one->estimate);
    EXPECT_GT(one->interval.high, one->estimate);
}

TEST(Bootstrap, WhatHasNoValueHasNoInterval)
{
    EXPECT_FALSE(bootstrapInterval(NoiseSeries(6).ar1(7, 0), mean, 5));
    EXPECT_FALSE(bootstrapInterval(NoiseSeries(6).ar1(40, 0), positiveHarmonicMean, 5)); // negative
    std::uint64_t state = 1;
    EXPECT_TRUE(resample(0, 1, state).empty());
}

TEST(Bootstrap, LongSeriesGoByTheirBatches)
{
    const Series series = NoiseSeries(6).ar1(30'000, .4, 10);
    const auto found = bootstrapInterval(series, mean, 5, .95, 200);
    EXPECT_NEAR(found->interval.high - found->interval.low, 2 * 1.96 * std::sqrt(2.33 / 30'000),
                .02);
}

} // namespace

} // namespace soak
