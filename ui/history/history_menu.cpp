// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of the table: what can be done with the chosen runs, and the order of all.
#include "ui/history/history_table.h"
#include "ui/history/history_view.h"

#include <QActionGroup>
#include <QMenu>

namespace soak::ui
{

void HistoryView::showMenu(QPoint at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Remembered run"));
    menu->addAction(tr("&Open") + QStringLiteral("\tEnter"), this, &HistoryView::openChosen)
        ->setEnabled(m_table->currentRun() != nullptr);
    menu->addSeparator();
    fillOrders(*menu->addMenu(tr("&Sort By")));
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

// A click on a head does the same.
void HistoryView::fillOrders(QMenu& menu)
{
    auto* group = new QActionGroup(&menu);
    for (int column = 0; column < kHistoryColumns; ++column) {
        const QString word = sortWord(static_cast<HistoryColumn>(column));
        if (word.isEmpty()) {
            continue;
        }
        const QString shown = m_table->sort();
        const QString turned = QLatin1Char('-') + word;
        const QString next = shown == word ? turned : word;
        QAction* entry = menu.addAction(
            m_table->model().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), this,
            [this, next] { askInOrder(next); });
        entry->setCheckable(true);
        entry->setChecked(shown == word || shown == turned);
        group->addAction(entry);
    }
}

} // namespace soak::ui
