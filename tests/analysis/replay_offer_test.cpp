// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/replay_offer.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

RunBuilder simulatedChanges()
{
    return aRun()
        .withIterations(5)
        .proposing(3, {{"tail_age_ms", {30}}, {"min_interval_ms", {-5}}})
        .editRun([](SoakRun& run) {
            run.info->engine = "sim";
            run.chain = ChainState::Intact;
        });
}

std::optional<ReplayRefusal> refusalOf(RunBuilder builder, int iteration)
{
    return replayOffer(builder.build(), iteration).refusal;
}

TEST(ReplayOffer, OnlyEngineReplayTakesItsMeasurementsFromAnother)
{
    EXPECT_FALSE(isReplay(simulatedChanges().build()));
    EXPECT_FALSE(isReplay(aRun().foreign().build()));
    EXPECT_TRUE(
        isReplay(aRun().editRun([](SoakRun& run) { run.info->engine = "replay"; }).build()));
}

TEST(ReplayOffer, NamesTheChangesAndTheIterationThatWouldDiffer)
{
    const ReplayOffer offer = replayOffer(simulatedChanges().build(), 3);
    EXPECT_TRUE(offer.isPossible());
    EXPECT_EQ(offer.at, 4);
    EXPECT_EQ(offer.parameters, (std::vector<std::string>{"min_interval_ms", "tail_age_ms"}));
}

TEST(ReplayOffer, SaysWhyNot)
{
    EXPECT_EQ(refusalOf(simulatedChanges(), 2), ReplayRefusal::NothingApplied);
    EXPECT_EQ(refusalOf(simulatedChanges(), 99), ReplayRefusal::NothingApplied);
    EXPECT_EQ(refusalOf(simulatedChanges().proposing(5, {{"tail_age_ms", {30}}}), 5),
              ReplayRefusal::NothingApplied);
    EXPECT_EQ(refusalOf(simulatedChanges().missing(2), 3), ReplayRefusal::NotWhole);
    EXPECT_EQ(
        refusalOf(simulatedChanges().editRun([](SoakRun& run) { run.chain = ChainState::Broken; }),
                  3),
        ReplayRefusal::NotWhole);
    EXPECT_EQ(
        refusalOf(simulatedChanges().editRun([](SoakRun& run) { run.info->engine = "mock"; }), 3),
        ReplayRefusal::NotSimulated);
    EXPECT_EQ(refusalOf(simulatedChanges().editRun([](SoakRun& run) { run.info.reset(); }), 3),
              ReplayRefusal::NotSimulated);
}

} // namespace

} // namespace soak
