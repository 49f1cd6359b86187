// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/metrics.h"
#include "core/serve/run_watch.h"
#include "tests/io/records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{
namespace
{

using testing::HasSubstr;

constexpr EpochMs kLater = 4'000'000'000'000; // long after every file of a test was written

RunWatch watchOn(const fs::path& given)
{
    return RunWatch(
        {.given = given, .profile = std::nullopt, .window = std::nullopt, .toolVersion = "0.1.0"});
}

TEST(RunWatch, GivesThePageOfTheRun)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 8);
    const auto page = watchOn(folder).look(kLater);
    const Judgement judgement = judge(loaded(folder), *findBuiltinGateProfile("mission"));
    EXPECT_EQ(*page->text, metricsText(judgement, {"", "0.1.0"}));
    EXPECT_THAT(page->state, HasSubstr("RUN_1760000000000: 8 iterations"));
    EXPECT_EQ(page->remark, std::nullopt);
}

TEST(RunWatch, MakesNothingAnewWhileNothingChanged)
{
    const TempDir dir;
    RunWatch watch = watchOn(writeRun(dir, 3));
    const auto first = watch.look(kLater);
    EXPECT_EQ(watch.look(kLater + 5000), first);
}

TEST(RunWatch, FollowsIterationsAsTheyLand)
{
    const TempDir dir;
    RunWatch watch = watchOn(writeRun(dir, 3));
    EXPECT_THAT(*watch.look(kLater)->text, HasSubstr("\nsoak_last_iteration 3\n"));
    dir.write(fs::path("run") / summaryFileName(4), iterationText(sampleRecord(4), builtin()));
    EXPECT_THAT(*watch.look(kLater + 1)->text, HasSubstr("\nsoak_last_iteration 4\n"));
}

TEST(RunWatch, WaitsForARunThatIsNotThereYet)
{
    const TempDir dir;
    RunWatch watch = watchOn(dir / "run");
    const auto none = watch.look(kLater);
    EXPECT_FALSE(none->isReady);
    EXPECT_THAT(*none->text, HasSubstr("\nwarmup_exporter_error 1\n"));
    EXPECT_EQ(watch.look(kLater + 1), none) << "the same reason is the same page";
    writeRun(dir, 3);
    EXPECT_TRUE(watch.look(kLater + 2)->isReady);
}

TEST(RunWatch, ARunThatVanishesTakesItsSamplesWithIt)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 3);
    RunWatch watch = watchOn(folder);
    EXPECT_TRUE(watch.look(kLater)->isReady);
    fs::rename(folder, dir / "elsewhere");
    const auto gone = watch.look(kLater + 1);
    EXPECT_FALSE(gone->isReady);
    EXPECT_EQ(*gone->text, failedMetricsText());
    fs::rename(dir / "elsewhere", folder);
    EXPECT_THAT(*watch.look(kLater + 2)->text, HasSubstr("\nsoak_last_iteration 3\n"));
}

TEST(RunWatch, TakesTheProfileAndTheWindowThatAreGiven)
{
    const TempDir dir;
    GateProfile profile = *findBuiltinGateProfile("mission");
    profile.name = "mine";
    RunWatch watch(
        {.given = writeRun(dir, 12), .profile = profile, .window = 4, .toolVersion = "0.1.0"});
    const auto page = watch.look(kLater);
    EXPECT_THAT(*page->text, HasSubstr("gates_profile=\"mine\""));
    EXPECT_THAT(*page->text, HasSubstr("\nrisk_ratio_mean{window=\"4\"} "));
}

TEST(RunWatch, SaysWhenTheProfileOfTheRunIsNotAtHand)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 3);
    RunInfo info = sampleInfo();
    info.gateProfile = "of-the-team";
    dir.write(fs::path("run") / kRunFile, runInfoText(info, builtin()));
    const auto page = watchOn(folder).look(kLater);
    ASSERT_TRUE(page->remark);
    EXPECT_THAT(*page->remark, HasSubstr("'of-the-team'"));
}

TEST(RunWatch, ALookThatIsStoppedIsNoNews)
{
    const TempDir dir;
    RunWatch watch = watchOn(writeRun(dir, 3));
    const auto first = watch.look(kLater);
    dir.write(fs::path("run") / summaryFileName(4), iterationText(sampleRecord(4), builtin()));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(watch.look(kLater + 1, stop.get_token()), first);
    EXPECT_THAT(*watch.look(kLater + 2)->text, HasSubstr("\nsoak_last_iteration 4\n"));
}

} // namespace
} // namespace soak
