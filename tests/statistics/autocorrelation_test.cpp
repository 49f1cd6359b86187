// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/autocorrelation.h"
#include "tests/statistics/noise_series.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(Autocorrelation, AsManyLagsAsThereAreValuesFor)
{
    EXPECT_EQ(autocorrelations(seriesOf(std::vector<double>{1, 2, 3}), 5).size(), 2U);
    EXPECT_TRUE(autocorrelations(seriesOf(std::vector<double>{2, 2, 2}), 5).empty());
    EXPECT_TRUE(autocorrelations(Series{}, 5).empty());
}

TEST(Autocorrelation, FollowsTheTruth)
{
    const Series series = NoiseSeries(1).ar1(20'000, .8);
    const auto found = autocorrelations(series, 3);
    EXPECT_NEAR(found[0], .8, .02);
    EXPECT_NEAR(found[1], .64, .03);
    EXPECT_NEAR(sokalTime(series)->tau, 1.8 / .2, 1.5);
}

TEST(Autocorrelation, NothingHasNoTime)
{
    EXPECT_FALSE(sokalTime(Series{}));
}

} // namespace

} // namespace soak
