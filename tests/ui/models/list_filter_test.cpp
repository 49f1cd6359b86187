// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/list_filter.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

struct Filtered {
    QStandardItemModel rows;
    ListFilter filter{&rows};
    QAbstractItemModelTester tester{&filter, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QSignalSpy done{&filter, &ListFilter::filtered};

    explicit Filtered(int count)
    {
        for (int i = 0; i < count; ++i) {
            rows.appendRow(
                {new QStandardItem(QString::number(i)),
                 new QStandardItem(i % 2 == 0 ? QStringLiteral("even") : QStringLiteral("odd"))});
        }
    }

    void keep(const char* text)
    {
        filter.setText(QString::fromUtf8(text));
        ASSERT_TRUE(done.count() > 0 || done.wait());
        done.clear();
    }
};

} // namespace

TEST(ListFilter, KeepsTheRowsThatHoldEveryWordInAnyColumn)
{
    Filtered some(20);
    some.keep("ODD 1");
    EXPECT_EQ(some.filter.rowCount(), 6); // 1 and 11 to 19
    EXPECT_EQ(some.filter.shownRow(0), -1);
    EXPECT_EQ(some.filter.rowBelow(some.filter.index(some.filter.shownRow(13), 0)), 13);
    some.keep("");
    EXPECT_EQ(some.filter.rowCount(), 20);
}

TEST(ListFilter, ALongListIsGoneThroughInSteps)
{
    Filtered many(3 * ListFilter::kRowsAtOnce);
    many.filter.setText(QStringLiteral("even"));
    EXPECT_EQ(many.filter.rowCount(), many.rows.rowCount()) << "nothing yet: the list waits";
    ASSERT_TRUE(many.done.wait());
    EXPECT_EQ(many.filter.rowCount(), many.rows.rowCount() / 2);
}

TEST(ListFilter, RowsThatComeLaterAreFilteredToo)
{
    Filtered some(2);
    some.keep("even");
    some.rows.appendRow(
        {new QStandardItem(QStringLiteral("2")), new QStandardItem(QStringLiteral("even"))});
    some.rows.appendRow(
        {new QStandardItem(QStringLiteral("3")), new QStandardItem(QStringLiteral("odd"))});
    ASSERT_TRUE(some.done.wait());
    EXPECT_EQ(some.filter.rowCount(), 2);
}

} // namespace soak::ui
