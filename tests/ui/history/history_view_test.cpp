// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/history/remembered_runs.h"
#include "ui/history/history_table.h"
#include "ui/history/history_view.h"
#include "ui/history/kpi_chart.h"
#include "ui/widgets/empty_state.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

class ViewOfHistory : public testing::Test
{
protected:
    void show()
    {
        view = std::make_unique<HistoryView>(all.runs.context, all.desk);
        view->resize(1100, 640);
        view->show();
        ASSERT_TRUE(all.settled());
    }

    [[nodiscard]] HistoryModel& model() const { return view->table()->model(); }

    RememberedRuns all{20, 12};
    std::unique_ptr<HistoryView> view;
};

} // namespace

TEST_F(ViewOfHistory, WithoutAHistoryItOffersToImport)
{
    show();
    EXPECT_FALSE(view->table()->isVisible());
    QSignalSpy asked(view.get(), &HistoryView::importRequested);
    for (QToolButton* button : view->findChildren<QToolButton*>()) {
        if (button->isVisible()) {
            button->click();
        }
    }
    EXPECT_EQ(asked.size(), 1);
}

TEST_F(ViewOfHistory, FiltersAsTheListOfRunsDoes)
{
    all.import();
    show();
    EXPECT_TRUE(view->table()->isVisible());
    EXPECT_EQ(model().rowCount(), 20);
    EXPECT_TRUE(view->countText().startsWith(QStringLiteral("20 ")));
    QTest::keyClicks(view->filter(), QStringLiteral("p95>340"));
    QTest::keyClick(view->filter(), Qt::Key_Return);
    ASSERT_TRUE(all.settled());
    EXPECT_EQ(model().rowCount(), 8);
    view->filter()->clear();
    QTest::keyClicks(view->filter(), QStringLiteral("p95>"));
    QTest::keyClick(view->filter(), Qt::Key_Return);
    ASSERT_TRUE(all.settled());
    EXPECT_TRUE(view->countText().startsWith(QStringLiteral("column")));
    EXPECT_EQ(model().rowCount(), 8); // what was found before stays
}

TEST_F(ViewOfHistory, TableAndChartShowTheSameRun)
{
    all.import();
    show();
    Q_EMIT view->chart()->runChosen(model().runAt(4)->number);
    EXPECT_EQ(view->table()->currentRun(), model().runAt(4));
    EXPECT_TRUE(view->detailText().contains(QString::fromStdString(model().runAt(4)->row.folder)));
}

TEST_F(ViewOfHistory, OpensWhatIsChosen)
{
    all.import();
    show();
    QSignalSpy opened(view.get(), &HistoryView::openRequested);
    view->table()->selectRow(1);
    QTest::keyClick(view->table(), Qt::Key_Return);
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened[0][0].toStringList(),
              QStringList{QString::fromStdString(model().runAt(1)->row.folder)});
    view->table()->selectionModel()->select(model().index(3, 0), QItemSelectionModel::Select |
                                                                     QItemSelectionModel::Rows);
    QTest::keyClick(view->table(), Qt::Key_Return);
    EXPECT_EQ(opened[1][0].toStringList().size(), 2);
}

TEST_F(ViewOfHistory, AnotherKpiAnotherChart)
{
    all.import();
    show();
    EXPECT_TRUE(view->chart()->describe().contains(QStringLiteral("p95")));
    view->metricBox()->setCurrentIndex(
        view->metricBox()->findData(static_cast<int>(Metric::NetBps)));
    ASSERT_TRUE(all.settled());
    EXPECT_EQ(all.desk.facts()->kpi.metric, Metric::NetBps);
}

} // namespace soak::ui
