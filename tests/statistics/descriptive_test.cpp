// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/descriptive.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(Descriptive, NothingIsAbsentNotZero)
{
    const std::vector<double> none;
    EXPECT_FALSE(sampleVariance(none));
    EXPECT_FALSE(quantile7(none, .5));
    EXPECT_FALSE(medianDeviation(none));
    EXPECT_FALSE(skewness(none));
    EXPECT_FALSE(positiveHarmonicMean(none));
    EXPECT_TRUE(robustScores(none).z.empty());
}

TEST(Descriptive, OneValueHasNoVariance)
{
    const std::vector<double> one{3};
    EXPECT_FALSE(sampleVariance(one));
    EXPECT_EQ(quantile7(one, .3), 3);
}

TEST(Descriptive, SkewnessHasTheSignOfTheLongTail)
{
    EXPECT_GT(*skewness(std::vector<double>{1, 1, 1, 2, 9}), 1);
    EXPECT_LT(*skewness(std::vector<double>{-1, -1, -1, -2, -9}), -1);
    EXPECT_NEAR(*skewness(std::vector<double>{1, 2, 3, 4, 5}), 0, 1e-15);
    EXPECT_FALSE(skewness(std::vector<double>{2, 2, 2, 2}));
}

TEST(Descriptive, AHarmonicMeanNeedsPositiveValues)
{
    EXPECT_FALSE(positiveHarmonicMean(std::vector<double>{1, 0}));
    EXPECT_FALSE(positiveHarmonicMean(std::vector<double>{1, -1}));
    EXPECT_NEAR(*positiveHarmonicMean(std::vector<double>{1, 2}), 4.0 / 3, 1e-15);
}

// The variance of large numbers that lie close together is not lost.
TEST(Descriptive, VarianceKeepsItsDigits)
{
    EXPECT_NEAR(*sampleVariance(std::vector<double>{1e9 + 1, 1e9 + 2, 1e9 + 3}), 1, 1e-12);
}

TEST(Descriptive, QuantileOfSortedIsQuantile7)
{
    const std::vector<double> sorted{1, 2, 4, 8, 16};
    for (const double p : {0.0, .1, .25, .5, .77, .95, 1.0}) {
        EXPECT_EQ(quantileOfSorted(sorted, p), *quantile7(sorted, p)) << p;
    }
}

} // namespace

} // namespace soak
