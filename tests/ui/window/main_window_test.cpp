// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/find_run.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"
#include "ui/docks/runs_panel.h"
#include "ui/views/guards_view.h"
#include "ui/views/reports_view.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/gate_tile.h"
#include "ui/window/bottom_pane.h"
#include "ui/window/main_window.h"
#include "ui/window/render.h"

#include <QAction>
#include <QDockWidget>
#include <QImage>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

constexpr int kWindowMs = 30'000;

struct Windowed {
    TempDir home;
    Theme theme;
    Languages languages;
    MainWindow window;

    explicit Windowed(const QSize& size = QSize(1440, 900),
                      std::chrono::milliseconds viewsAfter = std::chrono::hours(1))
        : window(theme, languages,
                 {.preferencesFile = QString::fromStdString((home / "p.ini").string()),
                  .stateFolder = home.path() / "state",
                  .soakProgram = QString(),
                  .samplePath = fixture("reference-36"),
                  .viewsAfter = viewsAfter})
    {
        theme.choose(ThemeChoice::Light);
        languages.choose(QStringLiteral("en"));
        window.resize(size);
        window.show();
    }

    ~Windowed() { QLocale::setDefault(QLocale::c()); }

    static QString fixture(const char* name)
    {
        return QString::fromStdString(testDataPath(std::string("fixtures/") + name).string());
    }

    bool open(const char* name)
    {
        const auto before = window.session().runs().size();
        window.open({fixture(name)});
        return QTest::qWaitFor(
            [&] { return window.session().runs().size() > before && window.isIdle(); }, kWindowMs);
    }

    template <typename W>
    W* named(const char* name)
    {
        for (W* widget : window.findChildren<W*>()) {
            if (widget->accessibleName() == QLatin1String(name) && widget->isVisible()) {
                return widget;
            }
        }
        return nullptr;
    }
};

} // namespace

TEST(MainWindow, TheTitleNamesRunAndVerdict)
{
    Windowed windowed;
    EXPECT_EQ(windowed.window.windowTitle(), QStringLiteral("Soak Workbench"));
    ASSERT_TRUE(windowed.open("reference-8"));
    EXPECT_EQ(windowed.window.windowTitle(),
              QStringLiteral("reference-8 \u2014 FAIL \u2014 Soak Workbench"));
}

TEST(MainWindow, ViewsBehindOtherTabsAreMadeAfterTheStart)
{
    const auto isMade = [](const Windowed& windowed) {
        return windowed.window.findChild<ReportsView*>() != nullptr &&
               windowed.window.findChild<GuardsView*>() != nullptr;
    };
    const Windowed later;
    QCoreApplication::processEvents();
    EXPECT_FALSE(isMade(later));

    Windowed soon(QSize(1440, 900), std::chrono::milliseconds(0));
    ASSERT_TRUE(QTest::qWaitFor([&] { return isMade(soon); }, kWindowMs));
    EXPECT_EQ(soon.window.currentView(), View::Overview);
    const auto* reports = soon.window.findChild<ReportsView*>();
    EXPECT_FALSE(reports->isVisibleTo(reports->parentWidget()));
    soon.window.showView(View::Reports);
    EXPECT_TRUE(reports->isVisibleTo(reports->parentWidget()));
}

TEST(MainWindow, AnEmptyOneOffersTheSampleWithOneClick)
{
    Windowed windowed;
    auto* sample = windowed.named<QPushButton>("Open the sample");
    ASSERT_NE(sample, nullptr);
    QTest::mouseClick(sample, Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return windowed.window.windowTitle().contains(QStringLiteral("PASS")); }, kWindowMs));
}

TEST(MainWindow, ARunThatIsOpenedIsLookedAt)
{
    Windowed windowed;
    ASSERT_TRUE(windowed.open("reference-36"));
    const QString first = windowed.window.selection().primary();
    // The recorded runs begin with the same bytes, and so would be one run.
    const fs::path other = windowed.home / "other";
    fs::copy(*findRun(testDataPath("fixtures/reference-8")), other, fs::copy_options::recursive);
    windowed.home.write("other/ITER_SUMMARY_1.json",
                        *readFile(other / "ITER_SUMMARY_1.json") + "\n");
    windowed.window.open({QString::fromStdString(other.string())});
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return windowed.window.session().runs().size() == 2; }, kWindowMs));
    EXPECT_NE(windowed.window.selection().primary(), first);
    EXPECT_EQ(windowed.window.session().runs().size(), 2U);
    auto* table = windowed.named<QTableView>("Runs");
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->model()->rowCount(), 2);
}

TEST(MainWindow, ALinkLeadsToItsIterationAndBackspaceBack)
{
    Windowed windowed;
    ASSERT_TRUE(windowed.open("reference-36"));
    windowed.window.showView(View::Overview);
    TextLink link;
    link.kind = LinkKind::Iteration;
    link.iteration = 12;
    windowed.window.navigate(link);
    EXPECT_EQ(windowed.window.currentView(), View::Iterations);
    EXPECT_EQ(windowed.window.selection().cursor(), 12);
    EXPECT_TRUE(windowed.window.selection().isLocked());
    windowed.window.action(Act::Back)->trigger();
    EXPECT_EQ(windowed.window.currentView(), View::Overview);
}

TEST(MainWindow, ARangeIsZoomedTo)
{
    Windowed windowed;
    ASSERT_TRUE(windowed.open("reference-36"));
    TextLink link;
    link.kind = LinkKind::Range;
    link.iteration = 12;
    link.lastIteration = 20;
    windowed.window.navigate(link);
    EXPECT_EQ(windowed.window.selection().range(), (ViewRange{12, 20}));
    windowed.window.action(Act::Back)->trigger();
    EXPECT_EQ(windowed.window.selection().range(), std::nullopt);
}

TEST(MainWindow, BelowTwelveHundredTheInspectorIsAButton)
{
    Windowed windowed;
    ASSERT_TRUE(windowed.open("reference-36"));
    auto* dock = windowed.window.findChild<QDockWidget*>(QStringLiteral("inspector"));
    EXPECT_TRUE(dock->isVisible());
    windowed.window.resize(1024, 700);
    EXPECT_FALSE(dock->isVisible());
    EXPECT_FALSE(windowed.window.action(Act::Inspector)->isChecked());
    windowed.window.action(Act::Inspector)->trigger();
    EXPECT_FALSE(dock->isVisible());
    EXPECT_TRUE(windowed.window.action(Act::Inspector)->isChecked());
    windowed.window.resize(1440, 900);
    EXPECT_TRUE(dock->isVisible());
}

TEST(MainWindow, APressOnATabAtTheBottomOpensItAndAnotherClosesIt)
{
    Windowed windowed;
    auto* bottom = windowed.window.findChild<BottomPane*>();
    EXPECT_FALSE(bottom->isOpen());
    auto* tabs = bottom->findChild<QTabBar*>();
    const QPoint problems = tabs->tabRect(3).center();
    QTest::mouseClick(tabs, Qt::LeftButton, {}, problems);
    EXPECT_TRUE(bottom->isOpen());
    EXPECT_EQ(bottom->current(), 3);
    QTest::mouseClick(tabs, Qt::LeftButton, {}, problems);
    EXPECT_FALSE(bottom->isOpen());
}

TEST(MainWindow, AClosedBottomIsAsHighAsItsTabsAgain)
{
    Windowed windowed;
    auto* bottom = windowed.window.findChild<BottomPane*>();
    auto* tabs = bottom->findChild<QTabBar*>();
    auto* dock = windowed.window.findChild<QDockWidget*>(QStringLiteral("bottom"));
    const int closed = dock->height();
    const QPoint problems = tabs->tabRect(3).center();
    QTest::mouseClick(tabs, Qt::LeftButton, {}, problems);
    ASSERT_TRUE(QTest::qWaitFor([&] { return dock->height() > closed; }, kWindowMs));
    QTest::mouseClick(tabs, Qt::LeftButton, {}, problems);
    constexpr int kRounding = 2; // the first height is one of before the style was asked
    EXPECT_TRUE(QTest::qWaitFor([&] { return dock->height() <= closed + kRounding; }, kWindowMs))
        << dock->height() << ", was " << closed;
}

TEST(MainWindow, ChoosingATabNeverCutsOne)
{
    Windowed windowed;
    auto* bottom = windowed.window.findChild<BottomPane*>();
    auto* tabs = bottom->findChild<QTabBar*>();
    for (int i = 0; i < tabs->count(); ++i) {
        bottom->open(i);
        EXPECT_TRUE(QTest::qWaitFor(
            [&] { return tabs->rect().contains(tabs->tabRect(tabs->count() - 1)); }, kWindowMs))
            << i;
    }
}

TEST(MainWindow, TheInspectorKeepsTheInkOfTheThemeWhereverItStands)
{
    Windowed windowed;
    ASSERT_TRUE(windowed.open("reference-8"));
    windowed.theme.choose(ThemeChoice::Dark);
    windowed.window.resize(1024, 700);
    windowed.window.action(Act::Inspector)->trigger();
    ElidedLabel* title = nullptr;
    for (auto* label : windowed.window.findChildren<ElidedLabel*>()) {
        if (label->isVisible() && label->text().startsWith(QStringLiteral("Iteration 8"))) {
            title = label;
        }
    }
    ASSERT_NE(title, nullptr);
    const QImage picture = title->grab().toImage();
    double best = 1;
    for (int x = 0; x < picture.width(); ++x) {
        for (int y = 0; y < picture.height(); ++y) {
            best = std::max(best,
                            contrast(picture.pixelColor(x, y), windowed.theme.colour(Ink::Panel)));
        }
    }
    EXPECT_GE(best, 4.5);
}

TEST(MainWindow, AFolderWithoutARunIsAProblemWithABadge)
{
    Windowed windowed;
    const TempDir empty;
    windowed.window.open({QString::fromStdString(empty.path().string())});
    ASSERT_TRUE(QTest::qWaitFor([&] { return windowed.window.session().problems().size() == 1; },
                                kWindowMs));
    auto* tabs = windowed.window.findChild<BottomPane*>()->findChild<QTabBar*>();
    EXPECT_EQ(tabs->tabText(3), QStringLiteral("Problems 1"));
}

TEST(MainWindow, ThePresetsAndTheResetMoveTheParts)
{
    Windowed windowed;
    ASSERT_TRUE(windowed.open("reference-36"));
    auto* runs = windowed.window.findChild<QDockWidget*>(QStringLiteral("runs"));
    auto* inspector = windowed.window.findChild<QDockWidget*>(QStringLiteral("inspector"));
    windowed.window.action(Act::LayoutReading)->trigger();
    EXPECT_TRUE(runs->isVisible());
    EXPECT_FALSE(inspector->isVisible());
    windowed.window.action(Act::LayoutReports)->trigger();
    EXPECT_FALSE(runs->isVisible());
    EXPECT_EQ(windowed.window.currentView(), View::Release);
    windowed.window.action(Act::LayoutReset)->trigger();
    EXPECT_TRUE(runs->isVisible());
    EXPECT_TRUE(inspector->isVisible());
}

TEST(MainWindow, EditsAreUndoneAndRedone)
{
    Windowed windowed;
    ASSERT_TRUE(windowed.open("reference-8"));
    const QString run = windowed.window.selection().primary();
    windowed.window.session().workspace().setAlias(run, QStringLiteral("nightly"));
    EXPECT_EQ(windowed.window.session().nameOf(run), QStringLiteral("nightly"));
    windowed.window.action(Act::Undo)->trigger();
    EXPECT_EQ(windowed.window.session().nameOf(run), QStringLiteral("reference-8"));
    windowed.window.action(Act::Redo)->trigger();
    EXPECT_EQ(windowed.window.session().nameOf(run), QStringLiteral("nightly"));
}

TEST(MainWindow, TheLanguageChangesWhileItRuns)
{
    Windowed windowed;
    ASSERT_TRUE(windowed.open("reference-8"));
    windowed.languages.choose(QStringLiteral("ru"));
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return windowed.window.action(Act::Reload)->text() != QStringLiteral("Re&load"); }));
    EXPECT_FALSE(windowed.window.windowTitle().contains(QStringLiteral("FAIL")));
    windowed.languages.choose(QStringLiteral("en"));
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return windowed.window.windowTitle().contains(QStringLiteral("FAIL")); }));
    ASSERT_TRUE(QTest::qWaitFor([&] { return windowed.window.isIdle(); }, kWindowMs));
}

TEST(MainWindow, BeginsWithTheViewThatWasLookedAtLast)
{
    struct Case {
        const char* kept;
        std::optional<View> asked;
        View shown;
    };

    const std::array cases{
        Case{"", std::nullopt, View::Overview},
        Case{"guards", std::nullopt, View::Guards},
        Case{"no such view", std::nullopt, View::Overview},
        Case{"guards", View::Reports, View::Reports},
    };
    TempDir home;
    const QString file = QString::fromStdString((home / "p.ini").string());
    Theme theme;
    Languages languages;
    for (const Case& one : cases) {
        Preferences kept;
        kept.view = QLatin1String(one.kept);
        savePreferences(kept, file);
        MainWindow window(theme, languages, {.preferencesFile = file, .view = one.asked});
        EXPECT_EQ(window.currentView(), one.shown) << one.kept;
        window.show();
        window.showView(View::Overrides);
        window.close();
        EXPECT_EQ(loadPreferences(file).view, QStringLiteral("overrides")) << one.kept;
    }
}

TEST(MainWindow, WhatWasRememberedIsThereTheNextTime)
{
    TempDir home;
    const QString file = QString::fromStdString((home / "p.ini").string());
    Theme theme;
    theme.choose(ThemeChoice::Light);
    Languages languages;
    {
        MainWindow window(theme, languages, {.preferencesFile = file});
        window.show();
        window.action(Act::LayoutReading)->trigger();
        window.open({Windowed::fixture("reference-8")});
        ASSERT_TRUE(QTest::qWaitFor([&] { return !window.session().runs().empty(); }, kWindowMs));
        window.close();
    }
    const Preferences saved = loadPreferences(file);
    EXPECT_EQ(saved.recent.size(), 1);
    EXPECT_TRUE(saved.lastVisitMs);
    MainWindow window(theme, languages, {.preferencesFile = file});
    window.show();
    EXPECT_FALSE(window.findChild<QDockWidget*>(QStringLiteral("inspector"))->isVisible());
}

TEST(MainWindow, APictureHasItsSizeAndInk)
{
    Windowed windowed;
    ASSERT_TRUE(windowed.open("reference-36"));
    for (const char* ending : {"png", "svg", "pdf"}) {
        const std::string name = std::string("x.") + ending;
        const QString file = QString::fromStdString((windowed.home / name).string());
        ASSERT_TRUE(writePicture(windowed.window, file)) << ending;
        EXPECT_GT(fs::file_size(windowed.home / name), 2'000U) << ending;
    }
    const QImage image(QString::fromStdString((windowed.home / "x.png").string()));
    EXPECT_EQ(image.size(), windowed.window.size());
    EXPECT_FALSE(writePicture(windowed.window, QStringLiteral("/nonexistent/x.png")));
}

TEST(MainWindow, TilesStandAboveTheChartsWhereTheyLeaveThemRoom)
{
    for (const auto& [size, areShown] :
         {std::pair(QSize(1440, 900), true), std::pair(QSize(1024, 700), false)}) {
        Windowed windowed(size);
        ASSERT_TRUE(windowed.open("reference-36"));
        windowed.window.showView(View::Iterations);
        QCoreApplication::processEvents();
        int seen = 0;
        for (const GateTile* tile : windowed.window.findChildren<GateTile*>()) {
            seen += tile->visibleRegion().isEmpty() ? 0 : 1;
        }
        EXPECT_EQ(seen > 0, areShown) << size.width();
    }
}

} // namespace soak::ui
