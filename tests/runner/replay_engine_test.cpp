// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/replay_engine.h"
#include "tests/runner/run_support.h"

#include <fstream>

namespace soak
{

namespace
{

const std::vector<ScriptStep> kSteps{{.netBps = 1, .p95 = 370}, {.netBps = 2, .p95 = 365},
                                     {.failure = "no link"},    {.netBps = 4, .p95 = 300},
                                     {.netBps = 5, .p95 = 310}, {.netBps = 6, .p95 = 320}};

fs::path sourceIn(const fs::path& base, const std::vector<ScriptStep>& steps = kSteps)
{
    const auto result = runIt(scriptedRequest(base, scriptOf(steps)));
    EXPECT_TRUE(result) << describe(result.error());
    return base / "soak/latest";
}

RunRequest replayRequest(const fs::path& base, const fs::path& source)
{
    RunRequest request = mockRequest(base, 0);
    request.info.engine = "replay";
    request.replay = source;
    const auto read = readReplaySource(source);
    EXPECT_TRUE(read) << describe(read.error());
    if (read) {
        setReplayRecord(request.info, read->record);
    }
    return request;
}

TEST(ReplayEngine, GivesTheMeasurementsOfTheSourceWithOneSampleAtTheEnd)
{
    const TempDir base;
    const auto source = readReplaySource(sourceIn(base.path()));
    ASSERT_TRUE(source);
    ReplayEngine engine(*source, 10);
    EXPECT_EQ(engine.iterationLimit(), 6);
    EXPECT_TRUE(engine.isVirtual());
    const Overrides overrides;
    for (const int iteration : {4, 1, 6}) { // also out of order
        const auto measurement =
            engine.measure({iteration, 6, overrides, {}, Phase::Steady, {}, {}, 1}, {}, {});
        ASSERT_TRUE(measurement) << describe(measurement.error());
        EXPECT_EQ(measurement->summary.at(Metric::NetBps), iteration);
        ASSERT_EQ(measurement->samples.size(), 1U);
        EXPECT_EQ(measurement->samples.front().at, Millis{10000.0 * iteration});
        EXPECT_EQ(measurement->samples.front().p95LatencyMs,
                  measurement->summary.at(Metric::P95LatencyMs));
    }
    const auto failed = engine.measure({3, 6, overrides, {}, Phase::Steady, {}, {}, 1}, {}, {});
    ASSERT_TRUE(failed);
    EXPECT_EQ(failed->failure, "the run replayed failed here: no link");
    EXPECT_EQ(failed->samples.front().p95LatencyMs, std::nullopt);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(engine.measure({1, 6, overrides, {}, Phase::Steady, {}, {}, 1}, stop.get_token(), {})
                  .error()
                  .code,
              Errc::Cancelled);
}

TEST(ReplayEngine, ARunTakesAsManyIterationsAsTheSourceHasAndTheTunerAnswers)
{
    const TempDir from;
    const TempDir base;
    RunRequest request = replayRequest(base.path(), sourceIn(from.path()));
    const auto result = runIt(request);
    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_EQ(result->iterationsCompleted, 6);
    EXPECT_EQ(result->iterationsFailed, 1);
    ASSERT_EQ(result->remarks.size(), 1U);
    EXPECT_NE(result->remarks.front().find("KPIs do not answer"), std::string::npos);
    EXPECT_NE(bytesOf(result->folder / "summary.txt").find("note: the measurements are those of "),
              std::string::npos);
    EXPECT_EQ(recordIn(result->folder, 6).summary.metrics,
              recordIn(from / "soak/latest", 6).summary.metrics);
    EXPECT_FALSE(recordIn(result->folder, 1).tuning->proposed.empty());

    request.info.iterations = 7;
    EXPECT_EQ(runIt(request).error().code, Errc::Usage);
    request.info.iterations = 2;
    EXPECT_EQ(runIt(request)->iterationsCompleted, 2);
}

TEST(ReplayEngine, IsTheSameToTheByteAlsoFromACopyElsewhere)
{
    const TempDir from;
    const TempDir copy;
    const fs::path source = sourceIn(from.path());
    fs::remove(source / "ITER_SUMMARY_4.json"); // a gap, too
    fs::copy(source, copy / "elsewhere", fs::copy_options::recursive);
    const TempDir one;
    const TempDir two;
    ASSERT_TRUE(runIt(replayRequest(one.path(), source)));
    ASSERT_TRUE(runIt(replayRequest(two.path(), copy / "elsewhere")));
    EXPECT_TRUE(sameContents(contentsOf(one / "soak/latest"), contentsOf(two / "soak/latest")));
    EXPECT_EQ(bytesOf(one / "soak/latest/RUN.json").find(from.path().string()), std::string::npos);

    const auto again = reproduceRun(one / "soak/latest", {}, {}, copy / "elsewhere");
    ASSERT_TRUE(again) << describe(again.error());
    EXPECT_TRUE(again->identical);
    EXPECT_EQ(reproduceRun(one / "soak/latest", {}, {}).error().code, Errc::Usage);
    std::ofstream(source / "ITER_SUMMARY_2.json", std::ios::app) << " ";
    EXPECT_EQ(reproduceRun(one / "soak/latest", {}, {}, source).error().code, Errc::Integrity);
}

TEST(ReplayEngine, AKillAnywhereAndAResumeGiveTheSameBytes)
{
    const TempDir from;
    const fs::path source = sourceIn(from.path(), {kSteps.begin(), kSteps.begin() + 4});
    const TempDir undisturbed;
    ASSERT_TRUE(runIt(replayRequest(undisturbed.path(), source)));
    const auto expected = contentsOf(undisturbed / "soak/latest");
    for (int killAt = 1;; ++killAt) {
        const TempDir base;
        RunRequest request = replayRequest(base.path(), source);
        Killer killer(killAt);
        static_cast<void>(runIt(request, killer.services()));
        if (!killer.killed()) {
            break;
        }
        leaveDebris(base / "soak/latest");
        request.resume = true;
        const auto resumed = runIt(request);
        ASSERT_TRUE(resumed) << killAt << ": " << describe(resumed.error());
        EXPECT_TRUE(sameContents(expected, contentsOf(base / "soak/latest"))) << killAt;
    }
}

TEST(ReplayEngine, ASourceThatChangedIsNotTakenUpAgain)
{
    const TempDir from;
    const TempDir base;
    const fs::path source = sourceIn(from.path());
    RunRequest request = replayRequest(base.path(), source);
    Killer killer(20);
    ASSERT_FALSE(runIt(request, killer.services()));
    const auto before = contentsOf(base / "soak/latest");
    std::ofstream(source / "ITER_SUMMARY_6.json", std::ios::app) << " ";
    request.resume = true;
    const auto refused = runIt(request);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::Integrity);
    EXPECT_EQ(refused.error().where, "ITER_SUMMARY_6.json");
    EXPECT_TRUE(sameContents(before, contentsOf(base / "soak/latest")));
    request.replay.clear();
    EXPECT_EQ(runIt(request).error().code, Errc::Usage);
}

// A run in the place of its source would have destroyed it.
TEST(ReplayEngine, IsRefusedWhereItWouldReplaceItsSource)
{
    const TempDir from;
    const fs::path source = sourceIn(from.path());
    const auto before = contentsOf(from.path());
    for (const bool isolated : {false, true}) {
        RunRequest request = replayRequest(from.path(), source);
        request.isolated = isolated;
        EXPECT_EQ(runIt(request).error().code, Errc::Usage);
        request.isolated = false;
        request.out = source / ".." / "latest";
        EXPECT_EQ(runIt(request).error().code, Errc::Usage);
    }
    EXPECT_TRUE(sameContents(before, contentsOf(from.path())));
}

} // namespace

} // namespace soak
