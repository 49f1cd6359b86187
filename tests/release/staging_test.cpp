// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/staging.h"
#include "tests/release/release_support.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace soak
{

namespace
{

unsigned modeOf(const fs::path& path)
{
    struct stat status {
    };

    EXPECT_EQ(::stat(path.c_str(), &status), 0) << path;
    return status.st_mode & 07777U;
}

TEST(Staging, SetsModesWhateverTheUmask)
{
    const TempDir folder;
    for (const mode_t mask : {mode_t{0}, mode_t{022}, mode_t{077}, mode_t{0777}}) {
        const mode_t before = ::umask(mask);
        auto staging = StagingFolder::create(folder.path(), "x");
        const bool isWritten = staging && staging->write("a/b/c", "text");
        ::umask(before);
        ASSERT_TRUE(isWritten) << mask;
        EXPECT_EQ(modeOf(staging->path()), 0700U);
        EXPECT_EQ(modeOf(staging->path() / "a"), 0755U);
        EXPECT_EQ(modeOf(staging->path() / "a/b"), 0755U);
        EXPECT_EQ(modeOf(staging->path() / "a/b/c"), 0644U);
        EXPECT_TRUE(staging->sync());
    }
    EXPECT_TRUE(fs::is_empty(folder.path())) << "each was removed";
}

TEST(Staging, NeverWritesOverAFile)
{
    const TempDir folder;
    auto staging = StagingFolder::create(folder.path(), "x");
    ASSERT_TRUE(staging);
    ASSERT_TRUE(staging->write("a", "1"));
    const Status again = staging->write("a", "2");
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, Errc::NotWritable);
    EXPECT_EQ(bytesOf(staging->path() / "a"), "1");
}

TEST(Staging, RemovesWhatKilledProcessesLeftAndNothingElse)
{
    const TempDir folder;
    folder.write(".x.tmp.999999999.0/a", "left");
    folder.write(".x.tmp." + std::to_string(::getpid()) + ".777/a", "of this process");
    folder.write(".x.tmp.mine/a", "of a person");
    folder.write(".xy.tmp.999999999.0/a", "of another name");
    {
        const auto staging = StagingFolder::create(folder.path(), "x");
        ASSERT_TRUE(staging);
    }
    EXPECT_FALSE(fs::exists(folder / ".x.tmp.999999999.0"));
    EXPECT_EQ(contentsOf(folder.path()).size(), 3U);
}

TEST(Staging, AFolderThatCannotBeMadeIsAnError)
{
    const TempDir folder;
    folder.write("file", "");
    const auto staging = StagingFolder::create(folder / "file", "x");
    ASSERT_FALSE(staging);
    EXPECT_EQ(staging.error().code, Errc::NotWritable);
}

} // namespace

} // namespace soak
