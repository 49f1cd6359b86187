// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/tuner.h"
#include "tests/control/control_run.h"
#include "tests/control/response_prior.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

namespace
{

using testing::ElementsAre;
using testing::StartsWith;

// Rebid later is faster, a wider spread earns more.
ResponsePrior aPrior()
{
    ResponsePrior prior = flatPrior();
    prior.response[1][9] = straight(2);
    prior.response[3][0] = straight(3);
    return prior;
}

std::map<Metric, double> goals(double maker, double p95, double risk, double net)
{
    return {{Metric::MakerTakerRatio, maker},
            {Metric::P95LatencyMs, p95},
            {Metric::RiskRatio, risk},
            {Metric::NetBps, net}};
}

class Model : public testing::Test
{
protected:
    Proposal proposed(const std::map<Metric, double>& kpis, int iteration = 1)
    {
        const IterationSummary summary = withMetrics(kpis);
        Proposal proposal = proposeModel({.iteration = iteration,
                                          .summary = summary,
                                          .baseline = m_overrides,
                                          .effective = m_overrides,
                                          .registry = registry(),
                                          .options = {},
                                          .state = m_state,
                                          .prior = m_hasPrior ? &m_prior : nullptr});
        m_state.model = proposal.model;
        return proposal;
    }

    ResponsePrior m_prior = aPrior();
    bool m_hasPrior = true;
    Overrides m_overrides = withValues({{"base_spread_bps_delta", 0.12}});
    TuningState m_state;
};

} // namespace

TEST_F(Model, HoldsWhereAllGoalsAreMetWithRoom)
{
    const Proposal proposal = proposed(goals(0.87, 300, 0.3, 3.2));
    EXPECT_TRUE(proposal.deltas.empty());
    EXPECT_THAT(proposal.reasons, ElementsAre("STABLE"));
    EXPECT_TRUE(proposal.model.has_value()) << "it learns all the same";
}

TEST_F(Model, TakesTheLeverThatItKnowsAndSaysWhatItExpects)
{
    const Proposal proposal = proposed(goals(0.87, 350, 0.3, 3.2));
    ASSERT_THAT(lines(proposal.deltas), ElementsAre("rebid_threshold_bps 0.216"));
    EXPECT_NEAR(proposal.expected.at(Metric::P95LatencyMs), -0.12 * 2 * 30, 1e-9);
    EXPECT_NEAR(proposal.expected.at(Metric::NetBps), 0, 1e-9);
    ASSERT_EQ(proposal.reasons.size(), 2U);
    EXPECT_THAT(proposal.reasons[0],
                StartsWith("MODEL maker_taker_ratio near 0.87 is 97 % likely to pass, "
                           "p95_latency_ms near 350 is 0 % likely to pass"));
    EXPECT_THAT(proposal.reasons[0], testing::EndsWith(": rebid_threshold_bps +0.216"));
    EXPECT_THAT(proposal.reasons[1], testing::HasSubstr("p95_latency_ms -7.2"));
}

TEST_F(Model, RoundsToTheTypeAndExpectsWhatIsLeft)
{
    m_prior = flatPrior();
    m_prior.response[1][3] = straight(1); // min_interval_ms, an integer of 40 to 80
    const Proposal proposal = proposed(goals(0.87, 340, 0.3, 3.2));
    ASSERT_EQ(proposal.deltas.size(), 1U);
    const double amount = proposal.deltas.at("min_interval_ms").amount;
    EXPECT_EQ(amount, 5); // .12 of 40 is 4.8
    EXPECT_NEAR(proposal.expected.at(Metric::P95LatencyMs), -30 * amount / 40, 1e-9);
}

TEST_F(Model, AMissingGoalMovesNothing)
{
    std::map<Metric, double> kpis = goals(0.5, 500, 0.9, -3);
    kpis.erase(Metric::RiskRatio);
    const Proposal proposal = proposed(kpis);
    EXPECT_TRUE(proposal.deltas.empty());
    EXPECT_THAT(proposal.reasons, ElementsAre("NO_DATA risk_ratio"));
    EXPECT_FALSE(proposal.model->isKnown[2]);
    EXPECT_TRUE(proposal.model->isKnown[1]);
}

TEST_F(Model, WithoutAPriorItSaysSo)
{
    m_hasPrior = false;
    const Proposal proposal = proposed(goals(0.5, 500, 0.9, -3));
    EXPECT_THAT(proposal.reasons, ElementsAre("NO_PRIOR"));
    EXPECT_FALSE(proposal.model.has_value());
}

TEST_F(Model, WhereNoLeverHelpsItSaysWhatIsMissed)
{
    const Proposal proposal = proposed(goals(0.5, 300, 0.3, 3.2));
    EXPECT_TRUE(proposal.deltas.empty());
    EXPECT_THAT(proposal.reasons,
                ElementsAre("NO_STEP maker_taker_ratio near 0.5 is 0 % likely to pass"));
}

// The noisier the latency, the more room below the limit.
TEST_F(Model, KeepsMoreRoomBelowTheLimitWhereTheLatencyIsNoisy)
{
    EXPECT_TRUE(proposed(goals(0.87, 310, 0.3, 3.2)).deltas.empty());
    m_state = {};
    for (int k = 1; k <= 12; ++k) {
        proposed(goals(0.87, k % 2 == 0 ? 280 : 330, 0.3, 3.2), k);
    }
    m_state.model->estimate[1] = -310.0 / 30;
    const Proposal proposal = proposed(goals(0.87, 310, 0.3, 3.2), 13);
    EXPECT_FALSE(proposal.deltas.empty());
}

// A market of straight lines, and a prior that is off by half: every goal is met in a few steps.
TEST_F(Model, FindsTheWayWithAWrongPrior)
{
    m_overrides = withValues({{"base_spread_bps_delta", 0.08}, {"rebid_threshold_bps", 0.6}});
    const auto measure = [&] {
        const double spread = m_overrides.values.at("base_spread_bps_delta").amount;
        const double rebid = m_overrides.values.at("rebid_threshold_bps").amount;
        return goals(0.87, 370 - 50 * (rebid - 0.6), 0.3, 1.8 + 12 * (spread - 0.08));
    };
    int iteration = 1;
    for (; iteration <= 24; ++iteration) {
        const Proposal proposal = proposed(measure(), iteration);
        if (proposal.deltas.empty()) {
            break;
        }
        for (const auto& [name, delta] : proposal.deltas) {
            m_overrides.values.at(name).amount += delta.amount;
        }
    }
    EXPECT_LE(iteration, 14);
    EXPECT_LT(measure().at(Metric::P95LatencyMs), 330);
    EXPECT_GT(measure().at(Metric::NetBps), 2.7);
}

} // namespace soak
