// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"
#include "ui/charts/chart_stack.h"
#include "ui/views/export_dialog.h"
#include "ui/views/iterations_view.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QPrintDialog>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

class WindowExport : public testing::Test
{
protected:
    WindowExport()
    {
        m_theme.choose(ThemeChoice::Light);
        m_languages.choose(QStringLiteral("en"));
        m_window.resize(1440, 900);
        m_window.show();
        m_window.open({QString::fromStdString(testDataPath("fixtures/reference-36").string())});
        EXPECT_TRUE(QTest::qWaitFor(
            [this] { return !m_window.selection().primary().isEmpty() && m_window.isIdle(); },
            kLongMs));
    }

    ChartPane* firstPane()
    {
        m_window.showView(View::Iterations);
        auto* view = qobject_cast<IterationsView*>(m_window.viewWidget(View::Iterations));
        EXPECT_TRUE(QTest::qWaitFor([view] { return !view->stack()->panes().empty(); }));
        return view->stack()->panes().front();
    }

    template <typename Dialog>
    Dialog* opened()
    {
        Dialog* dialog = nullptr;
        EXPECT_TRUE(QTest::qWaitFor([&] {
            dialog = m_window.findChild<Dialog*>();
            return dialog != nullptr && dialog->isVisible();
        }));
        return dialog;
    }

    static constexpr int kLongMs = 30'000;

    Theme m_theme;
    Languages m_languages;
    MainWindow m_window{m_theme, m_languages, {}};
};

} // namespace

TEST_F(WindowExport, EveryPageHasATitleAndColumnsOfItsOwn)
{
    QStringList titles;
    QStringList names;
    for (int i = 0; i < kViewCount; ++i) {
        m_window.showView(static_cast<View>(i));
        QCoreApplication::processEvents();
        const ExportSubject subject = m_window.pageToExport();
        titles << subject.title;
        names << subject.fileName.section(QLatin1Char('_'), -1);
        EXPECT_FALSE(subject.columns.empty());
        EXPECT_FALSE(subject.size.isEmpty());
    }
    EXPECT_EQ(titles.removeDuplicates(), 0);
    EXPECT_EQ(names, (QStringList{QStringLiteral("overview"), QStringLiteral("iterations"),
                                  QStringLiteral("overrides"), QStringLiteral("guards"),
                                  QStringLiteral("reports"), QStringLiteral("compare"),
                                  QStringLiteral("history"), QStringLiteral("release")}));
}

TEST_F(WindowExport, TheMenuOfAChartCopiesEachFlavourAndExports)
{
    ChartPane* pane = firstPane();
    QContextMenuEvent event(QContextMenuEvent::Mouse, pane->rect().center(),
                            pane->mapToGlobal(pane->rect().center()));
    QCoreApplication::sendEvent(pane, &event);
    QMenu* menu = nullptr;
    for (QMenu* one : m_window.findChildren<QMenu*>()) {
        menu = one->accessibleName() == QStringLiteral("Chart") ? one : menu;
    }
    ASSERT_NE(menu, nullptr);
    QSignalSpy copied(&m_window.exporter(), &Exporter::copied);
    const auto actions = menu->actions();
    const auto named = [&](const QList<QAction*>& all, const char* text) {
        for (QAction* action : all) {
            if (action->text().section(QLatin1Char('\t'), 0, 0).remove(QLatin1Char('&')) ==
                QString::fromUtf8(text)) {
                return action;
            }
        }
        ADD_FAILURE() << "no action " << text;
        return static_cast<QAction*>(nullptr);
    };
    QAction* as = named(actions, "Copy As");
    ASSERT_NE(as, nullptr);
    EXPECT_EQ(as->menu()->actions().size(), 3);
    named(as->menu()->actions(), "SVG")->trigger();
    ASSERT_TRUE(copied.wait());
    EXPECT_EQ(QGuiApplication::clipboard()->mimeData()->formats(),
              QStringList{QStringLiteral("image/svg+xml")});
    named(actions, "Export Chart\u2026")->trigger();
    EXPECT_NE(opened<ExportDialog>(), nullptr);
}

TEST_F(WindowExport, KeysExportPrintAndCopyThePage)
{
    firstPane();
    QSignalSpy copied(&m_window.exporter(), &Exporter::copied);
    m_window.action(Act::CopyPage)->trigger();
    ASSERT_TRUE(copied.wait());
    const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
    EXPECT_TRUE(mime->hasImage());
    EXPECT_TRUE(mime->text().startsWith(QStringLiteral("run\titeration\tutc\tnet_bps")));
    EXPECT_EQ(m_window.action(Act::Export)->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_E));
    m_window.action(Act::Export)->trigger();
    opened<ExportDialog>()->reject();
    EXPECT_EQ(m_window.action(Act::Print)->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_P));
    m_window.action(Act::Print)->trigger();
    opened<QPrintDialog>()->reject();
}

} // namespace soak::ui
