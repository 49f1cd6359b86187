// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/recommend.h"
#include "tests/analysis/verification_cases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace
{

RecommendationPlan planOf(const RunBuilder& builder)
{
    return judge(builder.shared(), missionProfile()).recommendations;
}

// "tail_age_ms 600 -> 630".
std::vector<std::string> linesOf(const std::vector<Recommendation>& changes)
{
    std::vector<std::string> lines;
    for (const Recommendation& change : changes) {
        const auto text = [](std::optional<double> value) {
            return value ? testing::PrintToString(*value) : "?";
        };
        lines.push_back(change.parameter + " " + text(change.current) + " -> " +
                        text(change.suggested));
    }
    return lines;
}

RunBuilder startingAt(const std::string& name, double value)
{
    Overrides overrides = bestCell();
    overrides.values[name] = ParamValue{value};
    return aRun().startingFrom(overrides);
}

} // namespace

TEST(Recommend, MakerGoalHasFiveChanges)
{
    const RecommendationPlan plan = planOf(aRun().with(Metric::MakerTakerRatio, 0.8));
    EXPECT_FALSE(plan.allGoalsMet);
    EXPECT_THAT(linesOf(plan.required),
                ElementsAre("base_spread_bps_delta 0.05 -> 0.06", "replace_rate_per_min 300 -> 270",
                            "min_interval_ms 60 -> 70", "rescue_max_ratio 0.3 -> 0.255",
                            "min_edge_bps 1 -> 1.5"));
    EXPECT_THAT(plan.optional, IsEmpty());
    for (const Recommendation& change : plan.required) {
        EXPECT_EQ(change.goal, "maker_taker");
        EXPECT_FALSE(change.reason.empty());
    }
}

TEST(Recommend, LatencyGoalDependsOnTheWorstValue)
{
    EXPECT_THAT(linesOf(planOf(aRun().at(3, Metric::P95LatencyMs, 359.9)).required),
                ElementsAre("concurrency_limit 10 -> 9", "tail_age_ms 600 -> 650",
                            "min_interval_ms 60 -> 70"));
    EXPECT_THAT(linesOf(planOf(aRun().at(3, Metric::P95LatencyMs, 360)).required),
                ElementsAre("concurrency_limit 10 -> 8", "tail_age_ms 600 -> 675",
                            "min_interval_ms 60 -> 70"));
}

TEST(Recommend, RiskGoalDependsOnTheMedian)
{
    EXPECT_THAT(linesOf(planOf(aRun().with(Metric::RiskRatio, 0.59)).required),
                ElementsAre("min_interval_ms 60 -> 65", "impact_cap_ratio 0.1 -> 0.095"));
    EXPECT_THAT(linesOf(planOf(aRun().with(Metric::RiskRatio, 0.60)).required),
                ElementsAre("min_interval_ms 60 -> 65", "impact_cap_ratio 0.1 -> 0.09",
                            "tail_age_ms 600 -> 630"));
}

TEST(Recommend, ChangesAreBoundedFromTheFinalOverrides)
{
    const RecommendationPlan plan =
        planOf(startingAt("min_interval_ms", 78).with(Metric::RiskRatio, 0.5));
    ASSERT_EQ(plan.required.size(), 2U);
    EXPECT_EQ(plan.required[0].current, 78);
    EXPECT_EQ(plan.required[0].delta, 5);
    EXPECT_EQ(plan.required[0].suggested, 80);
    EXPECT_EQ(plan.required[0].bound, Bound::Cap);
}

TEST(Recommend, ChangeThatTheBoundsLeaveNothingOfIsANote)
{
    const RecommendationPlan plan =
        planOf(startingAt("min_interval_ms", 80).with(Metric::RiskRatio, 0.5));
    EXPECT_THAT(linesOf(plan.required), ElementsAre("impact_cap_ratio 0.1 -> 0.095"));
    EXPECT_THAT(plan.notes, ElementsAre(HasSubstr("min_interval_ms 80 is at its bound")));
}

TEST(Recommend, UnknownGoalHasANoteAndNoChange)
{
    const RecommendationPlan plan = planOf(aRun().without(Metric::RiskRatio));
    EXPECT_FALSE(plan.allGoalsMet);
    EXPECT_THAT(plan.required, IsEmpty());
    EXPECT_THAT(plan.optional, IsEmpty());
    EXPECT_THAT(plan.notes, ElementsAre(HasSubstr("risk: unknown")));
}

TEST(Recommend, RunThatMeetsEverythingWithEaseNeedsNothing)
{
    const RecommendationPlan plan = planOf(aRun());
    EXPECT_TRUE(plan.allGoalsMet);
    EXPECT_THAT(plan.required, IsEmpty());
    EXPECT_THAT(plan.optional, IsEmpty());
    EXPECT_THAT(plan.notes, IsEmpty());
}

TEST(Recommend, OptionalChangesAreForGoalsBarelyMet)
{
    EXPECT_THAT(linesOf(planOf(aRun().with(Metric::MakerTakerRatio, 0.89)).optional),
                ElementsAre("base_spread_bps_delta 0.05 -> 0.06", "replace_rate_per_min 300 -> 285",
                            "min_interval_ms 60 -> 70"));
    EXPECT_THAT(linesOf(planOf(aRun().with(Metric::P95LatencyMs, 251)).optional),
                ElementsAre("concurrency_limit 10 -> 9", "tail_age_ms 600 -> 625"));
    EXPECT_THAT(
        planOf(aRun().with(Metric::P95LatencyMs, 250).with(Metric::MakerTakerRatio, 0.90)).optional,
        IsEmpty());
}

TEST(Recommend, ManyVelocityBlocksSuggestAWiderGuard)
{
    SkipReason skip;
    skip.velocity = true;
    RunBuilder builder = aRun();
    for (const int k : {2, 3, 4}) {
        builder.skipping(k, skip);
    }
    EXPECT_THAT(planOf(builder).optional, IsEmpty());
    EXPECT_THAT(linesOf(planOf(builder.skipping(5, skip)).optional),
                ElementsAre("velocity_cap 0.15 -> 0.165", "oscillation_window 3 -> 4"));
}

TEST(Recommend, RunWithoutRecordedOverridesGetsChangesWithoutValues)
{
    const auto forget = [](SoakRun& run) { run.finalOverrides.reset(); };
    const RecommendationPlan plan =
        planOf(aRun().foreign().editRun(forget).with(Metric::MakerTakerRatio, 0.8));
    EXPECT_THAT(linesOf(plan.required),
                ElementsAre("base_spread_bps_delta ? -> ?", "replace_rate_per_min ? -> ?",
                            "min_interval_ms ? -> ?", "rescue_max_ratio ? -> ?",
                            "min_edge_bps ? -> ?"));
    EXPECT_EQ(plan.required[1].delta, -30);
    EXPECT_THAT(plan.notes, ElementsAre(HasSubstr("recorded no overrides")));
}

TEST(Recommend, RunThatEndedInWarmupCountsFromTheBaseline)
{
    const PhasePlan plan{.enabled = true, .warmupIterations = 20, .rampdownIterations = 1};
    const auto live = [](SoakRun& run) {
        run.finalOverrides->values["min_interval_ms"] = ParamValue{85};
    };
    const RecommendationPlan p =
        planOf(aRun().withWarmup(plan, 25).editRun(live).with(Metric::RiskRatio, 0.5));
    EXPECT_THAT(linesOf(p.required),
                ElementsAre("min_interval_ms 60 -> 65", "impact_cap_ratio 0.1 -> 0.095"));
}

} // namespace soak
