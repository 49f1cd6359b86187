// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/expected_effects.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

RunBuilder expecting()
{
    return aRun()
        .withIterations(4)
        .proposing(2, {{"tail_age_ms", {30}}, {"min_interval_ms", {5}}})
        .editStep(2,
                  [](TuningStep& step) {
                      step.expected = {{Metric::NetBps, 0.25}, {Metric::P95LatencyMs, -12}};
                  })
        .at(2, Metric::NetBps, 2.5)
        .at(3, Metric::NetBps, 3.0)
        .at(2, Metric::P95LatencyMs, 330)
        .at(3, Metric::P95LatencyMs, 335);
}

ExpectedEffects effectsOf(RunBuilder builder)
{
    const auto effects = expectedEffects(builder.build(), 2);
    EXPECT_TRUE(effects);
    return effects.value_or(ExpectedEffects{});
}

TEST(ExpectedEffects, PutWhatWasSeenBesideWhatWasExpected)
{
    const ExpectedEffects effects = effectsOf(expecting());
    EXPECT_EQ(effects.iteration, 2);
    EXPECT_EQ(effects.basis, EffectBasis::Whole);
    EXPECT_TRUE(effects.hasNext);
    ASSERT_EQ(effects.rows.size(), 2U);
    EXPECT_EQ(effects.rows[0].metric, Metric::NetBps);
    EXPECT_EQ(effects.rows[0].expected, 0.25);
    EXPECT_EQ(effects.rows[0].seen(), 0.5);
    EXPECT_EQ(effects.rows[1].seen(), 5);
}

// What came in the next iteration of a replay came whatever was changed.
TEST(ExpectedEffects, OfAReplayAreNone)
{
    const SoakRun replay =
        expecting().editRun([](SoakRun& run) { run.info->engine = "replay"; }).build();
    EXPECT_FALSE(expectedEffects(replay, 2));
    EXPECT_TRUE(effectSummaries(replay).empty());
}

TEST(ExpectedEffects, ADifferenceWithAMissingValueIsAbsent)
{
    EXPECT_FALSE(effectsOf(expecting().at(3, Metric::NetBps, std::nullopt)).rows[0].seen());
    EXPECT_FALSE(effectsOf(expecting().at(2, Metric::NetBps, std::nullopt)).rows[0].seen());
    const ExpectedEffects last = effectsOf(expecting().missing(3));
    EXPECT_FALSE(last.hasNext);
    EXPECT_FALSE(last.rows[0].seen());
}

// An expectation about changes that did not arrive is not refuted by what came.
TEST(ExpectedEffects, SaysHowMuchOfTheChangesWasDone)
{
    EXPECT_EQ(effectsOf(expecting().dropping(2, "tail_age_ms", DropReason::Velocity)).basis,
              EffectBasis::Part);
    SkipReason blocked;
    blocked.cooldown = true;
    EXPECT_EQ(effectsOf(expecting().skipping(2, blocked)).basis, EffectBasis::Nothing);
    const auto replacing = [](ParamValues set) {
        return expecting().editRun([set](SoakRun& run) {
            RunBranch branch;
            branch.at = 3;
            branch.set = set;
            run.info->branches = {branch};
        });
    };
    EXPECT_EQ(effectsOf(replacing({{"tail_age_ms", {600}}})).basis, EffectBasis::Part);
    EXPECT_EQ(effectsOf(replacing({{"tail_age_ms", {600}}, {"min_interval_ms", {60}}})).basis,
              EffectBasis::Nothing);
    EXPECT_EQ(effectsOf(expecting().proposing(2, {{"tail_age_ms", {30000}}})).basis,
              EffectBasis::Part); // cut at the bound
}

TEST(ExpectedEffects, OfTheWholeRunAreMeansOverWhatArrived)
{
    const auto again = [](TuningStep& step) {
        step.expected = {{Metric::NetBps, 0.75}, {Metric::P95LatencyMs, -4}};
    };
    const RunBuilder run = expecting()
                               .withIterations(6)
                               .proposing(3, {{"tail_age_ms", {5}}})
                               .editStep(3, again)
                               .at(4, Metric::NetBps, 2.0)
                               .at(4, Metric::P95LatencyMs, std::nullopt)
                               .proposing(5, {{"tail_age_ms", {5}}})
                               .editStep(5, again)
                               .dropping(5, "tail_age_ms", DropReason::Velocity);
    const auto summaries = effectSummaries(RunBuilder(run).build());
    ASSERT_EQ(summaries.size(), 2U);
    EXPECT_EQ(summaries[0], (EffectSummary{Metric::NetBps, 2, 0.5, -0.25, 1}));
    EXPECT_EQ(summaries[1], (EffectSummary{Metric::P95LatencyMs, 1, -12, 5, 0}));
    EXPECT_TRUE(effectSummaries(aRun().build()).empty());
}

TEST(ExpectedEffects, ATunerThatExpectsNothingHasNone)
{
    EXPECT_FALSE(expectedEffects(aRun().withIterations(3).build(), 2));
    EXPECT_FALSE(expectedEffects(expecting().build(), 3));
    EXPECT_FALSE(expectedEffects(expecting().build(), 9));
}

} // namespace

} // namespace soak
