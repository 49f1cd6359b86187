// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/compared_side.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

ComparedSide sideOf(const RunBuilder& builder, int from)
{
    const Judgement judgement = judge(builder.shared(), missionProfile());
    ComparedSide side = comparedSide({"x", &judgement});
    placeRows(side, ComparedWindow::Steady, from);
    return side;
}

TEST(ComparedSide, ConfigurationIsThatOfTheComparedIterations)
{
    const RunBuilder tuned =
        aRun().withIterations(20).proposing(9, {{"min_interval_ms", ParamDelta{5}}});
    EXPECT_FALSE(sideOf(tuned, 1).stateHash);
    EXPECT_TRUE(sideOf(tuned, 10).stateHash);
    EXPECT_NE(sideOf(tuned, 10).stateHash, sideOf(aRun().withIterations(20), 10).stateHash);
    EXPECT_TRUE(sideOf(tuned, 1).hasOverrides);
    EXPECT_FALSE(sideOf(aRun().withIterations(20).foreign(), 1).hasOverrides);
}

TEST(ComparedSide, CountsWhatIsMissing)
{
    const ComparedSide side = sideOf(aRun().withIterations(20).missing(3).missing(12), 5);
    EXPECT_EQ(side.iterationsMissing, 1U);
    EXPECT_EQ(side.rows.last - side.rows.first, 15U);
    EXPECT_EQ(sideOf(aRun().withIterations(20), 99).iterationsMissing, 0U);
}

TEST(ComparedSide, SaysThatARunHasNotEnded)
{
    const ComparedSide side =
        sideOf(aRun().withIterations(20).editRun([](SoakRun& run) { run.end.reset(); }), 1);
    EXPECT_EQ(side.notes, std::vector<std::string>{"the run has not ended"});
}

} // namespace

} // namespace soak
