// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/bundle_facts.h"
#include "tests/release/judged_run.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(BundleFacts, OfAGoodRunAreReady)
{
    const BundleFacts facts = factsFor(judgedRun(aRun()), "v1");
    EXPECT_EQ(facts.result, BundleResult::Ready);
    EXPECT_TRUE(facts.blockers.empty());
    EXPECT_EQ(facts.labels.version, "v1");
    ASSERT_TRUE(facts.stateHash);
    EXPECT_EQ(facts.stateHash->size(), 64U);
}

TEST(BundleFacts, NameEveryReasonWhyNot)
{
    const Judgement judgement =
        judgedRun(aRun().with(Metric::NetBps, 0.5).editRun([](SoakRun& run) {
            run.end->status = RunStatus::Interrupted;
        }));
    const BundleFacts facts = factsFor(judgement);
    EXPECT_EQ(facts.result, BundleResult::Partial);
    EXPECT_EQ(facts.blockers.size(), 2U);
    EXPECT_EQ(facts.blockers, judgement.releaseBlockers);
}

TEST(BundleFacts, ARunWithoutOverridesHasNothingToRelease)
{
    const Judgement judgement =
        judgedRun(aRun().editRun([](SoakRun& run) { run.finalOverrides.reset(); }));
    EXPECT_TRUE(judgement.releaseReady) << "what this test is about";
    const BundleFacts facts = factsFor(judgement);
    EXPECT_EQ(facts.result, BundleResult::Partial);
    EXPECT_EQ(facts.blockers,
              (std::vector<std::string>{"the run has no runtime overrides, so there is nothing to "
                                        "release"}));
    EXPECT_EQ(facts.stateHash, std::nullopt);
}

TEST(BundleFacts, TakeTheTimeFromTheRun)
{
    SoakRun run = aRun().build();
    run.info->startedMs = 1760000000123;
    EXPECT_EQ(bundleContext(run).timestamp, "2025-10-09T08:53:20.123Z") << "no runtime_utc";
    run.table.append(100, goodKpis(), EpochMs{1760000060000});
    EXPECT_EQ(bundleContext(run).timestamp, "2025-10-09T08:54:20Z");
    EXPECT_EQ(bundleContext(aRun().foreign().build()).timestamp, std::nullopt);
    EXPECT_EQ(factsFor(judgedRun(aRun().foreign())).mtime, 0);
}

TEST(BundleFacts, ResultsAreReadBack)
{
    EXPECT_EQ(bundleResultFromKey("READY"), BundleResult::Ready);
    EXPECT_EQ(bundleResultFromKey("PARTIAL"), BundleResult::Partial);
    EXPECT_EQ(bundleResultFromKey("ready"), std::nullopt);
}

} // namespace

} // namespace soak
