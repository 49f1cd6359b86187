// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <gtest/gtest.h>

#include <vector>

namespace soak
{

namespace
{

TEST(Parallel, EveryTaskRunsOnce)
{
    std::vector<int> runs(1'000, 0);
    forEachInParallel(runs.size(), [&](std::size_t at) { ++runs[at]; });
    EXPECT_EQ(runs, std::vector<int>(1'000, 1));
}

TEST(Parallel, NothingToDoIsDone)
{
    forEachInParallel(0, [](std::size_t) { FAIL(); });
}

} // namespace

} // namespace soak
