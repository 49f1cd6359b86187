// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/run_folder.h"
#include "tests/runner/run_support.h"

namespace soak
{

namespace
{

TEST(RunFolder, KnowsTheFilesOfARun)
{
    for (const char* name :
         {"RUN.json", "RUN_END.json", "ITER_SUMMARY_1.json", "ITER_SUMMARY_2147483647.json",
          "TUNING_REPORT.json", "TUNING_STATE.json", "tuning_state.json", "runtime_overrides.json",
          "OVERRIDE_SOURCES.json", "summary.txt", "LATEST.json", ".run.lock"}) {
        EXPECT_TRUE(isRunFileName(name)) << name;
    }
    for (const char* name :
         {"ITER_SUMMARY_0.json", "ITER_SUMMARY_01.json", "notes.txt", "artifacts", "RUN_1", ""}) {
        EXPECT_FALSE(isRunFileName(name)) << name;
    }
}

TEST(RunFolder, KnowsTheOutputsOfAnEngine)
{
    for (const std::string& name :
         {std::string("EDGE_REPORT.json"), std::string("stderr.txt"), failedOutputName(7)}) {
        EXPECT_TRUE(isEngineFileName(name)) << name;
    }
    for (const char* name :
         {"failed_.stderr.txt", "failed_0.stderr.txt", "failed_x.stderr.txt", "core.dump"}) {
        EXPECT_FALSE(isEngineFileName(name)) << name;
    }
}

TEST(RunFolder, OtherThingsWithoutARunAreRefusedByName)
{
    const TempDir folder;
    EXPECT_TRUE(refuseForeignFolder(folder / "not there"));
    EXPECT_TRUE(refuseForeignFolder(folder.path()));
    folder.write("TUNING_REPORT.json", "[]");
    folder.write("artifacts/x", "");
    folder.write(".RUN.json.tmp.1.0", "");
    folder.write("RUN_5/RUN.json", "");
    EXPECT_TRUE(refuseForeignFolder(folder.path()));
    folder.write("zebra", "");
    const Status refused = refuseForeignFolder(folder.path());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::NotWritable);
    EXPECT_NE(refused.error().message.find("zebra"), std::string::npos);
    folder.write("ITER_SUMMARY_3.json", "{}");
    EXPECT_TRUE(refuseForeignFolder(folder.path()));
}

TEST(RunFolder, AFileInItsPlaceIsNotWritable)
{
    const TempDir folder;
    folder.write("file", "");
    EXPECT_EQ(refuseForeignFolder(folder / "file").error().code, Errc::NotWritable);
}

TEST(RunFolder, ClearingKeepsTheRunFileAndWhatIsNotOurs)
{
    const TempDir folder;
    for (const char* name :
         {"RUN.json", "RUN_END.json", "ITER_SUMMARY_1.json", "ITER_SUMMARY_12.json", "summary.txt",
          "artifacts/EDGE_REPORT.json", "artifacts/failed_3.stderr.txt", "mine.txt"}) {
        folder.write(name, "x");
    }
    leaveDebris(folder.path());
    ASSERT_TRUE(clearRunFiles(RunWriter(folder.path())));
    std::vector<std::string> names;
    for (const auto& [name, bytes] : contentsOf(folder.path())) {
        names.push_back(name);
    }
    EXPECT_EQ(names, (std::vector<std::string>{".run.lock", "RUN.json", "mine.txt"}));
}

TEST(RunFolder, WhatRemainsWhileClearingIsTheBeginningOfARun)
{
    const TempDir folder;
    for (const char* name :
         {"RUN_END.json", "ITER_SUMMARY_1.json", "ITER_SUMMARY_2.json", "ITER_SUMMARY_10.json"}) {
        folder.write(name, "x");
    }
    std::vector<std::string> removed;
    const RunWriter writer(folder.path(), [&](std::string_view what) -> Status {
        removed.emplace_back(what);
        return Done{};
    });
    ASSERT_TRUE(clearRunFiles(writer));
    EXPECT_EQ(removed, (std::vector<std::string>{
                           "remove RUN_END.json", "remove ITER_SUMMARY_10.json",
                           "remove ITER_SUMMARY_2.json", "remove ITER_SUMMARY_1.json"}));
}

TEST(RunFolder, AFolderNamedLikeAnIterationIsNotRemoved)
{
    const TempDir folder;
    folder.write("ITER_SUMMARY_1.json/mine", "x");
    const Status cleared = clearRunFiles(RunWriter(folder.path()));
    ASSERT_FALSE(cleared);
    EXPECT_EQ(cleared.error().code, Errc::NotWritable);
    EXPECT_EQ(bytesOf(folder / "ITER_SUMMARY_1.json/mine"), "x");
}

TEST(RunFolder, AnIsolatedOneIsNeverSharedAndBearsTheRunsName)
{
    const TempDir base;
    RunInfo first;
    first.startedMs = 1000;
    RunInfo second = first;
    EXPECT_EQ(*makeIsolatedFolder(base / "new", first), base / "new/RUN_1000");
    EXPECT_EQ(*makeIsolatedFolder(base / "new", second), base / "new/RUN_1001");
    EXPECT_EQ(second.startedMs, 1001);
    EXPECT_EQ(second.runId, "RUN_1001");
}

TEST(RunFolder, IsolatedOnesAreListedNewestFirstByNumber)
{
    const TempDir base;
    EXPECT_TRUE(isolatedFolders(base / "not there")->empty());
    for (const char* name :
         {"RUN_9/RUN.json", "RUN_10/RUN.json", "RUN_8/other", "RUN_x/RUN.json", "RUN_11"}) {
        base.write(name, "{}");
    }
    EXPECT_EQ(*isolatedFolders(base.path()),
              (std::vector<fs::path>{base / "RUN_10", base / "RUN_9"}));
}

} // namespace

} // namespace soak
