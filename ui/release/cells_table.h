// SPDX-License-Identifier: GPL-3.0-or-later
// A table of cells: chips, strong and muted texts, links.
#pragma once

#include "ui/release/cells_model.h"
#include "ui/theme/theme.h"

#include <QTableView>

namespace soak::ui
{

class CellsTable final : public QTableView
{
    Q_OBJECT

public:
    // `stretched`: the column that takes the room that is left.
    CellsTable(const Theme& theme, const QString& name, const QStringList& titles, int stretched,
               QWidget* parent = nullptr);

    void setRows(CellRows rows);
    void setRowHeight(int pixels); // 32 at first
    // Not higher than its rows.
    void fitHeight();

    [[nodiscard]] CellsModel& cells() { return *m_model; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowActivated(int row); // Enter on it, a double click, or a click on its link

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fit();
    [[nodiscard]] bool isOfChips(int column) const;
    [[nodiscard]] int heightOf(int rows) const;

    CellsModel* m_model = nullptr;
    int m_stretched = 0;
    int m_rowHeight = 32;
    bool m_isWhole = false; // it wants all its rows to be seen
};

} // namespace soak::ui
