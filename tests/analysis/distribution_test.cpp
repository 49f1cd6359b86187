// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/distribution.h"
#include "core/statistics/descriptive.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <numeric>

namespace soak
{

namespace
{

Series spread(const std::vector<double>& values)
{
    return seriesOf(values);
}

TEST(Distribution, AStepForEachDistinctValue)
{
    EXPECT_EQ(ecdfOf(spread({3, 1, 3, 2, NAN})),
              (std::vector<EcdfStep>{{1, 0.25}, {2, 0.5}, {3, 1}}));
    EXPECT_TRUE(ecdfOf(Series{}).empty());
}

TEST(Distribution, QuantilesAreThoseOfNumpy)
{
    // numpy.quantile([1, 2, 3, 4, 10], [.25, .5, .75, .95]) = 2, 3, 4, 8.8
    const std::vector<double> values{10, 3, 1, 4, 2};
    EXPECT_DOUBLE_EQ(*quantile7(values, 0.25), 2);
    EXPECT_DOUBLE_EQ(*quantile7(values, 0.5), 3);
    EXPECT_DOUBLE_EQ(*quantile7(values, 0.95), 8.8);
    EXPECT_DOUBLE_EQ(*quantile7(values, 0), 1);
    EXPECT_DOUBLE_EQ(*quantile7(values, 1), 10);
    EXPECT_FALSE(quantile7({}, 0.5));
}

TEST(Distribution, ABoxHasItsWhiskersInsideAndItsOutliersOutside)
{
    const BoxStatistics box = *boxOf(spread({1, 2, 3, NAN, 4, 10}));
    EXPECT_EQ(box.n, 5U);
    EXPECT_EQ(box.missing, 1U);
    EXPECT_DOUBLE_EQ(box.mean, 4);
    EXPECT_DOUBLE_EQ(box.q1, 2);
    EXPECT_DOUBLE_EQ(box.q3, 4);
    EXPECT_DOUBLE_EQ(box.p95, 8.8);
    EXPECT_DOUBLE_EQ(box.whiskerLow, 1);
    EXPECT_DOUBLE_EQ(box.whiskerHigh, 4); // 4 + 1.5 * 2 = 7 is the farthest allowed
    EXPECT_EQ(box.outliers, std::vector<double>{10});
    EXPECT_EQ(box.max, 10);
    EXPECT_FALSE(boxOf(Series{}));
}

TEST(Distribution, ABoxOfOneValueIsThatValue)
{
    const BoxStatistics box = *boxOf(spread({5}));
    EXPECT_EQ(box.whiskerLow, 5);
    EXPECT_EQ(box.whiskerHigh, 5);
    EXPECT_TRUE(box.outliers.empty());
}

TEST(Distribution, BinsAreCommonAndCountEveryValue)
{
    std::vector<double> values(64);
    std::iota(values.begin(), values.end(), 0.0);
    // IQR 31.5 and n 64: width 2 * 31.5 / 4 = 15.75; over the common range of 0 to 100 that is 7.
    const std::vector<Series> both{spread(values), spread({100})};
    const Histogram histogram = histogramOf(both);
    ASSERT_EQ(histogram.edges.size(), 8U);
    EXPECT_EQ(histogram.edges.front(), 0);
    EXPECT_EQ(histogram.edges.back(), 100);
    const auto sum = [](const std::vector<std::size_t>& counts) {
        return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    };
    EXPECT_EQ(sum(histogram.counts[0]), 64U);
    EXPECT_EQ(histogram.counts[0][0], 15U);    // 0 to 14; 100 / 7 = 14.29
    EXPECT_EQ(histogram.counts[1].back(), 1U); // the upper edge is in the last bin
}

TEST(Distribution, BinsAreNeverTooMany)
{
    std::vector<double> values(1'000, 5.0);
    std::iota(values.begin(), values.begin() + 600, 0.0);
    values.back() = 1e9;
    EXPECT_EQ(histogramOf(std::vector<Series>{spread(values)}).edges.size(), kMostBins + 1);
}

TEST(Distribution, ValuesWithoutSpreadHaveOneBin)
{
    const Histogram histogram = histogramOf(std::vector<Series>{spread({0.4, 0.4}), Series{}});
    ASSERT_EQ(histogram.edges.size(), 2U);
    EXPECT_LT(histogram.edges[0], 0.4);
    EXPECT_GT(histogram.edges[1], 0.4);
    EXPECT_EQ(histogram.counts, (std::vector<std::vector<std::size_t>>{{2}, {0}}));
    EXPECT_TRUE(histogramOf(std::vector<Series>{Series{}}).edges.empty());
}

TEST(Distribution, ADensityIntegratesToOneAndIsHighestInTheMiddle)
{
    const std::vector<DensityPoint> density = densityOf(spread({1, 2, 3, 4, 5}), 400);
    ASSERT_EQ(density.size(), 400U);
    double area = 0;
    for (std::size_t i = 1; i < density.size(); ++i) {
        area += (density[i].value - density[i - 1].value) *
                (density[i].density + density[i - 1].density) / 2;
    }
    EXPECT_NEAR(area, 1, 2e-3); // three widths beyond the ends nearly nothing is left
    const auto highest = std::ranges::max_element(density, {}, &DensityPoint::density);
    EXPECT_NEAR(highest->value, 3, 0.02);
}

TEST(Distribution, TheWidthOfADensityIsSilvermans)
{
    // Two values 0 and 1: sd .7071, IQR .5; .9 * min(.7071, .5 / 1.34) * 2^-.2 = .29235.
    const std::vector<DensityPoint> density = densityOf(spread({0, 1}), 3);
    ASSERT_EQ(density.size(), 3U);
    constexpr double kWidth = 0.9 * (0.5 / 1.34) * 0.8705505632961241;
    EXPECT_NEAR(density.front().value, -3 * kWidth, 1e-12);
    EXPECT_NEAR(density.back().value, 1 + 3 * kWidth, 1e-12);
    const double z = 0.5 / kWidth;
    EXPECT_NEAR(density[1].density,
                std::exp(-z * z / 2) / (kWidth * std::sqrt(2 * std::numbers::pi)), 1e-12);
}

TEST(Distribution, WithoutSpreadThereIsNoDensity)
{
    EXPECT_TRUE(densityOf(spread({1}), 100).empty());
    EXPECT_TRUE(densityOf(spread({2, 2, 2}), 100).empty());
    EXPECT_TRUE(densityOf(Series{}, 100).empty());
}

} // namespace

} // namespace soak
