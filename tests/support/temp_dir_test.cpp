// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{
namespace fs = std::filesystem;

TEST(TempDir, IsEmptyAndItsOwn)
{
    const TempDir one;
    const TempDir other;
    EXPECT_NE(one.path(), other.path());
    EXPECT_TRUE(fs::is_empty(one.path()));
}

TEST(TempDir, WritesFilesInFolders)
{
    const TempDir dir;
    EXPECT_EQ(bytesOf(dir.write("a/b.txt", std::string_view("x\0y", 3))), std::string("x\0y", 3));
}

TEST(TempDir, RemovesReadOnlyFoldersToo)
{
    fs::path path;
    {
        const TempDir dir;
        path = dir.path();
        dir.write("locked/file", "x");
        fs::permissions(dir / "locked", fs::perms::owner_read | fs::perms::owner_exec);
    }
    EXPECT_FALSE(fs::exists(path));
}

} // namespace
} // namespace soak
