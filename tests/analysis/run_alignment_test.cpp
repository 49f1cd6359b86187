// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/run_alignment.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

using Times = std::vector<std::pair<int, std::optional<EpochMs>>>;

SoakRun timed(const Times& rows)
{
    SoakRun run;
    for (const auto& [iteration, time] : rows) {
        run.table.append(iteration, MetricValues{}, time);
    }
    return run;
}

AlignedRuns aligned(const std::vector<const SoakRun*>& runs, Alignment alignment,
                    const std::vector<int>& offsets = {})
{
    return alignRuns(runs, alignment, offsets);
}

TEST(RunAlignment, ByNumberAGapStaysAGap)
{
    const SoakRun run = aRun().withIterations(5).missing(3).build();
    const AlignedRun one = aligned({&run}, Alignment::Iteration).runs[0];
    EXPECT_EQ(one.x, (std::vector<int>{1, 2, 4, 5}));
    EXPECT_EQ(one.rows, (std::vector<std::size_t>{0, 1, 2, 3}));
}

TEST(RunAlignment, AnOffsetMovesOneRunAlone)
{
    const SoakRun run = aRun().withIterations(2).build();
    const AlignedRuns both = aligned({&run, &run}, Alignment::Iteration, {0, -3});
    EXPECT_EQ(both.runs[0].x, (std::vector<int>{1, 2}));
    EXPECT_EQ(both.runs[1].x, (std::vector<int>{-2, -1}));
}

TEST(RunAlignment, CountsFromTheFirstIterationThatAllHave)
{
    const SoakRun early = aRun().withIterations(5).build();
    const SoakRun late = aRun().withIterations(5).missing(1).missing(2).build();
    const AlignedRuns both = aligned({&early, &late}, Alignment::FirstCommon);
    EXPECT_EQ(both.common, 3);
    EXPECT_EQ(both.runs[0].x, (std::vector<int>{-1, 0, 1, 2, 3}));
    EXPECT_EQ(both.runs[1].x, (std::vector<int>{1, 2, 3}));
}

TEST(RunAlignment, WithoutACommonIterationSaysSo)
{
    const SoakRun first = aRun().withIterations(2).build();
    const SoakRun second = aRun().withIterations(4).missing(1).missing(2).build();
    const AlignedRuns both = aligned({&first, &second}, Alignment::FirstCommon);
    EXPECT_FALSE(both.common);
    EXPECT_TRUE(both.runs[0].x.empty());
    EXPECT_EQ(both.runs[0].why, "no iteration is in all of the runs");
}

TEST(RunAlignment, ByElapsedTimeEachRunBeginsAtItsFirstTime)
{
    const SoakRun one = timed({{1, 10'000}, {2, 310'900}});
    const SoakRun two = timed({{1, 990'000}, {2, 995'000}});
    const AlignedRuns both = aligned({&one, &two}, Alignment::Elapsed);
    EXPECT_EQ(both.runs[0].x, (std::vector<int>{0, 300}));
    EXPECT_EQ(both.runs[1].x, (std::vector<int>{0, 5}));
    EXPECT_FALSE(both.origin);
}

TEST(RunAlignment, ByUtcTheEarliestRunIsTheOrigin)
{
    const SoakRun one = timed({{1, 40'000}});
    const SoakRun two = timed({{1, 10'000}, {2, 12'000}});
    const AlignedRuns both = aligned({&one, &two}, Alignment::Utc);
    EXPECT_EQ(both.origin, 10'000);
    EXPECT_EQ(both.runs[0].x, (std::vector<int>{30}));
    EXPECT_EQ(both.runs[1].x, (std::vector<int>{0, 2}));
}

TEST(RunAlignment, RowsWithoutATimeAreCounted)
{
    const SoakRun run = timed({{1, std::nullopt}, {2, 5'000}, {3, std::nullopt}, {4, 9'000}});
    const AlignedRun one = aligned({&run}, Alignment::Elapsed).runs[0];
    EXPECT_EQ(one.rows, (std::vector<std::size_t>{1, 3}));
    EXPECT_EQ(one.x, (std::vector<int>{0, 4}));
    EXPECT_EQ(one.unplaced, 2U);
}

TEST(RunAlignment, SaysWhyThereIsNoPlace)
{
    const SoakRun timeless = aRun().withIterations(3).build();
    const SoakRun backwards = timed({{1, 9'000}, {2, 4'000}});
    const SoakRun empty;
    const AlignedRuns all = aligned({&timeless, &backwards, &empty}, Alignment::Elapsed);
    EXPECT_EQ(all.runs[0].why, "no times of iterations are recorded");
    EXPECT_EQ(all.runs[1].why, "the recorded time goes back at iteration 2");
    EXPECT_EQ(all.runs[2].why, "the run has no iteration");
    for (const AlignedRun& one : all.runs) {
        EXPECT_TRUE(one.x.empty());
    }
}

TEST(RunAlignment, FarTimesStayInsideAnInt)
{
    const SoakRun run = timed({{1, 0}, {2, 9'000'000'000'000'000}});
    const AlignedRun one = aligned({&run}, Alignment::Elapsed, {1'000'000'000}).runs[0];
    EXPECT_GT(one.x[1], 0);
}

TEST(RunAlignment, KeysAreReadBack)
{
    for (const Alignment one :
         {Alignment::Iteration, Alignment::FirstCommon, Alignment::Elapsed, Alignment::Utc}) {
        EXPECT_EQ(alignmentFromKey(keyOf(one)), one);
    }
    EXPECT_FALSE(alignmentFromKey("wall"));
}

} // namespace

} // namespace soak
