// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/compare_words.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(CompareWords, WhatIsAbsentIsNotZero)
{
    EXPECT_EQ(effectText(Metric::NetBps, std::nullopt), "n/a");
    EXPECT_EQ(intervalText(Metric::NetBps, std::nullopt), "n/a");
    EXPECT_EQ(pValueText(std::nullopt), "n/a");
    const KpiEffect empty;
    EXPECT_EQ(effectCells(empty)[1], "n/a");
    EXPECT_EQ(effectCells(empty)[9], "n/a");
    EXPECT_EQ(effectCells(empty).size(), effectColumns().size());
}

TEST(CompareWords, EffectsHaveASignAndAUnit)
{
    EXPECT_EQ(effectText(Metric::NetBps, .14), "+0.14 bps");
    EXPECT_EQ(effectText(Metric::P95LatencyMs, -8.4), "-8.4 ms");
    EXPECT_EQ(effectText(Metric::RiskRatio, 0.0), "0.000");
    EXPECT_EQ(effectText(Metric::RiskRatio, .00004), "+0.00004");
    EXPECT_EQ(intervalText(Metric::NetBps, Interval{-.11, .39}), "[-0.11, 0.39]");
}

TEST(CompareWords, SmallPIsNotZero)
{
    EXPECT_EQ(pValueText(0), "<0.001");
    EXPECT_EQ(pValueText(.0005), "<0.001");
    EXPECT_EQ(pValueText(.27), "0.270");
}

TEST(CompareWords, NotKnownSaysWhyAndWhatIsNeeded)
{
    KpiEffect effect;
    effect.reason = InconclusiveReason::TooFewIndependent;
    EXPECT_EQ(effectVerdictText(effect), "not known (ess<3)");
    effect.iterationsNeeded = 220;
    EXPECT_EQ(effectVerdictText(effect), "not known (ess<3), about 220 iterations needed");
    effect.verdict = EffectVerdict::Same;
    effect.isDeterministic = true;
    EXPECT_EQ(effectVerdictText(effect), "same (deterministic)");
}

} // namespace

} // namespace soak
