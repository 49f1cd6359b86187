// SPDX-License-Identifier: GPL-3.0-or-later
// The history in the window: what it opens, and which folders it is given.
#include "ui/history/history_view.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"

#include <QFileDialog>
#include <QStackedWidget>

namespace soak::ui
{

QWidget* MainWindow::makeHistoryView()
{
    auto* history = new HistoryView(m_context, *m_history, m_views);
    history->setBackgroundRole(QPalette::Base);
    history->setAutoFillBackground(true);
    connect(history, &HistoryView::openRequested, this, &MainWindow::openRemembered);
    connect(history, &HistoryView::importRequested, this, &MainWindow::askImport);
    connect(history, &HistoryView::told, m_notice, &NoticeBar::tell);
    connect(m_history.get(), &HistoryDesk::told, m_notice, &NoticeBar::tell);
    return history;
}

// One is looked at, several are held against each other.
void MainWindow::openRemembered(const QStringList& folders)
{
    m_navigation.leave(place());
    for (const QString& folder : folders.mid(1)) {
        m_toCompare << folder;
    }
    open(folders);
    showView(folders.size() > 1 ? View::Compare : View::Iterations);
}

void MainWindow::askImport()
{
    auto* dialog = new QFileDialog(this, tr("Remember the Runs in a Folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_history.get(), &HistoryDesk::import);
    dialog->open();
}

} // namespace soak::ui
