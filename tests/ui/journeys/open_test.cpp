// SPDX-License-Identifier: GPL-3.0-or-later
// Opening a run: by the dialog, by drag and drop, on the command line, from the recent ones.
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

// The person sees the run, and the program will remember it.
void expectOpen(Desk& desk, const QString& title, const QString& folder)
{
    ASSERT_TRUE(desk.waitForTitle(title));
    const auto rows = rowsOf(table("Runs"));
    ASSERT_FALSE(rows.empty());
    press("Ctrl+Q");
    ASSERT_TRUE(until([&] { return !desk.isWindowOpen(); }));
    EXPECT_TRUE(desk.text(Desk::kPreferences).contains(folder))
        << desk.text(Desk::kPreferences).toStdString();
}

} // namespace

TEST(OpenJourney, ByTheButtonAndTheDialog)
{
    Desk desk;
    const QString run = desk.copyFixture("reference-8", "mine");
    desk.start();
    click(button("Open a folder\u2026"));
    ASSERT_TRUE(waitFor(field("Directory:")));
    click(field("Directory:"));
    typeText(run);
    // The list of completions takes the first click.
    for (int i = 0; i < 2 && isShown(button("Choose")); ++i) {
        click(button("Choose"));
    }
    expectOpen(desk, QStringLiteral("FAIL"), run);
}

TEST(OpenJourney, ByTheDialogWithKeysAlone)
{
    Desk desk;
    const QString run = desk.copyFixture("reference-8", "mine");
    desk.start();
    press("Ctrl+O");
    ASSERT_TRUE(until([] { return hasFocus(field("Directory:")); }));
    typeText(run);
    press("Return");
    expectOpen(desk, QStringLiteral("FAIL"), run);
}

TEST(OpenJourney, ByDroppingAFolderOrAFileOfIt)
{
    Desk desk;
    const QString eight = desk.copyFixture("reference-8", "mine");
    const QString other = desk.makeRun("other", 36);
    desk.start();
    drop({eight}, words("or drop a run folder here"));
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("mine")));
    drop({other + QStringLiteral("/ITER_SUMMARY_3.json")}, words("Data quality"));
    ASSERT_TRUE(until([] { return rowsOf(table("Runs")).size() == 2; }));
    expectOpen(desk, QStringLiteral("RUN_"), other);
}

TEST(OpenJourney, OnTheCommandLine)
{
    Desk desk;
    const QString run = desk.copyFixture("reference-36", "mine");
    desk.start({.paths = {run}});
    expectOpen(desk, QStringLiteral("PASS"), run);
}

TEST(OpenJourney, AgainFromTheRecentOnes)
{
    Desk desk;
    const QString run = desk.copyFixture("reference-8", "mine");
    desk.start({.paths = {run}});
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("FAIL")));
    press("Ctrl+W");
    ASSERT_TRUE(waitFor(button("Open the sample")));
    chooseMenuByKeys({QStringLiteral("File"), QStringLiteral("Open Recent"),
                      run + QStringLiteral("/artifacts/soak/latest")});
    expectOpen(desk, QStringLiteral("FAIL"), run);
}

TEST(OpenJourney, AFolderWithoutARunSaysSo)
{
    Desk desk;
    desk.home().write("empty/readme.txt", "nothing here");
    desk.start();
    press("Ctrl+O");
    ASSERT_TRUE(until([] { return hasFocus(field("Directory:")); }));
    typeText(desk.path("empty"));
    press("Return");
    ASSERT_TRUE(waitFor(tab("Problems 1"))) << allWords().toStdString();
    click(tab("Problems 1"));
    ASSERT_TRUE(waitFor(table("Problems")));
    const auto rows = rowsOf(table("Problems"));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_TRUE(rows.front().join(QLatin1Char(' ')).contains(desk.path("empty")))
        << rows.front().join(QLatin1Char('|')).toStdString();
}

} // namespace soak::ui
