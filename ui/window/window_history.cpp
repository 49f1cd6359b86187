// SPDX-License-Identifier: GPL-3.0-or-later
// The history in the window: what it opens, and which folders it is given.
#include "core/history/history_csv.h"
#include "core/report/command_text.h"
#include "ui/history/history_view.h"
#include "ui/theme/numbers.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
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
    connect(history, &HistoryView::chosenChanged, this, &MainWindow::enableSayings);
    connect(history, &HistoryView::commandRequested, this, &MainWindow::copyHistoryCommand);
    connect(history, &HistoryView::told, m_notice, &NoticeBar::tell);
    connect(m_history.get(), &HistoryDesk::told, m_notice, &NoticeBar::tell);
    return history;
}

void MainWindow::connectSayings()
{
    for (int i = 0; i <= static_cast<int>(SayingKind::Decision); ++i) {
        const auto act = static_cast<Act>(static_cast<int>(Act::TagRun) + i);
        connect(m_actions.at(act), &QAction::triggered, this, [this, i] {
            if (auto* history = qobject_cast<HistoryView*>(viewWidget(View::History))) {
                history->say(static_cast<SayingKind>(i));
            }
        });
    }
    m_history->setAuthor(authorOf(m_preferences));
    connect(m_history.get(), &HistoryDesk::authorChanged, this, [this](const QString& author) {
        m_preferences.author = author;
        preferencesChanged();
    });
}

// Words are about what the person sees chosen.
void MainWindow::enableSayings()
{
    const auto* history = currentView() == View::History
                              ? qobject_cast<HistoryView*>(viewWidget(View::History))
                              : nullptr;
    for (int i = 0; i <= static_cast<int>(SayingKind::Decision); ++i) {
        m_actions.at(static_cast<Act>(static_cast<int>(Act::TagRun) + i))
            ->setEnabled(history != nullptr && history->canSay(static_cast<SayingKind>(i)));
    }
}

// The list as the view shows it.
void MainWindow::copyHistoryCommand(HistoryForm form)
{
    const HistoryFactsRef& facts = m_history->facts();
    const HistoryWish& shown = facts ? facts->shown : m_history->wish();
    std::string command = "soak history list --db " + shellWord(placeText(m_history->place()));
    if (!shown.filter.isEmpty()) {
        command += " --filter=" + shellWord(shown.filter.toStdString());
    }
    command += " --sort=" + shellWord(shown.sort.toStdString());
    if (shown.limit != HistoryWish().limit) {
        command += " --limit " + std::to_string(shown.limit);
    }
    command += form == HistoryForm::Csv ? " --csv" : "";
    QApplication::clipboard()->setText(toQString(command));
    m_notice->tell(tr("In the clipboard: %1").arg(toQString(command)));
}

// Its rows are runs: neither its numbers nor the line under its picture are those of the open ones.
void MainWindow::aboutHistory(ExportSubject& subject) const
{
    const HistoryFactsRef facts = m_history->facts();
    subject.fileName = QStringLiteral("history");
    subject.ownTable = [facts]() -> Result<std::string> {
        if (!facts) {
            return Error{Errc::NotFound, "the history is not read yet", ""};
        }
        if (facts->error) {
            return *facts->error;
        }
        return historyCsv(facts->page.runs);
    };
    subject.about << toQString(placeText(m_history->place()));
    if (!facts) {
        return;
    }
    subject.about << tr("%1 of %2 runs").arg(facts->page.runs.size()).arg(facts->page.total);
    if (!facts->shown.filter.isEmpty()) {
        subject.about << tr("filter: %1").arg(facts->shown.filter);
    }
    subject.about << tr("order: %1").arg(facts->shown.sort);
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
