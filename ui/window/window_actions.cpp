// SPDX-License-Identifier: GPL-3.0-or-later
// What the window can be told to do: one table of actions feeds the menus, the keys and the command
// box.
#include "core/base/version.h"
#include "ui/docks/problems_panel.h"
#include "ui/docks/run_panel.h"
#include "ui/docks/runs_panel.h"
#include "ui/theme/icons.h"
#include "ui/theme/numbers.h"
#include "ui/window/action_table.h"
#include "ui/window/bottom_pane.h"
#include "ui/window/main_window.h"
#include "ui/window/text_window.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QDockWidget>
#include <QMenuBar>
#include <QTabBar>
#include <QToolBar>

namespace soak::ui
{
namespace
{

constexpr int kBoxWidth = 330;

QString words(const char* english)
{
    return QCoreApplication::translate("Actions", english);
}

QString plain(QString text)
{
    return text.remove(QLatin1Char('&'));
}

} // namespace

void MainWindow::buildActions()
{
    for (const ActionRow& row : actionTable()) {
        auto* action = new QAction(this);
        action->setShortcuts(QKeySequence::listFromString(QString::fromUtf8(row.keys)));
        action->setCheckable(row.isCheckable);
        addAction(action);
        m_actions[row.act] = action;
    }
    const auto on = [this](Act act, auto call) {
        connect(m_actions.at(act), &QAction::triggered, this, call);
    };
    on(Act::Open, [this] { askFolder(); });
    on(Act::OpenWorkspace, [this] { askWorkspace(); });
    on(Act::SaveWorkspace, [this] { askSaveWorkspace(); });
    on(Act::Reload, [this] {
        m_watch.rescan();
        m_finder.look();
    });
    on(Act::CloseRun, [this] { m_session.close(QString(m_selection.primary())); });
    on(Act::Quit, [this] { close(); });
    on(Act::Undo, [this] { m_session.workspace().history().undo(); });
    on(Act::Redo, [this] { m_session.workspace().history().redo(); });
    on(Act::CopySummary, [this] { copySummary(); });
    on(Act::CopyCommand, [this] { copyCommand(); });
    on(Act::SaveProfile, [this] { askSaveProfile(); });
    on(Act::VerifyBundle, [this] { verifyBundle({}); });
    on(Act::CopyPage, [this] { m_exporter.copy(pageToExport(), CopyFlavours::All); });
    on(Act::Export, [this] { exportPage(); });
    on(Act::Print, [this] { printPage(); });
    on(Act::WriteNote, [this] { writeNote(m_selection.primary()); });
    on(Act::PrivateRun, [this](bool isOn) { setPrivateRun(isOn); });
    on(Act::Find, [this] { filterFocused(); });
    on(Act::RunPanel, [this] {
        m_bottom->open(0);
        m_run->takeFocus();
    });
    on(Act::StopRun, [this] { m_run->stop(); });
    on(Act::ResumeRun, [this] { m_run->resume(); });
    on(Act::Replay, [this] { replayAtCursor(); });
    connectGoing();
    connectSayings();
    connectViewActions();
    connectExports();
}

void MainWindow::connectGoing()
{
    const auto on = [this](Act act, auto call) {
        connect(m_actions.at(act), &QAction::triggered, this, call);
    };
    for (int i = 0; i < kViewCount; ++i) {
        on(static_cast<Act>(static_cast<int>(Act::Overview) + i),
           [this, i] { goTo(static_cast<View>(i)); });
    }
    on(Act::GoToIteration, [this] { m_commandBox->begin(QStringLiteral("#")); });
    on(Act::PreviousIteration, [this] { step(-1); });
    on(Act::NextIteration, [this] { step(1); });
    on(Act::Lock, [this] { m_selection.setLocked(!m_selection.isLocked()); });
    on(Act::LastGreen, [this] { goToLastGreen(); });
    on(Act::Back, [this] { back(); });
}

void MainWindow::connectViewActions()
{
    const auto on = [this](Act act, auto call) {
        connect(m_actions.at(act), &QAction::triggered, this, call);
    };
    on(Act::Runs, [this](bool isOn) { m_runsDock->setVisible(isOn); });
    on(Act::Inspector, [this](bool isOn) {
        if (m_isFolded) {
            m_overlay->setVisible(isOn);
            placeOverlay();
            m_overlay->raise();
        } else {
            m_inspectorDock->setVisible(isOn);
        }
    });
    for (int i = 0; i < 4; ++i) {
        on(static_cast<Act>(static_cast<int>(Act::RunTab) + i), [this, i] { m_bottom->toggle(i); });
    }
    on(Act::FullScreen,
       [this](bool isOn) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, isOn)); });
    on(Act::NextPane, [this] { cyclePanes(1); });
    on(Act::PreviousPane, [this] { cyclePanes(-1); });
    for (const Act preset :
         {Act::LayoutAnalyst, Act::LayoutReading, Act::LayoutReports, Act::LayoutReset}) {
        on(preset, [this, preset] { applyPreset(preset); });
    }
    on(Act::FloatInspector, [this] {
        if (!m_isFolded) {
            m_inspectorDock->show();
            m_inspectorDock->setFloating(!m_inspectorDock->isFloating());
        }
    });
    on(Act::Command, [this] { m_commandBox->begin({}); });
    on(Act::Actions, [this] { m_commandBox->begin(QStringLiteral(">")); });
    on(Act::Explain, [this] { explainFocus(); });
    on(Act::Shortcuts, [this] { showText(tr("Keys"), shortcutsText(m_actions)); });
    on(Act::About, [this] {
        showText(tr("About"), tr("Soak Workbench %1\nRuns, tunes, verifies and judges soak tests "
                                 "of trading bots.\nFree software under the GPL, version 3 or "
                                 "later.")
                                  .arg(toQString(kToolVersion)));
    });
    connect(m_runsDock, &QDockWidget::visibilityChanged, this, [this] {
        m_actions.at(Act::Runs)->setChecked(!m_runsDock->isHidden());
        fold();
    });
    connect(m_inspectorDock, &QDockWidget::visibilityChanged, this, &MainWindow::fold);
}

void MainWindow::buildMenus()
{
    std::map<ActionMenu, QMenu*> menus;
    for (const MenuRow& row : menuTable()) {
        menus[row.menu] = menuBar()->addMenu(QString());
        m_menus[menus[row.menu]] = row.title;
    }
    for (const ActionRow& row : actionTable()) {
        QMenu* menu = menus.at(row.menu);
        if (row.beginsGroup) {
            menu->addSeparator();
        }
        menu->addAction(m_actions.at(row.act));
        if (row.act == Act::Open) {
            m_recentMenu = menu->addMenu(QString());
            m_menus[m_recentMenu] = QT_TRANSLATE_NOOP("Actions", "Open &Recent");
        }
        if (row.act == Act::Redo) {
            m_historyMenu = menu->addMenu(QString());
            m_menus[m_historyMenu] = QT_TRANSLATE_NOOP("Actions", "&History");
        }
    }
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    connect(m_historyMenu, &QMenu::aboutToShow, this, [this] {
        m_historyMenu->clear();
        QUndoStack& history = m_session.workspace().history();
        for (int i = history.count(); i >= 0; --i) {
            const QString text = i == 0 ? tr("As opened") : history.text(i - 1);
            QAction* entry =
                m_historyMenu->addAction(text, this, [&history, i] { history.setIndex(i); });
            entry->setCheckable(true);
            entry->setChecked(history.index() == i);
        }
    });
    QMenu* themes = menus.at(ActionMenu::View)->addMenu(QString());
    m_menus[themes] = QT_TRANSLATE_NOOP("Actions", "&Theme");
    auto* themeGroup = new QActionGroup(this);
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark}) {
        QAction* entry =
            themes->addAction(QString(), this, [this, choice] { chooseTheme(choice); });
        entry->setCheckable(true);
        entry->setChecked(choice == m_theme.choice());
        themeGroup->addAction(entry);
    }
    QMenu* languages = menus.at(ActionMenu::View)->addMenu(QString());
    m_menus[languages] = QT_TRANSLATE_NOOP("Actions", "&Language");
    auto* languageGroup = new QActionGroup(this);
    for (const LanguageName& language : kLanguages) {
        const QString code = QLatin1String(language.code);
        QAction* entry = languages->addAction(QString::fromUtf8(language.name), this,
                                              [this, code] { chooseLanguage(code); });
        entry->setCheckable(true);
        entry->setChecked(code == m_languages.code());
        languageGroup->addAction(entry);
    }
    connect(&m_session.workspace().history(), &QUndoStack::indexChanged, this,
            &MainWindow::enableActions);
}

void MainWindow::buildToolBar()
{
    QToolBar* bar = addToolBar(QString());
    bar->setObjectName(QStringLiteral("toolbar"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize(QSize(16, 16));
    for (const Act act :
         {Act::RunPanel, Act::StopRun, Act::Open, Act::Reports, Act::CopySummary, Act::Inspector}) {
        bar->addAction(m_actions.at(act));
    }
    auto* room = new QWidget(bar);
    room->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(room);
    m_commandBox = new CommandBox([this](const QString& typed) { return offers(typed); }, bar);
    m_commandBox->setFixedWidth(kBoxWidth);
    bar->addWidget(m_commandBox);
}

void MainWindow::retranslate()
{
    constexpr std::array kTabs{
        QT_TRANSLATE_NOOP("Actions", "Overview"),  QT_TRANSLATE_NOOP("Actions", "Iterations"),
        QT_TRANSLATE_NOOP("Actions", "Overrides"), QT_TRANSLATE_NOOP("Actions", "Guards"),
        QT_TRANSLATE_NOOP("Actions", "Reports"),   QT_TRANSLATE_NOOP("Actions", "Compare"),
        QT_TRANSLATE_NOOP("Actions", "History"),   QT_TRANSLATE_NOOP("Actions", "Release")};
    for (const ActionRow& row : actionTable()) {
        QAction* action = m_actions.at(row.act);
        action->setText(words(row.text));
        action->setIconText(
            words(row.shortText != nullptr ? row.shortText : row.text).remove(QLatin1Char('&')));
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(keys.isEmpty() ? words(row.tip)
                                          : words(row.tip) + QStringLiteral(" (%1)").arg(keys));
        if (row.picture) {
            action->setIcon(iconOf(*row.picture, m_theme.tone()));
        }
    }
    for (const auto& [menu, title] : m_menus) {
        menu->setTitle(words(title));
    }
    // Filled when they are opened.
    qDeleteAll(m_recentMenu->findChildren<QMenu*>());
    m_recentMenu->clear();
    m_historyMenu->clear();
    constexpr std::array kThemes{QT_TRANSLATE_NOOP("Actions", "As the system"),
                                 QT_TRANSLATE_NOOP("Actions", "Light"),
                                 QT_TRANSLATE_NOOP("Actions", "Dark")};
    for (const auto& [menu, title] : m_menus) {
        if (QLatin1String(title) == QLatin1String("&Theme")) {
            for (int i = 0; i < menu->actions().size(); ++i) {
                menu->actions().at(i)->setText(words(kThemes.at(static_cast<std::size_t>(i))));
            }
        }
    }
    for (int i = 0; i < kViewCount; ++i) {
        const QString title = words(kTabs.at(static_cast<std::size_t>(i)));
        m_tabs->setTabText(i, title);
        m_tabs->setTabToolTip(i, QStringLiteral("%1 (Alt+%2)").arg(title).arg(i + 1));
    }
    m_tabs->setAccessibleName(tr("Views"));
    const std::array<QString, 4> bottom{tr("Run"), tr("Events"), tr("Jobs"), tr("Problems")};
    for (int i = 0; i < 4; ++i) {
        const auto at = static_cast<std::size_t>(i);
        m_bottom->setTitle(
            i, bottom[at],
            plain(m_actions.at(static_cast<Act>(static_cast<int>(Act::RunTab) + i))->toolTip()));
    }
    m_runsDock->setWindowTitle(tr("Runs"));
    m_inspectorDock->setWindowTitle(tr("Inspector"));
    m_bottomDock->setWindowTitle(tr("Run, events, jobs, problems"));
    for (QToolBar* bar : findChildren<QToolBar*>()) {
        bar->setWindowTitle(tr("Tools"));
    }
    m_commandBox->retranslate();
}

void MainWindow::enableActions()
{
    const OpenRun* open = m_context.primary();
    const bool isOpen = open != nullptr;
    const bool isLive = isOpen && (open->activity == RunActivity::Running ||
                                   open->activity == RunActivity::Stalled);
    for (const Act act :
         {Act::CloseRun, Act::CopySummary, Act::Overview, Act::Iterations, Act::Overrides,
          Act::Guards, Act::Reports, Act::Compare, Act::Release, Act::GoToIteration,
          Act::PreviousIteration, Act::NextIteration, Act::Lock, Act::Reload, Act::SaveWorkspace,
          Act::WriteNote, Act::LastGreen, Act::PrivateRun}) {
        m_actions.at(act)->setEnabled(isOpen);
    }
    // The history is looked at without an open run, too.
    for (const Act act : {Act::CopyCommand, Act::CopyPage, Act::Export, Act::Print}) {
        m_actions.at(act)->setEnabled(isOpen || currentView() == View::History);
    }
    m_actions.at(Act::SaveProfile)->setEnabled(isOpen && isWhatIf(*open));
    m_actions.at(Act::PrivateRun)
        ->setChecked(isOpen && m_preferences.privateRuns.contains(
                                   QString::fromStdString(open->folder.string())));
    m_actions.at(Act::StopRun)->setEnabled(isLive);
    m_actions.at(Act::StopRun)->setVisible(isLive);
    m_actions.at(Act::ResumeRun)->setEnabled(isOpen && open->activity == RunActivity::WriterDead);
    m_actions.at(Act::Replay)->setEnabled(canReplayAtCursor());
    m_actions.at(Act::Lock)->setChecked(m_selection.isLocked());
    enableSayings();
    QUndoStack& history = m_session.workspace().history();
    m_actions.at(Act::Undo)->setEnabled(history.canUndo());
    m_actions.at(Act::Redo)->setEnabled(history.canRedo());
    m_actions.at(Act::Back)->setEnabled(m_navigation.canGoBack() || m_selection.hasPreviousRange());
}

void MainWindow::chooseTheme(ThemeChoice choice)
{
    m_preferences.theme = choice;
    preferencesChanged();
    m_theme.choose(choice);
}

void MainWindow::chooseLanguage(const QString& code)
{
    m_preferences.language = code;
    preferencesChanged();
    m_languages.choose(code);
}

void MainWindow::showText(const QString& title, const QString& text)
{
    auto* shown = new TextWindow(title, text, this);
    shown->show();
}

} // namespace soak::ui
