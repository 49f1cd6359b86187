// SPDX-License-Identifier: GPL-3.0-or-later
// What the window opens, saves, takes by drag and drop, and copies.
#include "core/base/clock.h"
#include "core/history/run_query.h"
#include "core/release/bundle_layout.h"
#include "core/report/command_text.h"
#include "ui/docks/runs_panel.h"
#include "ui/release/verify_window.h"
#include "ui/theme/numbers.h"
#include "ui/views/copy_summary.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"
#include "ui/window/status_line.h"
#include "ui/window/text_window.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>

#include <algorithm>
#include <array>

namespace soak::ui
{
namespace
{

constexpr qsizetype kMostBytes = 1 << 20; // shown of a file
const QString kWorkspaceEnding = QStringLiteral(".soakws");

fs::path pathOf(const QString& path)
{
    return fs::path(path.toStdString());
}

} // namespace

void MainWindow::open(const QStringList& paths)
{
    for (const QString& path : paths) {
        openPath(path);
    }
}

// A file leads to the run that it lies in.
void MainWindow::openPath(const QString& path)
{
    if (path.isEmpty()) {
        return;
    }
    if (path.endsWith(kWorkspaceEnding)) {
        openWorkspace(pathOf(path));
        return;
    }
    if (looksLikeBundle(path)) { // verified before it is opened
        verifyBundle(path);
        return;
    }
    const QFileInfo info(path);
    const QString folder = info.isFile() ? info.absolutePath() : info.absoluteFilePath();
    const fs::path given = pathOf(folder).lexically_normal();
    m_finder.addBase(given);
    m_expected << QString::fromStdString(given.string());
    m_session.open(given);
}

void MainWindow::askFolder()
{
    auto* dialog = new QFileDialog(this, tr("Open a run folder or one above it"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openPath);
    dialog->open();
}

void MainWindow::askWorkspace()
{
    auto* dialog = new QFileDialog(this, tr("Open a workspace"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Workspaces (*.soakws)"));
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openPath);
    dialog->open();
}

void MainWindow::askSaveWorkspace()
{
    auto* dialog = new QFileDialog(this, tr("Save the workspace"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Workspaces (*.soakws)"));
    dialog->setDefaultSuffix(kWorkspaceEnding.mid(1));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_jobs.run(
            tr("Save the workspace"),
            [workspace = snapshot(), path = pathOf(file)](const std::stop_token&, const Progress&) {
                return saveWorkspace(workspace, path);
            },
            this,
            [this, file](const Status& status) {
                if (status) {
                    remember(file);
                    m_notice->tell(tr("Saved as %1").arg(file));
                } else {
                    m_session.addProblem({tr("Cannot save the workspace"), status.error()});
                }
            });
    });
    dialog->open();
}

void MainWindow::openWorkspace(const fs::path& file)
{
    m_jobs.run(
        tr("Read the workspace"),
        [file](const std::stop_token&, const Progress&) { return loadWorkspace(file); }, this,
        [this, file](const Result<WorkspaceData>& loaded) {
            if (loaded) {
                remember(QString::fromStdString(file.string()));
                restore(*loaded);
            } else {
                m_session.addProblem({tr("Cannot open the workspace"), loaded.error()});
            }
        });
}

void MainWindow::remember(const QString& path)
{
    addRecent(m_preferences, path);
    preferencesChanged();
}

void MainWindow::listFound()
{
    std::vector<RunListItem> found;
    found.reserve(m_finder.rows().size());
    for (const FoundRow& row : m_finder.rows()) {
        found.push_back(listItemOf(row));
    }
    m_runs->setFound(std::move(found));
    offerLive();
}

void MainWindow::filterRuns(const QString& text)
{
    const ParsedQuery parsed = parseRunQuery(text.toStdString());
    m_exporter.setFilter(text);
    QString error;
    if (parsed.problem) {
        error = tr("At %1: %2")
                    .arg(parsed.problem->position + 1)
                    .arg(toQString(parsed.problem->message));
    }
    if (parsed.query.parts.empty()) {
        m_runs->setFilter({}, error);
        return;
    }
    m_runs->setFilter([query = parsed.query, now = SystemClock().wall()](
                          const RunListItem& item) { return matches(query, *item.row, now); },
                      error);
}

void MainWindow::setPrivateRun(bool isPrivate)
{
    if (const OpenRun* open = m_context.primary()) {
        const QString folder = QString::fromStdString(open->folder.string());
        setPrivate(m_preferences, folder, isPrivate);
        preferencesChanged();
        if (!isPrivate) {
            remember(folder);
        }
    }
}

// Those that are gone are grey; each can be forgotten alone.
void MainWindow::fillRecent()
{
    qDeleteAll(m_recentMenu->findChildren<QMenu*>()); // clear() leaves the menus in it
    m_recentMenu->clear();
    m_recentMenu->setToolTipsVisible(true); // a path may be shortened
    const auto shortened = [this](const QString& path) {
        return fontMetrics().elidedText(path, Qt::ElideMiddle, 420);
    };
    for (const QString& path : m_preferences.recent) {
        QAction* entry =
            m_recentMenu->addAction(shortened(path), this, [this, path] { openPath(path); });
        entry->setToolTip(path);
        entry->setEnabled(QFileInfo::exists(path));
    }
    m_recentMenu->addSeparator();
    QMenu* forget = m_recentMenu->addMenu(tr("Forget"));
    forget->setToolTipsVisible(true);
    forget->setEnabled(!m_preferences.recent.isEmpty());
    for (const QString& path : m_preferences.recent) {
        QAction* entry = forget->addAction(shortened(path), this, [this, path] {
            m_preferences.recent.removeAll(path);
            preferencesChanged();
        });
        entry->setToolTip(path);
    }
    forget->addSeparator();
    forget->addAction(tr("All of these"), this, [this] {
        m_preferences.recent.clear();
        preferencesChanged();
    });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            event->acceptProposedAction();
        }
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            openPath(url.toLocalFile());
        }
    }
    event->acceptProposedAction();
}

void MainWindow::showBytes(const QString& file)
{
    m_jobs.run(
        tr("Read %1").arg(file),
        [path = pathOf(file)](const std::stop_token&, const Progress&) { return readFile(path); },
        this,
        [this, file](const Result<std::string>& bytes) {
            if (bytes) {
                showText(file, readableBytes(QByteArray::fromStdString(*bytes), kMostBytes));
            } else {
                m_session.addProblem({tr("Cannot read %1").arg(file), bytes.error()});
            }
        });
}

void MainWindow::copySummary()
{
    const OpenRun* open = m_context.primary();
    if (open == nullptr || (currentView() == View::Compare && copyComparison())) {
        return;
    }
    QApplication::clipboard()->setMimeData(summaryMime(*open, m_context.theme).release());
    m_notice->tell(tr("The summary and its picture are in the clipboard."));
}

void MainWindow::copyCommand()
{
    if (currentView() == View::History) {
        copyHistoryCommand(HistoryForm::Text);
        return;
    }
    const OpenRun* open = m_context.primary();
    if (open == nullptr) {
        return;
    }
    constexpr std::array kAnswers{CommandAnswer::Verdict,   CommandAnswer::Iteration,
                                  CommandAnswer::Overrides, CommandAnswer::Iteration,
                                  CommandAnswer::Reports,   CommandAnswer::Comparison,
                                  CommandAnswer::Verdict,   CommandAnswer::Evidence};
    static_assert(kAnswers.size() == kViewCount);
    const CommandAnswer answer = kAnswers.at(static_cast<std::size_t>(currentView()));
    if (answer == CommandAnswer::Comparison && copyComparisonCommand()) {
        return;
    }
    if (mayNameProfile(answer, *open)) {
        const QString command = toQString(
            commandText(answer, *open->judgement, pathText(open->folder),
                        {.iteration = m_selection.cursor(),
                         .profileFile = isWhatIf(*open) ? pathText(m_session.savedProfileOf(*open))
                                                        : std::string(),
                         .ignored = m_session.workspace().ignoredOverrides().toStdString()}));
        QApplication::clipboard()->setText(command);
        m_notice->tell(tr("In the clipboard: %1").arg(command));
    }
}

} // namespace soak::ui
