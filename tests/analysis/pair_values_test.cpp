// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pair_values.h"
#include "tests/support/builders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::HasSubstr;

namespace
{

template <typename T>
void forget(InternedColumn<T>& column, std::size_t row)
{
    InternedColumn<T> copy;
    for (std::size_t i = 0; i < column.rowCount(); ++i) {
        if (i == row || column.at(i) == nullptr) {
            copy.appendAbsent();
        } else {
            copy.append(*column.at(i));
        }
    }
    column = std::move(copy);
}

double tail(const Overrides* overrides)
{
    return overrides == nullptr ? 0 : overrides->values.at("tail_age_ms").amount;
}

double interval(const Overrides* overrides)
{
    return overrides == nullptr ? 0 : overrides->values.at("min_interval_ms").amount;
}

RunBuilder aChange()
{
    return aRun().withIterations(4).proposing(2, {{"tail_age_ms", {30}}});
}

constexpr PhasePlan kWarmup{.enabled = true, .warmupIterations = 2, .rampdownIterations = 1};

} // namespace

TEST(PairValues, AreWhatWasInForceInTheTwoIterations)
{
    const SoakRun run = aChange().build();
    const PairValues values = pairValuesAt(run, 1);
    EXPECT_TRUE(values.isVerifiable());
    EXPECT_EQ(tail(values.previous), 600);
    EXPECT_EQ(tail(values.observed), 630);
}

TEST(PairValues, WhatTheIterationBeforeLeftStandsInForTheFirst)
{
    const SoakRun run = aChange().editRun([](SoakRun& r) { forget(r.during, 1); }).build();
    EXPECT_EQ(tail(pairValuesAt(run, 1).previous), 600);
    EXPECT_FALSE(
        pairValuesAt(run, 0).isVerifiable()); // what iteration 1 left says nothing of what 2 had
}

TEST(PairValues, OfTheLastIterationMayBeWhatItLeft)
{
    const SoakRun run = aChange().editRun([](SoakRun& r) { forget(r.during, 3); }).build();
    EXPECT_EQ(tail(pairValuesAt(run, 2).observed), 630);
    const SoakRun live = aChange()
                             .editRun([](SoakRun& r) {
                                 forget(r.during, 3);
                                 forget(r.next, 3);
                             })
                             .build();
    EXPECT_EQ(pairValuesAt(live, 2).observed, &*live.finalOverrides);
    const SoakRun applied = aChange()
                                .editRun([](SoakRun& r) { forget(r.during, 3); })
                                .editStep(4, [](TuningStep& s) { s.applied = true; })
                                .build();
    EXPECT_FALSE(pairValuesAt(applied, 2).isVerifiable());
}

TEST(PairValues, WithoutRecordedOverridesAreUnknown)
{
    const SoakRun run = aChange().foreign().build();
    const PairValues values = pairValuesAt(run, 1);
    EXPECT_FALSE(values.isVerifiable());
    EXPECT_EQ(values.whyUnknown, "iteration 2 recorded no overrides");
}

TEST(PairValues, InWarmupAreTheBaselinesBelowTheOverlay)
{
    const SoakRun run = aRun().withIterations(6).withWarmup(kWarmup, 25).build();
    for (std::size_t row = 0; row < 5; ++row) {
        const PairValues values = pairValuesAt(run, row);
        EXPECT_TRUE(values.isVerifiable()) << row;
        EXPECT_EQ(interval(values.previous), 60) << row;
        EXPECT_EQ(interval(values.observed), 60) << row;
    }
}

TEST(PairValues, InWarmupWithoutABaselineAreUnknown)
{
    const SoakRun run = aRun()
                            .withIterations(6)
                            .withWarmup(kWarmup, 25)
                            .editRun([](SoakRun& r) {
                                forget(r.baseline, 2);
                                forget(r.baselineNext, 1);
                            })
                            .build();
    EXPECT_FALSE(pairValuesAt(run, 1).isVerifiable());
    EXPECT_FALSE(pairValuesAt(run, 2).isVerifiable());
    EXPECT_THAT(pairValuesAt(run, 2).whyUnknown, HasSubstr("not steady"));
    EXPECT_TRUE(pairValuesAt(run, 3).isVerifiable());
}

TEST(PairValues, AcrossAGapAreUnknownWhenSomethingMayHaveChanged)
{
    const SoakRun hidden = aChange().missing(2).build();
    EXPECT_TRUE(pairValuesAt(hidden, 0).isGap);
    EXPECT_THAT(pairValuesAt(hidden, 0).whyUnknown, HasSubstr("between 1 and 3"));
    const SoakRun harmless = aChange().missing(3).build();
    EXPECT_TRUE(pairValuesAt(harmless, 1).isVerifiable());
    const SoakRun untuned =
        aChange().missing(2).editRun([](SoakRun& r) { r.info->autoTune = false; }).build();
    EXPECT_TRUE(pairValuesAt(untuned, 0).isVerifiable());
}

} // namespace soak
