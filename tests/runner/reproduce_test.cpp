// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/preset.h"
#include "tests/runner/run_support.h"

#include <fstream>

namespace soak
{

namespace
{

using Names = std::vector<std::string>;

TEST(Reproduce, EveryVirtualRunIsIdentical)
{
    const TempDir base;
    RunRequest plain = mockRequest(base.path(), 5);
    RunRequest isolated = plain;
    isolated.isolated = true;
    RunRequest scripted =
        scriptedRequest(base.path(), scriptOf({{}, {.failure = "lost"}, {.p95 = 400}}));
    scripted.out = base / "scripted";
    RunRequest warm = mockRequest(base.path(), 7);
    warm.out = base / "warm";
    warm.applyDisabled = true;
    warm.info.phases.enabled = true;
    warm.info.warmupPreset = *findBuiltinPreset("warmup_conservative_v1");
    warm.info.overridesForm = OverridesForm::Flat;
    warm.info.tuner = "driver";
    for (const RunRequest& request : {plain, isolated, scripted, warm}) {
        const auto result = runIt(request);
        ASSERT_TRUE(result) << describe(result.error());
        const auto before = contentsOf(result->folder);
        const auto reproduced = reproduceRun(result->folder, {}, {});
        ASSERT_TRUE(reproduced) << describe(reproduced.error());
        EXPECT_TRUE(reproduced->identical) << reproduced->differing.front();
        EXPECT_GE(reproduced->filesCompared, 9);
        EXPECT_TRUE(sameContents(before, contentsOf(result->folder)));
    }
    EXPECT_TRUE(reproduceRun(base / "soak/latest", {}, {})->identical); // with its LATEST.json
}

TEST(Reproduce, NamesWhatDiffersIsMissingOrAdditional)
{
    const TempDir base;
    ASSERT_TRUE(runIt(mockRequest(base.path(), 3)));
    const fs::path folder = base / "soak/latest";
    fs::remove(folder / "summary.txt");
    std::ofstream(folder / "artifacts/EDGE_REPORT.json") << "{}";
    base.write("soak/latest/ITER_SUMMARY_4.json", "{}");
    base.write("soak/latest/notes.txt", "not of the run");
    const auto reproduced = reproduceRun(folder, {}, {});
    ASSERT_TRUE(reproduced);
    EXPECT_FALSE(reproduced->identical);
    EXPECT_EQ(reproduced->differing,
              (Names{"ITER_SUMMARY_4.json", "artifacts/EDGE_REPORT.json", "summary.txt"}));
}

TEST(Reproduce, NeedsARunOfOurs)
{
    const TempDir base;
    base.write("ITER_SUMMARY_1.json", "{}");
    EXPECT_EQ(reproduceRun(base.path(), {}, {}).error().code, Errc::BadInput);
    EXPECT_EQ(reproduceRun(base / "not there", {}, {}).error().code, Errc::BadInput);
}

TEST(Reproduce, ABotOfOthersCannotBeRepeated)
{
    const TempDir base;
    RunRequest request = mockRequest(base.path(), 1);
    request.info.engine = "command";
    request.command = {"/bin/true"};
    const auto result = runIt(request);
    ASSERT_TRUE(result);
    EXPECT_EQ(reproduceRun(result->folder, {}, {}).error().code, Errc::Usage);
}

TEST(Reproduce, StopsWhenAsked)
{
    const TempDir base;
    ASSERT_TRUE(runIt(mockRequest(base.path(), 2)));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(reproduceRun(base / "soak/latest", stop.get_token(), {}).error().code,
              Errc::Cancelled);
}

} // namespace

} // namespace soak
