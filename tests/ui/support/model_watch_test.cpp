// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/model_watch.h"
#include "tests/ui/support/warnings.h"

#include <QAbstractListModel>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>
#include <gtest/gtest.h>

namespace soak::ui
{

// Says that it grows by one row, and grows by two.
class BrokenModel final : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void grow()
    {
        beginInsertRows({}, m_rows, m_rows);
        m_rows += 2;
        endInsertRows();
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : m_rows;
    }

    [[nodiscard]] QVariant data(const QModelIndex& /*index*/, int /*role*/) const override
    {
        return {};
    }

private:
    int m_rows = 1;
};

TEST(ModelWatch, AModelThatBreaksTheRulesAsItGrowsIsWarnedOf)
{
    const ModelWatch watch;
    BrokenModel model;
    QTableView view;
    view.setModel(&model);
    view.show();
    EXPECT_TRUE(takeWarnings().isEmpty());
    model.grow();
    const QStringList warnings = takeWarnings();
    ASSERT_FALSE(warnings.isEmpty());
    EXPECT_TRUE(warnings.front().startsWith(QStringLiteral("qt.modeltest")))
        << warnings.front().toStdString();
}

TEST(ModelWatch, WhatLiesBelowAFilterIsWatchedAndQtsOwnIsNot)
{
    const ModelWatch watch;
    BrokenModel model;
    QSortFilterProxyModel filter;
    filter.setSourceModel(&model);
    QStandardItemModel plain;
    QTableView view;
    view.setModel(&filter);
    QTableView other;
    other.setModel(&plain);
    view.show();
    other.show();
    EXPECT_EQ(watch.watched().size(), 1) << watch.watched().join(u' ').toStdString();
}

} // namespace soak::ui
