// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/release_stages.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

double thresholdOf(const CanaryStage& stage, std::string_view metric)
{
    for (const GateSpec& gate : stage.gates) {
        if (gate.metric == metric) {
            return gate.threshold;
        }
    }
    ADD_FAILURE() << stage.id << " has no gate of " << metric;
    return 0;
}

TEST(Defect62, TriggersStandInOneTableWithNet)
{
    std::vector<std::string> texts;
    for (const RollbackTrigger& trigger : rollbackTriggers()) {
        texts.push_back(triggerText(trigger) + ", " + std::string(trigger.action));
    }
    EXPECT_EQ(texts, (std::vector<std::string>{"Maker share < 0.7 for 5 min, quick",
                                               "P95 latency > 500 ms for 3 min, quick",
                                               "Risk ratio > 0.6 for 2 min, full",
                                               "Net < 0 bps for 10 min, quick",
                                               "Error rate > 5 % for 1 min, full"}));
}

TEST(CanaryStages, AreThoseOfDomain76)
{
    ASSERT_EQ(canaryStages().size(), 6U);
    const CanaryStage& h1 = canaryStages()[0];
    EXPECT_EQ(h1.trafficPct, 5);
    EXPECT_TRUE(h1.asksForNoErrors);
    EXPECT_EQ(thresholdOf(h1, "maker_taker_ratio"), 0.75);
    EXPECT_EQ(thresholdOf(h1, "p95_latency_ms"), 400);
    EXPECT_EQ(thresholdOf(h1, "risk_ratio"), 0.50);
    const CanaryStage& h6 = *findCanaryStage("h6");
    EXPECT_EQ(h6.gates.size(), 4U);
    EXPECT_EQ(thresholdOf(h6, "net_bps"), 0);
    EXPECT_EQ(h6.gates.back().op, GateOp::Above);
    EXPECT_EQ(findCanaryStage("H2"), nullptr);
}

TEST(CanaryStages, LateOnesAskForTheMissionAndNotForTheMeansOfTheSoak)
{
    for (const char* id : {"H24", "R25", "R50", "FULL"}) {
        const CanaryStage& stage = *findCanaryStage(id);
        EXPECT_EQ(stage.gates.size(), 4U);
        EXPECT_EQ(thresholdOf(stage, "maker_taker_ratio"), 0.83);
        EXPECT_EQ(thresholdOf(stage, "p95_latency_ms"), 340);
        EXPECT_EQ(thresholdOf(stage, "risk_ratio"), 0.40);
        EXPECT_EQ(thresholdOf(stage, "net_bps"), 2.5);
    }
}

} // namespace

} // namespace soak
