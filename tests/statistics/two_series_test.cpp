// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/two_series.h"
#include "tests/statistics/noise_series.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

EffectVerdict verdictOf(const Series& a, const Series& b, double margin)
{
    const SeriesComparison found = compareSeries(a, b);
    return decide(evidenceOf(found), found.p, Direction::HigherIsBetter, margin, .05).verdict;
}

TEST(TwoSeries, ARunWithItselfIsNeverBetterOrWorse)
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const Series series =
            NoiseSeries(seed).ar1(8 + seed, .005 * static_cast<double>(seed % 190));
        const SeriesComparison found = compareSeries(series, series);
        EXPECT_EQ(found.difference, 0);
        const EffectVerdict verdict =
            decide(evidenceOf(found), found.p, Direction::HigherIsBetter, .1, .05).verdict;
        EXPECT_TRUE(verdict == EffectVerdict::Same || verdict == EffectVerdict::Inconclusive);
    }
}

TEST(TwoSeries, SaysWhyNothingIsKnown)
{
    const Series enough = NoiseSeries(1).ar1(40, 0);
    EXPECT_EQ(compareSeries(Series{}, enough).reason, InconclusiveReason::NoValues);
    EXPECT_EQ(compareSeries(NoiseSeries(1).ar1(7, 0), enough).reason,
              InconclusiveReason::TooFewValues);
    std::vector<double> ramp;
    for (int i = 0; i < 30; ++i) {
        ramp.push_back(i);
    }
    EXPECT_EQ(compareSeries(seriesOf(ramp), enough).reason, InconclusiveReason::TooFewIndependent);
}

TEST(TwoSeries, ExchangedSidesExchangeTheVerdict)
{
    const Series low = NoiseSeries(3).ar1(60, .2);
    const Series high = NoiseSeries(4).ar1(60, .2, 3);
    EXPECT_EQ(verdictOf(low, high, .1), EffectVerdict::Better);
    EXPECT_EQ(verdictOf(high, low, .1), EffectVerdict::Worse);
    const auto one = compareSeries(low, high);
    const auto other = compareSeries(high, low);
    EXPECT_DOUBLE_EQ(*one.difference, -*other.difference);
    EXPECT_DOUBLE_EQ(*one.p, *other.p);
    EXPECT_DOUBLE_EQ(one.ci95->low, -other.ci95->high);
}

// A difference that can be seen and does not matter is "same".
TEST(TwoSeries, BelowTheMarginIsTheSame)
{
    const Series one = NoiseSeries(5).ar1(4'000, 0);
    EXPECT_EQ(verdictOf(one, scaled(NoiseSeries(6).ar1(4'000, 0), 1, .2), .5), EffectVerdict::Same);
}

TEST(TwoSeries, ConstantSeriesAreDeterministic)
{
    const Series one = seriesOf(std::vector<double>(20, 1.0));
    const Series near = seriesOf(std::vector<double>(20, 1.05));
    const Series far = seriesOf(std::vector<double>(20, 2.0));
    EXPECT_EQ(verdictOf(one, near, .1), EffectVerdict::Same);
    EXPECT_EQ(verdictOf(one, far, .1), EffectVerdict::Better);
    EXPECT_TRUE(compareSeries(one, far).isDeterministic);
}

TEST(TwoSeries, VarianceBetweenRunsWidensTheInterval)
{
    const Series one = NoiseSeries(7).ar1(60, .2);
    const Series other = NoiseSeries(8).ar1(60, .2, 1);
    const auto plain = compareSeries(one, other);
    const auto wider = compareSeries(one, other, BetweenRuns{.25, 5});
    EXPECT_LT(wider.ci95->low, plain.ci95->low);
    EXPECT_GT(*wider.p, *plain.p);
}

TEST(TwoSeries, MoreIsNeededTheMoreItRemembers)
{
    const Series quick = NoiseSeries(9).ar1(36, 0);
    const Series lazy = NoiseSeries(9).ar1(36, .7);
    const auto independent = compareSeries(quick, quick);
    const auto slow = compareSeries(lazy, lazy);
    EXPECT_GT(*valuesNeeded(slow, .1), *valuesNeeded(independent, .1));
    EXPECT_GT(*valuesNeeded(independent, .01), *valuesNeeded(independent, .1));
    EXPECT_EQ(valuesNeeded(compareSeries(Series{}, Series{}), .1), 24U);
    const Series constant = seriesOf(std::vector<double>(20, 1.0));
    EXPECT_FALSE(valuesNeeded(compareSeries(constant, constant), .1));
}

TEST(TwoSeries, AShiftNeedsMoreTheSmallerItIs)
{
    struct Row {
        SoughtShift sought;
        std::size_t needed;
    };

    for (const auto& [sought, needed] : {
             Row{{.shift = 1, .sd = 1, .fewest = 3}, 25},
             {{.shift = .5, .sd = 1, .fewest = 3}, 100},
             {{.shift = 1, .sd = 1, .phi = .5, .fewest = 3}, 75},
             {{.shift = 10, .sd = 1, .have = 2, .fewest = 3}, 3},
             {{.shift = 10, .sd = 1, .have = 8, .fewest = 3}, 10}, // 8 did not do
             {{.shift = 1e-9, .sd = 1, .fewest = 3}, 10'000'000},
         }) {
        EXPECT_EQ(valuesNeeded(sought), needed) << sought.shift << " " << sought.have;
    }
    EXPECT_FALSE(valuesNeeded(SoughtShift{.shift = 1}));
    EXPECT_FALSE(valuesNeeded(SoughtShift{.sd = 1}));
}

TEST(TwoSeries, RunsThatDidNotDoAreNotEnough)
{
    EXPECT_EQ(runsNeeded(1, 1, 3), 26U);
    EXPECT_EQ(runsNeeded(10, 1, 0), 3U);
    EXPECT_EQ(runsNeeded(10, 1, 5), 8U);
    EXPECT_FALSE(runsNeeded(1, 0, 5));
}

// What has no p, as it is deterministic or not there, is no question that Holm counts.
TEST(TwoSeries, QuestionsThatAreAskedTogetherAreCorrectedTogether)
{
    const Evidence seen{InconclusiveReason::None, false, 2, {1, 3}};
    const std::vector<Question> questions{
        {seen, .02, Direction::HigherIsBetter, .1},
        {{InconclusiveReason::None, true, 2, {}}, {}, Direction::LowerIsBetter, .1},
        {seen, .03, Direction::HigherIsBetter, .1},
        {{InconclusiveReason::TooFewRuns, false, 2, {}}, {}, Direction::HigherIsBetter, .1}};
    const std::vector<Answer> answers = decideTogether(questions, .041);
    ASSERT_EQ(answers.size(), 4U);
    EXPECT_EQ(answers[0], (Answer{.04, {EffectVerdict::Better}}));
    EXPECT_EQ(answers[1], (Answer{{}, {EffectVerdict::Worse}}));
    EXPECT_EQ(answers[2], (Answer{.04, {EffectVerdict::Better}}));
    EXPECT_EQ(answers[3],
              (Answer{{}, {EffectVerdict::Inconclusive, InconclusiveReason::TooFewRuns}}));
    EXPECT_TRUE(decideTogether({}, .05).empty());
}

} // namespace

} // namespace soak
