// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/anomalies.h"
#include "core/analysis/guard_activity.h"
#include "tests/support/builders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::ElementsAre;
using testing::IsEmpty;

namespace
{

std::vector<Anomaly> anomaliesOf(const RunBuilder& builder, int size = 8)
{
    const SoakRun run = builder.build();
    const Window window = windowOf(run, size);
    return findAnomalies(run, window, guardActivations(run, window.firstRow));
}

std::vector<std::string> labelsOf(const std::vector<Anomaly>& anomalies)
{
    std::vector<std::string> labels;
    for (const Anomaly& anomaly : anomalies) {
        labels.push_back(std::to_string(anomaly.iteration) + " " + anomaly.kind);
    }
    return labels;
}

RunBuilder withHashes(const std::vector<const char*>& hashes)
{
    RunBuilder builder = aRun().withIterations(static_cast<int>(hashes.size()));
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        builder.editStep(static_cast<int>(i) + 1,
                         [hash = hashes[i]](TuningStep& step) { step.stateHash = hash; });
    }
    return builder;
}

RunBuilder withVelocityBlocks(int from, int to)
{
    RunBuilder builder = aRun().withIterations(10);
    SkipReason skip;
    skip.velocity = true;
    for (int k = from; k <= to; ++k) {
        builder.skipping(k, skip);
    }
    return builder;
}

} // namespace

TEST(Anomalies, GoodRunHasNone)
{
    EXPECT_THAT(anomaliesOf(aRun()), IsEmpty());
}

TEST(Anomalies, LatencyAbove400IsASpike)
{
    const auto found =
        anomaliesOf(aRun().at(3, Metric::P95LatencyMs, 400).at(5, Metric::P95LatencyMs, 400.5));
    ASSERT_THAT(labelsOf(found), ElementsAre("5 latency_spike"));
    EXPECT_EQ(found[0].value, 400.5);
    EXPECT_EQ(found[0].limit, 400);
}

TEST(Anomalies, RiskJumpIsARiseOfMoreThanFifteenPoints)
{
    const auto found = anomaliesOf(aRun()
                                       .with(Metric::RiskRatio, 0.2)
                                       .at(4, Metric::RiskRatio, 0.35)
                                       .at(6, Metric::RiskRatio, 0.36));
    ASSERT_THAT(labelsOf(found), ElementsAre("6 risk_jump"));
    EXPECT_NEAR(*found[0].value, 0.16, 1e-12);
}

TEST(Anomalies, RiskJumpLooksAtTheIterationBeforeTheWindow)
{
    RunBuilder builder = aRun().withIterations(12).with(Metric::RiskRatio, 0.5);
    for (int k = 1; k <= 4; ++k) {
        builder.at(k, Metric::RiskRatio, 0.1);
    }
    EXPECT_THAT(labelsOf(anomaliesOf(builder)), ElementsAre("5 risk_jump"));
}

TEST(Anomalies, RiskAfterAMissingValueIsNoJump)
{
    EXPECT_THAT(anomaliesOf(aRun()
                                .with(Metric::RiskRatio, 0.1)
                                .at(4, Metric::RiskRatio, std::nullopt)
                                .at(5, Metric::RiskRatio, 0.2)),
                IsEmpty());
}

TEST(Anomalies, MakerBelowThreeQuartersIsADrop)
{
    EXPECT_THAT(
        labelsOf(anomaliesOf(
            aRun().at(2, Metric::MakerTakerRatio, 0.75).at(3, Metric::MakerTakerRatio, 0.74))),
        ElementsAre("3 maker_drop"));
}

TEST(Anomalies, StateThatReturnsAfterOneIterationIsALoop)
{
    EXPECT_THAT(labelsOf(anomaliesOf(withHashes({"a", "b", "a"}))),
                ElementsAre("3 signature_loop"));
    EXPECT_THAT(anomaliesOf(withHashes({"a", "a", "a"})), IsEmpty());
    EXPECT_THAT(anomaliesOf(withHashes({"a", "b", "b", "a"})), IsEmpty());
    EXPECT_THAT(anomaliesOf(withHashes({"na", "b", "na"})), IsEmpty());
    EXPECT_THAT(anomaliesOf(withHashes({"a", "b", "c", "a"}).missing(3)), IsEmpty());
}

TEST(Anomalies, GuardThatWasActiveInMoreThanFiveIterationsIsAStorm)
{
    EXPECT_THAT(anomaliesOf(withVelocityBlocks(5, 9)), IsEmpty());
    EXPECT_THAT(anomaliesOf(withVelocityBlocks(1, 7)),
                IsEmpty()); // five of them in the window 3..10
    const auto found = anomaliesOf(withVelocityBlocks(4, 9));
    ASSERT_THAT(labelsOf(found), ElementsAre("9 guard_storm"));
    EXPECT_EQ(found[0].value, 6);
    EXPECT_EQ(found[0].limit, 5);
}

TEST(Anomalies, AreOfTheWindowInOrderOfIteration)
{
    EXPECT_THAT(labelsOf(anomaliesOf(aRun().withIterations(8).withMockKpis())),
                ElementsAre("1 maker_drop", "2 risk_jump", "2 maker_drop", "3 risk_jump",
                            "3 maker_drop", "4 maker_drop", "5 maker_drop"));
    EXPECT_THAT(anomaliesOf(aRun().withIterations(36).withMockKpis()), IsEmpty());
}

TEST(Anomalies, HashesWithoutAStateAreUnknown)
{
    EXPECT_TRUE(isKnownHash("9c"));
    EXPECT_FALSE(isKnownHash(std::nullopt));
    EXPECT_FALSE(isKnownHash("na"));
    EXPECT_FALSE(isKnownHash(""));
    EXPECT_FALSE(isKnownHash(std::string(64, '0')));
}

} // namespace soak
