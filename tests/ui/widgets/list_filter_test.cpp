// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/list_filter.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

struct Listed {
    QWidget window;
    QStandardItemModel model;
    QTableView* table = new QTableView(&window);
    ListFilter* filter = nullptr;

    explicit Listed(int rows)
    {
        for (int row = 0; row < rows; ++row) {
            add(QStringLiteral("row %1").arg(row));
        }
        table->setModel(&model);
        filter = new ListFilter(table, QStringLiteral("Filter"), &window);
        auto* layout = new QVBoxLayout(&window);
        layout->addWidget(filter);
        layout->addWidget(table);
        window.show();
    }

    void add(const QString& text)
    {
        model.appendRow({new QStandardItem(QStringLiteral("x")), new QStandardItem(text)});
    }

    [[nodiscard]] QLineEdit* line() const { return filter->findChild<QLineEdit*>(); }

    void type(const QString& text) const
    {
        QSignalSpy done(filter, &ListFilter::filtered);
        line()->setText(text);
        ASSERT_TRUE(done.wait());
    }
};

} // namespace

TEST(ListFilter, KeepsTheRowsWithTheTextInAnyColumnAndCountsThem)
{
    const Listed listed(12);
    EXPECT_FALSE(listed.filter->isVisible());
    listed.filter->begin();
    EXPECT_TRUE(listed.filter->isVisible());
    listed.type(QStringLiteral("ROW 1"));
    EXPECT_EQ(listed.filter->shownRows(), 3); // 1, 10, 11
    EXPECT_FALSE(listed.table->isRowHidden(10));
    EXPECT_TRUE(listed.table->isRowHidden(2));
    EXPECT_EQ(listed.filter->findChild<QLabel*>()->text(), QStringLiteral("3 of 12"));
}

TEST(ListFilter, EscapeBringsAllRowsBack)
{
    const Listed listed(5);
    listed.filter->begin();
    listed.type(QStringLiteral("nowhere"));
    EXPECT_TRUE(listed.table->isRowHidden(0));
    QSignalSpy done(listed.filter, &ListFilter::filtered);
    QTest::keyClick(listed.line(), Qt::Key_Escape);
    ASSERT_TRUE(done.wait());
    EXPECT_FALSE(listed.table->isRowHidden(0));
    EXPECT_FALSE(listed.filter->isVisible());
}

TEST(ListFilter, RowsThatComeLaterAreFilteredToo)
{
    Listed listed(2);
    listed.type(QStringLiteral("row 1"));
    QSignalSpy done(listed.filter, &ListFilter::filtered);
    listed.add(QStringLiteral("row 7"));
    ASSERT_TRUE(done.wait());
    EXPECT_TRUE(listed.table->isRowHidden(2));
}

TEST(ListFilter, ALongListIsFilteredInSlices)
{
    const Listed listed(2 * ListFilter::kSlice + 1);
    QSignalSpy done(listed.filter, &ListFilter::filtered);
    listed.line()->setText(QStringLiteral("row 4000"));
    EXPECT_FALSE(listed.filter->isDone());
    ASSERT_TRUE(done.wait());
    EXPECT_EQ(listed.filter->shownRows(), 1);
}

TEST(ListFilter, AGroupStaysWithAnyOfItsRows)
{
    QWidget window;
    auto* tree = new QTreeWidget(&window);
    auto* quoting = new QTreeWidgetItem(tree, {QStringLiteral("quoting")});
    auto* interval = new QTreeWidgetItem(quoting, {QStringLiteral("min_interval_ms")});
    auto* rate = new QTreeWidgetItem(quoting, {QStringLiteral("replace_rate")});
    auto* impact = new QTreeWidgetItem(tree, {QStringLiteral("impact")});
    auto* filter = new ListFilter(tree, QStringLiteral("Filter"), &window);
    const auto type = [filter](const QString& text) {
        QSignalSpy done(filter, &ListFilter::filtered);
        filter->findChild<QLineEdit*>()->setText(text);
        return done.wait();
    };
    ASSERT_TRUE(type(QStringLiteral("interval")));
    EXPECT_FALSE(quoting->isHidden());
    EXPECT_FALSE(interval->isHidden());
    EXPECT_TRUE(rate->isHidden());
    EXPECT_TRUE(impact->isHidden());
    ASSERT_TRUE(type(QStringLiteral("quoting")));
    EXPECT_FALSE(rate->isHidden());
}

TEST(ListFilter, TheNearestOneIsThatOfTheListInFocus)
{
    const Listed listed(1);
    EXPECT_EQ(ListFilter::nearest(listed.table), listed.filter);
    const QWidget other;
    EXPECT_EQ(ListFilter::nearest(&other), nullptr);
    EXPECT_EQ(ListFilter::nearest(nullptr), nullptr);
}

} // namespace soak::ui
