// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/bundle_folder.h"
#include "tests/release/release_support.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace soak
{

namespace
{

TEST(BundleFolder, CopiesPlainFilesAndNamesEverythingElse)
{
    const TempDir folder;
    folder.write("b/README.md", "text");
    folder.write("b/run/RUN.json", "{}");
    folder.write("b/notes.txt", "mine");
    folder.write("b/other/README.md", "mine");
    folder.write("secret", "do not read");
    fs::create_symlink(folder / "secret", folder / "b/FAILURES.md");
    fs::create_directory_symlink(folder.path(), folder / "b/charts");
    ASSERT_EQ(::mkfifo((folder / "b/MANIFEST.json").c_str(), 0600), 0);

    auto target = StagingFolder::create(folder.path(), "copy");
    ASSERT_TRUE(target);
    const auto copy = copyBundleFolder(folder / "b", *target);
    ASSERT_TRUE(copy) << describe(copy.error());
    EXPECT_EQ(copy->files,
              (BundleFiles{{"README.md", 4, sha256("text")}, {"run/RUN.json", 2, sha256("{}")}}));
    EXPECT_EQ(contentsOf(target->path()).size(), 2U);
    std::vector<std::string> refused;
    for (const Error& error : copy->refused) {
        refused.push_back(describe(error));
    }
    EXPECT_EQ(refused,
              (std::vector<std::string>{
                  "FAILURES.md: is a link, which is not followed here",
                  "MANIFEST.json: not a regular file", "charts: a bundle has no such file",
                  "notes.txt: a bundle has no such file", "other: a bundle has no such folder"}));
}

TEST(BundleFolder, ThatIsNotThereIsAnError)
{
    const TempDir folder;
    auto target = StagingFolder::create(folder.path(), "copy");
    ASSERT_TRUE(target);
    const auto copy = copyBundleFolder(folder / "absent", *target);
    ASSERT_FALSE(copy);
    EXPECT_EQ(copy.error().code, Errc::NotFound);
}

} // namespace

} // namespace soak
