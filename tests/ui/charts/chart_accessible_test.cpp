// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/chart_samples.h"
#include "ui/charts/chart_accessible.h"
#include "ui/charts/chart_pane.h"

#include <QAccessible>
#include <gtest/gtest.h>

namespace soak::ui
{

TEST(ChartAccessible, AChartIsATableOfIterationsBySeries)
{
    Theme theme;
    ChartPane pane(theme);
    const RunLine line =
        lineOf(aRun().withIterations(8).missing(3).at(5, Metric::NetBps, std::nullopt).shared());
    pane.setScene(metricScene({&line, 1}, Metric::NetBps));
    QAccessibleInterface* chart = QAccessible::queryAccessibleInterface(&pane);
    ASSERT_NE(chart, nullptr);
    EXPECT_EQ(chart->role(), QAccessible::Table);
    QAccessibleTableInterface* table = chart->tableInterface();
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->rowCount(), 7);
    EXPECT_EQ(table->columnCount(), 2);
    EXPECT_EQ(table->cellAt(2, 0)->text(QAccessible::Name), QStringLiteral("4"));
    EXPECT_EQ(table->cellAt(3, 1)->text(QAccessible::Name), QStringLiteral("\u2014"));
    EXPECT_EQ(table->rowDescription(6), QStringLiteral("8"));
    EXPECT_TRUE(table->columnDescription(1).contains(QStringLiteral("bps")));
    EXPECT_EQ(table->cellAt(7, 0), nullptr);
    EXPECT_EQ(chart->childCount(), 14);
    EXPECT_EQ(chart->indexOfChild(chart->child(5)), 5);
    EXPECT_EQ(chart->child(5)->parent(), chart);
}

TEST(ChartAccessible, ItsNameFollowsTheCursor)
{
    Theme theme;
    ChartPane pane(theme);
    const RunLine line = lineOf(aRun().withIterations(8).with(Metric::NetBps, 3.5).shared());
    pane.setScene(metricScene({&line, 1}, Metric::NetBps));
    QAccessibleInterface* chart = QAccessible::queryAccessibleInterface(&pane);
    pane.showCursor({6, false, {}, {}});
    EXPECT_TRUE(chart->text(QAccessible::Name).contains(QStringLiteral("iteration 6: 3.50 bps")));
    EXPECT_TRUE(chart->text(QAccessible::Name).contains(QStringLiteral("met")));
}

} // namespace soak::ui
