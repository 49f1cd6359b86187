// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/audit/audit_opened.h"

#include "ui/charts/chart_stack.h"
#include "ui/history/history_table.h"
#include "ui/history/history_view.h"
#include "ui/history/saying_editor.h"
#include "ui/theme/core_text.h"
#include "ui/views/iterations_view.h"
#include "ui/widgets/explainer.h"
#include "ui/window/command_box.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"
#include "ui/window/text_window.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDialog>
#include <QMenu>
#include <QPointer>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace soak::ui
{
namespace
{

class OpenedAudit final
{
public:
    OpenedAudit(MainWindow& window, const Theme& theme, Script script, const TakeOpened& take)
        : m_window(window), m_theme(theme), m_script(script), m_take(take)
    {
    }

    // It closes when a menu in it is opened elsewhere, and would take that one with it.
    static void keep(QWidget& menu) { menu.setAttribute(Qt::WA_DeleteOnClose, false); }

    // Each menu and each menu in a menu, as `where` has them.
    void menus(QWidget& where)
    {
        // What is opened may fill itself anew, and so replace the menus in it.
        std::vector<QPointer<QMenu>> all;
        for (QMenu* menu : where.findChildren<QMenu*>()) {
            all.emplace_back(menu);
        }
        for (const QPointer<QMenu>& menu : all) {
            if (!menu) {
                continue;
            }
            menu->popup(m_window.mapToGlobal(QPoint(40, 40)));
            if (menu->isVisible()) { // one without entries is not
                look(QStringLiteral("menu ") + menu->title(), *menu);
                menu->close();
            }
        }
    }

    void menuOfChart()
    {
        m_window.showView(View::Iterations);
        ChartPane* pane = iterations().stack()->panes().front();
        QContextMenuEvent asked(QContextMenuEvent::Mouse, pane->rect().center(),
                                pane->mapToGlobal(pane->rect().center()));
        QApplication::sendEvent(pane, &asked);
        const QPointer<QWidget> menu = QApplication::activePopupWidget();
        ASSERT_TRUE(menu);
        keep(*menu);
        look(QStringLiteral("menu of a chart"), *menu);
        menus(*menu);
        delete menu;
    }

    // The table's menu, and the editor of a decision, refused: it has every sort of part.
    void history()
    {
        m_window.showView(View::History);
        auto* view = qobject_cast<HistoryView*>(m_window.viewWidget(View::History));
        ASSERT_TRUE(QTest::qWaitFor([&] { return view->table()->model().rowCount() > 0; }));
        view->table()->selectRow(0);
        QWidget* viewport = view->table()->viewport();
        const QPoint at = view->table()->visualRect(view->table()->currentIndex()).center();
        QContextMenuEvent asked(QContextMenuEvent::Mouse, at, viewport->mapToGlobal(at));
        QApplication::sendEvent(viewport, &asked);
        const QPointer<QWidget> menu = QApplication::activePopupWidget();
        ASSERT_TRUE(menu);
        keep(*menu);
        look(QStringLiteral("menu of the history"), *menu);
        menus(*menu);
        delete menu;
        for (const SayingKind kind :
             {SayingKind::Tag, SayingKind::Release, SayingKind::Note, SayingKind::Decision}) {
            view->say(kind);
            auto* editor = view->findChild<SayingEditor*>();
            ASSERT_NE(editor, nullptr);
            editor->refuse(coreText("the history may only be read"));
            look(editor->windowTitle(), *editor);
            editor->close();
            drop();
        }
    }

    void commands()
    {
        auto* box = m_window.findChild<CommandBox*>();
        auto* list = m_window.findChild<QWidget*>(QStringLiteral("commands"));
        box->begin(QStringLiteral(">"));
        ASSERT_TRUE(list->isVisible());
        look(QStringLiteral("commands"), m_window);
        QTest::keyClick(box, Qt::Key_Escape);
    }

    // Of every number that is shown and can be explained; each sort of owner once.
    void explanations()
    {
        std::set<QString> seen;
        for (const View view : {View::Overview, View::Iterations, View::Reports}) {
            m_window.showView(view);
            QCoreApplication::processEvents();
            for (const Explainer* explainer : m_window.findChildren<Explainer*>()) {
                auto* owner = qobject_cast<QWidget*>(explainer->parent());
                if (!owner->isVisible()) {
                    continue;
                }
                const std::optional<Explanation> answer = explainer->answer(owner);
                if (!answer || !seen.insert(answer->title).second) {
                    continue;
                }
                const QPointer<ExplainPopover> popover = new ExplainPopover(m_theme, &m_window);
                popover->setExplanation(*answer);
                popover->showBelow(owner);
                look(QStringLiteral("explanation of ") + answer->title, *popover);
                popover->close();
                drop();
            }
        }
        EXPECT_GE(seen.size(), 3U);
    }

    void dialog(Act act, View from)
    {
        m_window.showView(from);
        m_window.action(act)->trigger();
        QCoreApplication::processEvents();
        QDialog* opened = nullptr;
        for (QDialog* one : m_window.findChildren<QDialog*>()) {
            opened = one->isVisible() ? one : opened;
        }
        ASSERT_NE(opened, nullptr) << static_cast<int>(act);
        look(opened->windowTitle(), *opened);
        opened->close();
        drop();
    }

    // Said in a bar over the view: here, that nothing in focus can be explained.
    void notice()
    {
        if (QWidget* focus = QApplication::focusWidget()) {
            focus->clearFocus();
        }
        m_window.action(Act::Explain)->trigger();
        auto* bar = m_window.findChild<NoticeBar*>();
        ASSERT_TRUE(bar->isVisible());
        look(QStringLiteral("notice"), m_window);
        bar->findChild<QToolButton*>()->click();
        EXPECT_FALSE(bar->isVisible());
    }

private:
    IterationsView& iterations()
    {
        return *qobject_cast<IterationsView*>(m_window.viewWidget(View::Iterations));
    }

    void look(const QString& name, QWidget& opened)
    {
        QCoreApplication::processEvents();
        Defects defects = audit(opened, m_script);
        if (const auto* text = qobject_cast<TextWindow*>(&opened);
            text != nullptr && m_script == Script::Russian) {
            // The window's own words, not a file's.
            for (const QString& word : foreignWords(text->text())) {
                defects.push_back({DefectKind::Untranslated, pathOf(opened), word});
            }
        }
        m_take(name, opened, defects);
    }

    static void drop() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }

    MainWindow& m_window;
    const Theme& m_theme;
    Script m_script;
    const TakeOpened& m_take;
};

} // namespace

void auditOpened(MainWindow& window, const Theme& theme, Script script, const TakeOpened& take)
{
    OpenedAudit audit(window, theme, script, take);
    audit.menus(window);
    audit.menuOfChart();
    audit.history();
    audit.commands();
    audit.explanations();
    audit.dialog(Act::Export, View::Overview);
    audit.dialog(Act::VerifyBundle, View::Overview);
    audit.dialog(Act::WriteNote, View::Iterations);
    audit.dialog(Act::Shortcuts, View::Iterations);
    audit.dialog(Act::About, View::Iterations);
    audit.notice();
}

} // namespace soak::ui
