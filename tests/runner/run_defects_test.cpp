// SPDX-License-Identifier: GPL-3.0-or-later
// Defects of the reference's runner (DOMAIN 9), seen over a whole run.
#include "core/io/run_files.h"
#include "tests/runner/run_support.h"

#include <fstream>

namespace soak
{

namespace
{

// The reference counts an iteration whose processing failed as done, and exits 0.
TEST(Defect55, AFailedIterationIsRecordedAndTheRunSaysSo)
{
    const TempDir base;
    const auto result =
        runIt(scriptedRequest(base.path(), scriptOf({{}, {.failure = "lost"}, {}})));
    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_EQ(result->status, RunStatus::Failed);
    EXPECT_EQ(result->iterationsCompleted, 3);
    EXPECT_EQ(result->iterationsFailed, 1);
    ASSERT_EQ(result->findings.size(), 1U);
    EXPECT_EQ(result->findings.front().kind, FindingKind::FailedIteration);
    EXPECT_EQ(result->findings.front().iteration, 2);
    const IterationRecord failed = recordIn(result->folder, 2);
    EXPECT_EQ(failed.summary.notes.failure, "lost");
    EXPECT_EQ(failed.summary.metrics, MetricValues{});
    EXPECT_TRUE(failed.tuning->proposed.empty());
    EXPECT_EQ(failed.next, failed.during);
    EXPECT_EQ(bytesOf(result->folder / "summary.txt"),
              "duration: 0:00:15\niterations completed: 3\niterations failed: 1\n");
}

// The reference isolates nothing: two runs of 8 leave 16 entries, and starting deletes RUN folders.
TEST(Defect44, TwoRunsLeaveOneReportAndIsolatedFoldersStay)
{
    const TempDir base;
    RunRequest isolated = mockRequest(base.path(), 2);
    isolated.isolated = true;
    const auto first = runIt(isolated);
    ASSERT_TRUE(first);
    const auto before = contentsOf(first->folder);
    ASSERT_TRUE(runIt(mockRequest(base.path(), 8)));
    ASSERT_TRUE(runIt(mockRequest(base.path(), 8)));
    EXPECT_TRUE(sameContents(before, contentsOf(first->folder)));
    std::vector<Finding> findings;
    const auto report =
        parseTuningReport(bytesOf(base / "soak/latest/TUNING_REPORT.json"), "", findings);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->size(), 8U);
}

// Smoke: 3 iterations in a root of its own, in no time, others untouched.
TEST(Defect45, ARunKeepsToTheBaseItWasGiven)
{
    const TempDir project;
    project.write("artifacts/soak/latest/soak/latest/ITER_SUMMARY_1.json", "real");
    const TempDir root;
    RunRequest request = mockRequest(root.path(), 3);
    request.info.gateProfile = "smoke";
    ASSERT_TRUE(runIt(request));
    EXPECT_EQ(bytesOf(project / "artifacts/soak/latest/soak/latest/ITER_SUMMARY_1.json"), "real");
    std::vector<Finding> findings;
    const auto report =
        parseTuningReport(bytesOf(root / "soak/latest/TUNING_REPORT.json"), "", findings);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->size(), 3U);
}

// Somebody changes the live file between two writes of ours.
TEST(Defect53, AForeignChangeOfTheLiveFileIsToldAndUndone)
{
    const TempDir base;
    RunRequest request = mockRequest(base.path(), 3);
    request.onIteration = [&](const IterationRecord& record) {
        if (record.iteration == 2) {
            std::ofstream(base / "soak/latest/runtime_overrides.json") << "{}";
        }
    };
    const auto result = runIt(request);
    ASSERT_TRUE(result);
    ASSERT_EQ(result->findings.size(), 1U);
    EXPECT_EQ(result->findings.front().kind, FindingKind::OverrideConflict);
    EXPECT_EQ(result->findings.front().iteration, 3);
    const TempDir undisturbed;
    ASSERT_TRUE(runIt(mockRequest(undisturbed.path(), 3)));
    EXPECT_TRUE(
        sameContents(contentsOf(undisturbed / "soak/latest"), contentsOf(base / "soak/latest")));
}

} // namespace

} // namespace soak
