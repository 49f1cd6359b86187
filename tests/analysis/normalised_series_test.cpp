// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/normalised_series.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

Series valuesOf(const std::vector<double>& values)
{
    return seriesOf(values);
}

TEST(NormalisedSeries, EachRuleIsItsFormula)
{
    struct Row {
        Normalisation rule;
        double value;
        double wanted;
    };

    // Own: mean 4, sample deviation 2; baseline: mean -8.
    const Series own = valuesOf({2, 4, 6});
    const Series baseline = valuesOf({-6, -10});
    for (const Row& row : {Row{Normalisation::Raw, 6, 6}, Row{Normalisation::ZScore, 6, 1},
                           Row{Normalisation::ZScore, 4, 0}, Row{Normalisation::MinMax, 2, 0},
                           Row{Normalisation::MinMax, 6, 1}, Row{Normalisation::MinMax, 3, 0.25},
                           Row{Normalisation::PercentOfBaseline, 4, 50},
                           Row{Normalisation::PercentOfBaseline, -8, -100}}) {
        const NormalScale scale = normalScale(row.rule, own, baseline);
        EXPECT_TRUE(scale.why.empty()) << scale.why;
        EXPECT_DOUBLE_EQ(scale(row.value), row.wanted) << keyOf(row.rule);
    }
}

TEST(NormalisedSeries, SaysWhyThereIsNoScale)
{
    const Series none;
    const Series constant = valuesOf({3, 3, 3});
    const Series zero = valuesOf({-1, 1});
    const auto why = [](Normalisation rule, const Series& own, const Series& baseline) {
        return normalScale(rule, own, baseline).why;
    };
    EXPECT_EQ(why(Normalisation::ZScore, constant, zero), "the values of the run are all the same");
    EXPECT_EQ(why(Normalisation::MinMax, constant, zero), "the values of the run are all the same");
    EXPECT_EQ(why(Normalisation::ZScore, none, zero), "the run has no value");
    EXPECT_EQ(why(Normalisation::PercentOfBaseline, constant, zero),
              "the mean of the baseline is 0");
    EXPECT_EQ(why(Normalisation::PercentOfBaseline, constant, none), "the baseline has no value");
    EXPECT_EQ(why(Normalisation::Raw, none, none), "");
}

TEST(NormalisedSeries, AThresholdFitsWhereOneRuleHoldsForAll)
{
    EXPECT_TRUE(isCommonScale(Normalisation::Raw));
    EXPECT_TRUE(isCommonScale(Normalisation::PercentOfBaseline));
    EXPECT_FALSE(isCommonScale(Normalisation::ZScore));
    EXPECT_FALSE(isCommonScale(Normalisation::MinMax));
}

TEST(NormalisedSeries, KeysAreReadBack)
{
    for (const Normalisation one : {Normalisation::Raw, Normalisation::ZScore,
                                    Normalisation::PercentOfBaseline, Normalisation::MinMax}) {
        EXPECT_EQ(normalisationFromKey(keyOf(one)), one);
        EXPECT_EQ(unitText(one).empty(), one == Normalisation::Raw);
    }
    EXPECT_FALSE(normalisationFromKey("log"));
}

} // namespace

} // namespace soak
