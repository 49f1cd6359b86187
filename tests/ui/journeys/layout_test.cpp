// SPDX-License-Identifier: GPL-3.0-or-later
// Which charts are there: one is added, they stand in two columns, and both are taken back.
#include "tests/ui/journeys/starts.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

const Thing kAdded = chart("replace_rate_per_min");
const Thing kRisk = chart("Risk ratio");
const Thing kMarket = anything("Market and load");
const Thing kTwoColumns = anything("Charts in two columns (G)");

bool keeps(const Desk& desk, const char* what)
{
    return desk.text("state/soak-workbench/last.soakws").contains(QLatin1String(what));
}

// After the edit `thing` looks so; and it is in the kept workspace only then.
void expectUndoAndRedo(const Desk& desk, const std::function<bool()>& isDone, const char* key,
                       bool byKeys)
{
    const auto act = [&](const char* name, const char* keys) {
        byKeys ? press(keys) : chooseMenu({QStringLiteral("Edit"), QString::fromUtf8(name)});
    };
    ASSERT_TRUE(until(isDone)) << allWords().toStdString();
    EXPECT_TRUE(until([&] { return keeps(desk, key); }));
    act("Undo", "Ctrl+Z");
    EXPECT_TRUE(until([&] { return !isDone(); }));
    EXPECT_TRUE(until([&] { return !keeps(desk, key); }));
    act("Redo", "Ctrl+Shift+Z");
    EXPECT_TRUE(until(isDone));
    EXPECT_TRUE(until([&] { return keeps(desk, key); }));
}

} // namespace

TEST(LayoutJourney, AChartMore)
{
    Desk desk;
    startOnCharts(desk);
    click(button("Add a chart of a metric or parameter (Insert)"));
    ASSERT_TRUE(waitFor(field("Find a metric or parameter")));
    typeText(QStringLiteral("replace_rate"));
    press("Return");
    expectUndoAndRedo(
        desk, [] { return isShown(kAdded); }, "replace_rate_per_min", false);
}

TEST(LayoutJourney, AChartMoreByKeys)
{
    Desk desk;
    startOnCharts(desk);
    ASSERT_TRUE(tabTo(chart("p95 latency")));
    press("Insert");
    ASSERT_TRUE(waitFor(field("Find a metric or parameter")));
    typeText(QStringLiteral("replace_rate"));
    press("Return");
    expectUndoAndRedo(
        desk, [] { return isShown(kAdded); }, "replace_rate_per_min", true);
}

TEST(LayoutJourney, TwoColumns)
{
    Desk desk;
    startOnCharts(desk);
    click(kTwoColumns);
    expectUndoAndRedo(
        desk, [] { return isChecked(kTwoColumns); }, "\"columns\": 2", false);
}

TEST(LayoutJourney, TwoColumnsByKeys)
{
    Desk desk;
    startOnCharts(desk);
    ASSERT_TRUE(tabTo(chart("p95 latency")));
    press("G");
    expectUndoAndRedo(
        desk, [] { return isChecked(kTwoColumns); }, "\"columns\": 2", true);
}

TEST(LayoutJourney, AChartLess)
{
    Desk desk;
    startOnCharts(desk);
    rightClick(kRisk);
    click({QAccessible::MenuItem, QStringLiteral("Remove Chart"), Thing::Match::Beginning});
    expectUndoAndRedo(
        desk, [] { return !isShown(kRisk); }, "metric:p95_latency_ms", false);
}

TEST(LayoutJourney, AChartLessByKeys)
{
    Desk desk;
    startOnCharts(desk);
    ASSERT_TRUE(tabTo(kRisk));
    press("Delete");
    expectUndoAndRedo(
        desk, [] { return !isShown(kRisk); }, "metric:p95_latency_ms", true);
}

TEST(LayoutJourney, TheChartsOfTheBeginning)
{
    Desk desk;
    startOnCharts(desk);
    ASSERT_TRUE(tabTo(kRisk));
    press("Delete");
    ASSERT_TRUE(until([] { return !isShown(kRisk); }));
    rightClick(chart("p95 latency"));
    click({QAccessible::MenuItem, QStringLiteral("Charts as at First")});
    EXPECT_TRUE(until([] { return isShown(kRisk); }));
    chooseMenu({QStringLiteral("Edit"), QStringLiteral("Undo")});
    EXPECT_TRUE(until([] { return !isShown(kRisk); }));
}

TEST(LayoutJourney, TheMarketAndItsLoad)
{
    Desk desk;
    startOnCharts(desk);
    click(kMarket);
    expectUndoAndRedo(
        desk, [] { return isChecked(kMarket); }, "\"market_open\": true", false);
}

TEST(LayoutJourney, TheMarketAndItsLoadByKeys)
{
    Desk desk;
    startOnCharts(desk);
    ASSERT_TRUE(tabTo(kMarket));
    press("Space");
    expectUndoAndRedo(
        desk, [] { return isChecked(kMarket); }, "\"market_open\": true", true);
}

} // namespace soak::ui
