// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/runs_model.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

using Tester = QAbstractItemModelTester;

RunListItem item(const char* name, std::optional<qint64> startedMs)
{
    RunListItem made;
    made.name = QLatin1String(name);
    made.folder = QStringLiteral("/") + made.name;
    made.identity = made.name;
    made.startedMs = startedMs;
    made.read = 12;
    made.planned = 36;
    made.word = "LIVE";
    made.kpis[0] = 0.851;
    return made;
}

QString textAt(const QAbstractItemModel& model, int row, RunColumn column)
{
    return model.index(row, static_cast<int>(column)).data().toString();
}

} // namespace

TEST(RunsModel, AListThatGrewKeepsItsRows)
{
    RunsModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.setItems({item("a", 1), item("b", 2)});
    QSignalSpy reset(&model, &RunsModel::modelReset);
    QSignalSpy inserted(&model, &RunsModel::rowsInserted);
    QSignalSpy changed(&model, &RunsModel::dataChanged);
    std::vector<RunListItem> longer{item("a", 1), item("b", 2), item("c", 3)};
    longer[1].isShown = true;
    model.setItems(longer);
    EXPECT_EQ(reset.count(), 0);
    EXPECT_EQ(inserted.count(), 1);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(model.rowCount(), 3);
    model.setItems({item("c", 3)});
    EXPECT_EQ(reset.count(), 1);
    EXPECT_EQ(model.rowCount(), 1);
}

TEST(RunsModel, TellsTheArmThatARunIsIn)
{
    RunsModel model;
    std::vector<RunListItem> items{item("a", 1), item("b", 2)};
    items[1].arm = QStringLiteral("B");
    model.setItems(items);
    const auto spoken = [&](int row) {
        return model.index(row, static_cast<int>(RunColumn::Name))
            .data(Qt::AccessibleTextRole)
            .toString();
    };
    EXPECT_FALSE(spoken(0).contains(QStringLiteral("arm")));
    EXPECT_TRUE(spoken(1).endsWith(QStringLiteral(", arm B"))) << spoken(1).toStdString();
}

TEST(RunsModel, AnEqualListSaysNothing)
{
    RunsModel model;
    model.setItems({item("a", 1)});
    QSignalSpy changed(&model, &RunsModel::dataChanged);
    model.setItems({item("a", 1)});
    EXPECT_EQ(changed.count(), 0);
}

TEST(RunsModel, CellsAreTextAndMissingIsADash)
{
    QLocale::setDefault(QLocale::c());
    RunsModel model;
    model.setItems({item("a", std::nullopt)});
    EXPECT_EQ(textAt(model, 0, RunColumn::Name), QStringLiteral("a"));
    EXPECT_EQ(textAt(model, 0, RunColumn::Start), QStringLiteral("\u2014"));
    EXPECT_EQ(textAt(model, 0, RunColumn::Iterations), QStringLiteral("12/36"));
    EXPECT_EQ(textAt(model, 0, RunColumn::Verdict), QStringLiteral("LIVE"));
    EXPECT_EQ(textAt(model, 0, RunColumn::Kpi1), QStringLiteral("0.851"));
    EXPECT_EQ(textAt(model, 0, RunColumn::Kpi2), QStringLiteral("\u2014"));
    for (int column = static_cast<int>(RunColumn::Name); column < kRunColumns; ++column) {
        EXPECT_FALSE(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty())
            << column;
    }
}

TEST(RunsModel, AnotherNameIsAWishAndNoChange)
{
    RunsModel model;
    model.setItems({item("a", 1)});
    QSignalSpy wished(&model, &RunsModel::renameRequested);
    const QModelIndex name = model.index(0, static_cast<int>(RunColumn::Name));
    EXPECT_TRUE(model.setData(name, QStringLiteral("b"), Qt::EditRole));
    EXPECT_EQ(wished.count(), 1);
    EXPECT_TRUE(model.setData(name, QStringLiteral("a"), Qt::EditRole));
    EXPECT_EQ(wished.count(), 1);
    EXPECT_FALSE(model.setData(model.index(0, 3), QStringLiteral("b"), Qt::EditRole));
}

TEST(RunsProxy, NewestFirstAndThoseWithoutAStartLastInEitherOrder)
{
    RunsModel model;
    model.setItems({item("old", 1), item("none", std::nullopt), item("new", 3)});
    RunsProxy proxy;
    proxy.setSourceModel(&model);
    const Tester tester(&proxy, Tester::FailureReportingMode::Fatal);
    proxy.sort(static_cast<int>(RunColumn::Start), Qt::DescendingOrder);
    EXPECT_EQ(textAt(proxy, 0, RunColumn::Name), QStringLiteral("new"));
    EXPECT_EQ(textAt(proxy, 2, RunColumn::Name), QStringLiteral("none"));
    proxy.sort(static_cast<int>(RunColumn::Start), Qt::AscendingOrder);
    EXPECT_EQ(textAt(proxy, 0, RunColumn::Name), QStringLiteral("old"));
    EXPECT_EQ(textAt(proxy, 2, RunColumn::Name), QStringLiteral("none"));
}

TEST(RunsProxy, AFilterKeepsWhatPasses)
{
    RunsModel model;
    model.setItems({item("a", 1), item("b", 2)});
    RunsProxy proxy;
    proxy.setSourceModel(&model);
    proxy.setFilter([](const RunListItem& one) { return one.name == QStringLiteral("b"); });
    ASSERT_EQ(proxy.rowCount(), 1);
    EXPECT_EQ(textAt(proxy, 0, RunColumn::Name), QStringLiteral("b"));
    proxy.setFilter({});
    EXPECT_EQ(proxy.rowCount(), 2);
}

} // namespace soak::ui
