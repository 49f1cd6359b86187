// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/proposal_rules.h"

#include <gtest/gtest.h>

namespace soak
{

TEST(RoomToRaise, IsTheStepUpToTheCapAndNeverNegative)
{
    EXPECT_EQ(roomToRaise(60, 5, 80), 5);
    EXPECT_EQ(roomToRaise(78, 5, 80), 2);
    EXPECT_EQ(roomToRaise(80, 5, 80), 0);
    EXPECT_EQ(roomToRaise(90, 5, 80), 0);
    EXPECT_EQ(roomToRaise(0.24, 0.02, 0.25), 0.01); // without the noise of 0.25 - 0.24
}

TEST(RoomToCut, IsTheStepDownToTheFloorAndNeverNegative)
{
    EXPECT_EQ(roomToCut(0.10, 0.01, 0.08), 0.01);
    EXPECT_EQ(roomToCut(0.083, 0.01, 0.08), 0.003);
    EXPECT_EQ(roomToCut(0.08, 0.01, 0.08), 0);
    EXPECT_EQ(roomToCut(0.06, 0.01, 0.08), 0);
}

TEST(PreferRisk, DropsAShorterIntervalBesideAWiderSpreadUnderRisk)
{
    struct RiskCase {
        std::optional<double> risk;
        double spread;
        double interval;
        bool dropped;
    };

    for (const RiskCase& c : {RiskCase{0.40, 0.02, -3, true}, RiskCase{0.39, 0.02, -3, false},
                              RiskCase{0.40, -0.02, -3, false}, RiskCase{0.40, 0.02, 3, false},
                              RiskCase{std::nullopt, 0.02, -3, false}}) {
        Proposal proposal;
        proposal.deltas = {{"base_spread_bps_delta", ParamDelta{c.spread}},
                           {"min_interval_ms", ParamDelta{c.interval}}};
        preferRisk(proposal, c.risk);
        EXPECT_EQ(proposal.deltas.contains("min_interval_ms"), !c.dropped);
        EXPECT_EQ(proposal.conflicts.contains("min_interval_ms"), c.dropped);
    }
}

TEST(Defect69, EveryRuleReadsAnAbsentParameterFromTheRegistry)
{
    const ParameterRegistry& registry = ParameterRegistry::builtin();
    const Overrides nothing;
    EXPECT_EQ(currentValue(nothing, registry, "base_spread_bps_delta"), 0.05);
    EXPECT_EQ(currentValue(nothing, registry, "min_interval_ms"), 60);
    EXPECT_EQ(currentValue(nothing, registry, "impact_cap_ratio"), 0.10);
    EXPECT_EQ(currentValue(nothing, registry, "tick_size"), std::nullopt);
    EXPECT_EQ(currentValue(nothing, registry, "no_such_parameter"), std::nullopt);
}

} // namespace soak
