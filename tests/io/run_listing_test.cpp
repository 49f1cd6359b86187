// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_listing.h"
#include "tests/io/records.h"

#include <sys/stat.h>

namespace soak
{
namespace
{

TEST(RunListing, SortsByNumberAndSkipsOtherNames)
{
    const TempDir dir;
    for (const char* name : {"ITER_SUMMARY_10.json", "ITER_SUMMARY_2.json", "ITER_SUMMARY_1.json",
                             "ITER_SUMMARY_100.json", "ITER_SUMMARY_01.json",
                             "ITER_SUMMARY_3.json.bak", "other.json"}) {
        dir.write(name, "{}");
    }
    FindingLog log;
    const auto listing = listRun(dir.path(), log);
    ASSERT_TRUE(listing);
    EXPECT_EQ(listing->iterations, (std::vector<int>{1, 2, 10, 100}));
    EXPECT_TRUE(listing->linked.empty());
    EXPECT_TRUE(std::move(log).take().empty());
}

TEST(RunListing, ReadsRegularFilesOnly)
{
    const TempDir outside;
    outside.write("secret.json", "{}");
    const TempDir dir;
    dir.write("ITER_SUMMARY_1.json", "{}");
    fs::create_directory(dir / "ITER_SUMMARY_2.json");
    ASSERT_EQ(::mkfifo((dir / "ITER_SUMMARY_3.json").c_str(), 0600), 0);
    fs::create_symlink("ITER_SUMMARY_1.json", dir / "ITER_SUMMARY_4.json");
    fs::create_symlink(outside / "secret.json", dir / "ITER_SUMMARY_5.json");
    fs::create_symlink("nowhere", dir / "ITER_SUMMARY_6.json");
    fs::create_symlink("/dev/zero", dir / "ITER_SUMMARY_7.json");
    fs::create_symlink("ITER_SUMMARY_8.json", dir / "ITER_SUMMARY_8.json");
    fs::create_symlink("ITER_SUMMARY_2.json", dir / "ITER_SUMMARY_9.json");
    FindingLog log;
    const auto listing = listRun(dir.path(), log);
    ASSERT_TRUE(listing);
    EXPECT_EQ(listing->iterations, (std::vector<int>{1, 4}));
    EXPECT_EQ(listing->linked, (std::vector<int>{4}));
    EXPECT_EQ(listing->irregular, (std::vector<int>{2, 3, 5, 6, 7, 8, 9}));
    const Findings findings = std::move(log).take();
    ASSERT_EQ(findings.size(), 7U);
    EXPECT_EQ(findings[0].kind, FindingKind::NotRegularFile);
    EXPECT_EQ(findings[0].iteration, 2);
}

TEST(RunListing, NamesTheTemporaryFilesOfKilledWriters)
{
    const TempDir dir;
    dir.write(".ITER_SUMMARY_3.json.tmp.123.0", "{");
    FindingLog log;
    ASSERT_TRUE(listRun(dir.path(), log));
    const Findings findings = std::move(log).take();
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].kind, FindingKind::LeftoverFile);
    EXPECT_EQ(findings[0].file, ".ITER_SUMMARY_3.json.tmp.123.0");
}

TEST(RunListing, NeedsAFolder)
{
    const TempDir dir;
    FindingLog log;
    EXPECT_EQ(listRun(dir / "none", log).error().code, Errc::NotFound);
    EXPECT_EQ(listRun(dir.write("file", ""), log).error().code, Errc::BadInput);
}

TEST(ReadRunFile, ReadsLinksWithinTheRunOnly)
{
    const TempDir outside;
    outside.write("RUN.json", "out");
    const TempDir dir;
    dir.write("a.json", "in");
    fs::create_symlink("a.json", dir / "b.json");
    fs::create_symlink(outside / "RUN.json", dir / "RUN.json");
    ASSERT_EQ(::mkfifo((dir / "RUN_END.json").c_str(), 0600), 0);
    FindingLog log;
    EXPECT_EQ(readRunFile(dir.path(), "a.json", log), "in");
    EXPECT_EQ(readRunFile(dir.path(), "b.json", log), "in");
    EXPECT_EQ(readRunFile(dir.path(), "absent.json", log), std::nullopt);
    EXPECT_EQ(readRunFile(dir.path(), "RUN.json", log), std::nullopt);
    EXPECT_EQ(readRunFile(dir.path(), "RUN_END.json", log), std::nullopt);
    const Findings findings = std::move(log).take();
    ASSERT_EQ(findings.size(), 2U) << kindsText(findings);
    EXPECT_TRUE(hasFinding(findings, FindingKind::NotRegularFile));
}

} // namespace
} // namespace soak
