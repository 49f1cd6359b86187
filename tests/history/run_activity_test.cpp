// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/lock_file.h"
#include "core/history/run_activity.h"
#include "core/io/artifacts.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

constexpr EpochMs kListedAt = 1'760'000'000'000;

// A run of ours that is being written, its last three files 10 s apart, the newest `age` ago.
ActivityFacts written(EpochMs age)
{
    ActivityFacts facts;
    facts.isThere = true;
    facts.isOurs = true;
    facts.hasWriter = true;
    facts.fileTimes = {kListedAt - age - 20'000, kListedAt - age - 10'000, kListedAt - age};
    return facts;
}

RunActivity activity(const ActivityFacts& facts)
{
    return activityOf(facts, kListedAt).activity;
}

} // namespace

TEST(RunActivity, RunsWhileFilesCome)
{
    EXPECT_EQ(activity(written(30'000)), RunActivity::Running);
    EXPECT_EQ(activity(written(30'001)), RunActivity::Stalled);
    EXPECT_EQ(activityOf(written(5), kListedAt).medianInterval, Millis(10'000));
    EXPECT_EQ(activityOf(written(5), kListedAt).lastFileMs, kListedAt - 5);
}

TEST(RunActivity, TheMedianOfIntervalsIsNotMovedByOnePause)
{
    ActivityFacts facts = written(0);
    facts.fileTimes = {kListedAt - 900'000, kListedAt - 20'000, kListedAt - 10'000, kListedAt};
    EXPECT_EQ(activityOf(facts, kListedAt + 31'000).activity, RunActivity::Stalled);
}

TEST(RunActivity, FastRunsAreNotStalledAtOnce)
{
    ActivityFacts facts = written(0);
    facts.fileTimes = {kListedAt - 2, kListedAt - 1, kListedAt};
    EXPECT_EQ(activityOf(facts, kListedAt + 2000).activity, RunActivity::Running);
    EXPECT_EQ(activityOf(facts, kListedAt + 2001).activity, RunActivity::Stalled);
}

TEST(RunActivity, WithOneFileNobodyKnowsHowLongAnIterationTakes)
{
    ActivityFacts facts = written(0);
    facts.fileTimes = {kListedAt - 86'400'000};
    EXPECT_EQ(activity(facts), RunActivity::Running);
    facts.fileTimes.clear();
    EXPECT_EQ(activity(facts), RunActivity::Running);
}

TEST(RunActivity, WithoutAWriterItEndedOrDied)
{
    ActivityFacts facts = written(5);
    facts.hasWriter = false;
    EXPECT_EQ(activity(facts), RunActivity::WriterDead);
    facts.hasEnded = true;
    EXPECT_EQ(activity(facts), RunActivity::Finished);
    facts.hasWriter = true; // resumed
    EXPECT_EQ(activity(facts), RunActivity::Running);
}

TEST(RunActivity, AnotherToolRunsWhileFilesComeAndIsFinishedAfter)
{
    ActivityFacts facts = written(5);
    facts.isOurs = false;
    facts.hasWriter = false;
    EXPECT_EQ(activity(facts), RunActivity::Running);
    EXPECT_EQ(activityOf(facts, kListedAt + 60'000).activity, RunActivity::Finished);
}

TEST(RunActivity, AFolderThatIsGoneVanished)
{
    const TempDir dir;
    EXPECT_EQ(runActivity(dir / "absent", kListedAt).activity, RunActivity::Vanished);
}

TEST(RunActivity, FactsAreReadOffTheFolder)
{
    const TempDir dir;
    dir.write(kRunFile, "{}");
    for (int k = 1; k <= 12; ++k) {
        dir.write(summaryFileName(k), "{}");
    }
    ActivityFacts facts = activityFacts(dir.path());
    EXPECT_TRUE(facts.isThere);
    EXPECT_TRUE(facts.isOurs);
    EXPECT_FALSE(facts.hasEnded);
    EXPECT_FALSE(facts.hasWriter);
    EXPECT_EQ(facts.fileTimes.size(), kTimesKept);
    EXPECT_TRUE(std::is_sorted(facts.fileTimes.begin(), facts.fileTimes.end()));
    {
        const auto lock = FileLock::acquire(dir / std::string(kLockFile), "RUN_1");
        ASSERT_TRUE(lock);
        EXPECT_TRUE(activityFacts(dir.path()).hasWriter);
    }
    EXPECT_FALSE(activityFacts(dir.path()).hasWriter);
    dir.write(kRunEndFile, "{}");
    EXPECT_TRUE(activityFacts(dir.path()).hasEnded);
}

TEST(RunActivity, ARunThatWasStoppedHasNotEnded)
{
    const TempDir dir;
    dir.write("RUN.json", "{}");
    dir.write("RUN_END.json", R"({"iterations_completed": 2, "last_summary_sha256": "",)"
                              R"("run_id": "RUN_1", "status": "interrupted"})");
    EXPECT_FALSE(activityFacts(dir.path()).hasEnded);
    EXPECT_EQ(runActivity(dir.path(), 0).activity, RunActivity::WriterDead);
    dir.write("RUN_END.json", R"({"iterations_completed": 2, "last_summary_sha256": "",)"
                              R"("run_id": "RUN_1", "status": "failed"})");
    EXPECT_EQ(runActivity(dir.path(), 0).activity, RunActivity::Finished);
}

} // namespace soak
