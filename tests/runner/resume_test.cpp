// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/preset.h"
#include "core/runner/resume.h"
#include "core/runner/run_soak.h"
#include "tests/runner/run_support.h"

#include <fstream>

namespace soak
{

namespace
{

std::string sixScriptedSteps()
{
    return scriptOf({{.p95 = 370, .ticks = {{0, 370}, {2500, 370}}},
                     {.ticks = {{2600, 300}, {6599, 300}}},
                     {.ticks = {{6600, 300}}},
                     {.failure = "lost"},
                     {.netBps = 3.2, .risk = 0.30},
                     {}});
}

struct KillCase {
    std::string name;
    bool scripted = false;
    bool isolated = false;
    bool warmup = false;
    int iterations = 8;
};

class KilledRun : public testing::TestWithParam<KillCase>
{
protected:
    [[nodiscard]] RunRequest request(const fs::path& base) const
    {
        const KillCase& param = GetParam();
        RunRequest request = param.scripted ? scriptedRequest(base, sixScriptedSteps())
                                            : mockRequest(base, param.iterations);
        request.isolated = param.isolated;
        request.info.phases.enabled = param.warmup;
        if (param.warmup) {
            request.info.warmupPreset = *findBuiltinPreset("warmup_conservative_v1");
        }
        return request;
    }

    // The folder of the run below `base`.
    [[nodiscard]] static fs::path folderIn(const fs::path& base)
    {
        return GetParam().isolated ? base / "RUN_1760000000000" : base / "soak/latest";
    }

    // Whether there was a run to resume.
    static bool resumeAfterKill(RunRequest request, const RunServices& services,
                                std::string_view what)
    {
        const fs::path folder = folderIn(request.base);
        const bool begun = fs::exists(folder / kRunFile);
        request.resume = true;
        const auto resumed = runIt(request, services);
        if (!begun) {
            EXPECT_FALSE(resumed) << what;
            EXPECT_EQ(resumed.error().code, Errc::BadInput) << what;
        }
        return begun;
    }
};

TEST_P(KilledRun, EndsAsTheUndisturbedOneWhereverItWasKilled)
{
    const TempDir undisturbed;
    Killer counter(1000000);
    ASSERT_TRUE(runIt(request(undisturbed.path()), counter.services()));
    const auto expected = contentsOf(undisturbed.path());
    ASSERT_GT(counter.changes(), 20);
    for (int killAt = 0; killAt < counter.changes(); ++killAt) {
        SCOPED_TRACE(killAt);
        const TempDir base;
        Killer killer(killAt);
        const auto killed = runIt(request(base.path()), killer.services());
        ASSERT_FALSE(killed);
        ASSERT_EQ(killed.error().message, "killed") << describe(killed.error());
        if (fs::exists(folderIn(base.path()))) {
            leaveDebris(folderIn(base.path()));
        }
        if (!resumeAfterKill(request(base.path()), {}, killed.error().where)) {
            continue;
        }
        ASSERT_TRUE(sameContents(expected, contentsOf(base.path()))) << killed.error().where;
    }
}

TEST_P(KilledRun, EndsTheSameWhenItsResumeIsKilledToo)
{
    const TempDir undisturbed;
    Killer counter(1000000);
    ASSERT_TRUE(runIt(request(undisturbed.path()), counter.services()));
    const auto expected = contentsOf(undisturbed.path());
    constexpr int kStride = 11;
    for (int killAt = 1; killAt < counter.changes(); killAt += kStride) {
        SCOPED_TRACE(killAt);
        const TempDir base;
        Killer first(killAt);
        ASSERT_FALSE(runIt(request(base.path()), first.services()));
        for (int again = 0; again < 8; ++again) { // each one gets a little further
            leaveDebris(folderIn(base.path()));
            Killer killer(again);
            resumeAfterKill(request(base.path()), killer.services(), "again");
        }
        ASSERT_TRUE(resumeAfterKill(request(base.path()), {}, "at last"));
        ASSERT_TRUE(sameContents(expected, contentsOf(base.path())));
    }
}

INSTANTIATE_TEST_SUITE_P(Runs, KilledRun,
                         testing::Values(KillCase{"mock"},
                                         KillCase{"mockIsolated", false, true, false, 4},
                                         KillCase{"scripted", true},
                                         KillCase{"scriptedIsolated", true, true},
                                         KillCase{"warmup", false, false, true, 7}),
                         [](const auto& param) { return param.param.name; });

RunRequest resumeOf(const fs::path& base)
{
    RunRequest request = mockRequest(base, 0);
    request.resume = true;
    return request;
}

// A run of 5 stopped after `after` iterations.
Result<RunResult> interruptedRun(const fs::path& base, int after, bool isolated = false,
                                 bool partial = false)
{
    std::stop_source stop;
    RunRequest request = mockRequest(base, 5);
    request.isolated = isolated;
    request.materializePartial = partial;
    request.onIteration = [&](const IterationRecord& record) {
        if (record.iteration == after) {
            stop.request_stop();
        }
    };
    return runIt(request, {}, stop.get_token());
}

TEST(Resume, AStopLeavesTheCompleteIterationsAndSaysInterrupted)
{
    const TempDir base;
    const auto stopped = interruptedRun(base.path(), 3);
    ASSERT_TRUE(stopped) << describe(stopped.error());
    EXPECT_EQ(stopped->status, RunStatus::Interrupted);
    EXPECT_EQ(stopped->iterationsCompleted, 3);
    EXPECT_NE(bytesOf(base / "soak/latest/RUN_END.json").find("interrupted"), std::string::npos);
    EXPECT_FALSE(fs::exists(base / "soak/latest/ITER_SUMMARY_4.json"));
    EXPECT_FALSE(fs::exists(base / "soak/latest/.run.lock"));
}

TEST(Resume, AnInterruptedRunEndsAsTheUndisturbedOne)
{
    const TempDir undisturbed;
    ASSERT_TRUE(runIt(mockRequest(undisturbed.path(), 5)));
    for (int after = 1; after <= 4; ++after) {
        const TempDir base;
        ASSERT_TRUE(interruptedRun(base.path(), after));
        const auto resumed = runIt(resumeOf(base.path()));
        ASSERT_TRUE(resumed) << describe(resumed.error());
        EXPECT_EQ(resumed->iterationsCompleted, 5);
        EXPECT_TRUE(resumed->findings.empty());
        EXPECT_TRUE(sameContents(contentsOf(undisturbed / "soak/latest"),
                                 contentsOf(base / "soak/latest")));
    }
}

TEST(Resume, OfACompleteRunChangesNothingAndSaysSo)
{
    const TempDir base;
    ASSERT_TRUE(runIt(mockRequest(base.path(), 3)));
    const auto before = contentsOf(base.path());
    const auto resumed = runIt(resumeOf(base.path()));
    ASSERT_TRUE(resumed) << describe(resumed.error());
    EXPECT_EQ(resumed->remarks.size(), 1U);
    EXPECT_EQ(resumed->iterationsCompleted, 3);
    EXPECT_EQ(resumed->status, RunStatus::Completed);
    EXPECT_TRUE(sameContents(before, contentsOf(base.path())));
}

TEST(Resume, FindsTheRunAtOut)
{
    const TempDir base;
    RunRequest request = mockRequest(base.path(), 3);
    request.out = base / "here";
    Killer killer(15);
    ASSERT_FALSE(runIt(request, killer.services()));
    request.resume = true;
    const auto resumed = runIt(request);
    ASSERT_TRUE(resumed) << describe(resumed.error());
    EXPECT_EQ(resumed->folder, base / "here");
}

TEST(Resume, TakesUpTheNewestIsolatedRunThatIsNotFinished)
{
    const TempDir base;
    ASSERT_TRUE(interruptedRun(base.path(), 2, true)); // RUN_...000
    ASSERT_TRUE(interruptedRun(base.path(), 2, true)); // RUN_...001
    RunRequest whole = mockRequest(base.path(), 2);
    whole.isolated = true;
    ASSERT_TRUE(runIt(whole)); // RUN_...002
    RunRequest request = resumeOf(base.path());
    request.isolated = true;
    EXPECT_EQ(runIt(request)->runId, "RUN_1760000000001");
    EXPECT_EQ(runIt(request)->runId, "RUN_1760000000000");
    const auto none = runIt(request);
    ASSERT_TRUE(none);
    EXPECT_EQ(none->runId, "RUN_1760000000002");
    EXPECT_FALSE(none->remarks.empty());
}

TEST(Resume, SurvivesTheLossOfEveryFileThatFollowsFromTheSummaries)
{
    const TempDir undisturbed;
    ASSERT_TRUE(runIt(mockRequest(undisturbed.path(), 5)));
    for (const char* lost :
         {"TUNING_STATE.json", "TUNING_REPORT.json", "OVERRIDE_SOURCES.json", "summary.txt"}) {
        for (const bool garbled : {false, true}) {
            SCOPED_TRACE(lost);
            const TempDir base;
            ASSERT_TRUE(interruptedRun(base.path(), 4));
            fs::remove(base / "soak/latest" / lost);
            if (garbled) {
                std::ofstream(base / "soak/latest" / lost) << "{\"x\":";
            }
            const auto resumed = runIt(resumeOf(base.path()));
            ASSERT_TRUE(resumed) << describe(resumed.error());
            EXPECT_TRUE(sameContents(contentsOf(undisturbed / "soak/latest"),
                                     contentsOf(base / "soak/latest")));
        }
    }
}

TEST(Resume, TellsWhenTheLiveOverridesWereChangedMeanwhile)
{
    const TempDir base;
    ASSERT_TRUE(interruptedRun(base.path(), 4));
    std::ofstream(base / "soak/latest/runtime_overrides.json") << "{}";
    const auto resumed = runIt(resumeOf(base.path()));
    ASSERT_TRUE(resumed) << describe(resumed.error());
    ASSERT_EQ(resumed->findings.size(), 1U);
    EXPECT_EQ(resumed->findings.front().kind, FindingKind::OverrideConflict);
}

struct Damage {
    std::string name;
    std::function<void(const fs::path&)> inflict;
    Errc code;
};

void replaceIn(const fs::path& file, std::string_view from, std::string_view to)
{
    std::string text = bytesOf(file);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos);
    text.replace(at, from.size(), to);
    std::ofstream(file) << text;
}

TEST(Resume, RefusesWhatIsNoLongerTheRunItWas)
{
    const std::vector<Damage> table{
        {"a summary changed",
         [](const fs::path& d) { replaceIn(d / "ITER_SUMMARY_2.json", "-0.8", "-0.7"); },
         Errc::Integrity},
        {"a summary lost", [](const fs::path& d) { fs::remove(d / "ITER_SUMMARY_2.json"); },
         Errc::Integrity},
        {"the first lost", [](const fs::path& d) { fs::remove(d / "ITER_SUMMARY_1.json"); },
         Errc::Integrity},
        {"the plan changed",
         [](const fs::path& d) {
             replaceIn(d / "RUN.json", "\"iterations\": 5", "\"iterations\": 9");
         },
         Errc::Integrity},
        {"one of another run",
         [](const fs::path& d) { replaceIn(d / "ITER_SUMMARY_4.json", "RUN_1", "RUN_2"); },
         Errc::Integrity},
        {"a summary truncated",
         [](const fs::path& d) { fs::resize_file(d / "ITER_SUMMARY_4.json", 100); },
         Errc::BadInput},
        {"RUN.json lost", [](const fs::path& d) { fs::remove(d / "RUN.json"); }, Errc::BadInput},
        {"RUN.json garbled", [](const fs::path& d) { std::ofstream(d / "RUN.json") << "{"; },
         Errc::BadInput},
    };
    for (const Damage& damage : table) {
        SCOPED_TRACE(damage.name);
        const TempDir base;
        ASSERT_TRUE(interruptedRun(base.path(), 4));
        damage.inflict(base / "soak/latest");
        const auto before = contentsOf(base.path());
        const auto resumed = runIt(resumeOf(base.path()));
        ASSERT_FALSE(resumed);
        EXPECT_EQ(resumed.error().code, damage.code) << describe(resumed.error());
        EXPECT_TRUE(sameContents(before, contentsOf(base.path())));
    }
}

// A new run started over an old one, and was killed while it removed the old files.
TEST(Resume, ContinuesTheNewRunWhereverItsStartWasKilled)
{
    const TempDir undisturbed;
    RunRequest fresh = mockRequest(undisturbed.path(), 3);
    fresh.info.startedMs = kTestStart + 5000;
    ASSERT_TRUE(runIt(fresh));
    const auto expected = contentsOf(undisturbed / "soak/latest");
    for (int killAt = 1; killAt < 40; ++killAt) {
        SCOPED_TRACE(killAt);
        const TempDir base;
        ASSERT_TRUE(runIt(mockRequest(base.path(), 5)));
        Killer killer(killAt);
        fresh.base = base.path();
        if (runIt(fresh, killer.services())) {
            break;
        }
        ASSERT_TRUE(runIt(resumeOf(base.path())));
        ASSERT_TRUE(sameContents(expected, contentsOf(base / "soak/latest")));
    }
}

TEST(Resume, AStaleLockOfADeadWriterIsTakenOver)
{
    const TempDir base;
    ASSERT_TRUE(interruptedRun(base.path(), 2));
    leaveDebris(base / "soak/latest");
    ASSERT_TRUE(runIt(resumeOf(base.path())));
    for (const auto& [name, bytes] : contentsOf(base / "soak/latest")) {
        EXPECT_NE(name.front(), '.') << name;
    }
}

TEST(Resume, OptionsOfTheRunAreThoseOfItsRunFile)
{
    const TempDir base;
    RunRequest request = mockRequest(base.path(), 4);
    request.applyDisabled = true;
    Killer killer(20);
    ASSERT_FALSE(runIt(request, killer.services()));
    const auto resumed = runIt(resumeOf(base.path()));
    ASSERT_TRUE(resumed);
    EXPECT_EQ(recordIn(resumed->folder, 4).next, request.info.initialOverrides);
}

} // namespace

} // namespace soak
