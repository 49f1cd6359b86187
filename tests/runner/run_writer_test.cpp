// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/run_writer.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(RunWriter, WritesAndRemovesByName)
{
    const TempDir folder;
    const RunWriter writer(folder.path());
    ASSERT_TRUE(writer.write("a.json", "{}\n"));
    EXPECT_EQ(bytesOf(folder / "a.json"), "{}\n");
    ASSERT_TRUE(writer.remove("a.json"));
    EXPECT_FALSE(std::filesystem::exists(folder / "a.json"));
    EXPECT_TRUE(writer.remove("a.json"));
}

TEST(RunWriter, RemovesALinkNotWhatItLeadsTo)
{
    const TempDir folder;
    folder.write("target", "x");
    std::filesystem::create_symlink("target", folder / "link");
    ASSERT_TRUE(RunWriter(folder.path()).remove("link"));
    EXPECT_EQ(bytesOf(folder / "target"), "x");
}

TEST(RunWriter, AFolderOfThisNameIsARefusal)
{
    const TempDir folder;
    folder.write("a.json/x", "x");
    EXPECT_EQ(RunWriter(folder.path()).remove("a.json").error().code, Errc::NotWritable);
    EXPECT_EQ(RunWriter(folder.path()).write("a.json", "").error().code, Errc::NotWritable);
}

TEST(RunWriter, ItsHookComesFirstAndCanPreventTheChange)
{
    const TempDir folder;
    folder.write("b.json", "x");
    const RunWriter writer(folder.path(), [](std::string_view what) -> Status {
        return Error{Errc::Internal, std::string(what), ""};
    });
    EXPECT_EQ(writer.write("a.json", "").error().message, "write a.json");
    EXPECT_EQ(writer.remove("b.json").error().message, "remove b.json");
    EXPECT_FALSE(std::filesystem::exists(folder / "a.json"));
    EXPECT_TRUE(std::filesystem::exists(folder / "b.json"));
}

} // namespace

} // namespace soak
