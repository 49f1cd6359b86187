// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/compare/compare_desk.h"
#include "ui/docks/events_panel.h"
#include "ui/docks/jobs_panel.h"
#include "ui/docks/problems_panel.h"
#include "ui/docks/run_panel.h"
#include "ui/docks/runs_panel.h"
#include "ui/history/history_desk.h"
#include "ui/release/release_desk.h"
#include "ui/session/ask.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/tab_bar.h"
#include "ui/window/bottom_pane.h"
#include "ui/window/bundle_runs.h"
#include "ui/window/empty_page.h"
#include "ui/window/first_size.h"
#include "ui/window/notice_bar.h"
#include "ui/window/status_line.h"

#include <QCloseEvent>
#include <QDateTime>
#include <QDir>
#include <QDockWidget>
#include <QStackedWidget>
#include <QStatusBar>

#include <algorithm>

namespace soak::ui
{
namespace
{

bool isLive(const OpenRun& open)
{
    return open.activity == RunActivity::Running || open.activity == RunActivity::Stalled;
}

} // namespace

MainWindow::MainWindow(Theme& theme, Languages& languages, Options options, QWidget* parent)
    : QMainWindow(parent), m_theme(theme), m_languages(languages), m_options(std::move(options)),
      m_session(m_jobs), m_context{m_session, m_selection, m_theme}, m_watch(m_session, {}),
      m_launcher(m_session, m_options.soakProgram), m_finder(m_session)
{
    if (!m_options.preferencesFile.isEmpty()) {
        m_preferences = loadPreferences(m_options.preferencesFile);
    }
    m_compare = std::make_unique<CompareDesk>(m_context);
    m_history = std::make_unique<HistoryDesk>(m_session, m_options.history);
    if (m_options.remembersRuns) {
        m_finder.setHistory(m_options.history);
    }
    readFirst();
    m_release = std::make_unique<ReleaseDesk>(
        m_context, ReleaseDesk::Options{.drafts = m_options.stateFolder});
    m_release->setAuthor(authorOf(m_preferences));
    connectReplays();
    m_bundles = std::make_unique<BundleRuns>(
        m_session, fs::path(QFile::encodeName(QDir::tempPath()).toStdString()));
    connect(m_bundles.get(), &BundleRuns::ready, this,
            [this](const QString& folder, BundleRuns::Then then) {
                openBundleRun(folder, then == BundleRuns::Then::Compare);
            });
    setObjectName(QStringLiteral("window"));
    setMinimumSize(kSmallestWindow);
    resize(kPreferredWindow);
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks);
    buildCentre();
    buildDocks();
    buildActions();
    buildMenus();
    buildToolBar();
    m_viewsTime.setSingleShot(true);
    connect(&m_viewsTime, &QTimer::timeout, this, &MainWindow::makeNextView);
    buildViews();
    m_status = new ElidedLabel(this);
    m_cursorStatus = new ElidedLabel(this);
    m_status->setContentsMargins(8, 0, 8, 0);
    m_cursorStatus->setContentsMargins(8, 0, 8, 0);
    m_cursorStatus->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_status, 1);
    statusBar()->addPermanentWidget(m_cursorStatus);
    explainStatus(m_context, *m_status, *m_cursorStatus);
    m_run->setBase(runBase());
    connectSession();
    retranslate();
    restoreLayout();
    fold();
    refresh();
    if (!m_options.soakProgram.isEmpty()) {
        m_launcher.askOptions();
    }
    offerLast();
    if (m_autosave) {
        m_autosave->begin();
        keepChanges();
    }
    keepPreferences();
}

// The parts go while what they look at is still there, and say nothing on their way.
MainWindow::~MainWindow()
{
    m_jobs.stopAll();
    for (QObject* source : {static_cast<QObject*>(&m_jobs), static_cast<QObject*>(&m_session),
                            static_cast<QObject*>(&m_selection), static_cast<QObject*>(&m_theme),
                            static_cast<QObject*>(&m_session.workspace()),
                            static_cast<QObject*>(&m_session.workspace().history())}) {
        source->disconnect();
    }
    m_compare->disconnect();
    m_release->disconnect();
    for (QWidget* part : findChildren<QWidget*>()) {
        part->disconnect(this);
    }
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::opened, this, [this](const QString& identity) {
        const OpenRun& open = *m_session.find(identity);
        const QString folder = QString::fromStdString(open.folder.string());
        if (open.bundle.isEmpty()) {
            remember(folder);
        }
        const bool isAsked = m_expected.removeAll(folder) > 0;
        const bool isCompared = m_toCompare.removeAll(folder) > 0;
        if (m_toShow.removeAll(identity) > 0 || isCompared) {
            m_selection.setShown(identity, true);
        }
        lookAt(identity, isAsked);
        m_notice->withdraw(folder);
        m_empty->setBusy({});
        refresh();
    });
    connect(&m_session, &Session::closed, this, [this](const QString& identity) {
        m_selection.forget(identity);
        refresh();
    });
    connect(&m_session, &Session::changed, this, &MainWindow::refresh);
    connect(&m_session, &Session::changed, this, &MainWindow::alertOf);
    connect(&m_session, &Session::opened, this, &MainWindow::alertOf);
    connect(&m_session, &Session::closed, this, &MainWindow::alertOf);
    // What was asked for may lie in a folder below.
    connect(&m_session, &Session::folderFound, this,
            [this](const QString& asked, const QString& folder) {
                for (QStringList* wanted : {&m_expected, &m_toCompare}) {
                    if (wanted->removeAll(asked) > 0) {
                        *wanted << folder;
                    }
                }
            });
    connect(&m_session, &Session::opening, this,
            [this](const QString& path) { m_empty->setBusy(tr("Reading %1").arg(path)); });
    connect(&m_session, &Session::profileSaved, this, [this](const QString& file) {
        m_notice->tell(tr("The gate profile is saved as %1").arg(file));
    });
    connect(&m_session, &Session::problemsChanged, this, [this] { m_empty->setBusy({}); });
    connect(&m_session.workspace(), &Workspace::changed, this, &MainWindow::refresh);
    connect(&m_selection, &Selection::primaryChanged, this, &MainWindow::showPrimary);
    connect(&m_selection, &Selection::shownChanged, this, &MainWindow::refresh);
    connect(&m_selection, &Selection::full, this, [this] {
        m_notice->tell(tr("%1 runs are drawn, as many as can be told apart. Hide one first; the "
                          "table of the comparison has all that are open.")
                           .arg(Selection::kMostShown));
    });
    connect(&m_selection, &Selection::cursorChanged, this, [this] {
        m_cursorStatus->setText(cursorStatus(m_context));
        enableActions();
    });
    connect(&m_launcher, &RunLauncher::started, this, [this](const QString& folder) {
        m_expected << folder;
        m_finder.addBase(fs::path(folder.toStdString()).parent_path());
        m_empty->setBusy(tr("The run begins in %1").arg(folder));
    });
    connectPanels();
}

void MainWindow::connectPanels()
{
    connect(m_problems, &ProblemsPanel::countChanged, this,
            [this] { m_bottom->setBadge(3, m_problems->count()); });
    connect(m_jobsPanel, &JobsPanel::countChanged, this,
            [this] { m_bottom->setBadge(2, m_jobsPanel->model().rows().size()); });
    connect(m_events, &EventsPanel::countChanged, this,
            [this] { m_bottom->setBadge(1, m_events->model().count()); });
    connect(m_events, &EventsPanel::iterationRequested, this, &MainWindow::goToIteration);
    connect(m_problems, &ProblemsPanel::bytesRequested, this, &MainWindow::showBytes);
    connect(m_problems, &ProblemsPanel::iterationRequested, this,
            [this](const QString& identity, int iteration) {
                m_selection.setPrimary(identity);
                goToIteration(iteration);
            });
    connect(&m_finder, &RunFinder::rowsChanged, this, &MainWindow::listFound);
    connect(&m_finder, &RunFinder::historyChanged, m_history.get(), &HistoryDesk::readAgainIfShown);
    connect(&m_finder, &RunFinder::historyFailed, this, [this](const Error& error) {
        m_session.addProblem({tr("The history cannot be used; folders are read instead"), error});
    });
    connect(m_runs, &RunsPanel::filterTextChanged, this, &MainWindow::filterRuns);
    connect(m_runs, &RunsPanel::openRequested, this, &MainWindow::openPath);
    connect(m_runs, &RunsPanel::noteRequested, this, &MainWindow::writeNote);
    connect(m_runs, &RunsPanel::problemsRequested, this, [this] { m_bottom->open(3); });
    connect(m_run, &RunPanel::baseChanged, this, [this](const QString& base) {
        m_preferences.runBase = base;
        preferencesChanged();
    });
    connect(&m_theme, &Theme::changed, this, &MainWindow::retranslate);
    m_bottom->setBadge(3, m_problems->count());
}

// What is new is kept soon, so that little is lost when the window falls.
void MainWindow::keepChanges()
{
    const auto keep = [this] {
        if (m_autosave) {
            m_autosave->changed();
        }
    };
    connect(&m_session, &Session::opened, this, keep);
    connect(&m_session, &Session::closed, this, keep);
    connect(&m_session.workspace(), &Workspace::changed, this, keep);
    connect(&m_session.workspace(), &Workspace::layoutChanged, this, keep);
    connect(&m_session.workspace(), &Workspace::ignoredOverridesChanged, this, keep);
    connect(&m_session.workspace(), &Workspace::comparePageChanged, this, keep);
    connect(&m_selection, &Selection::primaryChanged, this, keep);
    connect(&m_selection, &Selection::shownChanged, this, keep);
    connect(&m_selection, &Selection::baselineChanged, this, keep);
}

// From now on: what came before was as read.
void MainWindow::keepPreferences()
{
    if (m_options.preferencesFile.isEmpty()) {
        return;
    }
    m_keeper = std::make_unique<PreferencesKeeper>(
        m_jobs, PreferencesKeeper::Options{m_options.preferencesFile}, [this] {
            saveLayout();
            return m_preferences;
        });
    for (const QDockWidget* dock : {m_runsDock, m_inspectorDock}) {
        connect(dock, &QDockWidget::visibilityChanged, this, &MainWindow::preferencesChanged);
        connect(dock, &QDockWidget::topLevelChanged, this, &MainWindow::preferencesChanged);
        connect(dock, &QDockWidget::dockLocationChanged, this, &MainWindow::preferencesChanged);
    }
    connect(m_bottom, &BottomPane::openChanged, this, &MainWindow::preferencesChanged);
    connect(m_tabs, &TabBar::currentChanged, this, &MainWindow::preferencesChanged);
}

void MainWindow::preferencesChanged()
{
    if (m_keeper) {
        m_keeper->changed();
    }
}

void MainWindow::showPrimary()
{
    m_navigation = Navigation();
    refresh();
}

void MainWindow::refresh()
{
    const OpenRun* primary = m_context.primary();
    showCentre();
    showBundle();
    setWindowTitle(titleOf(m_context));
    m_status->setText(runStatus(m_context));
    m_cursorStatus->setText(cursorStatus(m_context));
    if (primary != nullptr) {
        m_runs->setWatchText(watchStatus(m_context),
                             QString::fromStdString(pathText(primary->folder)),
                             unreadStatus(m_context));
    } else {
        m_runs->setWatchText({}, {}, {});
    }
    if (primary != nullptr && isLive(*primary) && primary->run->info) {
        const int read = static_cast<int>(primary->run->table.rowCount());
        const int planned = primary->run->info->iterations;
        m_bottom->setProgress(planned > 0 ? static_cast<double>(read) / planned : 0.0,
                              tr("iteration %1 of %2").arg(read).arg(planned));
    } else {
        m_bottom->setProgress(std::nullopt, {});
    }
    enableActions();
}

// The views are shown for the first time after the run was taken: both are much for one turn.
void MainWindow::showCentre()
{
    // The history needs no open run.
    const auto show = [this] {
        const bool isEmpty = m_session.runs().empty() && currentView() != View::History;
        m_centre->setCurrentIndex(isEmpty ? 0 : 1);
    };
    if (isVisible() && m_centre->currentIndex() == 0) {
        m_session.turns().ask(m_centre, show);
    } else {
        show();
    }
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_status != nullptr) {
        // The parts are told after us; those without words of their own to change are made anew.
        QMetaObject::invokeMethod(
            this,
            [this] {
                buildViews();
                retranslate();
                refresh();
            },
            Qt::QueuedConnection);
    }
}

// A run that is written now goes on without us, unless the person wants otherwise.
void MainWindow::closeEvent(QCloseEvent* event)
{
    const auto live = std::ranges::find_if(m_session.runs(), isLive);
    if (m_mayClose || live == m_session.runs().end()) {
        closeNow();
        event->accept();
        return;
    }
    event->ignore();
    ask(this,
        {tr("A run is being written"),
         tr("%1 is being written. It goes on when this window is closed, and can be watched again "
            "later.")
             .arg(m_session.nameOf(live->identity)),
         {tr("Keep it running"), tr("Stop it"), tr("Cancel")}},
        [this, folder = live->folder](int answer) {
            if (answer == 2) {
                return;
            }
            if (answer == 1) {
                m_launcher.stop(folder);
            }
            m_mayClose = true;
            close();
        });
}

void MainWindow::closeNow()
{
    if (m_autosave) {
        m_autosave->finish();
        m_autosave.reset();
    }
    if (m_keeper) {
        m_preferences.lastVisitMs = QDateTime::currentMSecsSinceEpoch();
        m_keeper->finish();
        m_keeper.reset();
    }
}

} // namespace soak::ui
