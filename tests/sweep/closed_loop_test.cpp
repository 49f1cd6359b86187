// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/closed_loop.h"
#include "core/sweep/influence_prior.h"
#include "core/sweep/red_start.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

std::vector<IterationSummary> windowOf(double maker, double p95, double risk, double net)
{
    IterationSummary one;
    one.metrics[indexOf(Metric::MakerTakerRatio)] = maker;
    one.metrics[indexOf(Metric::P95LatencyMs)] = p95;
    one.metrics[indexOf(Metric::RiskRatio)] = risk;
    one.metrics[indexOf(Metric::NetBps)] = net;
    return std::vector<IterationSummary>(8, one);
}

SweepSoak aSoak(const std::string& tuner, SweepGuards guards = SweepGuards::Off)
{
    SweepSoak soak;
    soak.market = findScenario("calm")->market;
    soak.seed = 3;
    soak.start = redStart(3);
    soak.tuner = tuner;
    soak.prior = builtinPrior().curves;
    soak.guards = guards;
    return soak;
}

} // namespace

TEST(MissedGoals, AreThoseOfTheMissionProfile)
{
    using Missed = std::set<Metric>;
    EXPECT_EQ(missedGoals(windowOf(.83, 340, .40, 2.5)), Missed{});
    EXPECT_EQ(missedGoals(windowOf(.829, 340, .40, 2.5)), Missed{Metric::MakerTakerRatio});
    EXPECT_EQ(missedGoals(windowOf(.83, 340, .401, 2.49)),
              (Missed{Metric::RiskRatio, Metric::NetBps}));
    std::vector<IterationSummary> spike = windowOf(.9, 300, .3, 4);
    spike[2].metrics[indexOf(Metric::P95LatencyMs)] = 341; // the largest counts
    EXPECT_EQ(missedGoals(spike), Missed{Metric::P95LatencyMs});
    std::vector<IterationSummary> none = windowOf(.9, 300, .3, 4);
    for (IterationSummary& one : none) {
        one.metrics[indexOf(Metric::NetBps)].reset();
    }
    EXPECT_EQ(missedGoals(none), Missed{Metric::NetBps}) << "missing is never met";
}

TEST(ClosedLoop, UntunedStaysRedWhereItBegan)
{
    const auto outcome = soakInMemory(aSoak(""));
    ASSERT_TRUE(outcome) << describe(outcome.error());
    EXPECT_FALSE(outcome->isGreen);
    EXPECT_EQ(outcome->end.values, redStart(3).values);
    EXPECT_EQ(outcome->summaries.size(), 24U);
}

TEST(ClosedLoop, ModelTurnsRedToGreenWithAndWithoutGuards)
{
    for (const SweepGuards guards : {SweepGuards::Off, SweepGuards::On}) {
        const auto outcome = soakInMemory(aSoak("model", guards));
        ASSERT_TRUE(outcome) << describe(outcome.error());
        EXPECT_TRUE(outcome->isGreen);
        ASSERT_TRUE(outcome->firstGreen);
        EXPECT_GE(*outcome->firstGreen, 8);
        for (const auto& [name, value] : outcome->end.values) {
            EXPECT_TRUE(isWithinSafe(*ParameterRegistry::builtin().find(name), value.amount))
                << name;
        }
    }
}

TEST(ClosedLoop, IsTheSameTwice)
{
    const auto once = soakInMemory(aSoak("model"));
    const auto again = soakInMemory(aSoak("model"));
    EXPECT_EQ(once->end.values, again->end.values);
    EXPECT_EQ(once->firstGreen, again->firstGreen);
}

TEST(ClosedLoop, RefusesWhatItDoesNotKnowAndStops)
{
    EXPECT_EQ(soakInMemory(aSoak("magic")).error().code, Errc::Usage);
    SweepSoak shorter = aSoak("micro");
    shorter.iterations = 7;
    EXPECT_EQ(soakInMemory(shorter).error().code, Errc::Usage);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(soakInMemory(aSoak("micro"), stop.get_token()).error().code, Errc::Cancelled);
}

} // namespace soak
