// SPDX-License-Identifier: GPL-3.0-or-later
// The iterations of one run as a table: a row each, a column per metric. No colours, no fonts.
#pragma once

#include "core/model/soak_run.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace soak::ui
{

class IterationsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    // The raw number (absent: an invalid QVariant, which sorts last).
    static constexpr int kSortRole = Qt::UserRole;
    static constexpr int kIterationRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;

    // A longer value of the same run inserts its new rows only, so that selection and scroll
    // position stay; any other is a reset. `metrics`: the columns after the iteration.
    void setRun(std::shared_ptr<const SoakRun> run, std::vector<Metric> metrics);
    void retranslate();

    [[nodiscard]] const std::vector<Metric>& metrics() const { return m_metrics; }

    [[nodiscard]] QModelIndex indexOf(int iteration) const; // invalid: no such row

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] bool continues(const SoakRun& longer) const;

    std::shared_ptr<const SoakRun> m_run;
    std::vector<Metric> m_metrics;
    int m_rows = 0;
};

} // namespace soak::ui
