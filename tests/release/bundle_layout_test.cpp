// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/said_text.h"
#include "core/release/bundle_layout.h"
#include "core/release/decision.h"
#include "tests/release/release_support.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(BundleLayout, AnIdThatIsNoRunIdNeverBecomesAName)
{
    SoakRun run = aRun().build();
    EXPECT_EQ(bundleNameOf(run), "soak-bundle-RUN_1767608400000");
    for (const std::string id : {"../../etc", "RUN_1/../..", "RUN_-1", "RUN_x", "FOREIGN_short"}) {
        run.info->runId = id;
        const std::string name = bundleNameOf(run);
        EXPECT_TRUE(isBundleName(name)) << name;
        EXPECT_EQ(name.find_first_of("/."), std::string::npos) << name;
    }
    const SoakRun foreign = aRun().foreign().build();
    EXPECT_TRUE(isBundleName(bundleNameOf(foreign))) << bundleNameOf(foreign);
    EXPECT_FALSE(isBundleName("soak-bundle-"));
    EXPECT_FALSE(isBundleName("soak-bundle-FOREIGN_0123456789AB"));
}

TEST(BundleLayout, HoldsTheFilesOfARunButItsLockAndMark)
{
    for (const std::string path :
         {"run/RUN.json", "run/ITER_SUMMARY_2147483647.json", "run/artifacts/EDGE_REPORT.json",
          "run/artifacts/failed_7.stderr.txt", "charts/net_bps.svg", "SHA256SUMS",
          "attestation.json.sig"}) {
        EXPECT_TRUE(checkBundlePath(path)) << path;
    }
    for (const std::string path :
         {"run/.run.lock", "run/LATEST.json", "run/ITER_SUMMARY_0.json", "run/ITER_SUMMARY_01.json",
          "charts/other.svg", "run", "RUN.json", "run/artifacts/x", "CANARY_CHECKLIST.md",
          "readme.md"}) {
        EXPECT_FALSE(checkBundlePath(path)) << path;
    }
}

TEST(BundleLayout, EveryRequiredFileMayBeThereAndIsDescribed)
{
    EXPECT_EQ(requiredFiles().size(), 18U);
    for (const std::string& path : requiredFiles()) {
        EXPECT_TRUE(checkBundlePath(path)) << path;
        if (path != kChecksumsFile) {
            EXPECT_NE(describeFile(path), "output of the engine") << path;
        }
    }
    EXPECT_EQ(describeFile("run/ITER_SUMMARY_7.json"), "iteration 7");
    EXPECT_EQ(describeFile("run/artifacts/EDGE_REPORT.json"), "output of the engine");
}

TEST(BundleLayout, AListNamesEachFileOnceAndInOrder)
{
    BundleFiles files;
    EXPECT_TRUE(addAscending(files, {"a", 1, {}}, "LIST"));
    EXPECT_TRUE(addAscending(files, {"b", 1, {}}, "LIST"));
    for (const std::string path : {"b", "a"}) {
        const Status status = addAscending(files, {path, 1, {}}, "LIST");
        ASSERT_FALSE(status);
        EXPECT_EQ(status.error().where, "LIST");
    }
    ASSERT_NE(findFile(files, "b"), nullptr);
    EXPECT_EQ(findFile(files, "c"), nullptr);
}

TEST(BundleLayout, ARunLiesInABundleBesideAnAttestation)
{
    const TempDir folder;
    folder.write("bundle/attestation.json", "{}");
    folder.write("bundle/run/RUN.json", "{}");
    folder.write("bundle/other/RUN.json", "{}");
    folder.write("runs/run/RUN.json", "{}");
    EXPECT_EQ(bundleAround(folder / "bundle/run"), folder / "bundle");
    EXPECT_EQ(bundleAround(folder / "bundle/run/"), folder / "bundle");
    EXPECT_EQ(bundleAround(folder / "bundle/other/../run"), folder / "bundle");
    EXPECT_EQ(bundleAround(folder / "bundle/other"), std::nullopt);
    EXPECT_EQ(bundleAround(folder / "runs/run"), std::nullopt);
    EXPECT_EQ(bundleAround(folder / "absent/run"), std::nullopt);
}

TEST(BundleLayout, WhatAFileIsCanBeSaidInAnotherLanguage)
{
    std::vector<std::string> paths = requiredFiles();
    for (const std::string_view path :
         {kSignatureFile, kDecisionFile, kChecksumsFile, std::string_view("run/RUN.json"),
          std::string_view("run/RUN_END.json"), std::string_view("run/TUNING_REPORT.json"),
          std::string_view("run/TUNING_STATE.json"), std::string_view("run/runtime_overrides.json"),
          std::string_view("run/OVERRIDE_SOURCES.json"), std::string_view("run/summary.txt"),
          std::string_view("run/artifacts/EDGE_REPORT.json")}) {
        paths.emplace_back(path);
    }
    for (const std::string& path : paths) {
        EXPECT_TRUE(saidTextOf(describeFile(path))) << path << ": " << describeFile(path);
    }
    EXPECT_EQ(describeFile(kChecksumsFile), "SHA-256 of every other file");
}

} // namespace

} // namespace soak
