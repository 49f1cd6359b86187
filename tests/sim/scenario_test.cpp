// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/scenario.h"

#include <gmock/gmock.h>

#include <cctype>

namespace soak
{

namespace
{

const MarketParameters& marketOf(std::string_view name)
{
    return findScenario(name)->market;
}

} // namespace

TEST(Scenario, EachHasASentenceForPeople)
{
    EXPECT_EQ(scenarioNames(), "calm, volatile, trending, latency_storm, thin, news, fee_change, "
                               "outage, busy, jumpy");
    EXPECT_EQ(specifiedScenarios().size(), 8U);
    EXPECT_EQ(specifiedScenarios().back().name, "outage");
    for (const ScenarioSpec& spec : scenarios()) {
        EXPECT_EQ(findScenario(spec.name), &spec);
        EXPECT_TRUE(std::isupper(static_cast<unsigned char>(spec.sentence.front())) != 0);
        EXPECT_EQ(spec.sentence.back(), '.') << spec.name;
    }
}

TEST(Scenario, UnknownNamesFindNothing)
{
    for (const std::string_view name : {"", "Calm", "calm ", "storm", "latency-storm"}) {
        EXPECT_EQ(findScenario(name), nullptr) << name;
    }
}

TEST(Scenario, TheReferenceDepthBalancesArrivalsAndCancels)
{
    EXPECT_EQ(referenceDepth(marketOf("calm")), 320);
    EXPECT_EQ(referenceDepth(marketOf("thin")), 160);
    MarketParameters none;
    none.limitRate = 0;
    EXPECT_EQ(referenceDepth(none), 1);
}

TEST(Scenario, FeesChangeAtTheNinthIterationOfFeeChangeOnly)
{
    const MarketParameters& market = marketOf("fee_change");
    EXPECT_EQ(feesIn(market, 8).maker, 20);
    EXPECT_EQ(feesIn(market, 8).taker, 500);
    EXPECT_EQ(feesIn(market, 9).maker, 60);
    EXPECT_EQ(feesIn(market, 24).taker, 600);
    EXPECT_EQ(feesIn(marketOf("calm"), 24).maker, 20);
}

TEST(Scenario, EachDiffersFromCalmInWhatItSays)
{
    const MarketParameters& calm = marketOf("calm");
    EXPECT_GT(marketOf("volatile").jumpMean, calm.jumpMean);
    EXPECT_GT(marketOf("volatile").marketRate, calm.marketRate);
    EXPECT_EQ(marketOf("volatile").regimes.first, 1);
    EXPECT_EQ(marketOf("trending").driftMilliUnitsPerTick, 586);
    EXPECT_EQ(calm.driftMilliUnitsPerTick, 0);
    EXPECT_GT(marketOf("latency_storm").storm.onsetPerMillionTicks, 0);
    EXPECT_LT(marketOf("thin").limitRate, calm.limitRate);
    EXPECT_EQ(marketOf("thin").positionLimit, 44);
    EXPECT_TRUE(marketOf("news").hasNews);
    EXPECT_TRUE(marketOf("outage").hasOutage);
    EXPECT_FALSE(calm.hasNews || calm.hasOutage);
}

TEST(Scenario, RegimesRiseAndFallWithinTheChain)
{
    for (const ScenarioSpec& spec : scenarios()) {
        const RegimeTable& regimes = spec.market.regimes;
        for (std::size_t i = 0; i < regimes.risesPermille.size(); ++i) {
            EXPECT_LE(regimes.risesPermille[i] + regimes.fallsPermille[i], 1000) << spec.name;
        }
        EXPECT_EQ(regimes.fallsPermille.front(), 0) << spec.name;
        EXPECT_EQ(regimes.risesPermille.back(), 0) << spec.name;
    }
}

TEST(Scenario, APerturbationScalesWhatItNames)
{
    const MarketParameters market = perturbed(marketOf("calm"), {.orderFlowPermille = 1250,
                                                                 .impactPermille = 600,
                                                                 .servicePermille = 1060,
                                                                 .jumpPermille = 750,
                                                                 .touchPermille = 880});
    EXPECT_EQ(market.marketRate, 1375);
    EXPECT_EQ(market.limitRate, 45'000);
    EXPECT_EQ(market.impactPer100Lots, 114);
    EXPECT_EQ(market.servicePermille, 1060);
    EXPECT_EQ(market.jumpMean, 15);
    EXPECT_EQ(market.touch, 458);
    EXPECT_EQ(market.marketSizeMean, marketOf("calm").marketSizeMean);
}

TEST(Scenario, DrawnPerturbationsStayInTheirRangesAndRepeat)
{
    std::set<std::int64_t> flows;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const MarketPerturbation by = drawPerturbation(seed);
        EXPECT_THAT(by.orderFlowPermille, testing::AllOf(testing::Ge(750), testing::Le(1250)));
        EXPECT_THAT(by.impactPermille, testing::AllOf(testing::Ge(600), testing::Le(1500)));
        EXPECT_THAT(by.servicePermille, testing::AllOf(testing::Ge(920), testing::Le(1060)));
        EXPECT_THAT(by.jumpPermille, testing::AllOf(testing::Ge(750), testing::Le(1250)));
        EXPECT_THAT(by.touchPermille, testing::AllOf(testing::Ge(880), testing::Le(1120)));
        EXPECT_EQ(drawPerturbation(seed).impactPermille, by.impactPermille);
        flows.insert(by.orderFlowPermille);
    }
    EXPECT_GT(flows.size(), 200U);
}

} // namespace soak
