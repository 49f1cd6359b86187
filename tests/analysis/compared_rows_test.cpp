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

} // namespace

} // namespace soak
