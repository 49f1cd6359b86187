// SPDX-License-Identifier: GPL-3.0-or-later
// The difference of two override sets: between iterations of a run, and between runs.
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

const Thing kTree = tree("Differences of the overrides");

void startOnOverrides(Desk& desk)
{
    desk.start({.paths = {desk.makeRun("mine", 36)}});
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("PASS")));
    ASSERT_TRUE(desk.waitForJobs());
}

QString lineOf(const char* parameter)
{
    for (const QStringList& row : rowsOf(kTree)) {
        if (row.value(0) == QLatin1String(parameter)) {
            return row.join(QLatin1Char('|'));
        }
    }
    return {};
}

} // namespace

TEST(OverridesJourney, TheDifferenceOfTwoIterations)
{
    Desk desk;
    startOnOverrides(desk);
    click(tab("Overrides"));
    ASSERT_TRUE(waitFor(kTree));
    const auto all = rowsOf(kTree).size();
    ASSERT_GT(all, 2U);
    click(number("Iteration of side A"));
    press("Ctrl+A");
    typeText(QStringLiteral("6"));
    press("Return");
    click(number("Iteration of side B"));
    press("Ctrl+A");
    typeText(QStringLiteral("7"));
    press("Return");
    ASSERT_TRUE(until([&] { return rowsOf(kTree).size() < all; })) << rowsOf(kTree).size();
    EXPECT_FALSE(lineOf("replace_rate_per_min").isEmpty()) << allWords().toStdString();
    click(button("Copy JSON Patch"));
    EXPECT_TRUE(clipboardText().contains(QStringLiteral("replace_rate_per_min")))
        << clipboardText().toStdString();
}

TEST(OverridesJourney, TheDifferenceByKeys)
{
    Desk desk;
    startOnOverrides(desk);
    press("Alt+3");
    ASSERT_TRUE(waitFor(kTree));
    const auto all = rowsOf(kTree).size();
    ASSERT_TRUE(tabTo(number("Iteration of side A")));
    press("Ctrl+A");
    typeText(QStringLiteral("6"));
    press("Return");
    ASSERT_TRUE(tabTo(number("Iteration of side B")));
    press("Ctrl+A");
    typeText(QStringLiteral("7"));
    press("Return");
    ASSERT_TRUE(until([&] { return rowsOf(kTree).size() < all; })) << rowsOf(kTree).size();
    EXPECT_FALSE(lineOf("replace_rate_per_min").isEmpty());
    const auto differing = rowsOf(kTree).size();
    press("Alt+D");
    ASSERT_TRUE(until([&] { return rowsOf(kTree).size() > differing; }))
        << "equal ones are shown, too";
    clearClipboard();
    press("Alt+O");
    // A key holds the button down for a moment, as a person would.
    EXPECT_TRUE(until([] {
        return clipboardText().contains(QStringLiteral("replace_rate_per_min"));
    })) << clipboardText().toStdString();
}

// Keys that are noise are left out of the differences, which is said, kept, undone and redone.
void leaveOutAndBringBack(Desk& desk, const std::function<void(const Thing&)>& use, bool byKeys)
{
    const Thing kIgnored = field("Keys to leave out");
    const auto all = rowsOf(kTree).size();
    ASSERT_FALSE(lineOf("min_interval_ms").isEmpty());
    const auto act = [&](const char* name, const char* keys) {
        byKeys ? press(keys) : chooseMenu({QStringLiteral("Edit"), QString::fromUtf8(name)});
    };
    const auto isKept = [&] {
        return desk.text("state/soak-workbench/last.soakws")
            .contains(QStringLiteral("\"ignored_overrides\": \"*interval*\""));
    };
    const auto expectLeftOut = [&](bool isLeftOut) {
        EXPECT_TRUE(until([&] { return (rowsOf(kTree).size() < all) == isLeftOut; }));
        EXPECT_EQ(lineOf("min_interval_ms").isEmpty(), isLeftOut);
        EXPECT_EQ(allWords().contains(QStringLiteral(" \u00b7 1 left out")), isLeftOut)
            << allWords().toStdString();
        EXPECT_TRUE(until([&] { return isKept() == isLeftOut; }));
    };
    use(kIgnored);
    typeText(QStringLiteral("*interval*"));
    press("Return");
    expectLeftOut(true);
    press("Tab");
    act("Undo", "Ctrl+Z");
    expectLeftOut(false);
    act("Redo", "Ctrl+Shift+Z");
    expectLeftOut(true);
}

TEST(OverridesJourney, KeysThatAreNoiseAreLeftOut)
{
    Desk desk;
    startOnOverrides(desk);
    click(tab("Overrides"));
    ASSERT_TRUE(waitFor(kTree));
    leaveOutAndBringBack(
        desk, [](const Thing& thing) { click(thing); }, false);
}

TEST(OverridesJourney, KeysThatAreNoiseAreLeftOutByKeys)
{
    Desk desk;
    startOnOverrides(desk);
    press("Alt+3");
    ASSERT_TRUE(waitFor(kTree));
    leaveOutAndBringBack(
        desk, [](const Thing& thing) { ASSERT_TRUE(tabTo(thing)); }, true);
}

} // namespace soak::ui
