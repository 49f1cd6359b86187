// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+F narrows the list that has the focus.
#include "tests/ui/journeys/starts.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

const Thing kLine = field("Filter the list");
// Its name goes on with how many there are.
const Thing kEventsTab{QAccessible::PageTab, QStringLiteral("Events"), Thing::Match::Beginning};

} // namespace

TEST(ListsJourney, TheEventsAreNarrowedWhereTheyHaveTheFocus)
{
    Desk desk;
    startOnMine(desk);
    click(kEventsTab);
    ASSERT_TRUE(until([] { return rowsOf(table("Events")).size() > 3; }));
    const auto all = rowsOf(table("Events"));
    click(table("Events"), {}, {0.5, 0.5});
    press("Ctrl+F");
    ASSERT_TRUE(hasFocus(kLine)) << allWords().toStdString();
    const QString word = all.back().last().section(QLatin1Char(' '), 0, 0);
    typeText(word);
    EXPECT_TRUE(until([&] { return rowsOf(table("Events")).size() < all.size(); }))
        << word.toStdString();
    for (const QStringList& row : rowsOf(table("Events"))) {
        EXPECT_TRUE(row.join(QLatin1Char(' ')).contains(word, Qt::CaseInsensitive));
    }
    press("Escape");
    EXPECT_TRUE(until([&] { return rowsOf(table("Events")).size() == all.size(); }));
    EXPECT_TRUE(hasFocus(table("Events")));
}

TEST(ListsJourney, TheOverridesAreNarrowedByKeys)
{
    Desk desk;
    startOnMine(desk);
    press("Alt+3");
    const Thing differences = tree("Differences of the overrides");
    ASSERT_TRUE(waitFor(differences));
    const auto all = rowsOf(differences).size();
    ASSERT_TRUE(tabTo(number("Iteration of side A")));
    press("Ctrl+F");
    ASSERT_TRUE(hasFocus(kLine));
    typeText(QStringLiteral("replace_rate"));
    EXPECT_TRUE(until([&] { return rowsOf(differences).size() < all; }));
    press("Escape");
    EXPECT_TRUE(until([&] { return rowsOf(differences).size() == all; }));
}

TEST(ListsJourney, WithoutAListInFocusTheRunsAreFiltered)
{
    Desk desk;
    startOnMine(desk);
    press("Alt+2");
    press("Ctrl+F");
    EXPECT_TRUE(hasFocus(field("Filter the runs")));
}

} // namespace soak::ui
