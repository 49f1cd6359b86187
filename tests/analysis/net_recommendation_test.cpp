// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/judgement.h"
#include "tests/support/builders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace
{

RunBuilder poor()
{
    return aRun().with(Metric::NetBps, 1);
}

RunBuilder withCosts(std::optional<double> slippage, std::optional<double> adverse,
                     std::optional<double> fees)
{
    return poor()
        .with(Metric::SlippageBps, slippage)
        .with(Metric::AdverseBps, adverse)
        .with(Metric::FeesEffBps, fees);
}

RecommendationPlan netPlanOf(const RunBuilder& builder)
{
    return judge(builder.shared(), missionProfile()).recommendations;
}

std::vector<std::string> parametersOf(const RecommendationPlan& plan)
{
    std::vector<std::string> names;
    for (const Recommendation& change : plan.required) {
        names.push_back(change.parameter);
    }
    return names;
}

constexpr auto kUnknown = std::nullopt;

} // namespace

TEST(NetRecommendation, FollowsTheLargestCost)
{
    const RecommendationPlan slippage = netPlanOf(withCosts(3, 2, 1));
    EXPECT_THAT(parametersOf(slippage), ElementsAre("base_spread_bps_delta", "tail_age_ms"));
    EXPECT_EQ(slippage.required[0].delta, 0.02);
    EXPECT_EQ(slippage.required[1].suggested, 630);
    EXPECT_THAT(slippage.required[0].reason, HasSubstr("slippage, 3 bps"));
    const RecommendationPlan adverse = netPlanOf(withCosts(2, 3, 1));
    EXPECT_THAT(parametersOf(adverse), ElementsAre("impact_cap_ratio", "max_delta_ratio"));
    EXPECT_EQ(adverse.required[1].suggested, 0.14);
    const RecommendationPlan fees = netPlanOf(withCosts(1, 2, 3));
    EXPECT_THAT(parametersOf(fees), ElementsAre("replace_rate_per_min"));
    EXPECT_EQ(fees.required[0].suggested, 270);
}

TEST(NetRecommendation, TiesGoToTheFirstAndMissingCostsDoNotCount)
{
    EXPECT_THAT(parametersOf(netPlanOf(withCosts(2, 2, 2))),
                ElementsAre("base_spread_bps_delta", "tail_age_ms"));
    EXPECT_THAT(parametersOf(netPlanOf(withCosts(kUnknown, 0.5, -3))),
                ElementsAre("impact_cap_ratio", "max_delta_ratio"));
}

TEST(NetRecommendation, DriversStandInForCostsThatAreNotRecorded)
{
    RunBuilder builder = withCosts(kUnknown, kUnknown, kUnknown);
    for (const int k : {1, 2, 3}) {
        builder.editNotes(k, [k](IterationNotes& notes) {
            notes.negEdgeDrivers = {k == 3 ? "slippage_bps" : "adverse_bps", "fees_eff_bps"};
        });
    }
    const RecommendationPlan plan = netPlanOf(builder);
    EXPECT_THAT(parametersOf(plan), ElementsAre("replace_rate_per_min"));
    EXPECT_THAT(plan.required[0].reason, HasSubstr("fees in 3 iterations"));
}

TEST(NetRecommendation, WithoutAnyCostThereIsANote)
{
    const RecommendationPlan plan = netPlanOf(withCosts(kUnknown, kUnknown, kUnknown));
    EXPECT_THAT(plan.required, IsEmpty());
    EXPECT_THAT(plan.notes, ElementsAre(HasSubstr("no cost is recorded")));
}

TEST(NetRecommendation, TwoLossesInARowCallForTheFallbackPackage)
{
    const RecommendationPlan plan =
        netPlanOf(poor().at(4, Metric::NetBps, -1).at(5, Metric::NetBps, -0.1));
    EXPECT_THAT(parametersOf(plan), ElementsAre("min_interval_ms", "replace_rate_per_min",
                                                "base_spread_bps_delta", "tail_age_ms"));
    EXPECT_EQ(plan.required[0].suggested, 80);
    EXPECT_EQ(plan.required[1].suggested, 240);
    EXPECT_EQ(plan.required[3].suggested, 700);
    EXPECT_THAT(plan.required[0].reason, HasSubstr("iterations 4 and 5"));
}

TEST(NetRecommendation, LossesApartOrAcrossAGapAreNotTwoInARow)
{
    EXPECT_THAT(parametersOf(netPlanOf(
                    withCosts(3, 2, 1).at(3, Metric::NetBps, -1).at(5, Metric::NetBps, -1))),
                ElementsAre("base_spread_bps_delta", "tail_age_ms"));
    EXPECT_THAT(
        parametersOf(netPlanOf(
            withCosts(3, 2, 1).at(3, Metric::NetBps, -1).at(5, Metric::NetBps, -1).missing(4))),
        ElementsAre("base_spread_bps_delta", "tail_age_ms"));
}

TEST(NetRecommendation, FallbackRaisesTheImpactCapOnlyFromBelow)
{
    Overrides low = bestCell();
    low.values["impact_cap_ratio"] = ParamValue{0.05};
    low.values["tail_age_ms"] = ParamValue{750};
    const RecommendationPlan plan = netPlanOf(poor().with(Metric::NetBps, -1).startingFrom(low));
    EXPECT_THAT(parametersOf(plan), ElementsAre("min_interval_ms", "replace_rate_per_min",
                                                "base_spread_bps_delta", "impact_cap_ratio"));
    EXPECT_EQ(plan.required[3].suggested, 0.08);
}

} // namespace soak
