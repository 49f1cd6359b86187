// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/find_runs.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

std::vector<std::string> found(const TempDir& dir)
{
    const auto runs = findRuns(dir.path(), {}, {});
    EXPECT_TRUE(runs);
    std::vector<std::string> names;
    for (const fs::path& folder : runs->folders) {
        names.push_back(folder.lexically_relative(fs::canonical(dir.path())).native());
    }
    return names;
}

using Names = std::vector<std::string>;

} // namespace

TEST(FindRuns, FoldersWithAnIterationOrARunFileAreRuns)
{
    const TempDir dir;
    dir.write("nightly/soak/latest/ITER_SUMMARY_1.json", "{}");
    dir.write("nightly/RUN_1760000000000/RUN.json", "{}");
    dir.write("notes/readme.txt", "nothing");
    dir.write("old run/ITER_SUMMARY_7.json", "{}");
    EXPECT_EQ(found(dir), (Names{"nightly/RUN_1760000000000", "nightly/soak/latest", "old run"}));
}

TEST(FindRuns, TheBaseItselfMayBeARunAndHoldIsolatedOnes)
{
    const TempDir dir;
    dir.write("ITER_SUMMARY_1.json", "{}");
    dir.write("RUN_5/ITER_SUMMARY_1.json", "{}");
    dir.write("reports/ITER_SUMMARY_1.json", "{}"); // not entered: it is inside a run
    EXPECT_EQ(found(dir), (Names{".", "RUN_5"}));
}

TEST(FindRuns, LinksAndHiddenFoldersAreNotEntered)
{
    const TempDir dir;
    dir.write("a/ITER_SUMMARY_1.json", "{}");
    dir.write(".cache/ITER_SUMMARY_1.json", "{}");
    fs::create_directory_symlink(dir.path(), dir / "loop");
    fs::create_directory_symlink(dir / "a", dir / "b");
    EXPECT_EQ(found(dir), Names{"a"});
}

TEST(FindRuns, DepthIsBoundedAndSaidToBe)
{
    const TempDir dir;
    fs::path deep;
    for (int i = 0; i <= kMostFolderDepth; ++i) {
        deep /= "d";
    }
    dir.write(deep / "ITER_SUMMARY_1.json", "{}");
    const auto runs = findRuns(dir.path(), {}, {});
    EXPECT_TRUE(runs->folders.empty());
    EXPECT_TRUE(runs->isCut);
}

TEST(FindRuns, AMissingBaseIsAnError)
{
    const TempDir dir;
    EXPECT_EQ(findRuns(dir / "absent", {}, {}).error().code, Errc::NotFound);
    EXPECT_EQ(findRuns(dir.write("file.txt", ""), {}, {}).error().code, Errc::BadInput);
}

TEST(FindRuns, StopsWhenAsked)
{
    const TempDir dir;
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(findRuns(dir.path(), stop.get_token(), {}).error().code, Errc::Cancelled);
}

} // namespace soak
