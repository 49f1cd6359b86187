// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/history/remembered_runs.h"
#include "ui/history/history_table.h"

#include <QHeaderView>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

TEST(HistoryTable, AHeadAsksTheStoreForAnotherOrder)
{
    RememberedRuns all(3);
    all.import();
    HistoryTable table(all.runs.theme);
    table.model().setFacts(all.desk.facts());
    table.showOrder(QStringLiteral("started"));
    table.resize(1200, 300);
    table.show();
    QSignalSpy asked(&table, &HistoryTable::orderRequested);
    QHeaderView* head = table.horizontalHeader();
    const auto click = [&](HistoryColumn column) {
        const int section = static_cast<int>(column);
        const QPoint at(head->sectionViewportPosition(section) + 8, head->height() / 2);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, at);
    };
    click(HistoryColumn::P95);
    click(HistoryColumn::Started);
    click(HistoryColumn::Decision);
    ASSERT_EQ(asked.size(), 2);
    EXPECT_EQ(asked[0][0].toString(), QStringLiteral("p95"));
    EXPECT_EQ(asked[1][0].toString(), QStringLiteral("-started"));
    EXPECT_EQ(head->sortIndicatorSection(), static_cast<int>(HistoryColumn::Started));
    EXPECT_EQ(head->sortIndicatorOrder(), Qt::DescendingOrder);
}

TEST(HistoryTable, WhoeverComesByKeysHasARunChosen)
{
    RememberedRuns all(3);
    all.import();
    HistoryTable table(all.runs.theme);
    table.model().setFacts(all.desk.facts());
    table.show();
    table.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&table));
    table.clearSelection();
    table.clearFocus();
    EXPECT_TRUE(table.chosenRuns().empty());
    table.setFocus(Qt::TabFocusReason);
    EXPECT_EQ(table.chosenRuns(), std::vector{table.model().runAt(0)});
    QTest::keyClick(&table, Qt::Key_End);
    EXPECT_EQ(table.chosenRuns(), std::vector{table.model().runAt(2)});
    QTest::keyClick(&table, Qt::Key_Home);
    EXPECT_EQ(table.chosenRuns(), std::vector{table.model().runAt(0)});
}

// What came meanwhile moves the rows, not what the person has chosen.
TEST(HistoryTable, OtherFactsKeepWhatIsChosen)
{
    RememberedRuns all(3);
    all.import();
    HistoryTable table(all.runs.theme);
    table.setFacts(all.desk.facts());
    table.selectRow(1);
    table.selectionModel()->select(table.model().index(2, 0),
                                   QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const auto numbers = [&] {
        std::vector<std::int64_t> chosen;
        for (const HistoryRun* run : table.chosenRuns()) {
            chosen.push_back(run->number);
        }
        return chosen;
    };
    const std::vector<std::int64_t> before = numbers();
    ASSERT_EQ(before.size(), 2U);
    const std::int64_t current = table.currentRun()->number;
    HistoryWish turned;
    turned.sort = QStringLiteral("-started");
    all.desk.ask(turned);
    ASSERT_TRUE(all.settled());
    table.setFacts(all.desk.facts());
    EXPECT_EQ(numbers(), (std::vector{before[1], before[0]}));
    EXPECT_EQ(table.currentRun()->number, current);
}

TEST(HistoryTable, KnowsWhatIsChosen)
{
    RememberedRuns all(3);
    all.import();
    HistoryTable table(all.runs.theme);
    table.model().setFacts(all.desk.facts());
    EXPECT_EQ(table.currentRun(), nullptr);
    EXPECT_TRUE(table.chosenRuns().empty());
    table.setCurrentRun(table.model().runAt(2)->number);
    ASSERT_NE(table.currentRun(), nullptr);
    EXPECT_EQ(table.currentRun(), table.model().runAt(2));
    table.setCurrentRun(-1); // not on this page
    EXPECT_EQ(table.currentRun(), table.model().runAt(2));
}

} // namespace
} // namespace soak::ui
