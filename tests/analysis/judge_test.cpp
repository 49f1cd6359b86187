// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/judgement.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace soak
{

TEST(Judge, RunThatMeetsEverythingPasses)
{
    const Judgement judgement = judge(aRun().withIterations(8).shared(), missionProfile());
    EXPECT_EQ(judgement.verdict, RunVerdict::Pass) << judgement.verdictWhy;
    EXPECT_TRUE(judgement.releaseReady) << testing::PrintToString(judgement.releaseBlockers);
}

} // namespace soak
