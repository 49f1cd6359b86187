// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/iterations_model.h"

#include "ui/theme/numbers.h"

#include <algorithm>

namespace soak::ui
{

bool IterationsModel::continues(const SoakRun& longer) const
{
    if (!m_run || m_run->identity() != longer.identity()) {
        return false;
    }
    const std::span<const int> before = m_run->table.iterations();
    const std::span<const int> now = longer.table.iterations();
    if (now.size() < before.size()) {
        return false;
    }
    // Rows are written once: the numbers tell whether they are the same.
    return std::equal(before.begin(), before.end(), now.begin());
}

void IterationsModel::setRun(std::shared_ptr<const SoakRun> run, std::vector<Metric> metrics)
{
    const int rows = run ? static_cast<int>(run->table.rowCount()) : 0;
    if (run && metrics == m_metrics && continues(*run)) {
        if (rows > m_rows) {
            beginInsertRows({}, m_rows, rows - 1);
            m_run = std::move(run);
            m_rows = rows;
            endInsertRows();
        } else {
            m_run = std::move(run);
        }
        return;
    }
    beginResetModel();
    m_run = std::move(run);
    m_metrics = std::move(metrics);
    m_rows = rows;
    endResetModel();
}

void IterationsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (m_rows > 0) {
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1));
    }
}

QModelIndex IterationsModel::indexOf(int iteration) const
{
    const std::optional<std::size_t> row = m_run ? m_run->table.rowOf(iteration) : std::nullopt;
    return row ? index(static_cast<int>(*row), 0) : QModelIndex();
}

int IterationsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int IterationsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 1 + static_cast<int>(m_metrics.size());
}

QVariant IterationsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto row = static_cast<std::size_t>(index.row());
    const int iteration = m_run->table.iterations()[row];
    if (role == kIterationRole) {
        return iteration;
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != kSortRole) {
        return {};
    }
    if (index.column() == 0) {
        return role == Qt::DisplayRole ? QVariant(QString::number(iteration)) : QVariant(iteration);
    }
    const Metric metric = m_metrics[static_cast<std::size_t>(index.column()) - 1];
    const std::optional<double> value = m_run->table.at(metric, row);
    if (role == Qt::DisplayRole) {
        return metricText(value, metric);
    }
    return value ? QVariant(*value) : QVariant();
}

QVariant IterationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    return section == 0 ? tr("Iteration")
                        : metricTitleWithUnit(m_metrics[static_cast<std::size_t>(section) - 1]);
}

} // namespace soak::ui
