// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/bundle_archive.h"
#include "tests/release/release_support.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace soak
{

namespace
{

const std::string kRoot = "soak-bundle-RUN_1760000000000";

std::string message(const Result<ArchivePlan>& plan)
{
    return plan ? "accepted" : describe(plan.error());
}

TEST(BundleArchive, PacksInspectsAndUnpacksTheSame)
{
    const TempDir folder;
    folder.write("b/README.md", "text");
    folder.write("b/run/RUN.json", "{}\n");
    folder.write("b/run/artifacts/KPI_GATE.json", std::string(70000, 'k'));
    packFolder(folder / "b", kRoot, 1760000000, folder / "a.tar.gz");

    const auto plan = inspectArchive(folder / "a.tar.gz");
    ASSERT_TRUE(plan) << message(plan);
    EXPECT_EQ(plan->rootName, kRoot);
    EXPECT_EQ(plan->mtime, 1760000000);
    ASSERT_EQ(plan->files.size(), 3U);
    EXPECT_EQ(plan->files[1], (BundleFile{"run/RUN.json", 3, sha256("{}\n")}));

    auto staging = StagingFolder::create(folder.path(), "unpacked");
    ASSERT_TRUE(staging);
    ASSERT_TRUE(unpackArchive(folder / "a.tar.gz", *staging));
    EXPECT_EQ(contentsOf(staging->path()), contentsOf(folder / "b"));
    EXPECT_TRUE(packsToSameBytes(staging->path(), *plan, folder / "a.tar.gz").value_or(false));
}

TEST(BundleArchive, IsNotTheSameBytesWhenOneDiffers)
{
    const TempDir folder;
    folder.write("b/README.md", "text");
    packFolder(folder / "b", kRoot, 0, folder / "a.tar.gz");
    const auto plan = inspectArchive(folder / "a.tar.gz");
    ASSERT_TRUE(plan);
    const std::string bytes = bytesOf(folder / "a.tar.gz");
    for (const std::string& other :
         {bytes + "x", bytes.substr(0, bytes.size() - 1), "x" + bytes.substr(1), std::string()}) {
        folder.write("other", other);
        const auto same = packsToSameBytes(folder / "b", *plan, folder / "other");
        ASSERT_TRUE(same) << describe(same.error());
        EXPECT_FALSE(*same);
    }
}

TEST(BundleArchive, AFileThatChangedIsNotPacked)
{
    const TempDir folder;
    folder.write("b/README.md", "longer");
    const Status packed = packBundle(folder / "b", {kRoot, 0, {{"README.md", 4, sha256("text")}}},
                                     [](std::string_view) { return Status(Done{}); });
    ASSERT_FALSE(packed);
    EXPECT_EQ(packed.error().where, "README.md");
}

TEST(BundleArchive, NamesTheArchiveOrTheEntry)
{
    const TempDir folder;
    const fs::path archive = folder / "a.tar.gz";
    EXPECT_EQ(message(inspectArchive(archive)), pathText(archive) + ": no such file");
    folder.write("a.tar.gz", "");
    EXPECT_EQ(message(inspectArchive(archive)), pathText(archive) + ": too short for a gzip file");
    folder.write("a.tar.gz", "this is no archive at all");
    EXPECT_EQ(message(inspectArchive(archive)), pathText(archive) + ": not a gzip file");
    folder.write("a.tar.gz", gzipOf(tarOf({{kRoot + "/evil.sh", "x"}})));
    EXPECT_EQ(message(inspectArchive(archive)), "evil.sh: a bundle has no such file");
    ASSERT_EQ(::mkfifo((folder / "fifo").c_str(), 0600), 0);
    EXPECT_EQ(message(inspectArchive(folder / "fifo")),
              pathText(folder / "fifo") + ": not a regular file");
}

TEST(BundleArchive, NothingOfARefusedArchiveIsWritten)
{
    const TempDir folder;
    folder.write("a.tar.gz", gzipOf(tarOf({{kRoot + "/README.md", "good"},
                                           {kRoot + "/run/../../../escaped", "bad"}})));
    const auto verification = verificationOf(folder / "a.tar.gz");
    EXPECT_TRUE(hasFailed(verification, CheckId::Container));
    EXPECT_FALSE(fs::exists(folder / "escaped"));
    EXPECT_EQ(contentsOf(folder.path()).size(), 1U);
}

TEST(BundleArchive, ASizeBeyondTheLimitIsRefusedBeforeAnythingIsRead)
{
    const TempDir folder;
    std::string bytes = gzipOf("x");
    bytes.replace(bytes.size() - 4, 4, "\xff\xff\xff\xff");
    folder.write("a.tar.gz", bytes);
    const auto plan = inspectArchive(folder / "a.tar.gz");
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code, Errc::TooLarge);
}

TEST(BundleArchive, AStopIsHeeded)
{
    const TempDir folder;
    folder.write("b/README.md", "text");
    packFolder(folder / "b", kRoot, 0, folder / "a.tar.gz");
    std::stop_source stop;
    stop.request_stop();
    const auto plan = inspectArchive(folder / "a.tar.gz", stop.get_token());
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code, Errc::Cancelled);
}

} // namespace

} // namespace soak
