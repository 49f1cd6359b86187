// SPDX-License-Identifier: GPL-3.0-or-later
// The charts: zoom, lock, jump to an event.
#include "tests/ui/journeys/starts.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

// "#1 to #36" beside the charts.
QString rangeText()
{
    return nameOf(words("#"));
}

const QString kAll = QStringLiteral("#1 to #36");

} // namespace

TEST(ChartsJourney, TheWheelZoomsAtThePointerAndHomeShowsAll)
{
    Desk desk;
    startOnCharts(desk);
    ASSERT_EQ(rangeText(), kAll);
    wheel(chart("p95 latency"), 3);
    ASSERT_TRUE(until([] { return rangeText() != kAll; }));
    EXPECT_TRUE(rangeText().endsWith(QStringLiteral("of #1 to #36"))) << rangeText().toStdString();
    click(chart("p95 latency"));
    press("Home");
    EXPECT_EQ(rangeText(), kAll);
}

TEST(ChartsJourney, ADragZoomsAndBackspaceGoesBackStepByStep)
{
    Desk desk;
    startOnCharts(desk);
    drag(chart("p95 latency"), {0.3, 0.5}, {0.7, 0.5});
    ASSERT_TRUE(until([] { return rangeText() != kAll; }));
    const QString once = rangeText();
    drag(chart("p95 latency"), {0.3, 0.5}, {0.6, 0.5});
    ASSERT_TRUE(until([&] { return rangeText() != once; }));
    press("Backspace");
    EXPECT_EQ(rangeText(), once);
    press("Backspace");
    EXPECT_EQ(rangeText(), kAll);
}

TEST(ChartsJourney, ZoomByKeys)
{
    Desk desk;
    startOnCharts(desk);
    press("F6");
    ASSERT_TRUE(tabTo(chart("p95 latency")));
    press("Right");
    press("+");
    ASSERT_TRUE(until([] { return rangeText() != kAll; }));
    const QString once = rangeText();
    press("+");
    EXPECT_NE(rangeText(), once);
    press("Backspace");
    EXPECT_EQ(rangeText(), once);
    press("Home");
    EXPECT_EQ(rangeText(), kAll);
}

TEST(ChartsJourney, ALockedCursorStaysWhenThePointerMoves)
{
    Desk desk;
    startOnCharts(desk);
    click(chart("p95 latency"), {}, {0.5, 0.5});
    const QString locked = nameOf(words("cursor #"));
    ASSERT_TRUE(locked.contains(QStringLiteral("(locked)"))) << locked.toStdString();
    pointAt(chart("p95 latency"), {0.8, 0.5});
    EXPECT_EQ(nameOf(words("cursor #")), locked);
    press("Space");
    EXPECT_FALSE(nameOf(words("cursor #")).contains(QStringLiteral("(locked)")));
    pointAt(chart("p95 latency"), {0.7, 0.5});
    EXPECT_NE(nameOf(words("cursor #")), locked);
}

TEST(ChartsJourney, LockByKeys)
{
    Desk desk;
    startOnCharts(desk);
    press("F6");
    ASSERT_TRUE(tabTo(chart("p95 latency")));
    press("Right");
    press("Right");
    press("Space");
    EXPECT_TRUE(nameOf(words("cursor #2 (locked)")).startsWith(QStringLiteral("cursor #2")))
        << allWords().toStdString();
    press("Space");
    EXPECT_FALSE(isShown(words("cursor #2 (locked)")));
}

TEST(ChartsJourney, AnEventOfTheListLeadsToItsIteration)
{
    Desk desk;
    startOnCharts(desk);
    press("Ctrl+Alt+2");
    ASSERT_TRUE(until([] { return !rowsOf(table("Events")).empty(); }));
    const QString iteration = rowsOf(table("Events")).front().at(0);
    doubleClick(table("Events"), {0.3, 0.3});
    EXPECT_TRUE(waitFor(words("cursor #"))) << iteration.toStdString();
}

TEST(ChartsJourney, TheNextEventByKeys)
{
    Desk desk;
    startOnCharts(desk);
    press("F6");
    ASSERT_TRUE(tabTo(chart("p95 latency")));
    press("Ctrl+Right");
    const QString first = nameOf(words("cursor #"));
    ASSERT_FALSE(first.isEmpty());
    press("Ctrl+Right");
    EXPECT_NE(nameOf(words("cursor #")), first);
    press("Ctrl+Left");
    EXPECT_EQ(nameOf(words("cursor #")), first);
}

} // namespace soak::ui
