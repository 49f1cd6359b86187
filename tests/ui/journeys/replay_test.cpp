// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated run again without one of its changes, from where the change is seen.
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <QDir>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

const Thing kEventLanes = anything("Events over the iterations");
const Thing kEntry{QAccessible::MenuItem, QStringLiteral("Replay Without This Change")};

void startOnSimulated(Desk& desk, const char* engine = "sim")
{
    const QString run = desk.makeTunedRun("runs/source", 10, engine);
    desk.start({.paths = {run}});
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("RUN_")));
    ASSERT_TRUE(desk.waitForJobs());
    press("Alt+2");
    ASSERT_TRUE(waitFor(chart("p95 latency")));
}

// What was made lies beside the source, is listed, and is drawn with it; the source stays in front.
void expectReplayed(const Desk& desk)
{
    ASSERT_TRUE(until([] { return rowsOf(table("Runs")).size() == 2; }))
        << allWords().toStdString();
    const QStringList made =
        QDir(desk.path("runs")).entryList({QStringLiteral("RUN_*_whatif_*_at_*")}, QDir::Dirs);
    EXPECT_EQ(made.size(), 1);
    const Thing latency = chart("p95 latency");
    EXPECT_TRUE(until([&] {
        return !rowsOf(latency).empty() && rowsOf(latency).front().size() == 3;
    })) << "iteration and two runs";
    EXPECT_FALSE(desk.title().contains(QStringLiteral("whatif")));
    EXPECT_TRUE(allWords().contains(QStringLiteral("Drawn beside it"))) << allWords().toStdString();
}

} // namespace

TEST(ReplayJourney, FromTheFlagByMouse)
{
    Desk desk;
    startOnSimulated(desk);
    rightClick(kEventLanes, placeOfFirstChange());
    click(kEntry);
    expectReplayed(desk);
}

TEST(ReplayJourney, FromTheInspectorByKeys)
{
    Desk desk;
    startOnSimulated(desk);
    // The first iteration after which something was applied, and in it the first change.
    constexpr int kMostRows = 20;
    const Thing overrides = tree("Overrides of the iteration");
    const auto isOffered = [] { return isShown(kEntry) && isEnabled(kEntry); };
    for (const char* iteration : {"1", "2", "3", "4"}) {
        press("Ctrl+L");
        typeText(QString::fromLatin1(iteration));
        press("Return");
        ASSERT_TRUE(tabTo(overrides));
        for (int row = 0; row < kMostRows && !isOffered(); ++row) {
            press("Escape");
            press("Down");
            press("Menu");
        }
        if (isOffered()) {
            break;
        }
        press("Escape");
    }
    ASSERT_TRUE(isEnabled(kEntry)) << allWords().toStdString();
    chooseMenuByKeys({QString(), QStringLiteral("Replay Without This Change")});
    expectReplayed(desk);
}

TEST(ReplayJourney, TheChangesAtTheCursorByTheCommandBox)
{
    Desk desk;
    startOnSimulated(desk);
    rightClick(kEventLanes, placeOfFirstChange()); // to learn which iteration it is
    ASSERT_TRUE(waitFor(kEntry));
    press("Escape");
    click(kEventLanes, Qt::NoModifier, placeOfFirstChange());
    press("Ctrl+Shift+P");
    typeText(QStringLiteral("replay"));
    press("Return");
    expectReplayed(desk);
}

TEST(ReplayJourney, ARunOfAnotherEngineSaysWhyNot)
{
    Desk desk;
    startOnSimulated(desk, "mock");
    rightClick(kEventLanes, placeOfFirstChange());
    ASSERT_TRUE(waitFor(kEntry));
    EXPECT_FALSE(isEnabled(kEntry));
    press("Escape");
}

} // namespace soak::ui
