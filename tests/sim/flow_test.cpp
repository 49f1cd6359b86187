// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/flow.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <numeric>

namespace soak
{

namespace
{

const MarketParameters kCalm{};

FlowState atReference()
{
    FlowState state;
    state.depth = {referenceDepth(kCalm), referenceDepth(kCalm)};
    return state;
}

double meanDraw(int draws, const std::function<std::int64_t()>& draw)
{
    double sum = 0;
    for (int i = 0; i < draws; ++i) {
        sum += static_cast<double>(draw());
    }
    return sum / draws;
}

SimRandom flowRandom()
{
    return streamsOf(21, 1).flow;
}

} // namespace

TEST(Excitation, AnOrderExcitesItsOwnSideMoreThanTheOther)
{
    Excitation excitation;
    EXPECT_EQ(excitation.rate(BookSide::Bid), 0);
    excitation.onOrder(BookSide::Bid);
    EXPECT_EQ(excitation.rate(BookSide::Bid), 413); // 0.38 fast and 48 grains, 0.034, slow
    EXPECT_EQ(excitation.rate(BookSide::Ask), 110);
    EXPECT_EQ(excitation.burst(), 523);
}

TEST(Excitation, DecaysInSteps)
{
    Excitation excitation;
    excitation.onOrder(BookSide::Ask);
    excitation.decay();
    // 380 x 0.9835 + 34 x 0.999
    EXPECT_EQ(excitation.rate(BookSide::Ask), 407);
    for (int i = 0; i < 100'000; ++i) {
        excitation.decay();
    }
    EXPECT_EQ(excitation.rate(BookSide::Ask), 0) << "none gets stuck";
}

// What `count` orders at once bring about, for each: the sum over all ticks.
double ordersMadeBy(int count)
{
    Excitation excitation;
    for (int i = 0; i < count; ++i) {
        excitation.onOrder(BookSide::Bid);
    }
    double orders = 0;
    for (int tick = 0; tick < 10'000; ++tick) {
        orders +=
            static_cast<double>(excitation.rate(BookSide::Bid) + excitation.rate(BookSide::Ask)) /
            1000 / 100;
        excitation.decay();
    }
    return orders / count;
}

// Many at once: the branching ratio of 0.64, all but what is rounded down at the end. A lone one:
// its slow excitation ends within half a second.
TEST(Excitation, AnOrderBringsAboutMoreInABusyMarket)
{
    EXPECT_NEAR(ordersMadeBy(1000), 0.38 / 1.65 + 0.11 / 1.65 + 0.034 / 0.1, 0.02);
    EXPECT_NEAR(ordersMadeBy(1), 0.38 / 1.65 + 0.11 / 1.65 + 0.034 * 0.48 / 2, 0.01);
}

TEST(Excitation, NewsExciteOneSideAndBurstsHaveABound)
{
    Excitation excitation;
    for (int i = 0; i < 200; ++i) {
        excitation.onNews(BookSide::Ask);
    }
    EXPECT_EQ(excitation.rate(BookSide::Ask), 9000);
    EXPECT_EQ(excitation.rate(BookSide::Bid), 0);
    for (int i = 0; i < 100'000; ++i) {
        excitation.onOrder(BookSide::Ask);
        excitation.onNews(BookSide::Ask);
    }
    EXPECT_LE(excitation.rate(BookSide::Ask), Excitation::kMostExcitation);
}

TEST(OrderFlow, RatesAtTheReferenceDepthAreThoseOfTheTable)
{
    FlowState state = atReference();
    state.regimePermille = 700;
    state.excitation = {400, 30};
    const FlowRates rates = OrderFlow(kCalm).rates(state);
    EXPECT_EQ(rates.of(FlowEvent::Jump), 14'000);
    EXPECT_NEAR(static_cast<double>(rates.of(FlowEvent::LimitBid)), 36'000, 2);
    EXPECT_NEAR(static_cast<double>(rates.of(FlowEvent::LimitAsk)), 36'000, 2);
    EXPECT_EQ(rates.of(FlowEvent::Cancel), 72'000); // 0.9/s x 640 lots / 8
    EXPECT_EQ(rates.of(FlowEvent::MarketBuy), 1500);
    EXPECT_EQ(rates.of(FlowEvent::MarketSell), 1130);
    EXPECT_EQ(rates.of(FlowEvent::SweepBuy), 0);
    EXPECT_EQ(rates.of(FlowEvent::SweepSell), 0);
    EXPECT_EQ(rates.total, std::accumulate(rates.rates.begin(), rates.rates.end(), MilliHertz{0}));
}

TEST(OrderFlow, AThinSideRefillsFasterWithinBounds)
{
    struct Case {
        Lots depth;
        double factor; // clip(2.5 - 1.5 depth / reference, 0.5, 2.5)
    };

    for (const Case& c : {Case{0, 2.5}, Case{160, 1.75}, Case{320, 1.0}, Case{400, 0.625},
                          Case{427, 0.5}, Case{5000, 0.5}}) {
        FlowState state = atReference();
        state.depth[indexOf(BookSide::Bid)] = c.depth;
        const FlowRates rates = OrderFlow(kCalm).rates(state);
        EXPECT_NEAR(static_cast<double>(rates.of(FlowEvent::LimitBid)), 36'000 * c.factor, 3)
            << c.depth;
        EXPECT_NEAR(static_cast<double>(rates.of(FlowEvent::LimitAsk)), 36'000, 3) << c.depth;
    }
}

TEST(OrderFlow, SweepsComeWhileThereIsSomethingToSweep)
{
    FlowState state = atReference();
    state.canSweepSell = true;
    const FlowRates rates = OrderFlow(kCalm).rates(state);
    EXPECT_EQ(rates.of(FlowEvent::SweepBuy), 0);
    EXPECT_EQ(rates.of(FlowEvent::SweepSell), 6000);
}

TEST(OrderFlow, NoLotsAreNeverCancelled)
{
    FlowState state;
    SimRandom random = flowRandom();
    const FlowRates rates = OrderFlow(kCalm).rates(state);
    EXPECT_EQ(rates.of(FlowEvent::Cancel), 0);
    for (int i = 0; i < 100'000; ++i) {
        ASSERT_NE(OrderFlow::draw(rates, random), FlowEvent::Cancel);
    }
}

TEST(OrderFlow, EventsComeInTheSharesOfTheirRates)
{
    FlowState state = atReference();
    state.canSweepBuy = true;
    const FlowRates rates = OrderFlow(kCalm).rates(state);
    SimRandom random = flowRandom();
    std::array<int, kFlowEvents> counts{};
    constexpr int kDraws = 1'000'000;
    for (int i = 0; i < kDraws; ++i) {
        ++counts.at(static_cast<std::size_t>(OrderFlow::draw(rates, random)));
    }
    for (std::size_t event = 0; event < kFlowEvents; ++event) {
        const double share =
            static_cast<double>(rates.rates[event]) / static_cast<double>(rates.total);
        const double error = 5 * std::sqrt(share / kDraws) + 1e-9; // five standard errors
        EXPECT_NEAR(counts.at(event) / static_cast<double>(kDraws), share, error) << event;
    }
}

TEST(OrderFlow, WaitsAreExponentialAndNeverNothing)
{
    const FlowRates rates = OrderFlow(kCalm).rates(atReference());
    SimRandom random = flowRandom();
    const double mean = meanDraw(200'000, [&] {
        const SimTime wait = OrderFlow::wait(rates, random);
        EXPECT_GE(wait, 1);
        return wait;
    });
    EXPECT_NEAR(mean, 1e9 / static_cast<double>(rates.total), mean * 0.012);
}

// 1 + floor(Exp(m)) has the mean 1 + 1 / (e^(1/m) - 1).
TEST(OrderFlow, SizesAndDistancesHaveTheirMeans)
{
    const OrderFlow flow(kCalm);
    SimRandom random = flowRandom();
    constexpr int kDraws = 200'000;
    const auto floorMean = [](double mean) { return 1 / (std::exp(1 / mean) - 1); };
    EXPECT_NEAR(meanDraw(kDraws, [&] { return flow.limitSize(random); }), 1 + floorMean(8), 0.1);
    EXPECT_NEAR(meanDraw(kDraws, [&] { return OrderFlow::cancelSize(random); }), 8, 0.06);
    EXPECT_NEAR(meanDraw(kDraws, [&] { return flow.marketSize(random); }),
                (1 + floorMean(14)) * (15.0 / 16 + 4.0 / 16), 0.3);
    EXPECT_NEAR(meanDraw(kDraws, [&] { return OrderFlow::sweepSize(random); }), 29.5, 0.2);
    EXPECT_NEAR(meanDraw(kDraws, [&] { return flow.limitDistance(random); }), 520 + 450, 6);
}

TEST(OrderFlow, SizesAndDistancesStayInTheirRanges)
{
    const OrderFlow flow(kCalm);
    SimRandom random = flowRandom();
    for (int i = 0; i < 200'000; ++i) {
        const Lots cancelled = OrderFlow::cancelSize(random);
        ASSERT_TRUE(cancelled >= 1 && cancelled <= 15) << cancelled;
        const Lots swept = OrderFlow::sweepSize(random);
        ASSERT_TRUE(swept >= 10 && swept <= 49) << swept;
        const PriceUnits distance = flow.limitDistance(random);
        ASSERT_TRUE(distance >= 520 && distance <= 5000) << distance;
        ASSERT_GE(flow.limitSize(random), 1);
        const Lots market = flow.marketSize(random);
        ASSERT_TRUE(market >= 1 && market < 10'000) << market;
    }
}

} // namespace soak
