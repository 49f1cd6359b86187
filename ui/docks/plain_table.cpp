// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/plain_table.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr int kPlainRowHeight = 22;

} // namespace

QTableView* plainTable(QAbstractItemModel* model, QWidget* parent)
{
    auto* table = new QTableView(parent);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(kPlainRowHeight);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setResizeContentsPrecision(50);
    return table;
}

void fitColumns(QTableView& table, int stretched)
{
    QHeaderView& header = *table.horizontalHeader();
    table.resizeColumnsToContents();
    const int most = std::max(120, table.width() / 3);
    for (int column = 0; column < header.count(); ++column) {
        header.setSectionResizeMode(column, column == stretched ? QHeaderView::Stretch
                                                                : QHeaderView::Interactive);
        if (column != stretched) {
            header.resizeSection(column, std::min(header.sectionSize(column), most));
        }
    }
}

} // namespace soak::ui
