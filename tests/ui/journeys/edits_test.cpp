// SPDX-License-Identifier: GPL-3.0-or-later
// Every edit of the list of runs: it is seen, kept on disk, taken back and done again.
#include "tests/ui/journeys/starts.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <QRegularExpression>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

constexpr int kShown = 0; // columns
constexpr int kBaseline = 1;
constexpr int kOlder = 1; // row of the older run

// Two runs are open, the newer one is looked at, the older one is the current row.
void startWithTwo(Desk& desk)
{
    const QString older = desk.makeRun("runs/older", 8, 1'767'608'400'000);
    const QString newer = desk.makeRun("runs/newer", 36, 1'767'608'460'000);
    desk.start({.paths = {older, newer}});
    ASSERT_TRUE(until([] { return rowsOf(table("Runs")).size() == 2; }));
    ASSERT_TRUE(desk.waitForJobs());
    clickCell(table("Runs"), 0, kRunNameColumn);
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("RUN_1767608460000")));
}

void goToOlderByKeys()
{
    ASSERT_TRUE(tabTo(table("Runs")));
    press("Home");
    press("Down");
}

QString kept(const Desk& desk)
{
    return desk.text("state/soak-workbench/last.soakws");
}

using Look = std::function<QString()>;

// `shown` is what the person sees of it, `key` what the kept workspace has only after it.
void expectUndoAndRedo(Desk& desk, const Look& shown, const QString& before,
                       const QRegularExpression& key, bool byKeys)
{
    const auto act = [&](const char* name, const char* keys) {
        byKeys ? press(keys) : chooseMenu({QStringLiteral("Edit"), QString::fromUtf8(name)});
    };
    ASSERT_TRUE(until([&] { return shown() != before; })) << "the edit is not seen";
    const QString after = shown();
    ASSERT_TRUE(until([&] { return kept(desk).contains(key); })) << kept(desk).toStdString();
    act("Undo", "Ctrl+Z");
    EXPECT_TRUE(until([&] { return shown() == before; })) << shown().toStdString();
    EXPECT_TRUE(until([&] { return !kept(desk).contains(key); })) << kept(desk).toStdString();
    act("Redo", "Ctrl+Shift+Z");
    EXPECT_TRUE(until([&] { return shown() == after; })) << shown().toStdString();
    EXPECT_TRUE(until([&] { return kept(desk).contains(key); })) << kept(desk).toStdString();
}

QString olderName()
{
    const auto rows = rowsOf(table("Runs"));
    return rows.size() > kOlder ? rows[kOlder].at(kRunNameColumn) : QString();
}

QString olderDot()
{
    return colourOfCell(table("Runs"), kOlder, kShown);
}

const QRegularExpression kAliasKey(QStringLiteral("\"alias\": \"nightly\""));
const QRegularExpression kColourKey(QStringLiteral("\"colour\": 5"));
// Both are drawn at first, so that an edit hides one.
const QRegularExpression
    kShownKey(QStringLiteral("\"shown\": \\[\\s*\"RUN_1767608460000[^\"]*\"\\s*\\]"));
const QRegularExpression kBaselineKey(QStringLiteral("\"baseline\": \"RUN_1767608400000"));

void typeName()
{
    press("Ctrl+A");
    typeText(QStringLiteral("nightly"));
    press("Return");
}

} // namespace

TEST(EditsJourney, AnAlias)
{
    Desk desk;
    startWithTwo(desk);
    const QString before = olderName();
    rightClickCell(table("Runs"), kOlder, kRunNameColumn);
    chooseMenu({QStringLiteral("Rename")});
    typeName();
    expectUndoAndRedo(desk, olderName, before, kAliasKey, false);
}

TEST(EditsJourney, AnAliasByKeys)
{
    Desk desk;
    startWithTwo(desk);
    const QString before = olderName();
    goToOlderByKeys();
    press("F2");
    typeName();
    expectUndoAndRedo(desk, olderName, before, kAliasKey, true);
}

TEST(EditsJourney, AColour)
{
    Desk desk;
    startWithTwo(desk);
    const QString before = olderDot();
    rightClickCell(table("Runs"), kOlder, kRunNameColumn);
    chooseMenu({QStringLiteral("Colour"), QStringLiteral("Colour 5")});
    expectUndoAndRedo(desk, olderDot, before, kColourKey, false);
}

TEST(EditsJourney, AColourByKeys)
{
    Desk desk;
    startWithTwo(desk);
    goToOlderByKeys();
    const QString before = olderDot();
    press("Menu");
    chooseMenuByKeys({QString(), QStringLiteral("Colour"), QStringLiteral("Colour 5")});
    expectUndoAndRedo(desk, olderDot, before, kColourKey, true);
}

TEST(EditsJourney, WhetherARunIsDrawn)
{
    Desk desk;
    startWithTwo(desk);
    const QString before = olderDot();
    clickCell(table("Runs"), kOlder, kShown);
    expectUndoAndRedo(desk, olderDot, before, kShownKey, false);
}

TEST(EditsJourney, WhetherARunIsDrawnByKeys)
{
    Desk desk;
    startWithTwo(desk);
    const QString before = olderDot();
    goToOlderByKeys();
    press("V");
    expectUndoAndRedo(desk, olderDot, before, kShownKey, true);
}

TEST(EditsJourney, TheBaseline)
{
    Desk desk;
    startWithTwo(desk);
    const auto star = [] { return colourOfCell(table("Runs"), kOlder, kBaseline); };
    const QString before = star();
    rightClickCell(table("Runs"), kOlder, kRunNameColumn);
    chooseMenu({QStringLiteral("Make it the baseline")});
    expectUndoAndRedo(desk, star, before, kBaselineKey, false);
}

TEST(EditsJourney, TheBaselineByKeys)
{
    Desk desk;
    startWithTwo(desk);
    const auto star = [] { return colourOfCell(table("Runs"), kOlder, kBaseline); };
    const QString before = star();
    goToOlderByKeys();
    press("S");
    expectUndoAndRedo(desk, star, before, kBaselineKey, true);
}

} // namespace soak::ui
