// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/model/statistics.h"
#include "tests/support/property.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <vector>

namespace soak
{
namespace
{

using Samples = std::vector<double>;

Samples numbersOf(const std::string& text)
{
    Samples numbers;
    for (const std::string& part : split(text, ' ')) {
        if (const auto number = parseNumber(part)) {
            numbers.push_back(*number);
        }
    }
    return numbers;
}

// Lines "mean : samples", made once by Python's statistics.mean.
TEST(Mean, IsPythonsToTheLastBit)
{
    int count = 0;
    for (const std::string& line : split(bytesOf(testDataPath("model/mean.txt")), '\n')) {
        const std::size_t colon = line.find(" : ");
        if (colon == std::string::npos) {
            continue;
        }
        const auto expected = parseNumber(line.substr(0, colon));
        ASSERT_TRUE(expected) << line;
        EXPECT_EQ(mean(numbersOf(line.substr(colon + 3))), expected) << line;
        ++count;
    }
    EXPECT_GT(count, 300);
}

TEST(Mean, OfFiveTimesAGateIsTheGate)
{
    EXPECT_EQ(mean(Samples(5, 0.83)), 0.83);
}

TEST(Mean, OfNothingIsAbsent)
{
    EXPECT_EQ(mean(Samples{}), std::nullopt);
}

TEST(Mean, OfTheLargestNumbersIsFinite)
{
    const double most = std::numeric_limits<double>::max();
    EXPECT_EQ(mean(Samples{most, most, most}), most);
    EXPECT_EQ(mean(Samples{most, -most, most, -most}), 0.0);
}

TEST(Mean, OfEqualSamplesIsTheSample)
{
    EXPECT_TRUE(holdsAlways([](double value) {
        const int count = *rc::gen::inRange(1, 200);
        RC_ASSERT(mean(Samples(static_cast<std::size_t>(count), value)) == value);
    }));
}

SOAK_PROPERTY(Mean, LiesBetweenTheExtremes, (const std::vector<double>& samples))
{
    RC_PRE(!samples.empty());
    const auto [low, high] = std::minmax_element(samples.begin(), samples.end());
    RC_ASSERT(mean(samples) >= *low);
    RC_ASSERT(mean(samples) <= *high);
}

TEST(Median, OfAnEvenCountIsTheMiddleOfTheTwo)
{
    EXPECT_EQ(median(Samples{3, 1, 2}), 2);
    EXPECT_EQ(median(Samples{4, 1, 3, 2}), 2.5);
    EXPECT_EQ(median(Samples{7}), 7);
    EXPECT_EQ(median(Samples{}), std::nullopt);
    // DOMAIN 8, the eight iterations of the mock run.
    EXPECT_EQ(median(Samples{0.5, 0.6, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85}), 0.675);
    EXPECT_DOUBLE_EQ(*median(Samples{-1.5, -0.8, 3.0, 3.1, 3.2, 3.3, 3.4, 3.5}), 3.15);
}

TEST(Median, OfTheLargestNumbersIsFinite)
{
    const double most = std::numeric_limits<double>::max();
    EXPECT_EQ(median(Samples{most, most}), most);
}

SOAK_PROPERTY(Median, HasAsManySamplesBelowAsAbove, (const std::vector<double>& samples))
{
    RC_PRE(!samples.empty());
    const double middle = *median(samples);
    const auto below =
        std::count_if(samples.begin(), samples.end(), [&](double v) { return v < middle; });
    const auto above =
        std::count_if(samples.begin(), samples.end(), [&](double v) { return v > middle; });
    RC_ASSERT(2 * below <= static_cast<std::ptrdiff_t>(samples.size()));
    RC_ASSERT(2 * above <= static_cast<std::ptrdiff_t>(samples.size()));
}

TEST(HarmonicMean, IsCountOverTheSumOfReciprocals)
{
    EXPECT_DOUBLE_EQ(*harmonicMean(Samples{1, 2, 4}), 12.0 / 7.0);
    EXPECT_EQ(harmonicMean(Samples(5, 0.83)), 0.83);
    EXPECT_EQ(harmonicMean(Samples{}), std::nullopt);
}

TEST(HarmonicMean, OfReciprocalsThatCancelIsAbsent)
{
    EXPECT_EQ(harmonicMean(Samples{1, -1}), std::nullopt);
}

// Defect 30: zeros were dropped, so the mean of a bad run rose.
TEST(Defect30, AZeroMakesTheHarmonicMeanZero)
{
    EXPECT_EQ(harmonicMean(Samples{0.8, 0.0, 0.9}), 0);
}

// Defect 28: `a or b` skipped a mean of 0.
TEST(Defect28, AMeanOfZeroIsPresent)
{
    EXPECT_EQ(mean(Samples{-1, 1}), 0.0);
    EXPECT_TRUE(mean(Samples{0, 0}).has_value());
    EXPECT_TRUE(median(Samples{0}).has_value());
}

// Defect 59: the index was one too high where 20 divides n.
TEST(Defect59, TheP95OfTwentyIsTheNineteenth)
{
    for (const int n : {20, 40, 100, 1000, 100000}) {
        Samples samples;
        for (int i = n; i >= 1; --i) {
            samples.push_back(i);
        }
        EXPECT_EQ(nearestRank(samples, 0.95), n / 20 * 19) << n;
    }
}

TEST(NearestRank, TakesTheRankAboveWhenNoneIsMet)
{
    EXPECT_EQ(nearestRank(Samples{5, 1, 4, 2, 3}, 0.95), 5);
    EXPECT_EQ(nearestRank(Samples{5, 1, 4, 2, 3}, 0.2), 1);
    EXPECT_EQ(nearestRank(Samples{5, 1, 4, 2, 3}, 0.21), 2);
    EXPECT_EQ(nearestRank(Samples{5, 1, 4, 2, 3}, 1.0), 5);
    EXPECT_EQ(nearestRank(Samples{7}, 0.01), 7);
    EXPECT_EQ(nearestRank(Samples{}, 0.95), std::nullopt);
}

// 0.07 * 100 is 7.000000000000001 in binary.
TEST(NearestRank, IsNotRaisedByARoundingError)
{
    Samples samples;
    for (int i = 1; i <= 100; ++i) {
        samples.push_back(i);
    }
    for (int percent = 1; percent <= 100; ++percent) {
        EXPECT_EQ(nearestRank(samples, percent / 100.0), percent);
    }
}

TEST(NearestRank, RefusesAShareOutsideItsRange)
{
    EXPECT_DEATH(static_cast<void>(nearestRank(Samples{1}, 0)), "");
    EXPECT_DEATH(static_cast<void>(nearestRank(Samples{1}, 1.01)), "");
}

} // namespace
} // namespace soak
