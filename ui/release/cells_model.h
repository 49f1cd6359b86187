// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a table as values: what each cell says, means and leads to. For tables that are shown and
// not sorted.
#pragma once

#include "ui/theme/colours.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <optional>
#include <vector>

namespace soak::ui
{

struct Cell {
    QString text;
    QString tip = {};                              // "" = the text
    std::optional<Meaning> meaning = std::nullopt; // a chip
    bool isStrong = false;
    bool isMuted = false;
    bool isLink = false;
    QString below = {}; // a second line, small and muted
    bool operator==(const Cell&) const = default;
};

using CellRows = std::vector<std::vector<Cell>>;

class CellsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { MeaningRole = Qt::UserRole, StrongRole, MutedRole, LinkRole, BelowRole };

    explicit CellsModel(QObject* parent = nullptr);

    void setTitles(const QStringList& titles); // as many as each row has cells
    // Rows of the same number are changed in place, so that the selection stays.
    void setRows(CellRows rows);

    [[nodiscard]] const CellRows& rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    QStringList m_titles;
    CellRows m_rows;
};

} // namespace soak::ui
