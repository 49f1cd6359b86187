// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/find_run.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <vector>

namespace soak
{
namespace
{

TEST(FindRun, TakesTheFirstPlaceThatHoldsIterations)
{
    struct Case {
        std::vector<const char*> files;
        const char* found; // "" = the folder itself
    };

    const Case cases[] = {
        {{"ITER_SUMMARY_1.json"}, ""},
        {{"ITER_SUMMARY_150.json"}, ""},
        {{"latest/ITER_SUMMARY_1.json", "ITER_SUMMARY_1.json"}, "latest"},
        {{"soak/latest/ITER_SUMMARY_1.json", "latest/ITER_SUMMARY_1.json"}, "soak/latest"},
        {{"artifacts/soak/latest/ITER_SUMMARY_1.json"}, "artifacts/soak/latest"},
        {{"artifacts/soak/latest/ITER_SUMMARY_1.json", "ITER_SUMMARY_1.json"},
         "artifacts/soak/latest"},
        {{"artifacts/soak/latest/soak/latest/ITER_SUMMARY_1.json", "ITER_SUMMARY_1.json"},
         "artifacts/soak/latest/soak/latest"},
        {{"RUN_9/ITER_SUMMARY_1.json", "RUN_10/ITER_SUMMARY_1.json"}, "RUN_10"},
        {{"RUN_9/ITER_SUMMARY_1.json", "RUN_10/ITER_SUMMARY_0.json"}, "RUN_9"},
        {{"RUN_9/ITER_SUMMARY_1.json", "ITER_SUMMARY_1.json"}, ""},
        {{"soak/latest/RUN.json", "ITER_SUMMARY_1.json"}, ""},
        {{"soak/latest/RUN.json", "notes.txt"}, "soak/latest"},
        {{"latest 1/ITER_SUMMARY_1.json", "RUN.json"}, ""},
        {{"attestation.json", "run/ITER_SUMMARY_1.json"}, "run"},
        {{"attestation.json", "ITER_SUMMARY_1.json"}, ""},
        {{"ITER_SUMMARY_1.json", "run/ITER_SUMMARY_1.json"}, ""},
    };
    for (const Case& c : cases) {
        const TempDir folder;
        for (const char* file : c.files) {
            folder.write(file, "{}");
        }
        const Result<fs::path> found = findRun(folder.path());
        ASSERT_TRUE(found) << c.files.front() << ": " << describe(found.error());
        EXPECT_EQ(*found, *c.found == '\0' ? folder.path() : folder / c.found) << c.files.front();
    }
}

TEST(FindRun, SaysWhereItLookedWhenThereIsNone)
{
    const TempDir folder;
    folder.write("ITER_SUMMARY_01.json", "{}");
    folder.write("iter_summary_1.json", "{}");
    const Result<fs::path> found = findRun(folder.path());
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, Errc::NotFound);
    EXPECT_NE(found.error().message.find((folder / "soak" / "latest").string()), std::string::npos)
        << found.error().message;
}

TEST(FindRun, RefusesAFolderThatIsNotThere)
{
    const TempDir folder;
    const fs::path file = folder.write("file", "x");
    for (const fs::path& path :
         {folder / "nothing", file, folder / "nothing" / "soak" / "latest"}) {
        const Result<fs::path> found = findRun(path);
        ASSERT_FALSE(found) << path;
        EXPECT_EQ(found.error().code, Errc::NotFound);
    }
}

TEST(FindRun, PathsMayHaveSpaces)
{
    const TempDir folder;
    folder.write("latest 1/ITER_SUMMARY_1.json", "{}");
    EXPECT_EQ(findRun(folder / "latest 1").value(), folder / "latest 1");
}

TEST(Defect31, AnEmptyFolderHidesNoRun)
{
    const TempDir folder;
    fs::create_directories(folder / "soak" / "latest");
    fs::create_directories(folder / "latest" / "ITER_SUMMARY_x.json");
    folder.write("ITER_SUMMARY_36.json", "{}");
    EXPECT_EQ(findRun(folder.path()).value(), folder.path());
}

TEST(Defect73, TheDocumentedPathIsTheFolderAboveWhenItDoesNotExist)
{
    const TempDir folder;
    folder.write("soak/latest/ITER_SUMMARY_1.json", "{}");
    const fs::path run = folder / "soak" / "latest";
    EXPECT_EQ(findRun(run / "soak" / "latest").value(), run);
    EXPECT_EQ(findRun(run / "soak" / "latest" / "").value(), run);
    EXPECT_EQ(findRun(run).value(), run);
}

TEST(Defect73, TheDocumentedPathIsTakenAsItStandsWhenItExists)
{
    const TempDir folder;
    folder.write("ITER_SUMMARY_1.json", "{}");
    folder.write("soak/latest/ITER_SUMMARY_1.json", "{}");
    EXPECT_EQ(findRun(folder / "soak" / "latest").value(), folder / "soak" / "latest");
}

TEST(FindRun, AFileIsNoRunAndAnArchiveIsToBeUnpacked)
{
    const TempDir folder;
    folder.write("soak-bundle-RUN_1.tar.gz", "x");
    const auto found = findRun(folder / "soak-bundle-RUN_1.tar.gz");
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, Errc::NotFound);
    EXPECT_NE(found.error().message.find("tar xzf"), std::string::npos);
}

} // namespace
} // namespace soak
