// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compare/compared_runs.h"
#include "tests/ui/support/model_watch.h"
#include "ui/compare/compare_table.h"

#include <QHeaderView>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

constexpr int kNetColumn = columnOf(2, CompareFigure::Mean);

CompareRow rowOf(const char* name, std::optional<double> net, std::optional<double> delta,
                 Leaning leaning)
{
    CompareRow row;
    row.identity = QString::fromLatin1(name);
    row.name = row.identity;
    row.word = "PASS";
    for (const Metric metric : kComparedKpis) {
        ComparedMean mean;
        mean.metric = metric;
        if (metric == Metric::NetBps) {
            mean.mean = net;
            mean.delta = delta;
            mean.leaning = leaning;
        }
        row.means.push_back(mean);
    }
    return row;
}

QStringList namesIn(const CompareProxy& proxy)
{
    QStringList names;
    for (int row = 0; row < proxy.rowCount(); ++row) {
        names << proxy.index(row, static_cast<int>(CompareColumn::Name)).data().toString();
    }
    return names;
}

class TableOfRuns : public testing::Test
{
protected:
    TableOfRuns()
    {
        proxy.setSourceModel(&model);
        CompareRow base = rowOf("base", 3.0, std::nullopt, Leaning::Unknown);
        base.isBaseline = true;
        model.setRows({rowOf("worse", 2.5, -0.5, Leaning::Worse), base,
                       rowOf("none", std::nullopt, std::nullopt, Leaning::Unknown),
                       rowOf("better", 4.0, 1.0, Leaning::Better)});
    }

    QString text(int row, int column, int role = Qt::DisplayRole) const
    {
        return model.index(row, column).data(role).toString();
    }

    CompareTableModel model;
    CompareProxy proxy;
};

TEST_F(TableOfRuns, ADifferenceSaysItsSideInASignAndInWords)
{
    EXPECT_EQ(text(0, kNetColumn), QStringLiteral("2.50"));
    EXPECT_EQ(text(0, kNetColumn + 1), QStringLiteral("\u22120.50 \u25bc"));
    EXPECT_EQ(text(0, kNetColumn + 1, Qt::AccessibleTextRole), QStringLiteral("\u22120.50 worse"));
    EXPECT_EQ(text(3, kNetColumn + 1, Qt::AccessibleTextRole), QStringLiteral("+1.00 better"));
    EXPECT_EQ(text(1, kNetColumn + 1), QString()) << "the baseline differs from nothing";
    EXPECT_EQ(text(2, kNetColumn), QStringLiteral("\u2014"));
}

TEST_F(TableOfRuns, TheBaselineStaysFirstAndWhatIsAbsentLast)
{
    proxy.sort(kNetColumn, Qt::AscendingOrder);
    EXPECT_EQ(namesIn(proxy), (QStringList{QStringLiteral("base"), QStringLiteral("worse"),
                                           QStringLiteral("better"), QStringLiteral("none")}));
    proxy.sort(kNetColumn, Qt::DescendingOrder);
    EXPECT_EQ(namesIn(proxy), (QStringList{QStringLiteral("base"), QStringLiteral("better"),
                                           QStringLiteral("worse"), QStringLiteral("none")}));
    proxy.sort(kNetColumn + 1, Qt::AscendingOrder);
    EXPECT_EQ(namesIn(proxy).at(1), QStringLiteral("worse"));
}

TEST_F(TableOfRuns, TheSameRunsAreChangedInPlace)
{
    QSignalSpy reset(&model, &CompareTableModel::modelReset);
    QSignalSpy changed(&model, &CompareTableModel::dataChanged);
    std::vector<CompareRow> rows = model.rows();
    rows[0].isShown = true;
    model.setRows(rows);
    EXPECT_EQ(reset.count(), 0);
    EXPECT_EQ(changed.count(), 1);
    rows.pop_back();
    model.setRows(rows);
    EXPECT_EQ(reset.count(), 1);
}

TEST(CompareTable, HasTheMeansOfAllOpenRunsDrawnOrNot)
{
    ComparedRuns all({12, 14, 16});
    all.runs.selection.setShown(all.ids[0], false);
    CompareTable table(all.runs.context, all.desk);
    table.resize(900, 300);
    table.show();
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return table.model().rows().size() == 3 && !table.model().rows()[2].means.empty(); },
        10'000));
    const auto& rows = table.model().rows();
    EXPECT_TRUE(rows[0].isBaseline);
    EXPECT_FALSE(rows[0].means[0].delta);
    EXPECT_TRUE(rows[1].means[0].delta);
    EXPECT_EQ(std::ranges::count_if(rows, [](const CompareRow& row) { return row.isShown; }), 2);
}

TEST(CompareTable, KeysDrawStarAndHoldARun)
{
    ComparedRuns all({12, 14, 16});
    CompareTable table(all.runs.context, all.desk);
    table.resize(900, 300);
    table.show();
    ASSERT_TRUE(QTest::qWaitFor([&] { return table.model().rows().size() == 3; }, 10'000));
    const auto choose = [&](const QString& identity) {
        for (int row = 0; row < 3; ++row) {
            const QModelIndex index =
                table.QTableView::model()->index(row, static_cast<int>(CompareColumn::Name));
            if (index.data(CompareTableModel::RowRole).value<const CompareRow*>()->identity ==
                identity) {
                table.setCurrentIndex(index);
            }
        }
    };
    choose(all.ids[0]);
    QTest::keyClick(&table, Qt::Key_Space);
    EXPECT_FALSE(all.runs.selection.shown().contains(all.ids[0]));
    QTest::keyClick(&table, Qt::Key_Return);
    EXPECT_TRUE(all.runs.selection.shown().contains(all.ids[0])) << "held, and so drawn";
    EXPECT_EQ(all.desk.candidate(), all.ids[0]);
    QTest::keyClick(&table, Qt::Key_S);
    EXPECT_EQ(all.runs.selection.baseline(), all.ids[0]);
}

} // namespace
} // namespace soak::ui
