// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/tuner.h"
#include "tests/control/control_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

namespace
{

Proposal rulesPlusOf(const std::map<Metric, double>& kpis,
                     const std::map<std::string, double>& values = {},
                     Proposal (*tuner)(const TunerInput&) = proposeRulesPlus)
{
    const IterationSummary summary = withMetrics(kpis);
    const Overrides overrides = withValues(values);
    const TuningState state;
    return tuner({.iteration = 5,
                  .summary = summary,
                  .baseline = overrides,
                  .effective = overrides,
                  .registry = registry(),
                  .options = {},
                  .state = state});
}

const std::map<Metric, double> kCalm{{Metric::NetBps, 3.5},
                                     {Metric::RiskRatio, 0.3},
                                     {Metric::MakerTakerRatio, 0.9},
                                     {Metric::P95LatencyMs, 300}};

std::map<Metric, double> calmBut(Metric metric, double value)
{
    std::map<Metric, double> kpis = kCalm;
    kpis[metric] = value;
    return kpis;
}

} // namespace

TEST(RulesPlus, AddsTwoRulesByTheirThresholds)
{
    struct Row {
        std::map<Metric, double> kpis;
        std::vector<std::string> deltas;
    };

    const std::vector<std::string> rescue{"rescue_max_ratio -0.08", "rescue_spread_cap_bps -0.5"};
    const std::vector<std::string> rebid{"rebid_threshold_bps 0.25"};
    for (const Row& row : {Row{kCalm, {}},
                           {calmBut(Metric::MakerTakerRatio, 0.86), {}},
                           {calmBut(Metric::MakerTakerRatio, 0.859), rescue},
                           {calmBut(Metric::NetBps, 2.9), {}},
                           {calmBut(Metric::NetBps, 2.89), rescue},
                           {calmBut(Metric::P95LatencyMs, 320), {}},
                           {calmBut(Metric::P95LatencyMs, 320.5), rebid}}) {
        EXPECT_EQ(lines(rulesPlusOf(row.kpis).deltas), row.deltas);
    }
    EXPECT_EQ(rulesPlusOf(kCalm).reasons, std::vector<std::string>{"STABLE"});
}

TEST(RulesPlus, StopsAtTheBounds)
{
    const auto reasons = rulesPlusOf(calmBut(Metric::NetBps, 2.8),
                                     {{"rescue_max_ratio", 0.15}, {"rescue_spread_cap_bps", 3.5}});
    EXPECT_EQ(lines(reasons.deltas), std::vector<std::string>{"rescue_max_ratio -0.05"});
    EXPECT_THAT(reasons.reasons,
                testing::ElementsAre(
                    "RESCUE_LESS rescue_max_ratio -0.05, rescue_spread_cap_bps (at bound)"));
}

TEST(RulesPlus, HasEveryDeltaOfMicro)
{
    const std::map<Metric, double> red{
        {Metric::NetBps, 2},         {Metric::RiskRatio, 0.65},  {Metric::MakerTakerRatio, 0.7},
        {Metric::P95LatencyMs, 370}, {Metric::AdverseBpsP95, 4}, {Metric::SlippageBpsP95, 3}};
    const Proposal plus = rulesPlusOf(red);
    for (const auto& [name, delta] : rulesPlusOf(red, {}, proposeMicro).deltas) {
        ASSERT_TRUE(plus.deltas.contains(name)) << name;
        EXPECT_EQ(plus.deltas.at(name), delta) << name;
    }
}

TEST(RulesPlus, WithoutANetEdgeThereIsNothing)
{
    EXPECT_EQ(rulesPlusOf({{Metric::P95LatencyMs, 400}}).reasons,
              std::vector<std::string>{"NO_DATA net_bps"});
}

} // namespace soak
