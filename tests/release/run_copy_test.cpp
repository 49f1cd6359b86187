// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/load_run.h"
#include "core/release/run_copy.h"
#include "tests/release/release_support.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

std::vector<std::string> pathsOf(const std::vector<RunCopyEntry>& plan)
{
    std::vector<std::string> paths;
    for (const RunCopyEntry& entry : plan) {
        paths.push_back(entry.path);
    }
    return paths;
}

constexpr const char* kSummary =
    R"({"iteration":1,"summary":{"net_bps":3.0,"p95_latency_ms":200,"risk_ratio":0.3,"maker_taker_ratio":0.9}})";

TEST(RunCopy, TakesTheFilesOfTheRunAndNoOthers)
{
    const TempDir folder;
    const fs::path run = mockRun(folder.path(), 3);
    folder.write("soak/latest/notes.txt", "mine");
    folder.write("soak/latest/.run.lock", "{}");
    folder.write("soak/latest/artifacts/mine.txt", "mine");
    const auto loaded = loadRun(run);
    ASSERT_TRUE(loaded);
    const auto plan = runCopyPlan(run, **loaded);
    ASSERT_TRUE(plan) << describe(plan.error());
    EXPECT_EQ(
        pathsOf(*plan),
        (std::vector<std::string>{
            "run/ITER_SUMMARY_1.json", "run/ITER_SUMMARY_2.json", "run/ITER_SUMMARY_3.json",
            "run/OVERRIDE_SOURCES.json", "run/RUN.json", "run/RUN_END.json",
            "run/TUNING_REPORT.json", "run/TUNING_STATE.json", "run/artifacts/EDGE_REPORT.json",
            "run/artifacts/KPI_GATE.json", "run/runtime_overrides.json", "run/summary.txt"}));
    auto staging = StagingFolder::create(folder.path(), "x");
    ASSERT_TRUE(staging);
    const auto files = copyRunFiles(*plan, "root", *staging);
    ASSERT_TRUE(files) << describe(files.error());
    for (const BundleFile& file : *files) {
        const std::string name = file.path.substr(4);
        EXPECT_EQ(bytesOf(staging->path() / "root" / file.path), bytesOf(run / name)) << name;
        EXPECT_EQ(file.sha256, sha256(bytesOf(run / name))) << name;
    }
    EXPECT_TRUE(isCopyOf(*files, **loaded));
    BundleFiles changed = *files;
    changed[1].sha256[0] ^= 1U;
    EXPECT_FALSE(isCopyOf(changed, **loaded)) << "another summary";
    changed = *files;
    changed.erase(changed.begin() + 5);
    EXPECT_FALSE(isCopyOf(changed, **loaded)) << "without its end";
    changed = *files;
    changed.insert(changed.begin() + 3, {"run/ITER_SUMMARY_4.json", 1, {}});
    EXPECT_FALSE(isCopyOf(changed, **loaded)) << "one more";
}

TEST(Defect41, LiveOverridesBesideAForeignRunAreFound)
{
    const TempDir folder;
    folder.write("soak/latest/ITER_SUMMARY_1.json", kSummary);
    folder.write("soak/runtime_overrides.json", R"({"tail_age_ms":600})");
    const auto loaded = loadRun(folder / "soak/latest");
    ASSERT_TRUE(loaded);
    const auto plan = runCopyPlan(folder / "soak/latest", **loaded);
    ASSERT_TRUE(plan);
    EXPECT_EQ(pathsOf(*plan),
              (std::vector<std::string>{"run/ITER_SUMMARY_1.json", "run/runtime_overrides.json"}));
    EXPECT_EQ(bytesOf(plan->back().from), R"({"tail_age_ms":600})");
}

TEST(RunCopy, ALinkIsRefusedByName)
{
    const TempDir folder;
    folder.write("elsewhere", kSummary);
    folder.write("run/ITER_SUMMARY_1.json", kSummary);
    fs::create_symlink(folder / "elsewhere", folder / "run/RUN_END.json");
    auto staging = StagingFolder::create(folder.path(), "x");
    ASSERT_TRUE(staging);
    const auto files =
        copyRunFiles({{folder / "run/RUN_END.json", "run/RUN_END.json"}}, "root", *staging);
    ASSERT_FALSE(files);
    EXPECT_EQ(files.error().code, Errc::BadInput);
    EXPECT_EQ(files.error().where, pathText(folder / "run/RUN_END.json"));
}

} // namespace

} // namespace soak
