// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/artifacts.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

TEST(Artifacts, FileNameGivesTheIteration)
{
    EXPECT_EQ(summaryFileName(7), "ITER_SUMMARY_7.json");
    EXPECT_EQ(iterationOfFileName("ITER_SUMMARY_7.json"), 7);
    EXPECT_EQ(iterationOfFileName("ITER_SUMMARY_2147483647.json"), 2147483647);
}

TEST(Artifacts, OtherNamesAreNoIteration)
{
    for (const char* name : {"ITER_SUMMARY_0.json", "ITER_SUMMARY_07.json", "ITER_SUMMARY_.json", "ITER_SUMMARY_-1.json",
                             "ITER_SUMMARY_2147483648.json", "ITER_SUMMARY_99999999999999999999.json", "ITER_SUMMARY_1.json.tmp",
                             "iter_summary_1.json", "ITER_SUMMARY_1x.json", "xITER_SUMMARY_1.json", "", "ITER_SUMMARY_1"}) {
        EXPECT_EQ(iterationOfFileName(name), std::nullopt) << name;
    }
}

TEST(Artifacts, IsolatedFoldersBearTheRunId)
{
    EXPECT_TRUE(isIsolatedFolderName("RUN_1760000000000"));
    EXPECT_FALSE(isIsolatedFolderName("RUN_"));
    EXPECT_FALSE(isIsolatedFolderName("RUN_1x"));
    EXPECT_FALSE(isIsolatedFolderName("run_1"));
}

} // namespace
} // namespace soak
