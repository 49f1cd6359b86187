// SPDX-License-Identifier: GPL-3.0-or-later
// The list of runs: filter, select, add one to the chart, and the edits that can be taken back.
#include "tests/ui/journeys/starts.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

constexpr qint64 kFirstStart = 1'767'608'400'000;
constexpr qint64 kSecondStart = kFirstStart + 60'000;

// Two runs below one folder; the newer one, of 36 iterations, is open.
void startListOfTwo(Desk& desk)
{
    desk.makeRun("runs/older", 8, kFirstStart);
    const QString newer = desk.makeRun("runs/newer", 36, kSecondStart);
    desk.start({.paths = {desk.path("runs"), newer}});
    ASSERT_TRUE(until([] { return rowsOf(table("Runs")).size() == 2; }));
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("RUN_1767608460000")));
    ASSERT_TRUE(desk.waitForJobs());
    press("Alt+2");
    ASSERT_TRUE(waitFor(chart("p95 latency")));
}

QString nameInRow(int row)
{
    const auto rows = rowsOf(table("Runs"));
    const auto at = static_cast<std::size_t>(row);
    return at < rows.size() ? rows[at].at(kRunNameColumn) : QString();
}

// The chart has a line for each run, and says at its end which one it is.
void expectBothDrawn()
{
    const Thing latency = chart("p95 latency");
    ASSERT_TRUE(until([&] {
        return !rowsOf(latency).empty() && rowsOf(latency).front().size() == 3;
    })) << "iteration and two runs";
    EXPECT_EQ(letteringOf("p95 latency").filter(QStringLiteral("RU")).size(), 2)
        << letteringOf("p95 latency").join(QLatin1Char('\n')).toStdString();
}

// The row of the older run, which the list shows below the newer one.
constexpr int kOlderRow = 1;

} // namespace

TEST(RunsJourney, TheFilterKeepsWhatMatchesAndSaysWhereItIsWrong)
{
    Desk desk;
    startListOfTwo(desk);
    click(field("Filter the runs"));
    typeText(QStringLiteral("verdict:fail"));
    ASSERT_TRUE(until([] { return rowsOf(table("Runs")).size() == 1; }));
    EXPECT_TRUE(nameInRow(0).contains(QStringLiteral("RUN_1767608400000")))
        << nameInRow(0).toStdString();
    EXPECT_TRUE(isShown(words("1 of 2 runs")));
    typeText(QStringLiteral(" p95<"));
    EXPECT_TRUE(waitFor(words("At 1"))) << allWords().toStdString();
}

TEST(RunsJourney, TheFilterByKeys)
{
    Desk desk;
    startListOfTwo(desk);
    press("Ctrl+F");
    ASSERT_TRUE(hasFocus(field("Filter the runs")));
    typeText(QStringLiteral("verdict:pass"));
    ASSERT_TRUE(until([] { return rowsOf(table("Runs")).size() == 1; }));
    EXPECT_TRUE(nameInRow(0).contains(QStringLiteral("RUN_1767608460000")));
    press("Ctrl+A");
    press("Delete");
    ASSERT_TRUE(until([] { return rowsOf(table("Runs")).size() == 2; }));
}

TEST(RunsJourney, AClickLooksAtAnotherRun)
{
    Desk desk;
    startListOfTwo(desk);
    clickCell(table("Runs"), kOlderRow, kRunNameColumn);
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("RUN_1767608400000")));
    EXPECT_TRUE(desk.title().contains(QStringLiteral("FAIL")));
    clickCell(table("Runs"), 0, kRunNameColumn);
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("RUN_1767608460000")));
    EXPECT_TRUE(desk.title().contains(QStringLiteral("PASS")));
}

TEST(RunsJourney, SelectingByKeys)
{
    Desk desk;
    startListOfTwo(desk);
    ASSERT_TRUE(tabTo(table("Runs")));
    press("Home");
    press("Down");
    press("Return");
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("RUN_1767608400000")));
}

TEST(RunsJourney, TwoSelectedRunsAreDrawnTogether)
{
    Desk desk;
    startListOfTwo(desk);
    clickCell(table("Runs"), 0, kRunNameColumn);
    clickCell(table("Runs"), kOlderRow, kRunNameColumn, Qt::ControlModifier);
    press("Return");
    expectBothDrawn();
}

TEST(RunsJourney, TwoSelectedRunsAreDrawnTogetherByKeys)
{
    Desk desk;
    startListOfTwo(desk);
    ASSERT_TRUE(tabTo(table("Runs")));
    press("Home");
    press("Shift+Down");
    press("Return");
    expectBothDrawn();
}

} // namespace soak::ui
