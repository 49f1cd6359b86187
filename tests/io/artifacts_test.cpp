// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/artifacts.h"

#include <gtest/gtest.h>

#include <limits>

namespace soak
{
namespace
{

TEST(FileNames, OfAnIterationIsReadBack)
{
    EXPECT_EQ(summaryFileName(7), "ITER_SUMMARY_7.json");
    for (const int iteration : {1, 9, 10, 99, 100, std::numeric_limits<int>::max()}) {
        EXPECT_EQ(iterationOfFileName(summaryFileName(iteration)), iteration);
    }
}

TEST(FileNames, NothingElseIsAnIteration)
{
    for (const char* name : {"ITER_SUMMARY_0.json", "ITER_SUMMARY_01.json", "ITER_SUMMARY_.json",
                             "ITER_SUMMARY_-1.json", "ITER_SUMMARY_2147483648.json",
                             "ITER_SUMMARY_99999999999999999999.json", "ITER_SUMMARY_1.json.tmp",
                             "xITER_SUMMARY_1.json", "ITER_SUMMARY_1 .json", "ITER_SUMMARY_1.JSON",
                             "iter_summary_1.json", ""}) {
        EXPECT_EQ(iterationOfFileName(name), std::nullopt) << name;
    }
}

TEST(FileNames, IsolatedFoldersAreRunAndDigits)
{
    EXPECT_TRUE(isIsolatedFolderName("RUN_1760000000000"));
    EXPECT_FALSE(isIsolatedFolderName("RUN_"));
    EXPECT_FALSE(isIsolatedFolderName("RUN_17x"));
    EXPECT_FALSE(isIsolatedFolderName("RUN.json"));
}

} // namespace
} // namespace soak
