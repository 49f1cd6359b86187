// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/guard_activity.h"
#include "tests/analysis/verification_cases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

namespace
{

std::vector<int> of(const GuardActivations& activations, GuardType type)
{
    return activations[static_cast<std::size_t>(type)];
}

SkipReason skipWith(bool SkipReason::*flag, std::string note)
{
    SkipReason skip;
    skip.*flag = true;
    skip.note = std::move(note);
    return skip;
}

std::optional<bool> freezeAfter(const std::function<void(TuningStep&)>& edit)
{
    return isPartialFreezeActive(aRun().editStep(8, edit).build());
}

} // namespace

TEST(GuardActivity, ListsIterationsByTypeFromARowOn)
{
    const SoakRun run = goldenTrajectory(12).build();
    EXPECT_THAT(of(guardActivations(run, 0), GuardType::Velocity), ElementsAre(2, 3, 7));
    EXPECT_THAT(of(guardActivations(run, 4), GuardType::Velocity), ElementsAre(7));
    EXPECT_THAT(of(guardActivations(run, 0), GuardType::Cooldown), IsEmpty());
}

TEST(GuardActivity, IterationMayCountForSeveralTypes)
{
    const SoakRun run = aRun()
                            .editStep(2,
                                      [](TuningStep& step) {
                                          step.oscillationDetected = true;
                                          step.cooldownActive = true;
                                      })
                            .build();
    EXPECT_THAT(of(guardActivations(run, 0), GuardType::Oscillation), ElementsAre(2));
    EXPECT_THAT(of(guardActivations(run, 0), GuardType::Cooldown), ElementsAre(2));
}

TEST(GuardActivity, TuningSummaryIsOfTheWholeRun)
{
    const TuningSummary summary =
        tuningSummary(goldenTrajectory(36)
                          .skipping(9, skipWith(&SkipReason::velocity, "velocity cap exceeded"))
                          .build());
    EXPECT_THAT(summary.appliedIterations, ElementsAre(1, 2, 3, 4, 5, 6, 7));
    EXPECT_THAT(summary.changedKeys,
                ElementsAre("base_spread_bps", "base_spread_bps_delta", "impact_cap_ratio",
                            "max_delta_ratio", "min_interval_ms", "replace_rate_per_min",
                            "tail_age_ms"));
    EXPECT_THAT(summary.skipReasons,
                ElementsAre(Pair("no deltas", 28), Pair("velocity cap exceeded", 1)));
}

TEST(GuardActivity, FreezeAtTheEndIsThatOfTheLastRecordedGuards)
{
    EXPECT_EQ(
        freezeAfter([](TuningStep& step) { step.guards.emplace().partialFreeze.active = true; }),
        true);
    EXPECT_EQ(freezeAfter([](TuningStep& step) {
                  step.guards.emplace();
                  step.skip.partialFreeze = true; // the guards know better
              }),
              false);
}

TEST(GuardActivity, FreezeWithoutRecordedGuardsIsThatOfTheSkipReason)
{
    EXPECT_EQ(freezeAfter([](TuningStep&) {}), false);
    EXPECT_EQ(freezeAfter([](TuningStep& step) { step.skip.partialFreeze = true; }), true);
    EXPECT_EQ(freezeAfter([](TuningStep& step) { step.skip.freeze = true; }), true);
    EXPECT_EQ(freezeAfter([](TuningStep& step) {
                  step.skip.freeze = true;
                  step.hasSkipObject = false;
              }),
              false);
}

TEST(GuardActivity, FreezeIsUnknownWithoutARecordOfTuning)
{
    const SoakRun run = aRun()
                            .editRun([](SoakRun& r) {
                                r.tuning = {};
                                for (std::size_t row = 0; row < r.table.rowCount(); ++row) {
                                    r.tuning.appendAbsent();
                                }
                            })
                            .build();
    EXPECT_EQ(isPartialFreezeActive(run), std::nullopt);
    EXPECT_EQ(isPartialFreezeActive(aRun().withIterations(1).missing(1).build()), std::nullopt);
}

} // namespace soak
