// SPDX-License-Identifier: GPL-3.0-or-later
// The next window: what was open is there again, or one press away when the last window fell.
#include "tests/ui/journeys/starts.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

// Of the page of distributions.
const Thing kSteps{QAccessible::NoRole, QStringLiteral("p95 latency, ms; A"),
                   Thing::Match::Beginning};

const Thing kReport{QAccessible::NoRole, QStringLiteral("Report, rendered")};

void renameFirst(const QString& name)
{
    click(table("Runs"), {}, {0.5, 0.9});
    ASSERT_TRUE(tabTo(table("Runs")));
    press("Home");
    press("F2");
    press("Ctrl+A");
    typeText(name);
    press("Return");
}

QString firstName()
{
    const auto rows = rowsOf(table("Runs"));
    return rows.empty() ? QString() : rows.front().at(kRunNameColumn);
}

void closeWindow(Desk& desk)
{
    press("Ctrl+Q");
    ASSERT_TRUE(until([&] { return !desk.isWindowOpen(); }));
    desk.end();
}

// The real program on `run`, killed as soon as it has kept what is open.
void startAndKill(Desk& desk, const QString& run)
{
    const auto program = desk.startAside(QStringLiteral(SOAK_PROGRAM_SOAK_WORKBENCH), {run});
    const std::string kept = std::string(Desk::kState) + "/last.soakws";
    ASSERT_TRUE(until([&] {
        return desk.text(kept.c_str()).contains(run.section(QLatin1Char('/'), -1));
    })) << desk.text(kept.c_str()).toStdString();
    program->kill();
    ASSERT_TRUE(program->waitForFinished(kPatienceMs));
    ASSERT_EQ(program->exitStatus(), QProcess::CrashExit);
}

} // namespace

TEST(RestoreJourney, AWindowThatWasClosedComesBackAsItWas)
{
    Desk desk;
    const QString run = desk.makeRun("runs/mine", 36);
    desk.start({.paths = {run}});
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("PASS")));
    renameFirst(QStringLiteral("nightly"));
    ASSERT_TRUE(until([] { return firstName().contains(QStringLiteral("nightly")); }));
    press("Alt+5");
    ASSERT_TRUE(waitFor(kReport));
    closeWindow(desk);
    EXPECT_TRUE(desk.text("state/soak-workbench/last.soakws").contains(QStringLiteral("nightly")));
    desk.start();
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("PASS")));
    EXPECT_TRUE(firstName().contains(QStringLiteral("nightly"))) << firstName().toStdString();
    EXPECT_FALSE(isShown(button("Open them again")));
    EXPECT_TRUE(waitFor(kReport)) << allWords().toStdString();
}

TEST(RestoreJourney, AComparisonIsShownAsItWas)
{
    Desk desk;
    const QString older = desk.makeRun("runs/older", 24);
    desk.start({.paths = {older, desk.makeRun("runs/newer", 36, 1'767'608'460'000)}});
    ASSERT_TRUE(until([] { return rowsOf(table("Runs")).size() == 2; }));
    ASSERT_TRUE(desk.waitForJobs());
    clickCell(table("Runs"), 0, kRunNameColumn);
    clickCell(table("Runs"), 1, kRunNameColumn, Qt::ControlModifier);
    press("Return");
    press("Alt+6");
    ASSERT_TRUE(waitFor(choice("Show"))) << allWords().toStdString();
    ASSERT_TRUE(desk.waitForJobs());
    for (const char* box : {"Show", "Align", "Scale"}) { // the next one of each
        ASSERT_TRUE(tabTo(choice(box))) << box;
        press("Down");
    }
    press("Ctrl+Z");
    ASSERT_TRUE(until([] { return valueOf(choice("Scale")) == QStringLiteral("raw"); }));
    const QString alignment = valueOf(choice("Align"));
    click(tab("Distributions"));
    ASSERT_TRUE(waitFor(kSteps)) << allWords().toStdString();
    closeWindow(desk);
    desk.start();
    ASSERT_TRUE(until([] { return rowsOf(table("Runs")).size() == 2; }));
    press("Alt+6");
    ASSERT_TRUE(waitFor(choice("Show"))) << allWords().toStdString();
    EXPECT_TRUE(waitFor(kSteps)) << allWords().toStdString();
    EXPECT_EQ(valueOf(choice("Show")), QStringLiteral("side by side"));
    EXPECT_EQ(valueOf(choice("Align")), alignment);
    EXPECT_NE(alignment, QStringLiteral("iteration"));
    EXPECT_EQ(valueOf(choice("Scale")), QStringLiteral("raw"));
}

TEST(RestoreJourney, ANameIsThereThoughAnotherRunWasAskedFor)
{
    Desk desk;
    const QString mine = desk.makeRun("runs/mine", 36);
    desk.start({.paths = {mine}});
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("PASS")));
    renameFirst(QStringLiteral("nightly"));
    ASSERT_TRUE(until([] { return firstName().contains(QStringLiteral("nightly")); }));
    closeWindow(desk);
    desk.start({.paths = {desk.makeRun("else/other", 8, 1'767'608'460'000)}});
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("FAIL")));
    ASSERT_TRUE(until([] { return rowsOf(table("Runs")).size() == 2; }))
        << "the folders of the last window are looked through, too";
    EXPECT_TRUE(
        rowsOf(table("Runs")).back().at(kRunNameColumn).contains(QStringLiteral("nightly")));
}

TEST(RestoreJourney, AWindowThatFellIsOfferedAgain)
{
    Desk desk;
    startAndKill(desk, desk.makeRun("runs/mine", 36));
    desk.start();
    ASSERT_TRUE(waitFor(button("Open them again"))) << allWords().toStdString();
    EXPECT_TRUE(isShown(words("The last window did not end by itself. It had 1 run open.")));
    EXPECT_FALSE(desk.title().contains(QStringLiteral("PASS")));
    click(button("Open them again"));
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("PASS")));
    EXPECT_FALSE(isShown(button("Open them again")));
}

TEST(RestoreJourney, AWindowThatFellIsTakenUpByKeys)
{
    Desk desk;
    startAndKill(desk, desk.makeRun("runs/mine", 36));
    desk.start();
    ASSERT_TRUE(waitFor(button("Open them again")));
    press("F6");
    ASSERT_TRUE(hasFocus(button("Open them again"))) << "the notice is the first pane";
    press("Space");
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("PASS")));
}

} // namespace soak::ui
