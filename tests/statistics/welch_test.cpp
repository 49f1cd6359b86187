// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/welch.h"

#include <gtest/gtest.h>

#include <vector>

namespace soak
{

namespace
{

constexpr double kNear = 1e-12;

// Student's sleep data ("The probable error of a mean", 1908); p, df and interval as R's t.test
// prints them, here with all digits, computed with 30 of them.
TEST(Welch, IsAsPublishedForStudentsSleepData)
{
    const std::vector<double> a{.7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0, 2};
    const std::vector<double> b{1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4};
    const auto found = compareSamples(a, b);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->difference, 1.58, kNear);
    EXPECT_NEAR(*found->df, 17.7764735161785, kNear * 100);
    EXPECT_NEAR(*found->p, .0793941401873581, kNear);
    EXPECT_NEAR(found->ci95->low, -.205483230711711, kNear * 10);
    EXPECT_NEAR(found->ci95->high, 3.36548323071171, kNear * 10);
    EXPECT_NEAR(found->ci90->low, .106618502668394, kNear * 10);
    EXPECT_NEAR(*found->standardized, .83218108134954, kNear);
    EXPECT_NEAR(*found->relative, 2.10666666666667, kNear * 10);
}

// Arms of three and five.
TEST(Welch, TakesSamplesOfDifferentSizes)
{
    const auto found = compareSamples(std::vector<double>{2.5, 2.75, 3.25},
                                      std::vector<double>{3.5, 3, 4.25, 4, 3.75});
    ASSERT_TRUE(found);
    EXPECT_NEAR(*found->df, 5.24308422007986, kNear * 100);
    EXPECT_NEAR(*found->p, .0354553203505455, kNear);
    EXPECT_NEAR(found->ci95->low, .0858537004305268, kNear * 10);
    EXPECT_NEAR(found->ci95->high, 1.64747963290281, kNear * 10);
}

TEST(Welch, ExchangedSidesExchangeTheSign)
{
    const std::vector<double> a{1, 2, 4};
    const std::vector<double> b{3, 3.5, 5, 9};
    const auto one = compareSamples(a, b);
    const auto other = compareSamples(b, a);
    EXPECT_EQ(one->difference, -other->difference);
    EXPECT_EQ(one->p, other->p);
    EXPECT_EQ(one->ci95->low, -other->ci95->high);
}

TEST(Welch, AgainstItselfIsNoDifference)
{
    const std::vector<double> a{1, 2, 4};
    const auto found = compareSamples(a, a);
    EXPECT_EQ(found->difference, 0);
    EXPECT_EQ(found->p, 1);
}

TEST(Welch, OneValueHasNoDeviation)
{
    const std::vector<double> one{1};
    const std::vector<double> two{1, 2};
    EXPECT_FALSE(compareSamples(one, two));
    EXPECT_FALSE(compareSamples(two, one));
    EXPECT_FALSE(compareSamples(two, std::vector<double>()));
}

// 0.1 three times has a variance of rounding.
TEST(Welch, EqualValuesAreDeterministic)
{
    const std::vector<double> a(3, .1);
    const std::vector<double> b(3, .3);
    const auto found = compareSamples(a, b);
    EXPECT_TRUE(found->isDeterministic);
    EXPECT_NEAR(found->difference, .2, kNear);
    EXPECT_FALSE(found->p);
    EXPECT_FALSE(found->ci95);
    // One side alone: all the deviation is the other's.
    const auto half = compareSamples(a, std::vector<double>{.2, .3, .4});
    EXPECT_FALSE(half->isDeterministic);
    EXPECT_NEAR(*half->df, 2, kNear);
}

TEST(Welch, NothingIsAShareOfNothing)
{
    EXPECT_EQ(shareOfMean(1, -4), .25);
    EXPECT_FALSE(shareOfMean(1, 1e-13));
    EXPECT_FALSE(shareOfMean(0, 0));
}

TEST(Welch, WithoutVarianceOnlyNoDifferenceIsByChance)
{
    EXPECT_EQ(differenceP(0, {}), 1);
    EXPECT_EQ(differenceP(.1, {}), 0);
}

} // namespace

} // namespace soak
