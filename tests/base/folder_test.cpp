// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/folder.h"
#include "tests/base/refusal.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace soak
{
namespace
{

TEST(ListFolder, GivesEveryNameOnce)
{
    const TempDir dir;
    dir.write("a b", "x");
    dir.write(".hidden", "x");
    dir.write("folder/inside", "x");
    dir.write("\xFF", "x");
    EXPECT_THAT(listFolder(dir.path()).value(),
                testing::UnorderedElementsAre("a b", ".hidden", "folder", "\xFF"));
    EXPECT_TRUE(listFolder(dir / "folder").value_or({}).size() == 1);
}

TEST(ListFolder, SaysWhyItCannot)
{
    const TempDir dir;
    const fs::path file = dir.write("file", "x");
    EXPECT_EQ(codeOf(listFolder(dir / "none")), Errc::NotFound);
    EXPECT_EQ(codeOf(listFolder(file)), Errc::BadInput);
}

TEST(MakeFolders, MakesAllThatAreMissing)
{
    const TempDir dir;
    EXPECT_TRUE(makeFolders(dir / "a/b/c"));
    EXPECT_TRUE(makeFolders(dir / "a/b/c"));
    EXPECT_TRUE(makeFolders(dir / "d/"));
    EXPECT_TRUE(fs::is_directory(dir / "a/b/c"));
}

TEST(MakeFolders, SaysWhyItCannot)
{
    const TempDir dir;
    const fs::path file = dir.write("file", "x");
    for (const fs::path& path : {file, file / "below", fs::path()}) {
        EXPECT_EQ(codeOf(makeFolders(path)), Errc::NotWritable) << path;
    }
}

TEST(MakeFolderExclusively, IsGivenToOneOnly)
{
    const TempDir dir;
    EXPECT_TRUE(makeFolderExclusively(dir / "RUN_1"));
    EXPECT_EQ(codeOf(makeFolderExclusively(dir / "RUN_1")), Errc::Locked);
    EXPECT_EQ(codeOf(makeFolderExclusively(dir / "none/RUN_1")), Errc::NotWritable);
}

TEST(SyncFolder, IsForFolders)
{
    const TempDir dir;
    EXPECT_TRUE(syncFolder(dir.path()));
    EXPECT_EQ(codeOf(syncFolder(dir.write("file", "x"))), Errc::NotWritable);
    EXPECT_EQ(codeOf(syncFolder(dir / "none")), Errc::NotWritable);
}

TEST(RemoveTree, RemovesLinksAndNotWhatTheyName)
{
    const TempDir dir;
    dir.write("keep/file", "x");
    dir.write("gone/deep/file", "x");
    fs::create_directory_symlink(dir / "keep", dir / "gone/link");
    fs::create_directory_symlink(dir / "keep", dir / "other");
    EXPECT_TRUE(removeTree(dir / "gone/"));
    EXPECT_TRUE(removeTree(dir / "other"));
    EXPECT_TRUE(removeTree(dir / "none"));
    EXPECT_THAT(listFolder(dir.path()).value(), testing::ElementsAre("keep"));
    EXPECT_EQ(bytesOf(dir / "keep/file"), "x");
}

// For root no folder is closed, so the work is that of somebody else.
TEST(RemoveTree, RemovesFoldersThatTheirOwnerClosed)
{
    constexpr uid_t kNobody = 65534;
    const TempDir dir;
    fs::permissions(dir.path(), fs::perms::all);
    const pid_t child = ::fork();
    if (child == 0) {
        if (::geteuid() == 0 && ::setuid(kNobody) != 0) {
            ::_exit(2);
        }
        fs::create_directories(dir / "gone/closed/deep");
        for (const char* folder : {"gone/closed/deep", "gone/closed"}) {
            ::chmod((dir / folder).c_str(), 0);
        }
        ::_exit(removeTree(dir / "gone") ? 0 : 1);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
    EXPECT_FALSE(fs::exists(dir / "gone"));
}

TEST(RemoveTree, NeverRemovesWhatNobodyMeans)
{
    for (const std::string_view path : {"", "/", ".", "..", "/tmp/..", "/tmp/../", "./"}) {
        EXPECT_EQ(codeOf(removeTree(path)), Errc::Usage) << path;
    }
}

TEST(ExchangePaths, ExchangesTwoFolders)
{
    const TempDir dir;
    dir.write("a/one", "1");
    dir.write("b/two", "2");
    const Result<Exchange> how = exchangePaths(dir / "a", dir / "b");
    ASSERT_TRUE(how);
    EXPECT_EQ(bytesOf(dir / "a/two"), "2");
    EXPECT_EQ(bytesOf(dir / "b/one"), "1");
    EXPECT_THAT(listFolder(dir.path()).value(), testing::UnorderedElementsAre("a", "b"));
}

TEST(ExchangePaths, WithoutTheKernelsExchangeTwoRenamesDoIt)
{
    const TempDir dir;
    dir.write("a/one", "1");
    dir.write("b/two", "2");
    ASSERT_TRUE(detail::exchangeByRenames(dir / "a/", dir / "b"));
    EXPECT_EQ(bytesOf(dir / "a/two"), "2");
    EXPECT_EQ(bytesOf(dir / "b/one"), "1");
    EXPECT_THAT(listFolder(dir.path()).value(), testing::UnorderedElementsAre("a", "b"));
}

TEST(ExchangePaths, WhenOneIsMissingTheOtherStays)
{
    const TempDir dir;
    dir.write("b/two", "2");
    EXPECT_EQ(codeOf(exchangePaths(dir / "a", dir / "b")), Errc::NotWritable);
    EXPECT_EQ(codeOf(exchangePaths(dir / "b", dir / "a")), Errc::NotWritable);
    EXPECT_EQ(codeOf(detail::exchangeByRenames(dir / "a", dir / "b")), Errc::NotWritable);
    EXPECT_EQ(codeOf(detail::exchangeByRenames(dir / "b", dir / "a")), Errc::NotWritable);
    EXPECT_THAT(listFolder(dir.path()).value(), testing::ElementsAre("b"));
    EXPECT_EQ(bytesOf(dir / "b/two"), "2");
}

} // namespace
} // namespace soak
