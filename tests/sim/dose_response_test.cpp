// SPDX-License-Identifier: GPL-3.0-or-later
// What each override does to the KPIs: the directions that a tuner relies on (SIMULATOR 9.3), and
// their sizes (SIMULATOR 13). Means over many iterations, the other overrides in their middle.
#include "tests/sim/sim_support.h"

#include <gmock/gmock.h>

#include <cmath>

namespace soak
{

namespace
{

constexpr int kIterations = 40;

MeanKpis measured(const OverrideValues& changes, int iterations = kIterations,
                  std::string_view scenario = "calm")
{
    return meanKpis(simInput(scenario, 1, middleOverrides(changes), 12'345), iterations);
}

} // namespace

TEST(DoseResponse, EveryOverrideMovesWhatItShould)
{
    constexpr int kFew = 12; // the whole table is a long test
    EXPECT_GT(measured({{"base_spread_bps_delta", 0.08}}, kFew).makerFills,
              3 * measured({{"base_spread_bps_delta", 0.20}}, kFew).makerFills);
    EXPECT_GT(measured({{"min_interval_ms", 40}}, kFew).p95,
              measured({{"min_interval_ms", 80}}, kFew).p95 + 5);
    EXPECT_GT(measured({{"concurrency_limit", 6}}, kFew).p95,
              measured({{"concurrency_limit", 2}}, kFew).p95 + 20);
    EXPECT_GT(measured({{"max_delta_ratio", 0.16}}, kFew).risk,
              measured({{"max_delta_ratio", 0.10}}, kFew).risk + 0.2);
    EXPECT_LT(measured({{"rescue_max_ratio", 0.7}}, kFew).maker,
              measured({{"rescue_max_ratio", 0.1}}, kFew).maker - 0.04);
}

// The fill curve of Avellaneda and Stoikov: A e^(-k distance). Twenty times the parameter in bps.
TEST(LongDoseResponse, AWiderSpreadFillsLessAndEarnsMoreEach)
{
    struct Dose {
        double delta;
        double gross;
        double adverse;
        double net;
    };

    constexpr std::array kDoses{Dose{0.08, 3.86, -0.41, 1.97}, Dose{0.14, 5.06, -0.62, 3.33},
                                Dose{0.20, 6.39, -1.23, 3.87}, Dose{0.25, 7.33, -1.88, 3.74}};
    std::vector<MeanKpis> means;
    for (const Dose& dose : kDoses) {
        means.push_back(measured({{"base_spread_bps_delta", dose.delta}}));
        EXPECT_NEAR(means.back().gross, dose.gross, 0.25) << dose.delta;
        EXPECT_NEAR(means.back().adverse, dose.adverse, 0.4) << dose.delta;
        EXPECT_NEAR(means.back().net, dose.net, 0.35) << dose.delta;
    }
    for (std::size_t i = 1; i < means.size(); ++i) {
        const double distance = 20 * (kDoses[i].delta - kDoses[i - 1].delta);
        const double k = std::log(means[i - 1].makerFills / means[i].makerFills) / distance;
        EXPECT_THAT(k, testing::AllOf(testing::Gt(0.4), testing::Lt(1.4))) << kDoses[i].delta;
        EXPECT_GT(means[i].gross, means[i - 1].gross);
    }
}

// Few fills that earn much, or many that earn little: the best is in between. What is earned on
// each hardly changes any more from 0.20 on.
TEST(LongDoseResponse, TheProfitHasItsMaximumInside)
{
    const MeanKpis narrow = measured({{"base_spread_bps_delta", 0.03}}, 100);
    const MeanKpis best = measured({{"base_spread_bps_delta", 0.10}}, 100);
    const MeanKpis wide = measured({{"base_spread_bps_delta", 0.18}}, 100);
    EXPECT_GT(best.profit, narrow.profit * 1.2);
    EXPECT_GT(best.profit, wide.profit * 1.5);
    EXPECT_GT(best.net, narrow.net + 1);
    EXPECT_NEAR(measured({{"base_spread_bps_delta", 0.25}}, 300).net,
                measured({{"base_spread_bps_delta", 0.20}}, 300).net, 0.25);
}

TEST(LongDoseResponse, FewerMessagesCostFreshness)
{
    const MeanKpis tight = measured({{"rebid_threshold_bps", 0.6}}, 100);
    const MeanKpis loose = measured({{"rebid_threshold_bps", 2.4}}, 100);
    EXPECT_LT(loose.requests, tight.requests * 0.75);
    EXPECT_LT(loose.p95, tight.p95 - 20);
    EXPECT_LT(loose.slippage, tight.slippage - 0.05);
    EXPECT_LT(loose.risk, tight.risk - 0.05);

    const MeanKpis fast = measured({{"replace_rate_per_min", 320}}, 100);
    const MeanKpis slow = measured({{"replace_rate_per_min", 120}}, 100);
    EXPECT_THAT(fast.p95 - slow.p95, testing::AllOf(testing::Gt(35), testing::Lt(65)));
    EXPECT_NEAR(fast.orderAge, 782, 30);
    EXPECT_NEAR(slow.orderAge, 988, 30);

    const MeanKpis young = measured({{"tail_age_ms", 500}});
    const MeanKpis old = measured({{"tail_age_ms", 800}});
    EXPECT_NEAR(young.orderAge, 641, 20);
    EXPECT_NEAR(old.orderAge, 920, 25);
    EXPECT_LT(old.risk, young.risk - 0.04);
    EXPECT_LT(old.requests, young.requests - 150);
}

TEST(LongDoseResponse, BurstsAndRequestsInFlightAreLatency)
{
    EXPECT_THAT(measured({{"min_interval_ms", 40}}).p95 - measured({{"min_interval_ms", 80}}).p95,
                testing::AllOf(testing::Gt(8), testing::Lt(25)));
    EXPECT_THAT(measured({{"concurrency_limit", 6}}).p95 - measured({{"concurrency_limit", 2}}).p95,
                testing::AllOf(testing::Gt(30), testing::Lt(55)));
}

TEST(LongDoseResponse, SmallerQuotesAreLessRisk)
{
    EXPECT_NEAR(measured({{"max_delta_ratio", 0.16}}).risk, 0.52, 0.05);
    EXPECT_NEAR(measured({{"max_delta_ratio", 0.10}}).risk, 0.17, 0.05);
    EXPECT_NEAR(measured({{"impact_cap_ratio", 0.10}}).risk, 0.475, 0.05);
    EXPECT_NEAR(measured({{"impact_cap_ratio", 0.08}}).risk, 0.25, 0.05);
}

TEST(LongDoseResponse, FewerRescuesAreMoreMakerShareAndNet)
{
    const MeanKpis many = measured({{"rescue_max_ratio", 0.7}});
    const MeanKpis few = measured({{"rescue_max_ratio", 0.1}});
    EXPECT_NEAR(many.maker, 0.907, 0.02);
    EXPECT_NEAR(few.maker, 0.981, 0.01);
    EXPECT_NEAR(many.net, 3.04, 0.3);
    EXPECT_NEAR(few.net, 4.14, 0.3);
    EXPECT_GT(few.fees, many.fees + 0.3);

    const MeanKpis any = measured({{"rescue_spread_cap_bps", 7.5}});
    const MeanKpis none = measured({{"rescue_spread_cap_bps", 3.5}});
    EXPECT_NEAR(any.maker, 0.944, 0.02);
    EXPECT_GT(none.maker, 0.999);
    EXPECT_NEAR(any.net, 3.58, 0.3);
    EXPECT_NEAR(none.net, 4.37, 0.35);
}

// SIMULATOR 10: what one iteration more or less says.
TEST(LongDoseResponse, TheNoiseOfAnIterationIsThatOfTheModel)
{
    const MeanKpis calm = measured({}, 200);
    EXPECT_THAT(calm.makerDeviation, testing::AllOf(testing::Gt(0.008), testing::Lt(0.024)));
    EXPECT_THAT(calm.p95Deviation, testing::AllOf(testing::Gt(5), testing::Lt(12)));
    EXPECT_THAT(calm.riskDeviation, testing::AllOf(testing::Gt(0.012), testing::Lt(0.03)));
    EXPECT_THAT(calm.netDeviation, testing::AllOf(testing::Gt(0.2), testing::Lt(0.45)));
    EXPECT_THAT(measured({}, 200, "latency_storm").p95Deviation,
                testing::AllOf(testing::Gt(18), testing::Lt(42)));
    EXPECT_THAT(measured({}, 200, "volatile").netDeviation,
                testing::AllOf(testing::Gt(0.4), testing::Lt(0.9)));
}

} // namespace soak
