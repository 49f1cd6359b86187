// SPDX-License-Identifier: GPL-3.0-or-later
// The list of runs as a table. Text and meanings only; a delegate gives them ink.
#pragma once

#include "ui/models/run_list.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace soak::ui
{

enum class RunColumn {
    Shown,
    Baseline,
    Name,
    Start,
    Iterations,
    Verdict,
    Kpi1,
    Kpi2,
    Kpi3,
    Kpi4,
    Margin
};
inline constexpr int kRunColumns = 11;

class RunsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole, // the raw number; absent is an invalid variant
        ItemRole,                // const RunListItem*
    };

    using QAbstractTableModel::QAbstractTableModel;

    // A list with the same lines changes them in place, one that is longer at its end gets rows;
    // any other is a reset.
    void setItems(std::vector<RunListItem> items);

    [[nodiscard]] const std::vector<RunListItem>& items() const { return m_items; }

    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void renameRequested(const QString& identity, const QString& name);

private:
    std::vector<RunListItem> m_items;
};

// Sorts by SortRole, absent last in either order; keeps the lines whose folder passes.
class RunsProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit RunsProxy(QObject* parent = nullptr);

    using Filter = std::function<bool(const RunListItem&)>;
    void setFilter(Filter filter); // empty = all

protected:
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    Filter m_filter;
};

} // namespace soak::ui

Q_DECLARE_METATYPE(const soak::ui::RunListItem*)
