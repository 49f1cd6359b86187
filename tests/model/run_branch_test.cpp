// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/run_branch.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

RunBranch branchAt(int at, ParamValues set, bool isTunerOff = false)
{
    RunBranch branch;
    branch.at = at;
    branch.set = std::move(set);
    branch.isTunerOff = isTunerOff;
    return branch;
}

TEST(RunBranch, TheLaterOneOfAnIterationWins)
{
    const std::vector<RunBranch> branches{
        branchAt(5, {{"tail_age_ms", {600}}, {"min_interval_ms", {50}}}),
        branchAt(7, {{"tail_age_ms", {650}}}), branchAt(5, {{"tail_age_ms", {700}}})};
    EXPECT_EQ(branchedValuesAt(branches, 5),
              (ParamValues{{"tail_age_ms", {700}}, {"min_interval_ms", {50}}}));
    EXPECT_EQ(branchedValuesAt(branches, 7), (ParamValues{{"tail_age_ms", {650}}}));
    EXPECT_TRUE(branchedValuesAt(branches, 6).empty());
}

TEST(RunBranch, ATunerThatIsOffStaysOff)
{
    const std::vector<RunBranch> branches{branchAt(5, {}, true), branchAt(7, {})};
    EXPECT_TRUE(isTunerOnAt(branches, 4));
    EXPECT_FALSE(isTunerOnAt(branches, 5));
    EXPECT_FALSE(isTunerOnAt(branches, 8));
    EXPECT_TRUE(isTunerOnAt({}, 8));
}

TEST(RunBranch, SaysWhatItIs)
{
    RunBranch branch = branchAt(9, {{"min_interval_ms", {60}}, {"tail_age_ms", {650}}}, true);
    EXPECT_EQ(branchText(branch),
              "from iteration 9 with min_interval_ms 60, tail_age_ms 650, tuner off");
    branch.without = {"min_interval_ms"};
    branch.isTunerOff = false;
    EXPECT_EQ(branchText(branch), "from iteration 9 with tail_age_ms 650, without the change of "
                                  "min_interval_ms (60)");
    EXPECT_EQ(branchText(branchAt(9, {})), "from iteration 9 nothing changed");
}

} // namespace

} // namespace soak
