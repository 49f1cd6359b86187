// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/kpi_effect.h"
#include "tests/support/noise.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

KpiEffect effectOf(const std::vector<double>& a, const std::vector<double>& b, double margin)
{
    CompareOptions options;
    options.margins[Metric::NetBps] = margin;
    return kpiEffect(Metric::NetBps, prepareSeries(seriesOf(a)), prepareSeries(seriesOf(b)),
                     options);
}

TEST(KpiEffect, HolmTakesAllKpisOfThePairTogether)
{
    Noise noise(5);
    const auto base = noise.ar1Values(60, 0);
    std::vector<KpiEffect> one{effectOf(base, noise.ar1Values(60, 0, .3), 1e-6)};
    decideEffects(one, .05);
    ASSERT_EQ(one[0].verdict, EffectVerdict::Better) << *one[0].p;
    std::vector<KpiEffect> many(12, one[0]);
    decideEffects(many, .05);
    EXPECT_GT(*many[0].holmP, .05);
    EXPECT_EQ(many[0].verdict, EffectVerdict::Inconclusive);
    EXPECT_EQ(many[0].reason, InconclusiveReason::IntervalTooWide);
}

TEST(KpiEffect, SaysWhyInNumbers)
{
    const std::vector<double> low(20, 1.0);
    const std::vector<double> high(20, 3.0);
    std::vector<KpiEffect> effects{effectOf(low, high, .1), effectOf(low, low, .1)};
    decideEffects(effects, .05);
    EXPECT_EQ(effects[0].why, "both are constant, the difference is 2.00 bps, the margin 0.10 bps");
    EXPECT_EQ(effects[0].verdict, EffectVerdict::Better);
    EXPECT_EQ(effects[1].verdict, EffectVerdict::Same);
    EXPECT_FALSE(effects[0].holmP);
    EXPECT_FALSE(effects[0].iterationsNeeded);
}

TEST(KpiEffect, ASmallVisibleDifferenceIsTheSame)
{
    Noise noise(8);
    const auto inB = noise.ar1Values(2'000, 0, .2);
    const auto inA = noise.ar1Values(2'000, 0);
    std::vector<KpiEffect> effects{effectOf(inA, inB, .5)};
    decideEffects(effects, .05);
    EXPECT_LT(*effects[0].holmP, .05);
    EXPECT_EQ(effects[0].verdict, EffectVerdict::Same);
    EXPECT_NE(effects[0].why.find("lies within the margin of 0.50 bps"), std::string::npos);
}

} // namespace

} // namespace soak
