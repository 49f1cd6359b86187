// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"
#include "core/runner/materialize.h"
#include "tests/runner/run_support.h"

#include <set>
#include <thread>

namespace soak
{

namespace
{

RunRequest isolatedRequest(const fs::path& base, int iterations)
{
    RunRequest request = mockRequest(base, iterations);
    request.isolated = true;
    return request;
}

std::map<std::string, std::string> asLatest(const fs::path& folder, const std::string& runId)
{
    auto contents = contentsOf(folder);
    contents["LATEST.json"] = latestText(runId);
    return contents;
}

TEST(Materialize, LatestIsAWholeCopyAndTheRunStays)
{
    const TempDir base;
    const auto result = runIt(isolatedRequest(base.path(), 3));
    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_EQ(result->folder, base / "RUN_1760000000000");
    EXPECT_EQ(result->latest, base / "soak/latest");
    EXPECT_TRUE(
        sameContents(asLatest(result->folder, result->runId), contentsOf(base / "soak/latest")));
    EXPECT_EQ(fs::hard_link_count(result->folder / "RUN.json"), 2U);
    EXPECT_EQ(latestText("RUN_1"), "{\n  \"run_id\": \"RUN_1\"\n}\n");
}

TEST(Materialize, AnIsolatedRunIsTheSameToTheByteAsOneThatIsNot)
{
    const TempDir base;
    const auto isolated = runIt(isolatedRequest(base.path(), 3));
    const TempDir other;
    ASSERT_TRUE(isolated);
    ASSERT_TRUE(runIt(mockRequest(other.path(), 3)));
    EXPECT_TRUE(sameContents(contentsOf(other / "soak/latest"), contentsOf(isolated->folder)));
}

TEST(Materialize, ALaterRunReplacesTheWholeOfTheOneBefore)
{
    const TempDir base;
    ASSERT_TRUE(runIt(isolatedRequest(base.path(), 6)));
    const auto second = runIt(isolatedRequest(base.path(), 2));
    ASSERT_TRUE(second);
    EXPECT_EQ(second->runId, "RUN_1760000000001");
    EXPECT_TRUE(
        sameContents(asLatest(second->folder, second->runId), contentsOf(base / "soak/latest")));
    EXPECT_EQ(contentsOf(base / "soak").count("latest/ITER_SUMMARY_6.json"), 0U);
}

TEST(Materialize, KeepsWhatOthersPutIntoLatest)
{
    const TempDir base;
    ASSERT_TRUE(runIt(isolatedRequest(base.path(), 6)));
    base.write("soak/latest/reports/x.md", "mine");
    base.write("soak/latest/notes.txt", "mine");
    base.write("soak/latest/artifacts/core.dump", "mine");
    const auto second = runIt(isolatedRequest(base.path(), 2));
    ASSERT_TRUE(second);
    EXPECT_EQ(bytesOf(base / "soak/latest/reports/x.md"), "mine");
    EXPECT_EQ(bytesOf(base / "soak/latest/notes.txt"), "mine");
    bool kept = false;
    for (const auto& [name, bytes] : contentsOf(base / "soak")) {
        kept = kept || (name.ends_with("artifacts/core.dump") && bytes == "mine");
    }
    EXPECT_TRUE(kept);
}

TEST(Materialize, RefusesALatestOfOtherThingsBeforeTheRunBegins)
{
    const TempDir base;
    base.write("soak/latest/thesis.tex", "mine");
    const auto refused = runIt(isolatedRequest(base.path(), 2));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::NotWritable);
    EXPECT_FALSE(fs::exists(base / "RUN_1760000000000"));
}

TEST(Materialize, AnInterruptedRunOnlyWhenAskedFor)
{
    for (const bool partial : {false, true}) {
        const TempDir base;
        std::stop_source stop;
        RunRequest request = isolatedRequest(base.path(), 5);
        request.materializePartial = partial;
        request.onIteration = [&](const IterationRecord&) { stop.request_stop(); };
        const auto result = runIt(request, {}, stop.get_token());
        ASSERT_TRUE(result);
        EXPECT_EQ(result->latest.has_value(), partial);
        EXPECT_EQ(fs::exists(base / "soak/latest"), partial);
        RunRequest resume = isolatedRequest(base.path(), 0);
        resume.resume = true;
        const auto resumed = runIt(resume);
        ASSERT_TRUE(resumed);
        EXPECT_TRUE(sameContents(asLatest(resumed->folder, resumed->runId),
                                 contentsOf(base / "soak/latest")));
    }
}

TEST(Materialize, AFailedRunToo)
{
    const TempDir base;
    RunRequest request = scriptedRequest(base.path(), scriptOf({{.failure = "lost"}}));
    request.isolated = true;
    const auto result = runIt(request);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->status, RunStatus::Failed);
    EXPECT_TRUE(result->latest);
}

TEST(Materialize, NeverUnderARunThatIsBeingWrittenInLatest)
{
    const TempDir base;
    RunRequest outer = mockRequest(base.path(), 2);
    Result<RunResult> isolated = Error{};
    outer.onIteration = [&](const IterationRecord& record) {
        if (record.iteration == 1) {
            isolated = runIt(isolatedRequest(base.path(), 1));
        }
    };
    const auto result = runIt(outer);
    ASSERT_TRUE(result);
    ASSERT_FALSE(isolated);
    EXPECT_EQ(isolated.error().code, Errc::Locked);
    EXPECT_TRUE(fs::exists(base / "RUN_1760000000000/RUN_END.json"));
    const TempDir undisturbed;
    ASSERT_TRUE(runIt(mockRequest(undisturbed.path(), 2)));
    EXPECT_TRUE(
        sameContents(contentsOf(undisturbed / "soak/latest"), contentsOf(base / "soak/latest")));
}

TEST(Materialize, ResumeFinishesOneThatIsMissingAndNoOther)
{
    const TempDir base;
    const auto first = runIt(isolatedRequest(base.path(), 2));
    ASSERT_TRUE(first);
    fs::remove_all(base / "soak/latest");
    RunRequest resume = isolatedRequest(base.path(), 0);
    resume.resume = true;
    EXPECT_EQ(runIt(resume)->latest, base / "soak/latest");
    EXPECT_TRUE(
        sameContents(asLatest(first->folder, first->runId), contentsOf(base / "soak/latest")));

    RunRequest later = mockRequest(base.path(), 1);
    later.info.startedMs = kTestStart + 1000;
    ASSERT_TRUE(runIt(later));
    const auto resumed = runIt(resume);
    ASSERT_TRUE(resumed);
    EXPECT_EQ(resumed->latest, std::nullopt);
    EXPECT_EQ(resumed->remarks.size(), 2U);
    EXPECT_TRUE(isSuperseded(base / "soak/latest", first->runId));
}

TEST(Materialize, RemovesWhatAKilledOneLeftAside)
{
    const TempDir base;
    base.write("soak/.latest.tmp.999999.0/ITER_SUMMARY_1.json", "half");
    base.write("soak/.latest.tmp.999998.0/notes.txt", "mine");
    const auto result = runIt(isolatedRequest(base.path(), 1));
    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_EQ(contentsOf(base / "soak").count(".latest.tmp.999999.0/"), 0U);
    bool kept = false;
    for (const auto& [name, bytes] : contentsOf(base / "soak")) {
        kept = kept || (name.ends_with("/notes.txt") && bytes == "mine");
    }
    EXPECT_TRUE(kept);
}

TEST(Materialize, ALatestThatIsALinkIsReplacedNotFollowed)
{
    const TempDir base;
    base.write("elsewhere/RUN.json", "mine");
    fs::create_directories(base / "soak");
    fs::create_directory_symlink(base / "elsewhere", base / "soak/latest");
    const auto result = runIt(isolatedRequest(base.path(), 1));
    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_FALSE(fs::is_symlink(base / "soak/latest"));
    EXPECT_EQ(bytesOf(base / "elsewhere/RUN.json"), "mine");
    EXPECT_TRUE(
        sameContents(asLatest(result->folder, result->runId), contentsOf(base / "soak/latest")));
}

// Eight at once in one base, started in the same millisecond.
TEST(Defect52, ParallelIsolatedRunsDoNotShareAFile)
{
    constexpr int kRuns = 8;
    const TempDir base;
    std::vector<Result<RunResult>> results(kRuns, Error{});
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < kRuns; ++i) {
            threads.emplace_back([&, i] {
                results[static_cast<std::size_t>(i)] = runIt(isolatedRequest(base.path(), 4));
            });
        }
    }
    std::set<std::string> ids;
    int asLatestCount = 0;
    const auto latest = contentsOf(base / "soak/latest");
    for (const auto& result : results) {
        ASSERT_TRUE(result) << describe(result.error());
        ids.insert(result->runId);
        const TempDir serial;
        RunRequest same = isolatedRequest(serial.path(), 4);
        same.info.startedMs = *parseRunId(result->runId);
        ASSERT_TRUE(runIt(same));
        EXPECT_TRUE(sameContents(contentsOf(serial / result->runId), contentsOf(result->folder)));
        asLatestCount += asLatest(result->folder, result->runId) == latest ? 1 : 0;
    }
    EXPECT_EQ(ids.size(), 8U);
    EXPECT_EQ(asLatestCount, 1);
}

} // namespace

} // namespace soak
