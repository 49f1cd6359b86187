// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/quantile_bounds.h"
#include "tests/statistics/noise_series.h"

#include <gtest/gtest.h>

#include <cmath>

namespace soak
{

namespace
{

TEST(QuantileBounds, NothingBelowEightValues)
{
    EXPECT_FALSE(quantileBounds(NoiseSeries(1).ar1(7, 0), .5, .05));
}

// 36 values cannot bound a 95th percentile from above, ever (STATISTICS 2b).
TEST(QuantileBounds, ThirtySixValuesDoNotBoundTheP95)
{
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const auto found = quantileBounds(NoiseSeries(seed).ar1(36, 0), .95, .05);
        EXPECT_TRUE(std::isinf(found->bounds.high)) << seed;
        EXPECT_LE(found->bounds.low, found->quantile);
    }
}

TEST(QuantileBounds, TheMedianIsBoundedByEqualValuesExactly)
{
    const auto found = quantileBounds(seriesOf(std::vector<double>(30, 2.5)), .5, .05);
    EXPECT_EQ(found->quantile, 2.5);
    EXPECT_EQ(found->bounds, (Interval{2.5, 2.5}));
}

TEST(QuantileBounds, ALowerBoundOfTheMedianIsRarelyAboveTheTruth)
{
    NoiseSeries noise(4);
    int wrong = 0;
    for (int i = 0; i < 1'000; ++i) {
        wrong += quantileBounds(noise.ar1(100, .5), .5, .05)->bounds.low > 0 ? 1 : 0;
    }
    EXPECT_LE(wrong, 60);
}

} // namespace

} // namespace soak
