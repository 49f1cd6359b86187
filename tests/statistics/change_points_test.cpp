// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/change_points.h"
#include "tests/statistics/noise_series.h"

#include <gtest/gtest.h>

#include <tuple>

namespace soak
{

namespace
{

TEST(ChangePoints, NoneWhereNothingCanBeSeen)
{
    EXPECT_EQ(changePoints(Series{}), ChangePoints{});
    EXPECT_TRUE(changePoints(seriesOf(std::vector<double>(200, 7.0))).confirmed.empty());
    EXPECT_TRUE(changePoints(stepped(NoiseSeries(1).ar1(15, 0), 7, 50)).confirmed.empty());
}

TEST(ChangePoints, PlacesAreThoseOfTheSeriesWithItsGaps)
{
    const Series gappy = withGaps(stepped(NoiseSeries(2).ar1(200, 0), 120, 6), 3);
    const ChangePoints found = changePoints(gappy);
    ASSERT_EQ(found.confirmed.size(), 1U);
    EXPECT_NEAR(static_cast<double>(found.confirmed[0].at), 120, 2);
    EXPECT_LT(found.confirmed[0].index, 90U);
    EXPECT_NEAR(found.confirmed[0].after - found.confirmed[0].before, 6, .6);
}

TEST(ChangePoints, SeveralLevelsInOrder)
{
    const Series series = stepped(stepped(NoiseSeries(3).ar1(300, .3), 100, 4), 200, -6);
    const ChangePoints found = changePoints(series);
    ASSERT_EQ(found.confirmed.size(), 2U);
    EXPECT_NEAR(static_cast<double>(found.confirmed[0].index), 100, 3);
    EXPECT_NEAR(static_cast<double>(found.confirmed[1].index), 200, 3);
    EXPECT_EQ(found.confirmed[0].after, found.confirmed[1].before);
}

// A step in a series with so much memory that few independent values are left: shown, not believed.
TEST(ChangePoints, WhatIsTooShortToConfirmIsACandidate)
{
    bool isSeen = false;
    for (std::uint64_t seed = 1; seed <= 200 && !isSeen; ++seed) {
        const ChangePoints found = changePoints(stepped(NoiseSeries(seed).ar1(24, .6), 12, 9));
        isSeen = found.confirmed.empty() && !found.candidates.empty();
    }
    EXPECT_TRUE(isSeen);
}

TEST(ChangePoints, StopsWhenTheTimeIsUp)
{
    int asked = 0;
    const ChangePoints found = changePoints(stepped(NoiseSeries(4).ar1(300, 0), 150, 6),
                                            {.isTimeUp = [&] { return ++asked > 1; }});
    EXPECT_EQ(found.end, SearchEnd::OutOfTime);
    EXPECT_EQ(found.confirmed.size(), 1U);
}

TEST(ChangePoints, StopsAtSixtyFour)
{
    std::vector<double> values;
    for (int level = 0; level < 70; ++level) {
        values.insert(values.end(), 1'000, level);
    }
    const ChangePoints found = changePoints(seriesOf(values));
    EXPECT_EQ(found.confirmed.size(), kMostChangePoints);
    EXPECT_EQ(found.end, SearchEnd::TooMany);
}

// STATISTICS 2e measured .043 at (36, .8), .032 at (100, .8), .006 at (36, 0).
TEST(ChangePoints, FlatSeriesHaveFew)
{
    for (const auto& [n, phi, most] : {std::tuple{36, 0.0, 15}, {36, .8, 65}, {100, .8, 50}}) {
        NoiseSeries noise(static_cast<std::uint64_t>(n));
        int alarms = 0;
        for (int i = 0; i < 1'000; ++i) {
            alarms +=
                changePoints(noise.ar1(static_cast<std::size_t>(n), phi)).confirmed.empty() ? 0 : 1;
        }
        EXPECT_LE(alarms, most) << n << " " << phi;
    }
}

// Power at a step of two sigma in the middle: .97 at (36, 0), .96 at (100, .5).
TEST(ChangePoints, AClearStepIsFound)
{
    for (const auto& [n, phi, least] : {std::tuple{36, 0.0, 475}, {100, .5, 470}}) {
        NoiseSeries noise(11);
        int found = 0;
        for (int i = 0; i < 500; ++i) {
            const auto size = static_cast<std::size_t>(n);
            found +=
                changePoints(stepped(noise.ar1(size, phi), size / 2, 2)).confirmed.empty() ? 0 : 1;
        }
        EXPECT_GE(found, least) << n << " " << phi;
    }
}

} // namespace

} // namespace soak
