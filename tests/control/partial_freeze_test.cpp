// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/partial_freeze.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{
using Names = std::vector<std::string>;

PartialFreeze frozen(const std::set<std::string>& subsystems, double now)
{
    PartialFreeze freeze;
    freeze.activate(subsystems, "latency_hard", Millis{now});
    return freeze;
}
} // namespace

TEST(PartialFreeze, FreezesWhatItIsAsked)
{
    const PartialFreeze freeze = frozen({"rebid"}, 1000);
    EXPECT_TRUE(freeze.any());
    EXPECT_TRUE(freeze.isFrozen("rebid"));
    EXPECT_FALSE(freeze.isFrozen("rescue_taker"));
    EXPECT_EQ(freeze.status(Millis{1500}), (PartialFreezeStatus{.active = true,
                                                                .subsystems = {"rebid"},
                                                                .reason = "latency_hard",
                                                                .since = Millis{1000},
                                                                .remainingMin = Millis{2500}}));
}

TEST(PartialFreeze, ListsSubsystemsSorted)
{
    EXPECT_EQ(frozen({"rescue_taker", "rebid"}, 0).status(Millis{0}).subsystems,
              (Names{"rebid", "rescue_taker"}));
}

TEST(PartialFreeze, HoldTimeStartsAnewOnlyWhenTheSetGrows)
{
    PartialFreeze freeze = frozen({"rebid"}, 1000);
    freeze.activate({"rebid"}, "latency_hard", Millis{2000});
    EXPECT_EQ(freeze.elapsed(Millis{2500}), Millis{1500});
    freeze.activate({"rescue_taker"}, "oscillation", Millis{3000});
    EXPECT_EQ(freeze.elapsed(Millis{3500}), Millis{500});
    EXPECT_EQ(freeze.status(Millis{3500}).reason, "oscillation");
    EXPECT_TRUE(freeze.isFrozen("rebid"));
}

TEST(PartialFreeze, DeactivatesAfter3000AndNotBefore)
{
    PartialFreeze freeze = frozen({"rebid"}, 1000);
    EXPECT_FALSE(freeze.deactivate(Millis{3999}));
    EXPECT_TRUE(freeze.isFrozen("rebid"));
    EXPECT_TRUE(freeze.deactivate(Millis{4000}));
    EXPECT_FALSE(freeze.any());
    EXPECT_EQ(freeze.status(Millis{4000}), PartialFreezeStatus{});
}

TEST(PartialFreeze, DeactivatingNothingIsTrue)
{
    PartialFreeze freeze;
    EXPECT_TRUE(freeze.deactivate(Millis{0}));
}

TEST(PartialFreeze, AClockThatGoesBackwardsHolds)
{
    PartialFreeze freeze = frozen({"rebid"}, 5000);
    EXPECT_FALSE(freeze.deactivate(Millis{1000}));
    EXPECT_EQ(freeze.status(Millis{1000}).remainingMin, Millis{3000});
}

TEST(PartialFreeze, ContinuesFromItsStatus)
{
    const PartialFreezeStatus status = frozen({"rebid"}, 1000).status(Millis{1200});
    EXPECT_EQ(PartialFreeze(status).status(Millis{1200}), status);
    EXPECT_FALSE(PartialFreeze(PartialFreezeStatus{}).any());
}

TEST(ApplyPartialFreeze, DropsParametersOfFrozenSubsystems)
{
    const Deltas deltas{{"min_interval_ms", ParamDelta{5}},
                        {"tail_age_ms", ParamDelta{30}},
                        {"min_edge_bps", ParamDelta{1}},
                        {"nobody_knows_me", ParamDelta{1}}};
    const FreezeSplit split =
        applyPartialFreeze(deltas, frozen({"rebid"}, 0), ParameterRegistry::builtin());
    EXPECT_EQ(split.dropped, (Deltas{{"min_interval_ms", ParamDelta{5}}}));
    EXPECT_EQ(split.kept.size(), 3U);
    EXPECT_TRUE(split.kept.contains("nobody_knows_me"));
}

TEST(Defect35, EdgeIsNeverFrozenThoughAsked)
{
    PartialFreeze freeze = frozen({"edge", "rebid", "nonsense"}, 0);
    EXPECT_FALSE(freeze.isFrozen("edge"));
    EXPECT_FALSE(freeze.isFrozen("nonsense"));
    EXPECT_EQ(freeze.status(Millis{0}).subsystems, Names{"rebid"});

    PartialFreezeStatus forged = freeze.status(Millis{0});
    forged.subsystems = {"edge"};
    EXPECT_FALSE(PartialFreeze(forged).any());
    EXPECT_FALSE(frozen({"edge"}, 0).any());
}

} // namespace soak
