// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compare/compared_runs.h"
#include "ui/compare/compare_columns.h"
#include "ui/compare/compare_table.h"

#include <QHeaderView>
#include <QMenu>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

QStringList headsOf(const CompareTable& table)
{
    QStringList heads;
    for (int column = 0; column < kCompareColumns; ++column) {
        if (!table.isColumnHidden(column)) {
            heads << table.QTableView::model()->headerData(column, Qt::Horizontal).toString();
        }
    }
    return heads;
}

QAction* entry(const QMenu& menu, const QString& text)
{
    for (QAction* action : menu.actions()) {
        if (action->text() == text) {
            return action;
        }
    }
    return nullptr;
}

TEST(CompareColumns, TheUsualOnesAreShownUntilSomebodyChooses)
{
    ComparedRuns all({12, 14});
    const CompareTable table(all.runs.context, all.desk);
    EXPECT_EQ(headsOf(table).mid(0, 6),
              (QStringList{QString(), QStringLiteral("Run"), QStringLiteral("Gate"),
                           QStringLiteral("Iterations"), QStringLiteral("p95 latency, ms"),
                           QStringLiteral("to A")}));
    EXPECT_EQ(headsOf(table).size(), 4 + 2 * static_cast<int>(kComparedKpis.size()));
    QMenu menu;
    addColumnChoices(menu, all.runs.context);
    ASSERT_EQ(menu.actions().size(), static_cast<int>(kCompareChoosables));
    EXPECT_TRUE(entry(menu, QStringLiteral("Difference to A"))->isChecked());
    EXPECT_FALSE(entry(menu, QStringLiteral("Median"))->isChecked());
}

TEST(CompareColumns, AChoiceIsShownAtOnceAndUndone)
{
    ComparedRuns all({12, 14});
    const CompareTable table(all.runs.context, all.desk);
    QMenu menu;
    addColumnChoices(menu, all.runs.context);
    entry(menu, QStringLiteral("Highest"))->toggle();
    entry(menu, QStringLiteral("Gate"))->toggle();
    EXPECT_TRUE(headsOf(table).contains(QStringLiteral("highest")));
    EXPECT_FALSE(headsOf(table).contains(QStringLiteral("Gate")));
    Workspace& workspace = all.runs.session.workspace();
    EXPECT_EQ(workspace.history().undoText(), QStringLiteral("Column hidden: Gate"));
    workspace.history().undo();
    workspace.history().undo();
    EXPECT_FALSE(headsOf(table).contains(QStringLiteral("highest")));
    EXPECT_TRUE(headsOf(table).contains(QStringLiteral("Gate")));
}

TEST(CompareColumns, WithoutAnyTheMeansRemain)
{
    ComparedRuns all({12, 14});
    Workspace& workspace = all.runs.session.workspace();
    for (std::size_t i = 0; i < kCompareChoosables; ++i) {
        showColumn(workspace, static_cast<CompareChoosable>(i), false);
    }
    const CompareTable table(all.runs.context, all.desk);
    EXPECT_EQ(headsOf(table).size(), 2 + static_cast<int>(kComparedKpis.size()));
    EXPECT_FALSE(isColumnShown(workspace, CompareChoosable::Delta));
}

TEST(CompareColumns, EveryFigureOfAKpiHasItsColumn)
{
    ComparedMean mean;
    mean.metric = Metric::NetBps;
    mean.mean = 1;
    mean.delta = 2;
    mean.relative = 3;
    mean.median = 4;
    mean.p95 = 5;
    mean.min = 6;
    mean.max = 7;
    mean.last = 8;
    for (std::size_t i = 0; i < kCompareFigures; ++i) {
        EXPECT_EQ(figureOf(mean, static_cast<CompareFigure>(i)), static_cast<double>(i + 1));
    }
    EXPECT_EQ(choosableOf(CompareFigure::Mean), std::nullopt);
    EXPECT_EQ(choosableOf(CompareFigure::Delta), CompareChoosable::Delta);
    EXPECT_EQ(choosableOf(CompareFigure::Last), CompareChoosable::Last);
    EXPECT_EQ(choosableOf(static_cast<int>(CompareColumn::Verdict)), CompareChoosable::Gate);
    EXPECT_EQ(choosableOf(static_cast<int>(CompareColumn::Name)), std::nullopt);
}

} // namespace
} // namespace soak::ui
