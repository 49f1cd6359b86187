// SPDX-License-Identifier: GPL-3.0-or-later
// The window: it puts the parts in their places and wires them; it shows nothing itself.
#pragma once

#include "core/analysis/explain.h"
#include "core/history/history_store.h"
#include "core/report/command_text.h"
#include "ui/session/autosave.h"
#include "ui/session/preferences.h"
#include "ui/session/preferences_keeper.h"
#include "ui/session/run_finder.h"
#include "ui/session/run_launcher.h"
#include "ui/session/run_watch.h"
#include "ui/session/view_context.h"
#include "ui/views/exporter.h"
#include "ui/window/act.h"
#include "ui/window/command_box.h"
#include "ui/window/languages.h"
#include "ui/window/navigation.h"
#include "ui/window/view.h"

#include <QMainWindow>
#include <QPointer>

#include <bitset>
#include <chrono>
#include <map>
#include <memory>

class QDockWidget;
class QLabel;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace soak
{
struct GreenCandidates;
struct GreenRun;
} // namespace soak

namespace soak::ui
{

class Banner;
class BottomPane;
class BundleRuns;
class ChartPane;
class ChartStack;
class CompareDesk;
class CompareView;
class EffectsPage;
class HistoryDesk;
enum class HistoryForm;
class ElidedLabel;
class EmptyPage;
class EventsPanel;
class Headline;
class InspectorPanel;
class IterationsView;
class JobsPanel;
class NoticeBar;
class ProblemsPanel;
class ReleaseDesk;
class Replays;
class RunPanel;
class RunsPanel;
class TileRow;

class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    struct Options {
        QString preferencesFile = {}; // "" = nothing is remembered
        fs::path stateFolder = {};    // of the autosave; empty = none
        QString soakProgram = {};
        QString samplePath = {};    // of the sample run; "" = there is none
        HistoryPlace history = {};  // of the view; empty: there is none
        bool remembersRuns = false; // what is found enters the history
        // Read while the window is built. Empty: what was open when the last one was closed,
        // nothing when it fell (then it is offered); not set: nothing.
        std::optional<QStringList> first = std::nullopt;
        std::optional<View> view = std::nullopt; // else the one that was looked at last
        // From then on the views behind the other tabs are made, each in a turn of its own.
        std::chrono::milliseconds viewsAfter{1000};
    };

    MainWindow(Theme& theme, Languages& languages, Options options, QWidget* parent = nullptr);
    ~MainWindow() override;

    // Run folders, folders above one, workspaces.
    void open(const QStringList& paths);
    // With the first run in it, where that comes soon: one layout and one picture instead of two.
    void showSoon();
    void showView(View view);
    void navigate(const TextLink& link);

    [[nodiscard]] QWidget* viewWidget(View view); // made when it is first asked for
    [[nodiscard]] View currentView() const;

    Session& session() { return m_session; }

    Selection& selection() { return m_selection; }

    Jobs& jobs() { return m_jobs; }

    // No job runs, and no view waits for its turn to show what there is.
    [[nodiscard]] bool isIdle()
    {
        return m_session.turns().isEmpty() && m_jobs.running().empty() && !m_finder.isAboutToLook();
    }

    Exporter& exporter() { return m_exporter; }

    // What `Export Page` of the current view would write.
    [[nodiscard]] ExportSubject pageToExport();

    [[nodiscard]] QAction* action(Act act) const { return m_actions.at(act); }

    static constexpr int kFoldBelow = 1200; // px: narrower, the inspector is a button
    static constexpr int kTilesFrom = 800;  // px: lower, the charts need the room of the tiles

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // main_window.cpp
    void connectSession();
    void connectPanels();
    void keepChanges();
    void keepPreferences();
    void preferencesChanged(); // what is remembered may be other now
    void refresh();
    void showPrimary();
    void showCentre();
    void closeNow();

    // window_alerts.cpp
    void alertOf(const QString& identity);

    // window_actions.cpp
    void buildActions();
    void connectGoing();
    void connectViewActions();
    void buildMenus();
    void buildToolBar();
    void retranslate();
    void fillRecent();
    void enableActions();
    void chooseTheme(ThemeChoice choice);
    void chooseLanguage(const QString& code);
    void showText(const QString& title, const QString& text);

    // window_export.cpp
    void connectExports();
    void connectCharts(IterationsView& iterations);
    void showChartMenu(IterationsView& iterations, ChartPane& pane, QPoint at);
    void exportPage();
    void printPage();

    // window_layout.cpp
    void buildCentre();
    void buildDocks();
    void buildViews();
    void makeNextView();
    QWidget* makeView(View view);
    void buildInspector();
    void fold();
    void roomForHeadline();
    void countShownViewOnly();
    void placeOverlay();
    void applyPreset(Act preset);
    void saveLayout();
    void restoreLayout();
    void clampFloating();
    void cyclePanes(int step);

    // window_files.cpp
    void askFolder();
    void askWorkspace();
    void askSaveWorkspace();
    void openPath(const QString& path);
    void openWorkspace(const fs::path& file);
    void remember(const QString& path);
    void setPrivateRun(bool isPrivate); // the shown one
    void listFound();
    void filterRuns(const QString& text);
    void filterFocused();
    void showBytes(const QString& file);
    void copySummary();
    void copyCommand();

    // window_bundles.cpp
    void verifyBundle(const QString& bundle); // "" = the person chooses one
    void openBundleRun(const QString& runFolder, bool isToCompare);
    void showBundle();

    // window_replay.cpp
    void connectReplays();
    void addReplay(QMenu& menu, int iteration, const QString& parameter = {}); // of the primary run
    void showParameterMenu(int iteration, const QString& parameter, QPoint at);
    void replayAtCursor();
    [[nodiscard]] bool canReplayAtCursor() const;

    // window_notes.cpp
    void writeNote(const QString& identity);
    void writeNoteAt(int iteration); // of the primary run
    void changeNote(int index);      // of the primary run
    void editNote(const QString& identity, RunNote note, std::vector<RunNote> subjects,
                  std::optional<std::size_t> index);
    void goToLastGreen();
    void showGreen(const GreenRun& green);
    void tellNoGreen(const GreenCandidates& counted);
    void explainFocus();

    // window_start.cpp
    void readFirst();
    [[nodiscard]] QString runBase() const; // where the person's runs go
    void takeUpLast();
    void offerLast();

    // window_session.cpp
    void openRunsOf(const WorkspaceData& workspace);
    void restore(const WorkspaceData& workspace);
    [[nodiscard]] WorkspaceData snapshot() const;
    void lookAt(const QString& identity, bool isAsked);
    void offerLive();

    // window_navigation.cpp
    [[nodiscard]] IterationsView* iterationsView();
    [[nodiscard]] Place place() const;
    void goTo(View view);
    void follow(const TextLink& link);
    void goToIteration(int iteration);
    void goToEvent(int iteration, const QString& subject);
    void step(int by);
    void back();
    [[nodiscard]] std::vector<CommandEntry> offers(const QString& typed);
    void offerActions(const QString& typed, std::vector<CommandEntry>& entries);
    void offerRuns(const QString& typed, std::vector<CommandEntry>& entries);
    void offerIteration(const QString& typed, std::vector<CommandEntry>& entries);
    void offerParameters(const QString& typed, std::vector<CommandEntry>& entries);

    // window_compare.cpp
    [[nodiscard]] QWidget* makeCompareView();
    // window_history.cpp
    [[nodiscard]] QWidget* makeHistoryView();
    void openRemembered(const QStringList& folders);
    void askImport();
    void connectSayings();
    void enableSayings();
    [[nodiscard]] std::vector<std::string> foldersOf(const std::vector<std::size_t>& arm) const;
    void copyHistoryCommand(HistoryForm form);
    void aboutHistory(ExportSubject& subject) const;
    bool copyComparison(); // false: there is none
    bool copyComparisonCommand();
    void askSaveComparison();
    void saveComparison(const QString& file);
    void connectCompareCharts(ChartStack& stack);
    void addHistoryStrip(EffectsPage& effects);

    // window_what_if.cpp
    void askSaveProfile();
    bool mayNameProfile(CommandAnswer answer, const OpenRun& open); // false: it is not saved yet

    // As last told of a run.
    struct Told {
        RunActivity activity;
        bool hasFailed = false;
    };

    Theme& m_theme;
    Languages& m_languages;
    Options m_options;
    Preferences m_preferences;
    Jobs m_jobs;
    Session m_session;
    Selection m_selection;
    ViewContext m_context;
    Exporter m_exporter{m_context};
    RunWatch m_watch;
    RunLauncher m_launcher;
    RunFinder m_finder;
    std::unique_ptr<CompareDesk> m_compare;
    std::unique_ptr<HistoryDesk> m_history;
    std::unique_ptr<ReleaseDesk> m_release;
    std::unique_ptr<BundleRuns> m_bundles;
    Replays* m_replays = nullptr;
    std::unique_ptr<Autosave> m_autosave;
    std::unique_ptr<PreferencesKeeper> m_keeper;
    Navigation m_navigation;
    std::map<Act, QAction*> m_actions;
    std::map<QString, Told> m_told;
    QStringList m_expected;  // folders that were asked for and should be looked at when open
    QStringList m_toCompare; // those that should be drawn beside the run that is looked at
    QStringList m_toShow;    // identities of a workspace that are drawn as soon as they are open
    QString m_toBePrimary;
    QString m_standIn;                    // identity of the run looked at until that one is there
    QStringList m_offered;                // folders that are written and were told of
    std::optional<Autosave::Kept> m_last; // at the start: what the last window left
    QString m_opening;                    // what was asked for last

    QMenu* m_recentMenu = nullptr;
    QMenu* m_historyMenu = nullptr;
    std::map<QMenu*, const char*> m_menus;
    CommandBox* m_commandBox = nullptr;
    NoticeBar* m_notice = nullptr;
    QStackedWidget* m_centre = nullptr; // nothing open, or the views
    EmptyPage* m_empty = nullptr;
    QTabBar* m_tabs = nullptr;
    Banner* m_bundleBanner = nullptr;
    QVBoxLayout* m_headlinePlace = nullptr;
    Headline* m_headline = nullptr;
    TileRow* m_tiles = nullptr; // below the headline
    QStackedWidget* m_views = nullptr;
    std::bitset<kViewCount> m_isViewMade; // others are empty pages
    QTimer m_viewsTime;
    QDockWidget* m_runsDock = nullptr;
    QDockWidget* m_inspectorDock = nullptr;
    QDockWidget* m_bottomDock = nullptr;
    RunsPanel* m_runs = nullptr;
    QPointer<InspectorPanel> m_inspector;
    QWidget* m_overlay = nullptr; // holds the inspector while the window is narrow
    BottomPane* m_bottom = nullptr;
    RunPanel* m_run = nullptr;
    EventsPanel* m_events = nullptr;
    JobsPanel* m_jobsPanel = nullptr;
    ProblemsPanel* m_problems = nullptr;
    ElidedLabel* m_status = nullptr;
    ElidedLabel* m_cursorStatus = nullptr;
    bool m_isFolded = false;
    bool m_mayClose = false;
};

} // namespace soak::ui
