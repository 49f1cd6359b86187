// SPDX-License-Identifier: GPL-3.0-or-later
// Notes, the last green run, recent files and the filter of the list in focus, by key.
#include "core/runner/run_soak.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"
#include "ui/charts/chart_stack.h"
#include "ui/docks/events_panel.h"
#include "ui/docks/runs_panel.h"
#include "ui/views/iterations_view.h"
#include "ui/widgets/headline.h"
#include "ui/widgets/note_editor.h"
#include "ui/widgets/sentence_label.h"
#include "ui/window/bottom_pane.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

namespace soak::ui
{
namespace
{

constexpr int kNotesMs = 30'000;

struct Noted : testing::Test {
    TempDir home;
    Theme theme;
    Languages languages;
    std::unique_ptr<MainWindow> window;

    void SetUp() override
    {
        theme.choose(ThemeChoice::Light);
        languages.choose(QStringLiteral("en"));
        window = std::make_unique<MainWindow>(
            theme, languages,
            MainWindow::Options{.preferencesFile =
                                    QString::fromStdString((home / "p.ini").string())});
        window->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    }

    void TearDown() override
    {
        window.reset();
        QLocale::setDefault(QLocale::c());
    }

    void open(const fs::path& folder)
    {
        const auto before = window->session().runs().size();
        window->open({QString::fromStdString(folder.string())});
        ASSERT_TRUE(QTest::qWaitFor(
            [&] { return window->session().runs().size() > before && window->isIdle(); },
            kNotesMs));
    }

    void openFixture(const char* name) { open(testDataPath(std::string("fixtures/") + name)); }

    void key(Qt::Key pressed, Qt::KeyboardModifiers modifiers = Qt::ControlModifier)
    {
        QTest::keyClick(window.get(), pressed, modifiers);
    }

    // Types `text` into the editor that a key opened, and saves it.
    void write(const QString& text)
    {
        auto* editor = window->findChild<NoteEditor*>();
        ASSERT_NE(editor, nullptr);
        QTest::keyClicks(editor->findChild<QPlainTextEdit*>(), text);
        QTest::keyClick(editor->findChild<QPlainTextEdit*>(), Qt::Key_Return, Qt::ControlModifier);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    std::vector<RunNote> notes()
    {
        return window->session().workspace().marksOf(window->selection().primary()).notes;
    }

    QStringList entriesOf(const QString& menu)
    {
        for (auto* one : window->findChildren<QMenu*>()) {
            if (one->title() == menu) {
                Q_EMIT one->aboutToShow();
                QStringList texts;
                for (const QAction* action : one->actions()) {
                    texts << action->text();
                }
                return texts;
            }
        }
        return {};
    }
};

} // namespace

TEST_F(Noted, AKeyWritesANoteOnTheRunTheIterationOrTheRange)
{
    openFixture("reference-36");
    key(Qt::Key_N);
    write(QStringLiteral("whole"));
    window->selection().setCursor(33);
    key(Qt::Key_N);
    write(QStringLiteral("spike"));
    window->selection().setMarkA(36);
    window->selection().setMarkB(29);
    key(Qt::Key_N);
    write(QStringLiteral("slow"));
    const std::vector<RunNote> written = notes();
    ASSERT_EQ(written.size(), 3U);
    EXPECT_EQ(written[0].from, std::nullopt);
    EXPECT_EQ(written[1].from, 33);
    EXPECT_EQ(written[1].text, QStringLiteral("spike"));
    EXPECT_EQ(written[2].from, 29);
    EXPECT_EQ(written[2].to, 36);
    key(Qt::Key_Z);
    EXPECT_EQ(notes().size(), 2U);
    EXPECT_EQ(entriesOf(QStringLiteral("&History")).front(),
              QStringLiteral("Note on reference-36, #29 to #36"));
    key(Qt::Key_Y);
    EXPECT_EQ(notes().size(), 3U);
}

TEST_F(Noted, ANoteStandsInALaneUnderTheCharts)
{
    openFixture("reference-36");
    window->showView(View::Iterations);
    auto* view = qobject_cast<IterationsView*>(window->viewWidget(View::Iterations));
    const auto lanes = [view] { return view->stack()->lanes()->scene()->lanes; };
    ASSERT_TRUE(QTest::qWaitFor([&] { return !lanes().empty(); }, kNotesMs));
    EXPECT_EQ(lanes().size(), 3U);
    window->session().workspace().addNote(
        window->selection().primary(), {QStringLiteral("spike"), QStringLiteral("ann"), 1, 33, 33});
    ASSERT_TRUE(QTest::qWaitFor([&] { return lanes().size() == 4; }, kNotesMs));
    const EventLane lane = lanes().back();
    ASSERT_EQ(lane.marks.size(), 1U);
    EXPECT_EQ(lane.marks[0].from, 33);
    EXPECT_EQ(textOf(*view->stack()->lanes()->scene(), lane.kind, lane.marks[0]),
              QStringLiteral("#33: spike (ann)"));
    // A point of that lane leads there.
    const std::vector<LaneGroup> groups = view->stack()->lanes()->groups();
    QTest::mouseClick(view->stack()->lanes(), Qt::LeftButton, {},
                      groups.back().rect.center().toPoint());
    EXPECT_EQ(window->selection().cursor(), 33);
}

TEST_F(Noted, WhoWroteIsRememberedTheNextTime)
{
    openFixture("reference-8");
    key(Qt::Key_N);
    auto* editor = window->findChild<NoteEditor*>();
    ASSERT_NE(editor, nullptr);
    for (auto* line : editor->findChildren<QLineEdit*>()) {
        if (line->accessibleName() == QStringLiteral("By whom")) {
            line->setText(QStringLiteral("ann"));
        }
    }
    write(QStringLiteral("x"));
    window->close();
    EXPECT_EQ(loadPreferences(QString::fromStdString((home / "p.ini").string())).author,
              QStringLiteral("ann"));
}

TEST_F(Noted, TheListInFocusIsFiltered)
{
    openFixture("reference-36");
    auto* bottom = window->findChild<BottomPane*>();
    bottom->open(1);
    auto* events = window->findChild<EventsPanel*>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return events->model().count() > 0; }, kNotesMs));
    events->findChild<QTableView*>()->setFocus();
    key(Qt::Key_F);
    EXPECT_EQ(QApplication::focusWidget()->accessibleName(), QStringLiteral("Filter the list"));
    window->findChild<RunsPanel*>()->table().setFocus();
    key(Qt::Key_F);
    EXPECT_EQ(QApplication::focusWidget()->accessibleName(), QStringLiteral("Filter the runs"));
    window->showView(View::Overrides);
    window->viewWidget(View::Overrides)->findChild<QComboBox*>()->setFocus();
    key(Qt::Key_F);
    EXPECT_EQ(QApplication::focusWidget()->accessibleName(), QStringLiteral("Filter the list"));
    EXPECT_TRUE(window->viewWidget(View::Overrides)->isAncestorOf(QApplication::focusWidget()));
}

TEST_F(Noted, AFollowedLinkLeavesTheFocusInTheHeadline)
{
    openFixture("reference-8");
    window->showView(View::Overview);
    auto* sentence =
        window->viewWidget(View::Overview)->findChild<Headline*>()->findChild<SentenceLabel*>();
    sentence->setFocus(Qt::TabFocusReason);
    ASSERT_EQ(QApplication::focusWidget(), sentence);
    window->navigate({.kind = LinkKind::Iteration, .iteration = 3});
    EXPECT_EQ(window->currentView(), View::Iterations);
    const QWidget* focus = QApplication::focusWidget();
    ASSERT_NE(focus, nullptr);
    EXPECT_NE(focus, sentence);
    EXPECT_NE(qobject_cast<const SentenceLabel*>(focus), nullptr)
        << focus->metaObject()->className();
    EXPECT_TRUE(focus->isVisible());
}

TEST_F(Noted, AKeyGoesToTheLastGreenRunAndSaysWhatIsNotAlike)
{
    constexpr EpochMs kBegin = 1'770'000'000'000;
    const auto make = [this](const char* name, EpochMs begun, const char* profile) {
        RunRequest request;
        request.info.engine = "mock";
        request.info.iterations = 36;
        request.info.autoTune = true;
        request.info.profile = profile;
        const fs::path folder = home.path() / "runs" / name;
        request.out = folder;
        const VirtualClock clock(begun);
        const auto made = runSoak(request, clock, {}, {});
        EXPECT_TRUE(made) << describe(made.error());
    };
    make("green", kBegin, "");
    make("shown", kBegin + 1000, "steady_safe");
    open(home.path() / "runs" / "green");
    open(home.path() / "runs" / "shown");
    ASSERT_EQ(window->selection().primary().section(QLatin1Char(':'), 0, 0),
              QStringLiteral("RUN_1770000001000"));
    key(Qt::Key_G);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            return window->selection().primary().startsWith(QStringLiteral("RUN_1770000000000"));
        },
        kNotesMs));
    const QList<QLabel*> labels = window->findChildren<QLabel*>();
    EXPECT_TRUE(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() &&
               label->text().contains(QStringLiteral("None has the same profile"));
    }));
}

TEST_F(Noted, WithoutAGreenRunItIsSaidWhatWasLookedAt)
{
    constexpr EpochMs kBegin = 1'770'000'000'000;
    const auto make = [this](const char* name, EpochMs begun) {
        RunRequest request;
        request.info.engine = "mock";
        request.info.iterations = 8; // of which the mock's fail
        request.info.autoTune = true;
        const fs::path folder = home.path() / "runs" / name;
        request.out = folder;
        const VirtualClock clock(begun);
        EXPECT_TRUE(runSoak(request, clock, {}, {}));
        open(folder);
    };
    make("red", kBegin);
    make("later", kBegin + 2000);
    make("shown", kBegin + 1000);
    key(Qt::Key_G);
    const auto told = [this](const QString& part) {
        return std::ranges::any_of(window->findChildren<QLabel*>(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(part);
        });
    };
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return told(QStringLiteral("No green run to go to")); }, kNotesMs));
    EXPECT_TRUE(told(QStringLiteral("besides this one: 2; begun before it: 1; of these made alike, "
                                    "or all but one thing: 1, none of them green.")));
}

TEST_F(Noted, RecentFilesAreForgottenOneByOneAndPrivateOnesAreNotKept)
{
    openFixture("reference-8");
    const QString folder = QString::fromStdString(window->session().runs().front().folder.string());
    entriesOf(QStringLiteral("Open &Recent"));
    const QStringList forgettable = entriesOf(QStringLiteral("Forget"));
    ASSERT_EQ(forgettable.size(), 3); // the run, a line, all of these
    for (auto* menu : window->findChildren<QMenu*>()) {
        if (menu->title() == QStringLiteral("Forget")) {
            menu->actions().front()->trigger();
        }
    }
    EXPECT_FALSE(entriesOf(QStringLiteral("Open &Recent")).front().contains(QStringLiteral("8")));
    window->action(Act::PrivateRun)->trigger();
    window->close();
    const Preferences saved = loadPreferences(QString::fromStdString((home / "p.ini").string()));
    EXPECT_EQ(saved.privateRuns, QStringList{folder});
    EXPECT_TRUE(saved.recent.isEmpty());
}

} // namespace soak::ui
