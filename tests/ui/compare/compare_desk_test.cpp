// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compare/compared_runs.h"
#include "ui/compare/compare_desk.h"

#include <QSignalSpy>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

TEST(CompareDesk, WithoutAStarTheRunLookedAtIsTheBaseline)
{
    ComparedRuns all({8, 9});
    EXPECT_EQ(all.desk.baseline(), all.ids[1]);
    EXPECT_EQ(all.desk.candidate(), all.ids[0]);
    EXPECT_EQ(all.desk.runs(), (QStringList{all.ids[1], all.ids[0]}));
    EXPECT_EQ(all.desk.labelOf(all.ids[1]), QStringLiteral("A"));
    EXPECT_EQ(all.desk.labelOf(all.ids[0]), QStringLiteral("B"));
}

TEST(CompareDesk, TheStarredRunIsTheBaselineAndWhoIsLookedAtIsHeldAgainstIt)
{
    ComparedRuns all({8, 9, 10});
    all.runs.selection.setBaseline(all.ids[0]);
    EXPECT_EQ(all.desk.baseline(), all.ids[0]);
    all.runs.selection.setPrimary(all.ids[1]);
    EXPECT_EQ(all.desk.candidate(), all.ids[1]);
    all.runs.selection.setPrimary(all.ids[2]);
    EXPECT_EQ(all.desk.candidate(), all.ids[2]);
    EXPECT_EQ(all.desk.runs(), (QStringList{all.ids[0], all.ids[2], all.ids[1]}));
}

TEST(CompareDesk, StepsThroughTheCandidatesRoundTheEnd)
{
    ComparedRuns all({8, 9, 10});
    all.runs.selection.setBaseline(all.ids[0]);
    all.runs.selection.setPrimary(all.ids[1]);
    all.desk.stepCandidate(1);
    EXPECT_EQ(all.desk.candidate(), all.ids[2]);
    EXPECT_EQ(all.runs.selection.primary(), all.ids[2]) << "the rest of the window follows";
    all.desk.stepCandidate(1);
    EXPECT_EQ(all.desk.candidate(), all.ids[1]);
    all.desk.stepCandidate(-1);
    EXPECT_EQ(all.desk.candidate(), all.ids[2]);
}

TEST(CompareDesk, TheStarChangesSidesAndCanBeTakenBack)
{
    ComparedRuns all({8, 9});
    all.runs.selection.setBaseline(all.ids[0]);
    all.desk.starCandidate();
    EXPECT_EQ(all.desk.baseline(), all.ids[1]);
    EXPECT_EQ(all.desk.candidate(), all.ids[0]);
    all.runs.session.workspace().history().undo();
    EXPECT_EQ(all.desk.baseline(), all.ids[0]);
    EXPECT_EQ(all.desk.candidate(), all.ids[1]);
}

TEST(CompareDesk, WorksOutWhatIsChosenInTheBackground)
{
    ComparedRuns all({8, 9});
    ASSERT_TRUE(all.settled());
    EXPECT_EQ(all.desk.charts()->runs.size(), 2U);
    EXPECT_EQ(all.desk.charts()->choice.alignment, Alignment::Iteration);
    CompareChoice choice = all.desk.choice();
    choice.alignment = Alignment::Elapsed;
    all.desk.choose(choice);
    EXPECT_FALSE(all.desk.isUpToDate());
    ASSERT_TRUE(all.settled());
    EXPECT_EQ(all.desk.charts()->choice.alignment, Alignment::Elapsed);
    EXPECT_EQ(all.desk.charts()->aligned.runs[0].x.front(), 0);
}

// The charts may come last: what is said of the values waits for nobody.
TEST(CompareDesk, FactsAreKnownWithoutTheCharts)
{
    ComparedRuns all({8, 9});
    ASSERT_TRUE(all.settled());
    CompareChoice choice = all.desk.choice();
    choice.alignment = Alignment::FirstCommon;
    all.desk.choose(choice);
    EXPECT_FALSE(all.desk.isUpToDate());
    EXPECT_TRUE(all.desk.areFactsUpToDate());
    choice.window = ComparedWindow::All;
    all.desk.choose(choice);
    EXPECT_FALSE(all.desk.areFactsUpToDate());
    ASSERT_TRUE(all.settled());
    EXPECT_TRUE(all.desk.areFactsUpToDate());
}

TEST(CompareDesk, AnOffsetIsOfOneUnit)
{
    ComparedRuns all({8, 9});
    all.desk.setOffset(all.ids[0], 5);
    ASSERT_TRUE(all.settled());
    EXPECT_EQ(all.desk.charts()->aligned.runs[1].x.front(), 6);
    CompareChoice choice = all.desk.choice();
    choice.alignment = Alignment::FirstCommon;
    all.desk.choose(choice);
    EXPECT_EQ(all.desk.offsetOf(all.ids[0]), 5) << "iterations, too";
    choice.alignment = Alignment::Utc;
    all.desk.choose(choice);
    EXPECT_FALSE(all.desk.hasOffsets()) << "five iterations are not five seconds";
}

TEST(CompareDesk, NothingIsWorkedOutBeforeSomebodyLooks)
{
    OpenRuns runs;
    CompareDesk desk(runs.context);
    runs.openMock(8);
    runs.openMock(9, 60'000);
    QCoreApplication::processEvents();
    EXPECT_EQ(desk.charts(), nullptr);
    EXPECT_TRUE(runs.jobs.running().empty());
}

TEST(CompareDesk, AClosedRunIsLetGo)
{
    ComparedRuns all({8, 9, 10});
    ASSERT_TRUE(all.settled());
    const std::weak_ptr<const SoakRun> closed = all.runs.session.find(all.ids[0])->run;
    all.runs.session.close(all.ids[0]);
    all.runs.selection.forget(all.ids[0]);
    ASSERT_TRUE(all.settled());
    EXPECT_EQ(all.desk.runs().size(), 2);
    EXPECT_TRUE(QTest::qWaitFor([&] { return closed.expired(); }, 5'000));
}

} // namespace
} // namespace soak::ui
