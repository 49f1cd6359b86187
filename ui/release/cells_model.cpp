// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/cells_model.h"

#include <utility>

namespace soak::ui
{

CellsModel::CellsModel(QObject* parent) : QAbstractTableModel(parent) {}

void CellsModel::setTitles(const QStringList& titles)
{
    beginResetModel();
    m_titles = titles;
    m_rows.clear();
    endResetModel();
}

void CellsModel::setRows(CellRows rows)
{
    if (rows == m_rows) {
        return;
    }
    if (rows.size() == m_rows.size()) {
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int CellsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CellsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_titles.size());
}

QVariant CellsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& row = m_rows.at(static_cast<std::size_t>(index.row()));
    const Cell& cell = row.at(static_cast<std::size_t>(index.column()));
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        if (!cell.below.isEmpty()) {
            return QString(cell.text + QLatin1Char('\n') + cell.below);
        }
        if (cell.tip.isEmpty() && !cell.meaning && !row.front().below.isEmpty()) {
            // The second line of the row goes on under this cell.
            return QString(cell.text + QLatin1Char('\n') + row.front().below).trimmed();
        }
        return cell.tip.isEmpty() ? cell.text : cell.tip;
    case Qt::AccessibleDescriptionRole:
        return cell.below.isEmpty() ? cell.tip : cell.below;
    case BelowRole:
        return cell.below;
    case MeaningRole:
        return cell.meaning ? QVariant(static_cast<int>(*cell.meaning)) : QVariant();
    case StrongRole:
        return cell.isStrong;
    case MutedRole:
        return cell.isMuted;
    case LinkRole:
        return cell.isLink;
    default:
        return {};
    }
}

QVariant CellsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isTitle = orientation == Qt::Horizontal && role == Qt::DisplayRole;
    return isTitle && section < m_titles.size() ? QVariant(m_titles.at(section)) : QVariant();
}

} // namespace soak::ui
