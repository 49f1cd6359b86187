// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/judgement.h"
#include "core/analysis/run_changes.h"
#include "tests/support/builders.h"
#include "tests/support/noise.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

// Risk .30 with little noise, and .45 from iteration 61 on.
RunBuilder steppedRun()
{
    return aRun().withIterations(120).editKpis([](int k, MetricValues& kpis) {
        Noise noise(static_cast<std::uint64_t>(k) * 7919);
        kpis[indexOf(Metric::RiskRatio)] = (k > 60 ? .45 : .30) + .01 * noise.normal();
    });
}

std::vector<EffectiveDelta> deltasOf(const std::shared_ptr<const SoakRun>& run)
{
    return verifiedDeltas(judge(run, missionProfile()).verification);
}

TEST(RunChanges, AChangeIsAttributedToTheVerifiedDeltaBeforeIt)
{
    const auto run = steppedRun().proposing(60, {{"impact_cap_ratio", ParamDelta{.01}}}).shared();
    const auto deltas = deltasOf(run);
    ASSERT_EQ(deltas, (std::vector<EffectiveDelta>{{61, "impact_cap_ratio"}}));
    const KpiChanges found = kpiChanges(*run, Metric::RiskRatio, deltas);
    ASSERT_EQ(found.confirmed.size(), 1U);
    const RunChange& change = found.confirmed[0];
    EXPECT_EQ(change.iteration, 61);
    EXPECT_EQ(change.status, AttributionStatus::Attributed);
    EXPECT_EQ(change.precededBy, deltas);
    EXPECT_NEAR(change.before, .30, .005);
    EXPECT_NEAR(change.after, .45, .005);
    EXPECT_FALSE(found.isWeak);
    EXPECT_EQ(changeText(change),
              "#61 ±" + std::to_string(change.halfWidth) + ", preceded by impact_cap_ratio (#61)");
}

// Only what arrived counts: a proposal that a filter dropped explains nothing.
TEST(RunChanges, ADroppedProposalExplainsNothing)
{
    const auto run = steppedRun()
                         .proposing(60, {{"impact_cap_ratio", ParamDelta{.01}}})
                         .dropping(60, "impact_cap_ratio", DropReason::Cooldown)
                         .shared();
    EXPECT_TRUE(deltasOf(run).empty());
    const KpiChanges found = kpiChanges(*run, Metric::RiskRatio, deltasOf(run));
    ASSERT_EQ(found.confirmed.size(), 1U);
    EXPECT_EQ(found.confirmed[0].status, AttributionStatus::Unexplained);
    EXPECT_TRUE(
        changeText(found.confirmed[0]).ends_with("not preceded by a change of the overrides"));
}

// Iterations are told, not rows.
TEST(RunChanges, AGapDoesNotMoveTheChange)
{
    const auto run = steppedRun().missing(10).missing(11).unreadable(70).shared();
    const KpiChanges found = kpiChanges(*run, Metric::RiskRatio, {});
    ASSERT_EQ(found.confirmed.size(), 1U);
    EXPECT_EQ(found.confirmed[0].iteration, 61);
}

TEST(RunChanges, AFlatRunHasNone)
{
    const SoakRun run = aRun().withIterations(60).build();
    EXPECT_TRUE(kpiChanges(run, Metric::NetBps, {}).confirmed.empty());
    EXPECT_TRUE(kpiChanges(SoakRun{}, Metric::NetBps, {}).confirmed.empty());
}

TEST(RunChanges, KnowsSinceWhenTheOverridesStand)
{
    EXPECT_FALSE(lastOverrideChange(aRun().withIterations(10).build()));
    EXPECT_EQ(lastOverrideChange(aRun()
                                     .withIterations(10)
                                     .proposing(3, {{"min_interval_ms", ParamDelta{5}}})
                                     .proposing(6, {{"min_interval_ms", ParamDelta{5}}})
                                     .build()),
              7);
    EXPECT_FALSE(lastOverrideChange(aRun().withIterations(10).foreign().build()));
}

TEST(RunChanges, CountsWhatBecameOfEachParameter)
{
    const auto run = steppedRun()
                         .proposing(20, {{"tail_age_ms", ParamDelta{10}}})
                         .proposing(60, {{"tail_age_ms", ParamDelta{10}}})
                         .proposing(100, {{"min_interval_ms", ParamDelta{5}}})
                         .shared();
    const auto deltas = deltasOf(run);
    const std::vector<KpiChanges> changes{kpiChanges(*run, Metric::RiskRatio, deltas)};
    EXPECT_EQ(keyEffects(deltas, changes),
              (std::vector<KeyEffect>{{"min_interval_ms", 1, 0}, {"tail_age_ms", 2, 1}}));
    EXPECT_EQ(changes[0].idle, 2U);
}

TEST(RunChanges, TheTextNamesEachParameterOnce)
{
    RunChange change;
    change.iteration = 8;
    change.halfWidth = 1;
    for (const char* key : {"a", "b", "a", "c", "d", "e", "f"}) {
        change.precededBy.push_back({8, key});
    }
    EXPECT_EQ(changeText(change), "#8 ±1, preceded by a (#8), b (#8), c (#8), d (#8) and 2 more");
}

} // namespace

} // namespace soak
