// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/compared_rows.h"
#include "core/analysis/steady_state.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(ComparedRows, SteadyBeginsAfterTheLongestDeclaredWarmUp)
{
    PhasePlan plan;
    plan.enabled = true;
    plan.warmupIterations = 4;
    plan.rampdownIterations = 2;
    const SoakRun warmed = aRun().withIterations(12).withWarmup(plan, 20).build();
    const SoakRun bare = aRun().withIterations(12).build();
    const SoakRun foreign = aRun().withIterations(12).foreign().build();
    const auto from = [](std::vector<const SoakRun*> runs) { return steadyFrom(runs); };
    EXPECT_EQ(from({&bare}), 1);
    EXPECT_EQ(from({&foreign}), kDeclaredWarmUp + 1);
    EXPECT_EQ(from({&bare, &foreign, &warmed}), 7);
}

TEST(ComparedRows, AreThoseOfTheWindow)
{
    const SoakRun run = aRun().withIterations(12).missing(3).missing(12).build();
    EXPECT_EQ(comparedRows(run, ComparedWindow::All, 5), (RowSpan{0, 10}));
    EXPECT_EQ(comparedRows(run, ComparedWindow::Last8, 5), (RowSpan{2, 10}));
    EXPECT_EQ(comparedRows(run, ComparedWindow::Steady, 3), (RowSpan{2, 10}));
    EXPECT_EQ(comparedRows(run, ComparedWindow::Steady, 99), (RowSpan{10, 10}));
    EXPECT_EQ(keyOf(ComparedWindow::Steady), "steady");
    EXPECT_EQ(keyOf(ComparedWindow::Last8), "last8");
    EXPECT_EQ(keyOf(ComparedWindow::All), "all");
}

TEST(ComparedRows, ASeriesKeepsThePlacesOfWhatIsMissing)
{
    const SoakRun run =
        aRun().withIterations(6).missing(4).at(3, Metric::NetBps, std::nullopt).build();
    const Series series = comparedSeries(run, Metric::NetBps, {1, 5});
    EXPECT_EQ(series.at, (std::vector<std::int64_t>{0, 3, 4})); // 2, 5 and 6
    EXPECT_EQ(series.length, 5U);
    EXPECT_EQ(series.missing(), 2U);
    EXPECT_EQ(comparedSeries(run, Metric::NetBps, {5, 5}), Series{});
}

TEST(ComparedRows, IterationsWithinAreThoseOfTheWindowThatHaveSuchAValue)
{
    RunBuilder builder = aRun().withIterations(6);
    for (int i = 1; i <= 6; ++i) {
        builder.at(i, Metric::NetBps, i);
    }
    const SoakRun run = builder.at(4, Metric::NetBps, std::nullopt).build();
    const RowSpan all = comparedRows(run, ComparedWindow::All, 1);
    EXPECT_EQ(iterationsWithin(run, Metric::NetBps, all, {2, 5}), (std::vector<int>{2, 3, 5}));
    EXPECT_EQ(iterationsWithin(run, Metric::NetBps, {0, 2}, {2, 5}), (std::vector<int>{2}));
    const SoakRun bare = aRun().withIterations(6).without(Metric::NetBps).build();
    EXPECT_TRUE(iterationsWithin(bare, Metric::NetBps, all, {-1e9, 1e9}).empty())
        << "what is not recorded lies nowhere";
}

} // namespace

} // namespace soak
