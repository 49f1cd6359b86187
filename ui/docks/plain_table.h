// SPDX-License-Identifier: GPL-3.0-or-later
// A table of rows as the docks at the bottom have it.
#pragma once

class QAbstractItemModel;
class QTableView;
class QWidget;

namespace soak::ui
{

QTableView* plainTable(QAbstractItemModel* model, QWidget* parent);

// Columns as wide as their first rows ask for, at most a third of the table; `stretched` takes the
// rest.
void fitColumns(QTableView& table, int stretched);

} // namespace soak::ui
