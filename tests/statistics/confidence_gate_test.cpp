// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/statistics.h"
#include "core/statistics/confidence_gate.h"
#include "tests/statistics/noise_series.h"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

namespace soak
{

namespace
{

TEST(ConfidenceGate, NeedsSixteenValues)
{
    const ConfidenceGate found =
        confidenceGate(NoiseSeries(1).ar1(15, 0, 10), Aggregate::Mean, true, 1);
    EXPECT_EQ(found.verdict, ConfidenceVerdict::NotEnoughData);
    EXPECT_EQ(found.reason, ConfidenceReason::TooFewValues);
    EXPECT_EQ(found.needed, 16U);
    EXPECT_EQ(confidenceGate({}, Aggregate::Max, false, 1).needed, 112U);
}

TEST(ConfidenceGate, AClearMeanPassesAndFails)
{
    const Series series = NoiseSeries(2).ar1(36, .3, 10);
    EXPECT_EQ(confidenceGate(series, Aggregate::Mean, true, 5).verdict, ConfidenceVerdict::Pass);
    EXPECT_EQ(confidenceGate(series, Aggregate::Mean, true, 15).verdict, ConfidenceVerdict::Fail);
    EXPECT_EQ(confidenceGate(series, Aggregate::Mean, false, 5).verdict, ConfidenceVerdict::Fail);
    EXPECT_EQ(confidenceGate(series, Aggregate::Median, false, 15).verdict,
              ConfidenceVerdict::Pass);
}

TEST(ConfidenceGate, ATargetInsideTheIntervalAsksForMore)
{
    const Series series = NoiseSeries(3).ar1(36, 0, 10);
    const double near = *mean(series.values) - .01;
    const ConfidenceGate found = confidenceGate(series, Aggregate::Mean, true, near);
    EXPECT_EQ(found.reason, ConfidenceReason::ThresholdInside);
    EXPECT_GT(*found.needed, 1'000U);
}

TEST(ConfidenceGate, AMaximumNeedsFourteenCleanWindows)
{
    const Series clean = seriesOf(std::vector<double>(14 * 8, 300.0));
    EXPECT_EQ(confidenceGate(clean, Aggregate::Max, false, 340).verdict, ConfidenceVerdict::Pass);
    const Series fewer = seriesOf(std::vector<double>(14 * 8 - 1, 300.0));
    const ConfidenceGate found = confidenceGate(fewer, Aggregate::Max, false, 340);
    EXPECT_EQ(found.verdict, ConfidenceVerdict::NotEnoughData);
    EXPECT_EQ(found.windows, 13U);
    EXPECT_EQ(found.needed, 112U);
}

// Windows are cut from the newest backwards: what does not fill one is the oldest.
TEST(ConfidenceGate, TheOldestValuesFillNoWindow)
{
    std::vector<double> values(14 * 8 + 3, 300.0);
    values[2] = 999;
    EXPECT_EQ(confidenceGate(seriesOf(values), Aggregate::Max, false, 340).broken, 0U);
    values[3] = 999;
    EXPECT_EQ(confidenceGate(seriesOf(values), Aggregate::Max, false, 340).broken, 1U);
}

TEST(ConfidenceGate, SaysWhatItHasNoMethodFor)
{
    for (const Aggregate aggregate : {Aggregate::Min, Aggregate::Last, Aggregate::HarmonicMean}) {
        EXPECT_EQ(confidenceGate(NoiseSeries(4).ar1(50, 0), aggregate, true, 0).reason,
                  ConfidenceReason::NoSuchMethod);
    }
}

// A run that is looked at while it grows has wider bounds for its means, and none for the rest.
TEST(ConfidenceGate, LookingAgainAndAgainCostsWidth)
{
    const Series series = NoiseSeries(2).ar1(100, .3, 10);
    const auto once = confidenceGate(series, Aggregate::Mean, true, 5);
    const auto often = confidenceGate(series, Aggregate::Mean, true, 5, Looks::WhileItGrows);
    EXPECT_LT(often.bounds->low, once.bounds->low);
    EXPECT_EQ(often.verdict, ConfidenceVerdict::Pass);
    for (const Aggregate aggregate : {Aggregate::Median, Aggregate::Max}) {
        EXPECT_EQ(confidenceGate(series, aggregate, true, 5, Looks::WhileItGrows).reason,
                  ConfidenceReason::NotEnded);
    }
    EXPECT_EQ(confidenceGate(NoiseSeries(2).ar1(16, .9, 10), Aggregate::Mean, true, 5,
                             Looks::WhileItGrows)
                  .reason,
              ConfidenceReason::NotEnded);
}

TEST(ConfidenceGate, WarnsOfASkewedMean)
{
    std::vector<double> values;
    NoiseSeries noise(8);
    for (int i = 0; i < 60; ++i) {
        values.push_back(std::exp(noise.normal()));
    }
    EXPECT_TRUE(confidenceGate(seriesOf(values), Aggregate::Mean, true, .1).isSkewed);
    EXPECT_FALSE(confidenceGate(NoiseSeries(8).ar1(60, 0), Aggregate::Mean, true, -5).isSkewed);
}

// At the threshold itself both errors are near 5 % (STATISTICS 2c measured 2.2 to 5.2).
TEST(ConfidenceGate, AtTheThresholdErrorsAreRare)
{
    for (const auto& [n, phi] : {std::pair{36, .5}, {100, .8}}) {
        NoiseSeries noise(21);
        int passed = 0;
        int failed = 0;
        for (int i = 0; i < 2'000; ++i) {
            const auto found = confidenceGate(noise.ar1(static_cast<std::size_t>(n), phi),
                                              Aggregate::Mean, true, 0);
            passed += found.verdict == ConfidenceVerdict::Pass ? 1 : 0;
            failed += found.verdict == ConfidenceVerdict::Fail ? 1 : 0;
        }
        EXPECT_LE(passed, 130) << n << " " << phi;
        EXPECT_LE(failed, 130) << n << " " << phi;
        EXPECT_GE(passed, 10) << n << " " << phi;
    }
}

} // namespace

} // namespace soak
